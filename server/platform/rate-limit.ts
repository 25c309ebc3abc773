import { sql } from 'kysely'
import type { House } from './house.ts'

export interface Limit {
  /** What is counted: `sign-in account …`. Nothing personal: give digests of addresses. */
  bucket: string
  most: number
}

const WINDOW_MS = 900_000

/**
 * Counts one try in each bucket, in every process together, before the thing itself is looked at: many at once cannot slip through.
 * A window of a quarter of an hour counts the share of the one before that still lies within the last fifteen minutes. Null: go on;
 * else the seconds after which to try again.
 */
export async function countTry(house: House, limits: readonly Limit[]): Promise<number | null> {
  const { now, start, before } = windows(house)
  const share = 1 - (now - start.getTime()) / WINDOW_MS
  const { rows } = await sql<{ bucket: string; count: number; earlier: number }>`
    insert into rate_limits as r (bucket, window_start, count)
    select b, ${start}, 1 from unnest(${limits.map((l) => l.bucket)}::text[]) as b order by b
    on conflict (bucket, window_start) do update set count = r.count + 1
    returning r.bucket, r.count,
      coalesce((select p.count from rate_limits p where p.bucket = r.bucket and p.window_start = ${before}), 0) as earlier`.execute(
    house.db,
  )
  const exceeded = limits.some(({ bucket, most }) => {
    const row = rows.find((one) => one.bucket === bucket)
    return row !== undefined && row.count + Math.min(row.earlier, most) * share > most
  })
  return exceeded ? Math.ceil((start.getTime() + WINDOW_MS - now) / 1000) : null
}

/** Takes one try back: it was none. */
export async function forgiveTry(house: House, limits: readonly Limit[]): Promise<void> {
  const { start } = windows(house)
  await sql`update rate_limits set count = greatest(count - 1, 0)
    where bucket = any(${limits.map((l) => l.bucket)}::text[]) and window_start = ${start}`.execute(house.db)
}

function windows(house: House): { now: number; start: Date; before: Date } {
  const now = house.now().getTime()
  const start = now - (now % WINDOW_MS)
  return { now, start: new Date(start), before: new Date(start - WINDOW_MS) }
}
