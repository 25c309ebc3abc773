import { sql } from 'kysely'
import type { TicketEvent } from '#contract'
import { type Actor, NotFound, type Tx } from '#platform'
import { cancelReply } from './conversation/cancel-reply.ts'
import { eventsOf } from './history/read-events.ts'
import { decideUndo, groupOf } from './history/undo.ts'
import { join } from './merging/merge.ts'
import { unmerge } from './merging/unmerge.ts'
import { record } from './record.ts'
import { ticketFor, ticketsFor } from './ticket-for.ts'

/**
 * Undoes what happened, with what came along with it, as long as nobody has changed the same again. Merges, splits and sendings too.
 * Refuses: not-found, not-allowed, cannot-undo, too-late-to-undo.
 */
export async function undoEvent(tx: Tx, actor: Actor, input: { number: string; eventId: number }): Promise<void> {
  const { rows } = await sql<TicketEvent & { seq: number }>`
    select e.seq, e.kind, e.data from ticket_events e join tickets t on t.id = e.ticket_id
    where e.id = ${input.eventId} and t.number = ${input.number}`.execute(tx)
  const event = rows[0]
  if (!event) throw new NotFound()
  const { number } = input
  switch (event.kind) {
    case 'replySent':
      await cancelReply(tx, actor, { number, messageId: event.data.messageId })
      return
    case 'merged':
      return unmerge(tx, actor, { merged: number, into: event.data.into })
    case 'absorbed':
      return unmerge(tx, actor, { merged: event.data.from, into: number })
    case 'splitOff': {
      const [off, home] = await ticketsFor(tx, actor, [event.data.number, number])
      return join(tx, actor, off!, home!, { undo: event.seq })
    }
    default: {
      const ticket = await ticketFor(tx, actor, number)
      const history = await eventsOf(tx, ticket.id)
      const main = groupOf(history, event.seq)[0]?.seq ?? event.seq
      await record(tx, actor, ticket, decideUndo(ticket.state, history, event.seq), { undo: main })
    }
  }
}
