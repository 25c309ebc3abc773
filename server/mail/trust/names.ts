import { promises as dns } from 'node:dns'

/** Asks the domain name system; refuses with the codes of node:dns (ENOTFOUND, ENODATA, ETIMEOUT, …). */
export type Resolve = (name: string, type: string) => Promise<string[][] | string[]>

const FOUND_MS = 5 * 60_000
const ABSENT_MS = 60_000
const TRIES_BEFORE_REST = 5
const REST_MS = 60_000
const MOST_KEPT = 5_000

class NameError extends Error {
  readonly code: string
  constructor(code: string, name: string) {
    super(`${name}: ${code}`)
    this.code = code
  }
}

/**
 * A resolver that mail can wait for: two seconds a question, answers kept for minutes, and after five silences in a row a minute's
 * rest, in which nothing is asked at all: without a network, mail must flow as before.
 */
export function createResolver(servers: readonly string[]): Resolve {
  const resolver = new dns.Resolver({ timeout: 1_000, tries: 2 })
  if (servers.length > 0) resolver.setServers([...servers])
  const kept = new Map<string, { until: number; answer: Promise<string[][] | string[]> }>()
  let silences = 0
  let restUntil = 0

  async function ask(name: string, type: string): Promise<string[][] | string[]> {
    if (Date.now() < restUntil) throw new NameError('ETIMEOUT', name)
    try {
      const answer = (await resolver.resolve(name, type)) as string[][] | string[]
      silences = 0
      return answer
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code === 'ENOTFOUND' || code === 'ENODATA' || code === 'EBADNAME') silences = 0
      else if (++silences >= TRIES_BEFORE_REST) {
        silences = 0
        restUntil = Date.now() + REST_MS
      }
      throw error
    }
  }

  return (name, type) => {
    const key = `${type} ${name.toLowerCase()}`
    const now = Date.now()
    const known = kept.get(key)
    if (known && known.until > now) return known.answer
    const answer = ask(name, type)
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
    const entry = { until: now + FOUND_MS, answer }
    kept.set(key, entry)
    answer.catch((error: { code?: string }) => {
      // What does not exist may exist soon; what was not answered is asked again with the next mail.
      if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') entry.until = Date.now() + ABSENT_MS
      else if (kept.get(key) === entry) kept.delete(key)
    })
    return answer
  }
}
