import { sql } from 'kysely'
import type { Restored } from '#contract'
import { type Actor, Problem, type Tx } from '#platform'
import { type Decided, type Decision, following, refuse } from '../decision.ts'
import { eventsOf } from '../history/read-events.ts'
import { type CausedEvent, groupOf } from '../history/undo.ts'
import { record } from '../record.ts'
import { fold, type TicketState } from '../ticket.ts'
import { ticketsFor } from '../ticket-for.ts'
import { type Moved, moveMessages } from './merge.ts'

/** Takes a merge back, also after more has happened in the ticket that went on: only what came from the merged one goes back. */
export async function unmerge(tx: Tx, actor: Actor, input: { merged: string; into: string }): Promise<void> {
  const [source, target] = await ticketsFor(tx, actor, [input.merged, input.into])
  const [sourceHistory, targetHistory] = [await eventsOf(tx, source!.id), await eventsOf(tx, target!.id)]
  const absorbed = targetHistory.findLast((e) => e.kind === 'absorbed' && e.data.from === input.merged)
  const ids = absorbed?.kind === 'absorbed' ? absorbed.data.messageIds : []
  const { rows } = await sql<{ id: number; quarantined: boolean }>`
    select id, trust = 'quarantined' as quarantined from messages
    where id = any(${ids}::bigint[]) and ticket_id = ${target!.id} and cancelled_at is null order by id`.execute(tx)
  if (rows.length !== ids.length)
    throw new Problem(409, 'cannot-undo', { detail: 'Some of its messages went elsewhere' })
  const moved = { messageIds: ids, quarantined: rows.filter((r) => r.quarantined).length }
  const { returning, giving } = decideUnmerge(source!.state, sourceHistory, target!.state, targetHistory, moved)
  // Each side names its own event: the same number in the other ticket's history is something else.
  await record(tx, actor, source!, returning, { undo: sourceHistory.findLast((e) => e.kind === 'merged')?.seq })
  await record(tx, actor, target!, giving, { undo: absorbed?.seq })
  await moveMessages(tx, ids, source!.id)
}

const RESTORED = [
  'status',
  'waitingOn',
  'waitingSince',
  'postponedUntil',
  'postponedUntilReply',
  'resolvedAt',
  'closedAt',
  'lastMessageAt',
  'reopenCount',
] as const satisfies (keyof Restored)[]

export function decideUnmerge(
  source: TicketState,
  sourceHistory: readonly CausedEvent[],
  target: TicketState,
  targetHistory: readonly CausedEvent[],
  moved: Moved,
): { returning: Decision; giving: Decision } {
  const merged = sourceHistory.findLast((e) => e.kind === 'merged')
  const absorbed = targetHistory.findLast((e) => e.kind === 'absorbed' && e.data.from === source.number)
  if (!merged || !absorbed || source.mergedInto !== target.number) {
    const no = refuse('cannot-undo', 'These tickets are not merged')
    return { returning: no, giving: no }
  }
  const before = fold(sourceHistory.filter((e) => e.seq < merged.seq))!
  const restored = Object.fromEntries(RESTORED.map((f) => [f, before[f]])) as Restored
  return {
    returning: [
      { kind: 'unmerged', data: { from: target.number, ...moved, restored } },
      ...following({ kind: 'unlinked', data: { kind: 'merged', number: target.number } }),
    ],
    giving: [
      { kind: 'gaveBack', data: { to: source.number, ...moved } },
      ...groupOf(targetHistory, absorbed.seq).flatMap((e) => takenBack(e, target)),
    ],
  }
}

/** What came along with the merge goes too, where it still stands as the merge left it. */
function takenBack(event: CausedEvent, target: TicketState): Decided[] {
  if (event.kind === 'linked') return following({ kind: 'unlinked', data: event.data })
  if (event.kind === 'participantAdded' && target.participants.includes(event.data.personId)) {
    return following({ kind: 'participantRemoved', data: event.data })
  }
  if (event.kind === 'followerAdded' && target.followers.includes(event.data.agentId)) {
    return following({ kind: 'followerRemoved', data: event.data })
  }
  return []
}
