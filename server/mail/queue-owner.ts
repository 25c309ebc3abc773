import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { House } from '#platform'

/** Class of the advisory locks that processes hold while they work on mails. */
const LOCK_CLASS = 72614
const IMAP_CLASS = 72616
const CHANNEL = 'reda_mail'

/** What may have changed: mails to bring away, mails to send, mailboxes to fetch. */
export type MailQueue = 'inbound' | 'outbound' | 'mailboxes'
const QUEUES: readonly MailQueue[] = ['inbound', 'outbound', 'mailboxes']

/**
 * This process as an owner of queued mails. Its number is an advisory lock held by a connection of its own: when the process dies,
 * however it dies, the lock goes with it and others take its mails at once, without waiting for a lease to run out.
 */
export interface QueueOwner {
  id: number
  on(queue: MailQueue, listener: () => void): void
  /** Is this IMAP mailbox this process's to fetch? One process holds it, as long as it lives. */
  holds(mailboxId: number): Promise<boolean>
  /** Lets another process have it. */
  release(mailboxId: number): Promise<void>
  close(): Promise<void>
}

export async function becomeOwner(house: House): Promise<QueueOwner> {
  const id = randomInt(1, 2 ** 31 - 1)
  const listeners: Record<MailQueue, (() => void)[]> = { inbound: [], outbound: [], mailboxes: [] }
  let closed = false
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null
  /** Locks belong to the connection: a new one starts with none. */
  let held = new Set<number>()

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: house.database.connectionString, application_name: 'reda mail' })
    // A client without this listener takes the process down when its connection breaks.
    next.on('error', () => undefined)
    next.on('end', () => {
      if (client === next) client = null
      if (!closed) retry = setTimeout(() => void again(), 1_000)
    })
    next.on('notification', ({ payload }) => {
      const queue = QUEUES.find((one) => one === payload)
      if (queue) for (const listener of listeners[queue]) listener()
    })
    await next.connect()
    await next.query(`select pg_advisory_lock($1, $2)`, [LOCK_CLASS, id])
    await next.query(`listen ${CHANNEL}`)
    held = new Set()
    client = next
  }
  async function again(): Promise<void> {
    try {
      await connect()
      for (const queue of QUEUES) for (const listener of listeners[queue]) listener()
    } catch (err) {
      house.log.warn({ err }, 'The mail queues are not listened to; trying again')
      if (!closed) retry = setTimeout(() => void again(), 2_000)
    }
  }
  await connect()
  return {
    id,
    on: (queue, listener) => void listeners[queue].push(listener),
    async holds(mailboxId) {
      if (client === null) return false
      if (held.has(mailboxId)) return true
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, $2) as got', [
        IMAP_CLASS,
        mailboxId,
      ])
      if (rows[0]?.got) held.add(mailboxId)
      return held.has(mailboxId)
    },
    async release(mailboxId) {
      if (held.delete(mailboxId)) await client?.query('select pg_advisory_unlock($1, $2)', [IMAP_CLASS, mailboxId])
    },
    async close() {
      closed = true
      if (retry) clearTimeout(retry)
      await client?.end()
    },
  }
}

/** Tells the processes that work on mail; best effort, they also look by themselves every few seconds. */
export function wake(house: House, queue: MailQueue): void {
  sql`select pg_notify(${CHANNEL}, ${queue})`.execute(house.db).catch(() => undefined)
}

/** True for rows that nobody alive works on; of this owner's own those that are not in `mine` were left in an outage. */
export function unclaimed(owner: number, mine: readonly number[]) {
  return sql<boolean>`(claimed_by is null or (claimed_by = ${owner} and id <> all(${[...mine]}::bigint[])) or claimed_by not in (
    select objid::bigint from pg_locks where locktype = 'advisory' and classid = ${LOCK_CLASS} and granted and objid is not null))`
}
