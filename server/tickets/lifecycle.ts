import type { ActorType, Status, TicketEvent, Trust, WaitingOn } from '#contract'
import { type Decided, type Decision, following, type Refusal, refuse } from './decision.ts'
import type { TicketState } from './ticket.ts'

/** Who decides, as far as rules care. */
export interface Hand {
  type: ActorType
  id: number | null
}

interface Transition {
  from: readonly Status[]
  to: Status
  /** An agent must say why. */
  reason?: true
  /** Only what else happens may do it: an unassigning, a message. Nobody asks for it by name. */
  onlyBy?: 'unassigning'
  /** Customers may do it too, by confirming or answering. */
  customers?: true
}

/** Every way a status may go; anything else is refused. `new → open` is also what claiming, assigning and answering do. */
export const TRANSITIONS: readonly Transition[] = [
  { from: ['new'], to: 'open' },
  { from: ['new', 'open'], to: 'in_progress' },
  { from: ['open', 'in_progress'], to: 'resolved' },
  { from: ['resolved'], to: 'closed', customers: true },
  { from: ['resolved', 'closed'], to: 'in_progress', reason: true, customers: true },
  // Begun work that nobody owns any more goes back among the open ones: from in_progress on there is exactly one owner.
  { from: ['in_progress'], to: 'open', onlyBy: 'unassigning' },
]

export function transition(from: Status, to: Status): Transition | undefined {
  return TRANSITIONS.find((t) => t.to === to && t.from.includes(from))
}

/** Why a ticket takes no change of its content: purged, merged away, or closed. Tags, links and reopening ask less. */
export function readOnly(s: TicketState): Refusal | null {
  if (s.folder === 'purged') return refuse('not-found', 'This ticket was purged')
  if (s.mergedInto !== null) {
    return refuse('ticket-closed', `Merged into ${s.mergedInto}`, { mergedInto: s.mergedInto })
  }
  return s.status === 'closed' ? refuse('ticket-closed') : null
}

/** As readOnly, and also while it lies in spam or trash: nobody works on what is thrown away. */
export function notWorkable(s: TicketState): Refusal | null {
  const no = readOnly(s)
  if (no) return no
  return s.folder === 'inbox' ? null : refuse('transition-refused', `It lies in ${s.folder}: restore it first`)
}

/** A status that someone asks for. Entering in_progress without an owner makes the agent the owner. */
export function decideStatus(s: TicketState, to: Status, by: Hand, reason?: string): Decision {
  if (s.status === to) return []
  if (s.folder === 'purged' || s.mergedInto !== null) return readOnly(s)!
  if (s.folder !== 'inbox') return notWorkable(s)!
  const way = transition(s.status, to)
  const open = way && !way.onlyBy && (by.type !== 'customer' || way.customers)
  if (!open) {
    return refuse('transition-refused', `From ${s.status} to ${to} is no step of a ticket's life`, {
      from: s.status,
      to,
    })
  }
  if (way.reason && by.type === 'agent' && !reason) {
    return refuse('reason-required', 'Reopening needs a reason', { path: 'reason' })
  }
  return [statusChanged(s.status, to, reason), ...ownership(s, to, by)]
}

function ownership(s: TicketState, to: Status, by: Hand): Decided[] {
  if (to !== 'in_progress' || s.assigneeId !== null || by.type !== 'agent' || by.id === null) return []
  return following({ kind: 'assigned', data: { from: null, to: by.id, claimed: true } })
}

export function statusChanged(from: Status, to: Status, reason?: string): TicketEvent {
  return { kind: 'statusChanged', data: { from, to, ...(reason ? { reason } : {}) } }
}

/** To an agent, or to nobody. A ticket that gets an owner is new no more. */
export function decideAssignment(s: TicketState, to: number | null, claimed = false): Decision {
  if (s.assigneeId === to) return []
  const no = readOnly(s)
  if (no) return no
  const events: Decided[] = [{ kind: 'assigned', data: { from: s.assigneeId, to, claimed } }]
  if (to !== null && s.status === 'new') events.push(...following(statusChanged('new', 'open')))
  if (to === null && s.status === 'in_progress') events.push(...following(statusChanged('in_progress', 'open')))
  return events
}

/** Taking a ticket that nobody has. `owner` names who has it, for the refusal. */
export function decideClaim(s: TicketState, agentId: number, owner: { id: number; name: string } | null): Decision {
  if (s.assigneeId !== null && s.assigneeId !== agentId) {
    return refuse('already-assigned', owner ? `${owner.name} has this ticket` : undefined, { assignee: owner })
  }
  return decideAssignment(s, agentId, true)
}

export type NextState = 'waiting' | 'open' | 'in_progress' | 'resolved' | 'closed'

/** The steps of status that an answer takes with it, in order. An answer is a review: what is new is so no more. */
export function stepsOfReply(from: Status, next: NextState): Status[] {
  const steps: Status[] = from === 'new' ? ['open'] : []
  const isDone = from === 'resolved'
  if (next === 'in_progress' && from !== 'in_progress') steps.push('in_progress')
  if (next === 'open' && isDone) steps.push('in_progress')
  if ((next === 'resolved' || next === 'closed') && !isDone) steps.push('resolved')
  if (next === 'closed') steps.push('closed')
  return steps
}

/**
 * A public answer. It waits on the customer unless the writer keeps it; a ticket without an owner gets the writer as its owner
 * (assigning on send, not on typing: people look up old tickets and type).
 */
export function decideReply(
  s: TicketState,
  by: Hand,
  reply: { messageId: number; channel: TicketState['channel']; digest: string; next: NextState },
): Decision {
  const no = notWorkable(s)
  if (no) return no
  const waitingOn: WaitingOn = reply.next === 'open' || reply.next === 'in_progress' ? 'us' : 'customer'
  const { messageId, channel, digest } = reply
  const events: Decided[] = [{ kind: 'replySent', data: { messageId, channel, waitingOn, digest } }]
  if (by.type === 'agent' && by.id !== null && s.assigneeId === null) {
    events.push(...following({ kind: 'assigned', data: { from: null, to: by.id, claimed: true } }))
  }
  let from = s.status
  for (const to of stepsOfReply(s.status, reply.next)) {
    events.push(...following(statusChanged(from, to)))
    from = to
  }
  return events
}

/** Is it a human's verified message? Only that answers us, reopens, and wakes. */
export function countsAsAnswer(trust: Trust, automatic: string | null): boolean {
  return trust === 'verified' && automatic === null
}

/** What a counterparty's message that counts sets in motion besides waiting on us. */
export function answered(s: TicketState): Decided[] {
  const events: Decided[] = []
  // What the customer writes in again is not rubbish any more; spam stays spam until an agent says otherwise.
  if (s.folder === 'trash') {
    events.push(...following({ kind: 'folderChanged', data: { from: 'trash', to: 'inbox' } }))
  }
  if (s.postponedUntil !== null || s.postponedUntilReply) {
    events.push(...following({ kind: 'woken', data: { why: 'reply' } }))
  }
  if (s.status === 'resolved' || s.status === 'closed') {
    events.push(...following(statusChanged(s.status, 'in_progress')))
  }
  return events
}

/** A message from outside. Only what counts (a human's verified answer) changes more than the thread. */
export function decideReceive(
  s: TicketState,
  data: Extract<TicketEvent, { kind: 'messageReceived' }>['data'],
): Decision {
  return [{ kind: 'messageReceived', data }, ...(data.counts ? answered(s) : [])]
}

/** A closed ticket's customer writes again: within the window the ticket reopens, afterwards a new one begins. `days` ≥ 0. */
export function mayReopen(s: TicketState, now: Date, days: number): boolean {
  if (s.folder === 'purged') return false
  return s.status !== 'closed' || s.closedAt === null || now.getTime() - Date.parse(s.closedAt) <= days * 86_400_000
}

export function decideWaitingOn(s: TicketState, to: WaitingOn): Decision {
  if (s.waitingOn === to) return []
  return notWorkable(s) ?? [{ kind: 'waitingOnChanged', data: { from: s.waitingOn, to } }]
}

/** Sets a ticket aside until a time, until a reply, or both (whichever comes first; an answer wakes it in any case). */
export function decidePostpone(s: TicketState, until: string | null, untilReply: boolean, now: Date): Decision {
  if (until === null && !untilReply) return decideWake(s, 'agent', now)
  if (s.postponedUntil === until && s.postponedUntilReply === untilReply) return []
  const no = notWorkable(s)
  if (no) return no
  if (s.status === 'resolved') return refuse('transition-refused', 'It is resolved: there is nothing to put off')
  if (until !== null && Date.parse(until) <= now.getTime()) {
    return refuse('invalid-input', 'This time has passed', { path: 'postponedUntil' })
  }
  return [{ kind: 'postponed', data: { until, untilReply } }]
}

export function decideWake(s: TicketState, why: 'time' | 'agent', now: Date): Decision {
  if (s.postponedUntil === null && !s.postponedUntilReply) return []
  if (why === 'time' && (s.postponedUntil === null || Date.parse(s.postponedUntil) > now.getTime())) return []
  return [{ kind: 'woken', data: { why } }]
}

/** An answer that could not be delivered, for good or for now. For good: it was no answer, so the ticket is ours again. */
export function decideDeliveryFailed(
  s: TicketState,
  data: Extract<TicketEvent, { kind: 'deliveryFailed' }>['data'],
): Decision {
  const events: Decided[] = [{ kind: 'deliveryFailed', data }]
  if (data.permanent && s.status === 'resolved' && s.folder === 'inbox') {
    events.push(...following(statusChanged('resolved', 'in_progress')))
  }
  return events
}
