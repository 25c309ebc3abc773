import { sql } from 'kysely'
import { type House, transact } from '#platform'

export interface ArrivedMail {
  mailboxId: number | null
  road: 'smtp' | 'imap' | 'upload'
  raw: Buffer
  envelopeFrom: string | null
  envelopeTo: readonly string[]
  remoteAddress: string | null
  session?: Record<string, unknown>
  imapKey?: string
}

interface Waiting {
  mail: ArrivedMail
  stored: { sha256: Buffer; size: number }
  resolve(id: number | null): void
  reject(error: unknown): void
}

/** Mails that arrive while a commit is under way share the next one: one flush of the log for several. */
const MOST_AT_ONCE = 50
const queues = new WeakMap<House, { waiting: Waiting[]; running: boolean }>()

/**
 * Stores a mail so that nothing can lose it any more: the bytes first, then the row, both durable. Only then may anyone say yes.
 * Null when an IMAP mail was stored already.
 */
export async function storeInbound(house: House, mail: ArrivedMail): Promise<number | null> {
  const stored = await house.storage.put(mail.raw)
  const queue = queues.get(house) ?? { waiting: [], running: false }
  queues.set(house, queue)
  return new Promise((resolve, reject) => {
    queue.waiting.push({ mail, stored, resolve, reject })
    if (!queue.running) void work(house, queue)
  })
}

async function work(house: House, queue: { waiting: Waiting[]; running: boolean }): Promise<void> {
  queue.running = true
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, MOST_AT_ONCE)
    try {
      const ids = await insert(house, batch)
      for (const [i, one] of batch.entries()) one.resolve(ids[i]!)
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error)
      else for (const one of batch) await insert(house, [one]).then(([id]) => one.resolve(id!), one.reject)
    }
  }
  queue.running = false
}

async function insert(house: House, batch: readonly Waiting[]): Promise<(number | null)[]> {
  const now = house.now()
  return transact(house, async (tx) => {
    // In one order everywhere, so that two batches with the same files cannot wait for each other.
    const files = new Map(batch.map(({ stored }) => [stored.sha256.toString('hex'), stored]))
    for (const hex of [...files.keys()].sort()) await house.storage.remember(tx, files.get(hex)!)
    const rows = batch.map(({ mail, stored }, n) => ({
      n,
      mailboxId: mail.mailboxId,
      road: mail.road,
      sha256: stored.sha256.toString('hex'),
      size: stored.size,
      from: mail.envelopeFrom,
      to: mail.envelopeTo,
      remote: mail.remoteAddress,
      session: mail.session ?? {},
      imapKey: mail.imapKey ?? null,
    }))
    const inserted = await sql<{ id: number; n: number }>`
      with given as materialized (
        select nextval(pg_get_serial_sequence('inbound_mails', 'id')) as id, g.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (
          n int, "mailboxId" bigint, road text, sha256 text, size bigint, "from" text, "to" jsonb, remote text, session jsonb, "imapKey" text)
      ), stored as (
        insert into inbound_mails (id, mailbox_id, road, raw_sha256, size, envelope_from, envelope_to, remote_address, session, imap_key, received_at, next_attempt_at)
        overriding system value
        select id, "mailboxId", road, decode(sha256, 'hex'), size, "from", array(select jsonb_array_elements_text("to")), remote,
          session, "imapKey", ${now}, ${now}
        from given
        on conflict do nothing
        returning id
      )
      select id, n from stored join given using (id)`.execute(tx)
    const ids: (number | null)[] = batch.map(() => null)
    for (const row of inserted.rows) ids[row.n] = row.id
    for (const [n, { mail }] of batch.entries()) if (ids[n]) keepRecent(house, ids[n], mail.raw)
    return ids
  })
}

interface Recent {
  raws: Map<number, Buffer>
  bytes: number
}
const recents = new WeakMap<House, Recent>()
const MOST_RECENT_BYTES = 16 * 1024 * 1024

/** Keeps the bytes of mails that came a moment ago, so that they need not be read back from the disk at once. Bounded. */
function keepRecent(house: House, id: number, raw: Buffer): void {
  if (raw.length > MOST_RECENT_BYTES / 8) return
  const recent = recents.get(house) ?? { raws: new Map<number, Buffer>(), bytes: 0 }
  recents.set(house, recent)
  recent.raws.set(id, raw)
  recent.bytes += raw.length
  for (const oldest of recent.raws.keys()) {
    if (recent.bytes <= MOST_RECENT_BYTES) return
    recentRaw(house, oldest)
  }
}

/** Gives the bytes once. */
export function recentRaw(house: House, id: number): Buffer | null {
  const recent = recents.get(house)
  const raw = recent?.raws.get(id)
  if (!recent || !raw) return null
  recent.raws.delete(id)
  recent.bytes -= raw.length
  return raw
}
