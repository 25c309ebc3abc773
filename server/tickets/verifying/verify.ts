import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type House, type Tx, transact } from '#platform'
import { placeOf } from '../numbers/number.ts'
import { fromRow, type StateColumn } from '../row.ts'
import { checkCounts, checkMessages } from './check-messages.ts'
import { checkTicket, type Difference, type RawEvent } from './check-ticket.ts'

export type { Difference } from './check-ticket.ts'

export interface Verified {
  tickets: number
  events: number
  messages: number
  files: number
  /** The first of them, at most as many as were asked for. */
  differences: Difference[]
  /** All of them. */
  count: number
}

const BATCH = 250

/**
 * Folds the events of every ticket of the live database and compares: rows, hash chains, messages and files with what was committed
 * to, case numbers with their counters. One snapshot, batches, so memory stays the same at any size.
 */
export async function verify(
  house: House,
  options: { progress?: (done: number, total: number) => void; keep?: number } = {},
): Promise<Verified> {
  const keep = options.keep ?? 1_000
  const result: Verified = { tickets: 0, events: 0, messages: 0, files: 0, differences: [], count: 0 }
  const found = (differences: readonly Difference[]) => {
    result.count += differences.length
    for (const difference of differences) if (result.differences.length < keep) result.differences.push(difference)
  }
  await transact(house, async (tx) => {
    await sql`set transaction isolation level repeatable read read only`.execute(tx)
    await sql`set local statement_timeout = 0`.execute(tx)
    const total = (await sql<{ n: number }>`select count(*)::int as n from tickets`.execute(tx)).rows[0]!.n
    const redacted = await redactedMessages(tx)
    const days = new Map<string, number>()
    for (let after = 0; ; ) {
      const batch = await readBatch(tx, after)
      if (batch.length === 0) break
      after = batch.at(-1)!.id
      for (const { number } of batch) {
        const { day, n } = placeOf(number)
        days.set(day, Math.max(days.get(day) ?? 0, n))
      }
      for (const ticket of batch) found(checkTicket(ticket, ticket.events))
      found(await checkMessages(tx, batch, redacted))
      found(
        await checkCounts(
          tx,
          batch.map((t) => t.id),
        ),
      )
      result.tickets += batch.length
      result.events += batch.reduce((n, t) => n + t.events.length, 0)
      options.progress?.(result.tickets, total)
    }
    result.messages = (await sql<{ n: number }>`select count(*)::int as n from messages`.execute(tx)).rows[0]!.n
    found(await checkCounters(tx, days))
    found(await checkFiles(house, tx, () => void result.files++))
  })
  return result
}

type TicketRow = Parameters<typeof fromRow>[0] & { id: number; head_hash: Buffer } & { [K in StateColumn]: unknown }

async function readBatch(tx: Tx, after: number) {
  const { rows } = await sql<TicketRow>`select * from tickets where id > ${after} order by id limit ${BATCH}`.execute(
    tx,
  )
  if (rows.length === 0) return []
  const { rows: events } = await sql<RawEvent & { ticketId: number }>`
    select ticket_id as "ticketId", seq, at, at = date_trunc('milliseconds', at) as whole, actor_type as "actorType",
      actor_id as "actorId", kind, data, salt, cause, digest, hash
    from ticket_events where ticket_id between ${rows[0]!.id} and ${rows.at(-1)!.id} order by ticket_id, seq`.execute(
    tx,
  )
  const byTicket = Map.groupBy(events, (event) => event.ticketId)
  return rows.map((row) => {
    const state = fromRow(row)
    return { id: row.id, number: state.number, row: state, headHash: row.head_hash, events: byTicket.get(row.id) ?? [] }
  })
}

/** Messages whose erasure is told, in whatever ticket they were by then. */
async function redactedMessages(tx: Tx): Promise<Set<number>> {
  const { rows } = await sql<{ ids: number[] }>`
    select data -> 'messageIds' as ids from ticket_events where kind in ('redacted', 'purged')`.execute(tx)
  return new Set(rows.flatMap((row) => row.ids))
}

/** No counter stands before a number that was given: it would be given again. */
async function checkCounters(tx: Tx, days: ReadonlyMap<string, number>): Promise<Difference[]> {
  const { rows } = await sql<{ day: string; last: number }>`select day::text, last from number_counters`.execute(tx)
  const counters = new Map(rows.map((row) => [row.day, row.last]))
  return [...days].flatMap(([day, n]) =>
    (counters.get(day) ?? 0) >= n
      ? []
      : [
          {
            number: `of ${day}`,
            seq: null,
            what: `the day's counter stands at ${counters.get(day) ?? 0}, but number ${n} was given`,
          },
        ],
  )
}

/** Every stored file is there and is what its name says. */
async function checkFiles(house: House, tx: Tx, each: () => void): Promise<Difference[]> {
  const found: Difference[] = []
  for (let after: Buffer = Buffer.alloc(0); ; ) {
    const { rows } = await sql<{ sha256: Buffer; size: number; number: string | null }>`
      select f.sha256, f.size, (select t.number from attachments a join tickets t on t.id = a.ticket_id where a.sha256 = f.sha256 limit 1) as number
      from stored_files f where f.sha256 > ${after} order by f.sha256 limit ${BATCH}`.execute(tx)
    if (rows.length === 0) return found
    after = rows.at(-1)!.sha256
    for (const { sha256, size, number } of rows) {
      const what = await fault(house, sha256, size)
      if (what)
        found.push({
          number: number ?? '(no ticket)',
          seq: null,
          what: `the file ${sha256.toString('hex').slice(0, 12)}… ${what}`,
        })
      each()
    }
  }
}

async function fault(house: House, sha256: Buffer, size: number): Promise<string | null> {
  const hash = createHash('sha256')
  let length = 0
  try {
    for await (const chunk of house.storage.stream(sha256)) {
      hash.update(chunk as Buffer)
      length += (chunk as Buffer).length
    }
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? 'is missing' : 'cannot be read'
  }
  return length === size && hash.digest().equals(sha256) ? null : 'was changed'
}

/** A difference as a sentence for whoever runs the command. */
export function tellDifference({ number, seq, messageId, what }: Difference): string {
  const where = seq === null ? '' : `, event ${seq}`
  const message = messageId === undefined ? '' : ` (message ${messageId})`
  return `Ticket ${number}${where}${message}: ${what}`
}
