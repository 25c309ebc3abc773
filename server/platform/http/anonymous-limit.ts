import { Problem } from '../problem.ts'

const WINDOW_MS = 60_000
const MOST = 600
const MOST_ADDRESSES = 10_000

/** Counts requests that nobody signed, per address and minute, and refuses too many. Signed ones pass: a busy office is one address. */
export function createAnonymousLimit(now: () => number = Date.now): { count(address: string): void } {
  let since = 0
  let counts = new Map<string, number>()
  return {
    count(address) {
      if (now() - since >= WINDOW_MS || counts.size >= MOST_ADDRESSES) {
        since = now()
        counts = new Map()
      }
      const count = (counts.get(address) ?? 0) + 1
      counts.set(address, count)
      if (count > MOST) {
        throw new Problem(429, 'too-many-tries', {
          extra: { retryAfter: Math.ceil((since + WINDOW_MS - now()) / 1000) },
        })
      }
    },
  }
}
