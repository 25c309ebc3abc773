import { sql } from 'kysely'
import type { House } from '../house.ts'

/** Throws away what only time makes useless: counts of tries, answers to repeated requests. */
export async function cleanUp(house: House): Promise<void> {
  const now = house.now()
  const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
  await sql`delete from rate_limits where window_start < ${ago(1)}`.execute(house.db)
  await sql`delete from idempotency_keys where created_at < ${ago(48)}`.execute(house.db)
}
