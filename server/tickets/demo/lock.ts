import { type House, Problem } from '#platform'

/** Any number that only the sample data uses. */
const LOCK = 726108

/** One at a time fills in or removes: another one hears so at once. */
export async function alone<T>(house: House, work: () => Promise<T>): Promise<T> {
  const client = await house.database.pool.connect()
  try {
    const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [LOCK])
    if (!rows[0]!.free)
      throw new Problem(409, 'conflict', { detail: 'The sample data is being filled in or removed just now.' })
    try {
      return await work()
    } finally {
      await client.query('select pg_advisory_unlock($1)', [LOCK])
    }
  } finally {
    client.release()
  }
}
