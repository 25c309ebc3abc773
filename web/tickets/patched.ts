import type { Ticket, TicketPatch, TicketRow } from '#contract'

interface Names {
  agents: { id: number; name: string }[]
  teams: { id: number; name: string }[]
  categories: { id: number; name: string; path: string[] }[]
}

/** A ticket as it will be when the change is made: what the reader sees until the house has answered. */
export function patched<T extends Ticket | TicketRow>(ticket: T, patch: TicketPatch, names: Names): T {
  const next: T = { ...ticket }
  const plain = [
    'title',
    'type',
    'priority',
    'status',
    'waitingOn',
    'postponedUntil',
    'postponedUntilReply',
    'folder',
  ] as const
  for (const field of plain) if (patch[field] !== undefined) Object.assign(next, { [field]: patch[field] })
  for (const field of ['description', 'severity'] as const)
    if (field in ticket && patch[field] !== undefined) Object.assign(next, { [field]: patch[field] })
  if (patch.assigneeId !== undefined) next.assignee = named(names.agents, patch.assigneeId)
  if (patch.teamId !== undefined) next.team = named(names.teams, patch.teamId)
  if (patch.category !== undefined)
    next.category = (names.categories.find((c) => c.id === patch.category) ?? null) as T['category']
  if (patch.addTags || patch.removeTags) next.tags = retagged(ticket.tags, patch)
  if (patch.fields && 'fields' in ticket) Object.assign(next, { fields: { ...ticket.fields, ...patch.fields } })
  return next
}

const named = (all: { id: number; name: string }[], id: number | null) =>
  id === null ? null : { id, name: all.find((one) => one.id === id)?.name ?? '…' }

const retagged = (tags: string[], { addTags = [], removeTags = [] }: TicketPatch) =>
  [...new Set([...tags, ...addTags])].filter((tag) => !removeTags.includes(tag)).sort((a, b) => a.localeCompare(b))
