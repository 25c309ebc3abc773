import { organisation } from '#people'
import { drawn, type House } from '#platform'
import { dayIn, numberOf } from './number.ts'

/** A case number and the identifiers that go with it, drawn for a ticket that will be written next. */
export interface TakenNumber {
  number: string
  ticketId: number
  /** For the ticket's first message. */
  messageId: number
}

interface Waiting {
  day: string
  give(taken: TakenNumber): void
  fail(error: unknown): void
}
const queues = new WeakMap<House, { waiting: Waiting[]; busy: boolean }>()

/**
 * The next case number of the day in the organisation's zone, from a short transaction of its own: call it before the ticket's
 * transaction, never within, when everything is known to be right (a number taken and not used is a gap). Callers that come
 * together are served together. It is not waited for on the disk: the log is sequential, so a number whose ticket is durable is too.
 */
export function takeNumber(house: House, at: Date = house.now()): Promise<TakenNumber> {
  return drawn(() => draw(house, at))
}

async function draw(house: House, at: Date): Promise<TakenNumber> {
  const { timezone } = await house.settings.get(organisation)
  const queue = queues.get(house) ?? { waiting: [], busy: false }
  queues.set(house, queue)
  return new Promise((give, fail) => {
    queue.waiting.push({ day: dayIn(timezone, at), give, fail })
    if (!queue.busy) void serve(house, queue)
  })
}

async function serve(house: House, queue: { waiting: Waiting[]; busy: boolean }): Promise<void> {
  queue.busy = true
  while (queue.waiting.length > 0) {
    const { day } = queue.waiting[0]!
    const batch = queue.waiting.filter((w) => w.day === day)
    queue.waiting = queue.waiting.filter((w) => w.day !== day)
    try {
      const taken = await take(house, day, batch.length)
      for (const [i, waiting] of batch.entries()) waiting.give(taken[i]!)
    } catch (error) {
      for (const waiting of batch) waiting.fail(error)
    }
  }
  queue.busy = false
}

async function take(house: House, day: string, count: number): Promise<TakenNumber[]> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`${day} is no day`)
  // One round trip: several statements in one message cannot take parameters, so day and count are checked values of ours.
  const results = (await house.database.pool.query(
    `begin; set local synchronous_commit = off;
     insert into number_counters as c (day, last) values ('${day}', ${Math.trunc(count)})
       on conflict (day) do update set last = c.last + excluded.last returning last;
     select nextval('tickets_id_seq') as ticket, nextval('messages_id_seq') as message from generate_series(1, ${Math.trunc(count)});
     commit`,
  )) as unknown as { rows: { last: number; ticket: number; message: number }[] }[]
  const last = results[2]!.rows[0]!.last
  const ids = results[3]!.rows
  return ids.map(({ ticket, message }, i) => ({
    number: numberOf(day, last - count + 1 + i),
    ticketId: ticket,
    messageId: message,
  }))
}
