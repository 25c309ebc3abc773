import type { ActorType, TicketEvent } from '#contract'
import { digestOf, GENESIS, hashOf } from '../history/chain.ts'
import type { Cause } from '../record.ts'
import { differences } from '../row.ts'
import { evolve, type FoldedEvent, type TicketState } from '../ticket.ts'

/** Something that is not as history says. `seq`: the event; null when it is about the ticket as a whole. */
export interface Difference {
  number: string
  seq: number | null
  messageId?: number
  what: string
}

export interface RawEvent {
  seq: number
  at: Date
  /** The time has no more than milliseconds, as all of ours. */
  whole: boolean
  actorType: ActorType
  actorId: number | null
  kind: TicketEvent['kind']
  data: unknown
  salt: Buffer | null
  cause: Cause | null
  digest: Buffer
  hash: Buffer
}

/** Checks a ticket's chain and folds it. Pure. `row` is the state as the table has it, `headHash` likewise. */
export function checkTicket(
  ticket: { id: number; row: TicketState; headHash: Buffer },
  events: readonly RawEvent[],
): Difference[] {
  const { number } = ticket.row
  const found: Difference[] = []
  const say = (seq: number | null, what: string) => void found.push({ number, seq, what })
  const erased = erasedSeqs(events)
  let state: TicketState | null = null
  let before: Uint8Array = GENESIS
  let expected = 1
  for (const event of events) {
    if (event.seq !== expected) {
      say(expected, event.seq > expected ? 'is missing' : 'stands twice')
      return found
    }
    expected++
    const at = event.at.toISOString()
    if (event.salt === null) {
      if ((erased.get(event.seq) ?? 0) <= event.seq) say(event.seq, 'was erased, and no later event says so')
    } else if (!digestOf(event.salt, event.data).equals(event.digest)) {
      say(event.seq, 'its data was changed')
    }
    const link = {
      ticketId: ticket.id,
      seq: event.seq,
      at,
      actorType: event.actorType,
      actorId: event.actorId,
      kind: event.kind,
      cause: event.cause,
    }
    if (!event.whole || !hashOf(before, link, event.digest).equals(event.hash)) {
      say(event.seq, 'its link in the chain was changed (time, actor, kind, cause or hash)')
    }
    before = event.hash
    try {
      state = evolve(state, { ...event, at } as unknown as FoldedEvent)
    } catch (error) {
      say(event.seq, `cannot be folded: ${(error as Error).message}`)
      return found
    }
  }
  if (state === null) {
    say(null, 'has no history')
    return found
  }
  if (!ticket.headHash.equals(before))
    say(null, "the row's head is not the last event's hash: events are missing at the end")
  for (const column of differences(state, ticket.row))
    say(null, `the row's ${column} is not what its events make of it`)
  return found
}

/** For each erased event the last event that says so. */
function erasedSeqs(events: readonly RawEvent[]): Map<number, number> {
  const erased = new Map<number, number>()
  for (const event of events) {
    if (event.kind !== 'redacted' && event.kind !== 'purged') continue
    const { seqs = [] } = event.data as { seqs?: number[] }
    for (const seq of seqs) erased.set(seq, event.seq)
  }
  return erased
}
