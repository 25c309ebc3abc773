import type { ImapFlow } from 'imapflow'
import { sql } from 'kysely'
import type { House } from '#platform'
import type { ImapConnection } from '../mailboxes/connection.ts'
import { noteReceived } from '../mailboxes/health.ts'
import { LARGEST_FETCH } from './imap-connect.ts'
import { storeInbound } from './store-inbound.ts'

const DAY_MS = 24 * 60 * 60_000
/** When a server counts its mails anew (UIDVALIDITY), this much is looked at again; what is known already is recognised. */
const AGAIN_DAYS = 14
const SIZES_AT_ONCE = 200

export interface Fetching {
  house: House
  client: ImapFlow
  mailboxId: number
  connection: ImapConnection
  onStored(): void
  stopped(): boolean
}

/** Fetches what is new in a folder: each mail is stored durably, then marked at the server, then noted as read. Gives what it skipped. */
export async function fetchFolder(fetching: Fetching, folder: string): Promise<string[]> {
  const { client, house, mailboxId } = fetching
  const lock = await client.getMailboxLock(folder)
  try {
    if (!client.mailbox) throw new Error(`The folder ${folder} is not open`)
    const { uidValidity, uidNext, exists } = client.mailbox
    const validity = Number(uidValidity)
    const known = await stateOf(house, mailboxId, folder)
    let after = known?.uidValidity === validity ? known.lastUid : 0
    let since: Date | null = null
    if (known === null) {
      if (fetching.connection.importDays === 0) {
        // Only what comes from now on; a server that does not say what its next number is, is asked for its last.
        after = uidNext ? uidNext - 1 : 0
        await note(house, mailboxId, folder, validity, after)
      } else since = new Date(house.now().getTime() - fetching.connection.importDays * DAY_MS)
    } else if (known.uidValidity !== validity) since = new Date(house.now().getTime() - AGAIN_DAYS * DAY_MS)
    if (exists === 0) return []
    const found = await client.search({ uid: `${after + 1}:*`, ...(since ? { since } : {}) }, { uid: true })
    const uids = (found || []).filter((uid) => uid > after).sort((a, b) => a - b)
    const skipped: string[] = []
    for (let n = 0; n < uids.length && !fetching.stopped(); n += SIZES_AT_ONCE) {
      skipped.push(...(await fetchSome(fetching, folder, validity, uids.slice(n, n + SIZES_AT_ONCE))))
    }
    if (uids.length === 0 && since) await note(house, mailboxId, folder, validity, uidNext ? uidNext - 1 : 0)
    return skipped
  } finally {
    lock.release()
  }
}

async function fetchSome(
  fetching: Fetching,
  folder: string,
  validity: number,
  uids: readonly number[],
): Promise<string[]> {
  const { client, house, mailboxId } = fetching
  const sizes = new Map<number, number>()
  for await (const { uid, size } of client.fetch(uids.join(','), { uid: true, size: true }, { uid: true }))
    sizes.set(uid, size ?? 0)
  const skipped: string[] = []
  for (const uid of uids) {
    if (fetching.stopped()) break
    if ((sizes.get(uid) ?? 0) > LARGEST_FETCH)
      skipped.push(`Mail ${uid} in ${folder} is larger than ${LARGEST_FETCH} bytes and stays there`)
    else if (sizes.has(uid)) {
      const mail = await client.fetchOne(String(uid), { uid: true, source: true }, { uid: true })
      // Somebody took it away meanwhile.
      if (mail && mail.source !== undefined) {
        await storeInbound(house, {
          mailboxId,
          road: 'imap',
          raw: mail.source,
          envelopeFrom: null,
          envelopeTo: [],
          remoteAddress: null,
          session: { folder },
          imapKey: `${folder}:${validity}:${uid}`,
        })
        noteReceived(house, mailboxId)
        fetching.onStored()
        await mark(fetching, uid)
      }
    }
    await note(house, mailboxId, folder, validity, uid)
  }
  return skipped
}

async function mark({ client, connection }: Fetching, uid: number): Promise<void> {
  const range = String(uid)
  switch (connection.after) {
    case 'seen':
      await client.messageFlagsAdd(range, ['\\Seen'], { uid: true })
      return
    case 'delete':
      await client.messageDelete(range, { uid: true })
      return
    case 'move':
      await client.messageMove(range, connection.moveTo, { uid: true })
      return
    case 'nothing':
  }
}

async function stateOf(
  house: House,
  mailboxId: number,
  folder: string,
): Promise<{ uidValidity: number; lastUid: number } | null> {
  const row = await house.db
    .selectFrom('mailbox_folders')
    .select(['uid_validity', 'last_uid'])
    .where('mailbox_id', '=', mailboxId)
    .where('folder', '=', folder)
    .executeTakeFirst()
  return row ? { uidValidity: row.uid_validity, lastUid: row.last_uid } : null
}

async function note(house: House, mailboxId: number, folder: string, validity: number, uid: number): Promise<void> {
  await sql`
    insert into mailbox_folders (mailbox_id, folder, uid_validity, last_uid) values (${mailboxId}, ${folder}, ${validity}, ${uid})
    on conflict (mailbox_id, folder) do update set uid_validity = excluded.uid_validity,
      last_uid = case when mailbox_folders.uid_validity = excluded.uid_validity then greatest(mailbox_folders.last_uid, excluded.last_uid)
        else excluded.last_uid end`.execute(house.db)
}
