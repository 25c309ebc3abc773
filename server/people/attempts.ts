import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { countTry, forgiveTry, type House, type Limit, Problem } from '#platform'

/** Tries in any fifteen minutes: for one account, and from one address. */
const MOST = { account: 10, address: 20 }

/** Counts a try to sign in before the password is looked at. Refuses with the same words whether the account exists or not. */
export async function countAttempt(house: House, email: string, address: string): Promise<void> {
  const retryAfter = await countTry(house, limitsOf(email, address))
  if (retryAfter !== null) throw new Problem(429, 'too-many-tries', { extra: { retryAfter } })
}

/** A right password was no guess. */
export async function forgiveAttempt(house: House, email: string, address: string): Promise<void> {
  await forgiveTry(house, limitsOf(email, address))
}

function limitsOf(email: string, address: string): Limit[] {
  const digest = (text: string) => createHash('sha256').update(text).digest('base64url')
  // One connection of IPv6 has 2^64 addresses; the network counts.
  const network = isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address
  return [
    { bucket: `sign-in account ${digest(canonicalEmail(email))}`, most: MOST.account },
    { bucket: `sign-in address ${digest(network)}`, most: MOST.address },
  ]
}

/** One account is one account, however its address is typed. */
export function canonicalEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase()
}
