import type { TicketPatch } from '#contract'
import { type Actor, houseOf, type Tx } from '#platform'
import { nowIn } from './clock.ts'
import { type Decision, Refusal } from './decision.ts'
import {
  decideCategory,
  decideDescription,
  decideFields,
  decideFolder,
  decideOrganisation,
  decidePriority,
  decideRequester,
  decideSeverity,
  decideTags,
  decideTeam,
  decideTitle,
  decideType,
} from './details.ts'
import { checkNamed, type Facts } from './facts.ts'
import { refuseIfStale } from './history/stale.ts'
import { decideAssignment, decidePostpone, decideStatus, decideWaitingOn, type Hand } from './lifecycle.ts'
import { type LockedTicket, record } from './record.ts'
import type { TicketState } from './ticket.ts'
import { ticketFor } from './ticket-for.ts'
import { WAKE } from './wake.ts'

export type Patch = TicketPatch

/**
 * Changes fields of a ticket, all or none. `ifMatch`: the version that the caller saw; when more has happened since, nothing is
 * changed and the answer says which fields did (409 conflict). Refuses: not-found, not-allowed, ticket-closed, transition-refused,
 * reason-required, invalid-input.
 */
export async function changeTicket(
  tx: Tx,
  actor: Actor,
  input: { number: string; patch: Patch; ifMatch?: number | null },
): Promise<LockedTicket> {
  const { patch } = input
  const ticket = await ticketFor(tx, actor, input.number)
  await refuseIfStale(tx, ticket, input.ifMatch ?? null)
  const { type, category, assigneeId, teamId, requesterId, organisationId, fields } = patch
  const named = { type, category, assigneeId, teamId, requesterId, organisationId, fields }
  const facts = await checkNamed(tx, named)
  const now = nowIn(tx)
  for (const step of STEPS) {
    const decision = step(ticket.state, patch, { by: actor, now, facts })
    if (decision instanceof Refusal || decision.length > 0) await record(tx, actor, ticket, decision)
  }
  const until = ticket.state.postponedUntil
  if (patch.postponedUntil && until !== null) {
    await houseOf(tx).jobs.enqueue(
      tx,
      WAKE,
      { ticketId: ticket.id },
      { startAfter: new Date(until), key: String(ticket.id) },
    )
  }
  return ticket
}

interface Circumstances {
  by: Hand
  now: Date
  facts: Facts
}
type Step = (s: TicketState, patch: Patch, c: Circumstances) => Decision

/** In this order: what makes a ticket changeable first, what makes it read-only last. */
const STEPS: readonly Step[] = [
  (s, p) => (p.folder === 'inbox' ? decideFolder(s, 'inbox') : []),
  (s, p, c) => (p.status !== undefined && s.status === 'closed' ? decideStatus(s, p.status, c.by, p.reason) : []),
  (s, p) => (p.title === undefined ? [] : decideTitle(s, p.title)),
  (s, p) => (p.description === undefined ? [] : decideDescription(s, p.description)),
  (s, p) => (p.type === undefined ? [] : decideType(s, p.type)),
  (s, p) => (p.category === undefined ? [] : decideCategory(s, p.category)),
  (s, p) => (p.priority === undefined ? [] : decidePriority(s, p.priority, p.reason)),
  (s, p) => (p.severity === undefined ? [] : decideSeverity(s, p.severity)),
  (s, p) => (p.requesterId === undefined ? [] : decideRequester(s, p.requesterId)),
  (s, p) => (p.organisationId === undefined ? [] : decideOrganisation(s, p.organisationId)),
  (s, p) => (p.addTags || p.removeTags ? decideTags(s, p.addTags ?? [], p.removeTags ?? []) : []),
  (s, p, c) => (p.fields === undefined ? [] : decideFields(s, p.fields, c.facts.fields)),
  (s, p) => (p.teamId === undefined ? [] : decideTeam(s, p.teamId)),
  (s, p, c) => (p.assigneeId === undefined ? [] : decideAssignment(s, p.assigneeId, p.assigneeId === c.by.id)),
  (s, p) => (p.waitingOn === undefined ? [] : decideWaitingOn(s, p.waitingOn)),
  (s, p, c) => {
    if (p.postponedUntil === undefined && p.postponedUntilReply === undefined) return []
    const until = p.postponedUntil === undefined ? s.postponedUntil : p.postponedUntil
    const untilReply = p.postponedUntilReply ?? (p.postponedUntil === null ? false : s.postponedUntilReply)
    return decidePostpone(s, until === null ? null : new Date(until).toISOString(), untilReply, c.now)
  },
  (s, p, c) => (p.status === undefined ? [] : decideStatus(s, p.status, c.by, p.reason)),
  (s, p) => (p.folder === undefined || p.folder === 'inbox' ? [] : decideFolder(s, p.folder)),
]
