import { sql } from 'kysely'
import type { Actor, Tx } from '#platform'
import { type Decided, type Decision, following, refuse } from '../decision.ts'
import { answered, notWorkable } from '../lifecycle.ts'
import { type LockedTicket, record } from '../record.ts'
import type { TicketState } from '../ticket.ts'
import { ticketsFor } from '../ticket-for.ts'

export interface Moved {
  messageIds: number[]
  /** How many of them wait for a decision. */
  quarantined: number
}

/**
 * Merges a ticket into another: its messages move there, it closes, and each links to the other. Reversible by `undo`. What it gets
 * from now on goes to the other. Refuses: not-found, not-allowed, ticket-closed, transition-refused, invalid-input.
 */
export async function merge(tx: Tx, actor: Actor, input: { number: string; into: string }): Promise<LockedTicket> {
  const [source, target] = await ticketsFor(tx, actor, [input.number, input.into])
  await join(tx, actor, source!, target!)
  return source!
}

/** The same on locked tickets; `cause` of the one that goes on, when it undoes a split. */
export async function join(
  tx: Tx,
  actor: Actor,
  source: LockedTicket,
  target: LockedTicket,
  cause: Record<string, unknown> | null = null,
): Promise<void> {
  const { rows } = await sql<{ id: number; quarantined: boolean }>`
    select id, trust = 'quarantined' as quarantined from messages
    where ticket_id = ${source.id} and cancelled_at is null order by id`.execute(tx)
  const moved = { messageIds: rows.map((r) => r.id), quarantined: rows.filter((r) => r.quarantined).length }
  const { leaving, taking } = decideMerge(source.state, target.state, moved)
  await record(tx, actor, source, leaving)
  await record(tx, actor, target, taking, cause)
  await moveMessages(tx, moved.messageIds, target.id)
}

export async function moveMessages(tx: Tx, messageIds: readonly number[], to: number): Promise<void> {
  if (messageIds.length === 0) return
  const ids = sql`any(${[...messageIds]}::bigint[])`
  await sql`with files as (update attachments set ticket_id = ${to} where message_id = ${ids})
    update messages set ticket_id = ${to} where id = ${ids}`.execute(tx)
}

/** Pure: what happens to the one that ends and the one that goes on. */
export function decideMerge(
  source: TicketState,
  target: TicketState,
  moved: Moved,
): { leaving: Decision; taking: Decision } {
  if (source.number === target.number) {
    const no = refuse('invalid-input', 'A ticket cannot be merged into itself', { path: 'into' })
    return { leaving: no, taking: no }
  }
  const no = notWorkable(source) ?? notWorkable(target)
  if (no) return { leaving: no, taking: no }
  const leaving: Decided[] = [
    { kind: 'merged', data: { into: target.number } },
    ...following({ kind: 'linked', data: { kind: 'merged', number: target.number } }),
  ]
  const taking: Decided[] = [
    { kind: 'absorbed', data: { from: source.number, ...moved } },
    ...following({ kind: 'linked', data: { kind: 'merged', number: source.number } }),
  ]
  const people = [...(source.requesterId === null ? [] : [source.requesterId]), ...source.participants]
  for (const personId of new Set(people)) {
    if (personId !== target.requesterId && !target.participants.includes(personId)) {
      taking.push(...following({ kind: 'participantAdded', data: { personId } }))
    }
  }
  for (const agentId of source.followers) {
    if (!target.followers.includes(agentId)) taking.push(...following({ kind: 'followerAdded', data: { agentId } }))
  }
  // A question that nobody answered is not answered by being merged: the one that goes on waits for it, and since then.
  if (source.waitingOn === 'us' && source.status !== 'resolved') {
    if (target.waitingOn !== 'us') {
      const data = { from: target.waitingOn, to: 'us' as const, restored: { waitingSince: source.waitingSince } }
      taking.push(...following({ kind: 'waitingOnChanged', data }))
    }
    taking.push(...answered(target))
  }
  return { leaving, taking }
}
