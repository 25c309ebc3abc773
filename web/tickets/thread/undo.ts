import { type Event, type Ticket, tickets } from '#contract'
import { call } from '../../app/api.ts'
import { queryClient } from '../../app/data.ts'
import { canUndo } from './sentences.ts'
import { eventsOf, refreshTicket } from './ticket-data.ts'

/** An own change with the version it made; the events after `from` up to `to` are its. */
export interface ChangeMade {
  number: string
  from: number
  to: number
}

/** Takes a change back by its events, the last one first. Refuses when more has happened since. */
export async function undoChange({ number, from, to }: ChangeMade): Promise<Ticket | undefined> {
  const made = (await eventsSince(number, from)).filter((e) => e.seq <= to && e.actor.type === 'agent' && canUndo(e))
  return undoEvents(number, made)
}

/** What has happened after a version, oldest first. */
export async function eventsSince(number: string, version: number): Promise<Event[]> {
  const events = await queryClient.fetchQuery({ ...eventsOf(number), staleTime: 0 })
  return events.filter((e) => e.seq > version)
}

/** Takes events back, the last one first: each stands on what was before it. */
export async function undoEvents(number: string, events: readonly Event[]): Promise<Ticket | undefined> {
  let ticket: Ticket | undefined
  try {
    for (const event of events.toReversed())
      ticket = await call(tickets.undo, { params: { number }, body: { eventId: event.id } })
  } finally {
    refreshTicket(number)
  }
  return ticket
}
