import type { House } from '#platform'
import { numberOf } from '../numbers/number.ts'
import { type BatchOrder, MESSAGES_AT_MOST } from './make-batch.ts'

/** Case numbers of their days and identifiers for many tickets, by a short transaction of their own as `takeNumber` draws them. */
export async function draw(
  house: House,
  births: readonly { day: string; at: number }[],
): Promise<Pick<BatchOrder, 'births' | 'messageIds'>> {
  const counts = Map.groupBy(births, (birth) => birth.day)
  const { pool } = house.database
  const counters = await pool.query<{ day: string; last: number }>(
    `insert into number_counters as c (day, last) select * from unnest($1::date[], $2::int[]) order by 1
       on conflict (day) do update set last = c.last + excluded.last returning day::text, last`,
    [[...counts.keys()], [...counts.values()].map((list) => list.length)],
  )
  const next = new Map(counters.rows.map(({ day, last }) => [day, last - counts.get(day)!.length + 1]))
  const ids = await pool.query<{ id: number }>(`select nextval('tickets_id_seq') as id from generate_series(1, $1)`, [
    births.length,
  ])
  const messages = await pool.query<{ id: number }>(
    `select nextval('messages_id_seq') as id from generate_series(1, $1)`,
    [births.length * MESSAGES_AT_MOST],
  )
  const numbered = births.map(({ day, at }, i) => {
    const n = next.get(day)!
    next.set(day, n + 1)
    return { number: numberOf(day, n), ticketId: ids.rows[i]!.id, at }
  })
  return { births: numbered, messageIds: messages.rows.map((row) => row.id) }
}
