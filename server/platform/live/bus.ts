import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log.ts'

/** PostgreSQL refuses 8,000 bytes and more. */
const MOST_BYTES = 7_500
const HELLO = 'hello'

export interface Bus {
  /** Tells every process's handlers, this one's at once, the others' within milliseconds. Never inside a transaction. */
  publish(topic: string, message: unknown): void
  on(topic: string, handler: (message: never) => void): void
  /** What others said while the connection was away is lost: whoever keeps a copy of something fetches it again. */
  onGap(handler: () => void): void
  /** True while messages of other processes arrive. */
  readonly connected: boolean
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Fan-out between processes by LISTEN/NOTIFY. NOTIFY inside a working transaction would make all commits of the database
 * queue behind one lock, so messages are gathered for a few milliseconds and sent by a statement of their own.
 * A process that hears of no other does not send at all: the usual installation is one process.
 */
export function createBus(options: { pool: pg.Pool; connectionString: string; log: Log; listen: boolean }): Bus {
  const { pool, log } = options
  const self = randomBytes(6).toString('hex')
  const handlers = new Map<string, ((message: never) => void)[]>()
  const gapHandlers: (() => void)[] = []
  const peers = new Set<string>()
  let queue: string[] = []
  let flushing: Promise<void> | null = null
  let listener: pg.Client | null = null
  let connected = false
  let stopped = false

  function deliver(topic: string, message: unknown): void {
    for (const handler of handlers.get(topic) ?? []) {
      try {
        handler(message as never)
      } catch (err) {
        log.error({ err, topic }, 'A listener failed')
      }
    }
  }

  /** Whoever does not listen cannot know who else lives, and tells always. */
  const alone = () => options.listen && connected && peers.size === 0

  function send(topic: string, message: unknown): void {
    queue.push(JSON.stringify([topic, message]))
    flushing ??= wait(4)
      .then(flush)
      .finally(() => {
        flushing = null
      })
  }

  async function flush(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue
      queue = []
      const payloads = packed(self, batch)
      for (let tries = 1; ; tries++) {
        try {
          await pool.query(
            "select pg_notify('reda:' || current_schema(), payload) from unnest($1::text[]) as payload",
            [payloads],
          )
          break
        } catch (err) {
          if (tries === 3 || stopped) {
            log.warn({ err }, 'Other processes could not be told what happened; they fetch it when they are back')
            break
          }
          await wait(tries * 200)
        }
      }
    }
  }

  function receive(payload: string | undefined): void {
    const [from, ...entries] = JSON.parse(payload ?? '[]') as [string, ...[string, unknown][]]
    if (from === self) return
    for (const [topic, message] of entries) {
      if (topic === HELLO) greet(from)
      else deliver(topic, message)
    }
  }

  /** Until two processes know of each other, what one said may not have been sent: both then fetch again. */
  function greet(peer: string): void {
    if (peers.has(peer)) return
    peers.add(peer)
    send(HELLO, null)
    for (const handler of gapHandlers) handler()
  }

  async function connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: options.connectionString,
      application_name: 'reda listener',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    })
    client.on('error', () => client.end().catch(() => undefined))
    client.on('end', () => {
      if (listener !== client) return
      listener = null
      connected = false
      if (!stopped) void reconnect()
    })
    client.on('notification', ({ payload }) => receive(payload))
    try {
      await client.connect()
      const { rows } = await client.query<{ channel: string }>(
        "select quote_ident('reda:' || current_schema()) as channel",
      )
      await client.query(`listen ${rows[0]?.channel}`)
    } catch (error) {
      await client.end().catch(() => undefined)
      throw error
    }
    listener = client
    connected = true
    send(HELLO, null)
  }

  async function reconnect(): Promise<void> {
    for (let delay = 100; !stopped; delay = Math.min(delay * 2, 5_000)) {
      try {
        await connect()
        for (const handler of gapHandlers) handler()
        return
      } catch {
        await wait(delay, undefined, { ref: false })
      }
    }
  }

  return {
    publish(topic, message) {
      deliver(topic, message)
      if (!alone()) send(topic, message)
    },
    on(topic, handler) {
      handlers.set(topic, [...(handlers.get(topic) ?? []), handler])
    },
    onGap: (handler) => void gapHandlers.push(handler),
    get connected() {
      return connected
    },
    start: () => (options.listen ? connect() : Promise.resolve()),
    async stop() {
      stopped = true
      await flushing
      const client = listener
      listener = null
      connected = false
      await client?.end().catch(() => undefined)
    },
  }
}

/** Joins messages to payloads that fit, each with its sender first. */
function packed(self: string, batch: readonly string[]): string[] {
  const payloads: string[] = []
  let current = ''
  for (const original of batch) {
    // What does not fit becomes «something was missed»: true, and small.
    const entry = Buffer.byteLength(original) > MOST_BYTES - 50 ? '["live",{"kind":"gap"}]' : original
    if (current !== '' && Buffer.byteLength(current) + Buffer.byteLength(entry) > MOST_BYTES) {
      payloads.push(`["${self}"${current}]`)
      current = ''
    }
    current += `,${entry}`
  }
  payloads.push(`["${self}"${current}]`)
  return payloads
}
