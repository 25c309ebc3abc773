import type { ImapFlow } from 'imapflow'
import type { House } from '#platform'
import { causeOf } from '../mailboxes/causes.ts'
import { noteHealth } from '../mailboxes/health.ts'
import { allMailboxes, imapOf, type Mailbox } from '../mailboxes/mailbox.ts'
import type { QueueOwner } from '../queue-owner.ts'
import { connectImap } from './imap-connect.ts'
import { fetchFolder } from './imap-fetch.ts'

/** How often mailboxes are looked up: an added one is fetched from within this time. */
const LOOK_MS = 5_000
/** Without IDLE, and for further folders: how often is asked. */
const POLL_MS = 30_000
const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 5 * 60_000

export interface ImapWatching {
  close(): Promise<void>
}

interface Watch {
  made: string
  stop(): Promise<void>
}

/** Fetches from every mailbox that has an IMAP server; each is one process's, and begins anew when its settings change. */
export function watchImap(house: House, owner: QueueOwner, onStored: () => void): ImapWatching {
  const watches = new Map<number, Watch>()
  let closed = false
  let looking: Promise<void> | null = null

  async function look(): Promise<void> {
    try {
      const mailboxes = (await allMailboxes(house.db)).filter((mailbox) => mailbox.active && mailbox.imap !== null)
      for (const mailbox of mailboxes) {
        const made = JSON.stringify([mailbox.imap, mailbox.address])
        const running = watches.get(mailbox.id)
        if (running?.made === made) continue
        await running?.stop()
        watches.delete(mailbox.id)
        if (!closed && (await owner.holds(mailbox.id)))
          watches.set(mailbox.id, { made, stop: watch(house, mailbox, onStored) })
      }
      for (const [id, running] of watches) {
        if (mailboxes.some((mailbox) => mailbox.id === id)) continue
        watches.delete(id)
        await running.stop()
        await owner.release(id)
      }
    } catch (err) {
      house.log.warn({ err }, 'The mailboxes could not be looked at')
    }
  }
  let again = false
  const tick = () => {
    again = true
    looking ??= (async () => {
      while (again && !closed) {
        again = false
        await look()
      }
    })().finally(() => {
      looking = null
    })
  }
  const timer = setInterval(tick, LOOK_MS)
  owner.on('mailboxes', tick)
  tick()
  return {
    async close() {
      closed = true
      clearInterval(timer)
      await looking
      await Promise.all([...watches.values()].map((running) => running.stop()))
    },
  }
}

/** Keeps one mailbox fetched, through lost connections and refused sign-ins; answers how to stop. */
function watch(house: House, mailbox: Mailbox, onStored: () => void): () => Promise<void> {
  let stopped = false
  let client: ImapFlow | null = null
  let wakeUp: () => void = () => undefined
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wakeUp = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  async function run(): Promise<void> {
    let wait = FIRST_WAIT_MS
    while (!stopped) {
      const connection = imapOf(house, mailbox)
      if (!connection) return
      try {
        client = await connectImap(house, connection)
        if (connection.after === 'move') await client.mailboxCreate(connection.moveTo).catch(() => undefined)
        while (!stopped && client.usable) {
          const skipped: string[] = []
          for (const folder of connection.folders) {
            skipped.push(
              ...(await fetchFolder(
                { house, client, mailboxId: mailbox.id, connection, onStored, stopped: () => stopped },
                folder,
              )),
            )
          }
          await noteHealth(house, mailbox, 'imap', skipped[0] ?? null)
          wait = FIRST_WAIT_MS
          if (!stopped) await untilSomethingMayBeNew(client, connection.folders[0]!)
        }
      } catch (error) {
        const { words, cause } = causeOf(error, connection)
        if (!stopped) {
          house.log.warn({ mailbox: mailbox.id, cause, err: error }, 'A mailbox could not be fetched')
          await noteHealth(house, mailbox, 'imap', words).catch(() => undefined)
        }
      } finally {
        client?.close()
        client = null
      }
      if (!stopped) await rest(wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
    }
  }

  /** IDLE tells at once (RFC 2177); a server that cannot, or says nothing, is asked after a while. */
  async function untilSomethingMayBeNew(open: ImapFlow, folder: string): Promise<void> {
    const lock = await open.getMailboxLock(folder)
    let news: () => void = () => undefined
    const heard = new Promise<void>((resolve) => {
      news = resolve
    })
    open.on('exists', news)
    open.on('close', news)
    try {
      const idle = open.idle().catch(() => undefined)
      await Promise.race([heard, rest(POLL_MS)])
      // Any command ends the idling.
      if (open.usable && !stopped) await open.noop()
      await idle
    } finally {
      open.off('exists', news)
      open.off('close', news)
      lock.release()
    }
  }

  const running = run().catch((err) => house.log.error({ err, mailbox: mailbox.id }, 'Fetching a mailbox ended'))
  return async () => {
    stopped = true
    wakeUp()
    client?.close()
    await running
  }
}
