import { type House, SYSTEM, transact } from '#platform'
import { nowIn } from './clock.ts'
import { decideWake } from './lifecycle.ts'
import { record } from './record.ts'
import { lockById } from './ticket-for.ts'

/** The job that waits for a postponed ticket's time; one for each ticket, moved when the time is. */
export const WAKE = 'tickets.wake'

/** Wakes a ticket if its time has come; a job for a time that was moved finds nothing to do. */
export async function wake(house: House, data: Record<string, unknown>): Promise<void> {
  await transact(house, async (tx) => {
    const ticket = await lockById(tx, Number(data.ticketId))
    if (ticket) await record(tx, SYSTEM, ticket, decideWake(ticket.state, 'time', nowIn(tx)))
  })
}
