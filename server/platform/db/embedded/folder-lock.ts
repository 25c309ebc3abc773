import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Layout } from './layout.ts'

/** Any two numbers nobody else uses; advisory locks belong to a database, so always in `postgres`. */
const owner = [7261, 1] as const
const guest = [7261, 2] as const

/** SQLSTATEs of a server that is starting, stopping or has just lost a backend: ask again. */
const passing = new Set(['57P03', '57P01', '57P02'])
/** No socket yet, or no longer; a full backlog. */
const absent = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EAGAIN', 'EPIPE'])

export type Attempt = { state: 'connected'; client: Client } | { state: 'busy' } | { state: 'absent' }

/** One try to connect to the folder's server as its superuser. Throws what waiting does not mend, e.g. a wrong password. */
export async function tryConnect(layout: Layout, password: string, who: string): Promise<Attempt> {
  const client = new Client({
    host: layout.socketDir,
    port: 5432,
    user: 'postgres',
    database: 'postgres',
    password,
    application_name: who,
    connectionTimeoutMillis: 10_000,
  })
  // A lost connection is seen by its `end`; without a listener the error would end the process.
  client.on('error', () => {})
  try {
    await client.connect()
    return { state: 'connected', client }
  } catch (error) {
    await client.end().catch(() => {})
    const code = (error as { code?: string }).code ?? ''
    if (passing.has(code)) return { state: 'busy' }
    if (absent.has(code)) return { state: 'absent' }
    if (/terminated unexpectedly|timeout/i.test((error as Error).message)) return { state: 'busy' }
    throw error
  }
}

/** True when this connection now owns the folder, for as long as it lives. */
export async function own(client: Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as ours', [...owner])
  return rows[0].ours as boolean
}

/** Who owns the folder: the name that its connection gave. */
export async function ownerName(client: Client): Promise<string> {
  const { rows } = await client.query(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and classid = $1 and objid = $2 and granted limit 1`,
    [...owner],
  )
  return (rows[0]?.name as string | undefined) || 'another process'
}

/** Marks this connection as a guest of a server that another process owns. */
export async function beGuest(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1, $2)', [...guest])
}

/** Waits until no guest is left; new ones wait for us and then find the server gone. */
export async function waitForGuests(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock($1, $2)', [...guest])
}

/**
 * Holds the folder for the life of the app. When one backend is killed the server drops all sessions and is back in
 * part of a second: then the lock is taken again. `onLost` when somebody else has it by then.
 */
export class FolderLock {
  readonly #layout: Layout
  readonly #password: string
  readonly #who: string
  readonly #onLost: (holder: string) => void
  #client: Client
  #released = false

  constructor(layout: Layout, password: string, who: string, client: Client, onLost: (holder: string) => void) {
    this.#layout = layout
    this.#password = password
    this.#who = who
    this.#onLost = onLost
    this.#client = client
    this.#keep(client)
  }

  get client(): Client {
    return this.#client
  }

  /** The server is about to stop, or has stopped: a lost connection is no news any more. */
  release(): void {
    this.#released = true
  }

  async close(): Promise<void> {
    this.release()
    await this.#client.end().catch(() => {})
  }

  #keep(client: Client): void {
    client.once('end', () => {
      if (!this.#released) void this.#takeAgain()
    })
  }

  async #takeAgain(): Promise<void> {
    while (!this.#released) {
      const attempt = await tryConnect(this.#layout, this.#password, this.#who).catch(() => null)
      if (attempt?.state === 'connected') {
        try {
          if (!(await own(attempt.client))) return this.#onLost(await ownerName(attempt.client))
          this.#client = attempt.client
          return this.#keep(attempt.client)
        } catch {
          await attempt.client.end().catch(() => {})
        }
      }
      await wait(50)
    }
  }
}
