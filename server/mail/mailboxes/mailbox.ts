import type { Selectable } from 'kysely'
import type { Mailbox as MailboxAnswer } from '#contract'
import type { DB, Db, House, Tx } from '#platform'
import { MailboxSettings } from '../settings.ts'
import { type ImapConnection, openConnection, type SmtpConnection, withoutSecrets } from './connection.ts'

export interface Mailbox {
  id: number
  address: string
  name: string
  teamId: number | null
  active: boolean
  imap: Record<string, unknown> | null
  smtp: Record<string, unknown> | null
  settings: MailboxSettings
  lastReceivedAt: Date | null
  health: Record<string, unknown>
}

export function mailboxFrom(row: Selectable<DB['mailboxes']>): Mailbox {
  const settings = MailboxSettings.safeParse(row.settings)
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    teamId: row.team_id,
    active: row.active,
    imap: row.imap as Record<string, unknown> | null,
    smtp: row.smtp as Record<string, unknown> | null,
    // A setting that an older version wrote must not stop the mail.
    settings: settings.success ? settings.data : MailboxSettings.parse({}),
    lastReceivedAt: row.last_received_at,
    health: (row.health ?? {}) as Record<string, unknown>,
  }
}

/** As the API gives it: without anything that must stay secret. */
export function mailboxAnswer(mailbox: Mailbox): MailboxAnswer {
  const { dkim, ...settings } = mailbox.settings
  return {
    id: mailbox.id,
    address: mailbox.address,
    name: mailbox.name,
    teamId: mailbox.teamId,
    active: mailbox.active,
    imap: withoutSecrets(mailbox.imap),
    smtp: withoutSecrets(mailbox.smtp),
    settings: {
      ...settings,
      dkim: dkim && { domain: dkim.domain, selector: dkim.selector, publicKey: dkim.publicKey },
    },
    lastReceivedAt: mailbox.lastReceivedAt?.toISOString() ?? null,
    health: mailbox.health,
  }
}

/** Where a secret of a mailbox belongs; it opens nowhere else. */
export function placeOf(mailboxId: number, road: 'imap' | 'smtp' | 'dkim'): string {
  return `mailboxes.${mailboxId}.${road}`
}

export function imapOf(house: House, mailbox: Mailbox): ImapConnection | null {
  return mailbox.imap && openConnection(house.secrets, placeOf(mailbox.id, 'imap'), mailbox.imap)
}

export function smtpOf(house: House, mailbox: Mailbox): SmtpConnection | null {
  return mailbox.smtp && openConnection(house.secrets, placeOf(mailbox.id, 'smtp'), mailbox.smtp)
}

export async function allMailboxes(db: Db | Tx): Promise<Mailbox[]> {
  return (await db.selectFrom('mailboxes').selectAll().orderBy('id').execute()).map(mailboxFrom)
}

export async function mailboxById(db: Db | Tx, id: number): Promise<Mailbox | null> {
  const row = await db.selectFrom('mailboxes').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? mailboxFrom(row) : null
}

interface Known {
  readAt: number
  byAddress: Map<string, Mailbox>
}
const FRESH_MS = 2_000
const known = new WeakMap<House, Known>()

export function forgetMailboxes(house: House): void {
  known.delete(house)
}

/**
 * The active mailboxes by address. A copy is believed for two seconds; pass `mustKnow` to look again when an address is not among
 * them, so that a mailbox added by another process a moment ago is not refused.
 */
export async function activeMailboxes(house: House, mustKnow?: string): Promise<Map<string, Mailbox>> {
  const copy = known.get(house)
  const fresh = copy !== undefined && Date.now() - copy.readAt < FRESH_MS
  if (fresh && (mustKnow === undefined || copy.byAddress.has(mustKnow))) return copy.byAddress
  const readAt = Date.now()
  const all = await allMailboxes(house.db)
  const byAddress = new Map(all.filter((mailbox) => mailbox.active).map((mailbox) => [mailbox.address, mailbox]))
  known.set(house, { readAt, byAddress })
  return byAddress
}
