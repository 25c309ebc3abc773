import type { FieldValues, Folder, LinkKind, Priority, TicketEvent } from '#contract'
import { type Decision, refuse } from './decision.ts'
import { type CustomField, checkFields } from './kinds/custom-fields.ts'
import { readOnly } from './lifecycle.ts'
import type { Severity, TicketState } from './ticket.ts'

/* What an agent or a rule may change in place. Each says nothing when nothing changes. */

function changed(s: TicketState, isSame: boolean, event: TicketEvent): Decision {
  return isSame ? [] : (readOnly(s) ?? [event])
}

export function decideTitle(s: TicketState, to: string): Decision {
  if (to.trim() === '') return refuse('invalid-input', 'A ticket needs a title', { path: 'title' })
  return changed(s, s.title === to, { kind: 'titleChanged', data: { from: s.title, to } })
}
export function decideDescription(s: TicketState, to: string): Decision {
  return changed(s, s.description === to, { kind: 'descriptionChanged', data: { from: s.description, to } })
}
export function decideType(s: TicketState, to: string): Decision {
  return changed(s, s.type === to, { kind: 'typeChanged', data: { from: s.type, to } })
}
export function decideCategory(s: TicketState, to: number | null): Decision {
  return changed(s, s.categoryId === to, { kind: 'categoryChanged', data: { from: s.categoryId, to } })
}
export function decidePriority(s: TicketState, to: Priority, reason?: string): Decision {
  const data = { from: s.priority, to, ...(reason ? { reason } : {}) }
  return changed(s, s.priority === to, { kind: 'priorityChanged', data })
}
export function decideSeverity(s: TicketState, to: Severity): Decision {
  return changed(s, s.severity === to, { kind: 'severityChanged', data: { from: s.severity, to } })
}
export function decideTeam(s: TicketState, to: number | null): Decision {
  return changed(s, s.teamId === to, { kind: 'teamChanged', data: { from: s.teamId, to } })
}
export function decideRequester(s: TicketState, to: number | null): Decision {
  return changed(s, s.requesterId === to, { kind: 'requesterChanged', data: { from: s.requesterId, to } })
}
export function decideOrganisation(s: TicketState, to: number | null): Decision {
  return changed(s, s.organisationId === to, { kind: 'organisationChanged', data: { from: s.organisationId, to } })
}

/** Tags may change on closed tickets too. The same word in another case is the same tag; the first spelling stays. */
export function decideTags(s: TicketState, add: readonly string[], remove: readonly string[]): Decision {
  if (s.folder === 'purged') return readOnly(s)!
  const same = (one: string) => (other: string) => one.toLowerCase() === other.toLowerCase()
  const removed = s.tags.filter((tag) => remove.some(same(tag)) && !add.some(same(tag)))
  const added: string[] = []
  for (const tag of add.map((t) => t.trim())) {
    if (tag !== '' && !s.tags.some(same(tag)) && !added.some(same(tag))) added.push(tag)
  }
  return added.length + removed.length === 0 ? [] : [{ kind: 'tagsChanged', data: { added, removed } }]
}

/** Values by key; null empties a field. */
export function decideFields(s: TicketState, values: FieldValues, fields: readonly CustomField[]): Decision {
  const wrong = checkFields(values, fields)
  if (wrong) return refuse('invalid-input', wrong.message, { path: `fields.${wrong.key}` })
  const from: FieldValues = {}
  const to: FieldValues = {}
  for (const [key, value] of Object.entries(values)) {
    const before = s.fields[key] ?? null
    if (JSON.stringify(before) === JSON.stringify(value)) continue
    from[key] = before
    to[key] = value
  }
  return changed(s, Object.keys(to).length === 0, { kind: 'fieldsChanged', data: { from, to } })
}

/** Following is the agent's own affair and possible on every ticket that is still there. */
export function decideFollow(s: TicketState, agentId: number, follows: boolean): Decision {
  if (s.followers.includes(agentId) === follows) return []
  if (s.folder === 'purged') return readOnly(s)!
  return [{ kind: follows ? 'followerAdded' : 'followerRemoved', data: { agentId } }]
}

export function decideParticipants(s: TicketState, add: readonly number[], remove: readonly number[]): Decision {
  const coming = [...new Set(add)].filter((id) => !s.participants.includes(id) && id !== s.requesterId)
  const going = [...new Set(remove)].filter((id) => s.participants.includes(id) && !add.includes(id))
  if (coming.length + going.length === 0) return []
  return (
    readOnly(s) ?? [
      ...coming.map((personId): TicketEvent => ({ kind: 'participantAdded', data: { personId } })),
      ...going.map((personId): TicketEvent => ({ kind: 'participantRemoved', data: { personId } })),
    ]
  )
}

/** What the other side of a link is called. */
export const OTHER_SIDE: Record<LinkKind, LinkKind> = {
  parent: 'child',
  child: 'parent',
  related: 'related',
  duplicate: 'duplicate',
  follow_up: 'follows',
  follows: 'follow_up',
  merged: 'merged',
  split: 'split',
}

export function decideLink(s: TicketState, kind: LinkKind, number: string, linked: boolean): Decision {
  if (s.folder === 'purged') return readOnly(s)!
  if (number === s.number) return refuse('invalid-input', 'A ticket cannot be linked to itself', { path: 'number' })
  const has = s.links.some((l) => l.kind === kind && l.number === number)
  return has === linked ? [] : [{ kind: linked ? 'linked' : 'unlinked', data: { kind, number } }]
}

/** To spam or trash, or back. A closed ticket stays where it is: it is the record. */
export function decideFolder(s: TicketState, to: Folder): Decision {
  if (s.folder === to) return []
  if (s.folder === 'purged') return readOnly(s)!
  if (s.status === 'closed') return refuse('ticket-closed', 'A closed ticket is never thrown away')
  return [{ kind: 'folderChanged', data: { from: s.folder, to } }]
}
