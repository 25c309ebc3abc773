import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import { type House, Problem } from '#platform'

const WINDOW_MS = 900_000
/** Tries in any fifteen minutes: for one account, and from one address. */
const MOST = { account: 10, address: 20 }

/**
 * Counts a try before the password is looked at, so that many at once cannot slip through. A window counts the share of the one
 * before that still lies within fifteen minutes. Refuses with the same words whether the account exists or not.
 */
export async function countAttempt(house: House, email: string, address: string): Promise<void> {
  const now = house.now().getTime()
  const start = new Date(now - (now % WINDOW_MS))
  const before = new Date(start.getTime() - WINDOW_MS)
  const share = 1 - (now % WINDOW_MS) / WINDOW_MS
  const buckets = bucketsOf(email, address)
  const { rows } = await sql<{ bucket: string; count: number; earlier: number }>`
    insert into rate_limits as r (bucket, window_start, count)
    select b, ${start}, 1 from unnest(${buckets}::text[]) as b order by b
    on conflict (bucket, window_start) do update set count = r.count + 1
    returning r.bucket, r.count,
      coalesce((select p.count from rate_limits p where p.bucket = r.bucket and p.window_start = ${before}), 0) as earlier`.execute(
    house.db,
  )
  for (const { bucket, count, earlier } of rows) {
    const most = bucket.startsWith('sign-in account') ? MOST.account : MOST.address
    if (count + Math.min(earlier, most) * share > most) {
      const retryAfter = Math.ceil((start.getTime() + WINDOW_MS - now) / 1000)
      throw new Problem(429, 'too-many-tries', { extra: { retryAfter } })
    }
  }
}

/** A right password was no guess. */
export async function forgiveAttempt(house: House, email: string, address: string): Promise<void> {
  const now = house.now().getTime()
  const start = new Date(now - (now % WINDOW_MS))
  await sql`update rate_limits set count = greatest(count - 1, 0)
    where bucket = any(${bucketsOf(email, address)}::text[]) and window_start = ${start}`.execute(house.db)
}

function bucketsOf(email: string, address: string): string[] {
  // Addresses are personal data: the table holds a digest.
  const account = createHash('sha256').update(canonicalEmail(email)).digest('base64url')
  const network = isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
  return [`sign-in account ${account}`, `sign-in address ${createHash('sha256').update(network).digest('base64url')}`]
}

/** One account is one account, however its address is typed. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}
