import type { Ticket, TicketPatch } from '#contract'

type NamedThing = { id: number; name: string }

/** What a change needs to know to be shown before the house has answered: the names behind ids. */
export interface Names {
  agent(id: number): NamedThing | undefined
  team(id: number): NamedThing | undefined
  category(id: number): { id: number; name: string; path: string[] } | undefined
}

/** The ticket as it will look when the house agrees. What the house alone can know (clocks, times) is left as it is. */
export function withPatch(ticket: Ticket, patch: TicketPatch, names: Names): Ticket {
  const next = { ...ticket }
  if (patch.title !== undefined) next.title = patch.title
  if (patch.description !== undefined) next.description = patch.description
  if (patch.type !== undefined) next.type = patch.type
  if (patch.priority !== undefined) next.priority = patch.priority
  if (patch.severity !== undefined) next.severity = patch.severity
  if (patch.status !== undefined) next.status = patch.status
  if (patch.waitingOn !== undefined) next.waitingOn = patch.waitingOn
  if (patch.postponedUntil !== undefined) {
    next.postponedUntil = patch.postponedUntil
    if (patch.postponedUntil === null) next.postponedUntilReply = false
  }
  if (patch.postponedUntilReply !== undefined) next.postponedUntilReply = patch.postponedUntilReply
  if (patch.folder !== undefined) next.folder = patch.folder
  if (patch.assigneeId !== undefined) next.assignee = named(patch.assigneeId, names.agent, ticket.assignee)
  if (patch.teamId !== undefined) next.team = named(patch.teamId, names.team, ticket.team)
  if (patch.category !== undefined) next.category = named(patch.category, names.category, ticket.category)
  if (patch.fields !== undefined) next.fields = { ...ticket.fields, ...patch.fields }
  if (patch.addTags || patch.removeTags) {
    const removed = new Set(patch.removeTags)
    next.tags = [...new Set([...ticket.tags.filter((t) => !removed.has(t)), ...(patch.addTags ?? [])])]
  }
  return next
}

function named<T extends NamedThing>(id: number | null, find: (id: number) => T | undefined, now: T | null): T | null {
  if (id === null) return null
  return find(id) ?? now
}

/** What each part of a patch changes, as it is now: two agents collide only where these differ. */
const GROUND: { [K in keyof TicketPatch]-?: (ticket: Ticket, patch: TicketPatch) => unknown } = {
  title: (t) => t.title,
  description: (t) => t.description,
  type: (t) => t.type,
  priority: (t) => t.priority,
  severity: (t) => t.severity,
  category: (t) => t.category?.id ?? null,
  status: (t) => t.status,
  waitingOn: (t) => t.waitingOn,
  postponedUntil: (t) => [t.postponedUntil, t.postponedUntilReply],
  postponedUntilReply: (t) => [t.postponedUntil, t.postponedUntilReply],
  assigneeId: (t) => t.assignee?.id ?? null,
  teamId: (t) => t.team?.id ?? null,
  requesterId: (t) => t.requester?.id ?? null,
  organisationId: (t) => t.organisation?.id ?? null,
  // Tags are added and removed one by one: nobody's tag is lost by another's.
  addTags: () => null,
  removeTags: () => null,
  fields: (t, patch) => Object.keys(patch.fields ?? {}).map((key) => t.fields[key] ?? null),
  folder: (t) => t.folder,
  reason: () => null,
}

/** Whether what the patch changes is still as the agent saw it: then it may be repeated on the newer ticket. */
export function sameGround(patch: TicketPatch, seen: Ticket, now: Ticket): boolean {
  return (Object.keys(patch) as (keyof TicketPatch)[]).every(
    (key) => JSON.stringify(GROUND[key](seen, patch)) === JSON.stringify(GROUND[key](now, patch)),
  )
}
