import { isIP } from 'node:net'

/** How much one address may do in a window of time. */
export interface Limit {
  most: number
  windowMs: number
}

/** Counts by key in fixed windows; old keys go by themselves. Memory is bounded: a flood of new keys clears the oldest half. */
export class Counter {
  readonly #limit: Limit
  readonly #counts = new Map<string, { from: number; count: number }>()

  constructor(limit: Limit) {
    this.#limit = limit
  }

  /** Counts one more; false when that is too many. */
  allows(key: string, now: number): boolean {
    const known = this.#counts.get(key)
    if (!known || now - known.from >= this.#limit.windowMs) {
      if (this.#counts.size > 20_000) this.#forgetOldest()
      this.#counts.delete(key)
      this.#counts.set(key, { from: now, count: 1 })
      return true
    }
    known.count++
    return known.count <= this.#limit.most
  }

  #forgetOldest(): void {
    let left = this.#counts.size / 2
    for (const key of this.#counts.keys()) {
      if (left-- <= 0) return
      this.#counts.delete(key)
    }
  }
}

export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'))
}

/** IPv4 addresses count alone; of IPv6 a whole /64, because one sender has that many. */
export function limitKey(address: string): string {
  const plain = address.replace(/^::ffff:/i, '')
  if (isIP(plain) !== 6) return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = plain.includes('::') ? [...left, ...Array(8 - left.length - right.length).fill('0'), ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
