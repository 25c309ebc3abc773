import { generateKeyPairSync } from 'node:crypto'
import { type Actor, afterCommit, houseOf, InvalidInput, NotFound, Problem, type Tx } from '#platform'
import { wake } from '../queue-owner.ts'
import { MailboxSettings } from '../settings.ts'
import { readImap, readSmtp, sealConnection } from './connection.ts'
import { forgetMailboxes, type Mailbox, mailboxById, placeOf } from './mailbox.ts'

export interface MailboxInput {
  address: string
  name: string
  teamId?: number | null
  imap?: string | Record<string, unknown> | null
  smtp?: string | Record<string, unknown> | null
  settings?: Record<string, unknown>
}

/** Adds a mailbox: from now on mail to its address (plus-addresses included) is taken. Refuses with address-taken. */
export async function addMailbox(tx: Tx, actor: Actor, input: MailboxInput): Promise<Mailbox> {
  const address = input.address.trim().toLowerCase()
  if (address.split('@')[0]!.includes('+')) {
    throw new InvalidInput('address', 'Leave out the part after the plus sign; it is understood')
  }
  const row = await tx
    .insertInto('mailboxes')
    .values({ address, name: input.name })
    .onConflict((conflict) => conflict.column('address').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Problem(409, 'address-taken')
  return changeMailbox(tx, actor, row.id, { ...input, address: undefined, name: undefined })
}

export interface MailboxChange extends Partial<MailboxInput> {
  active?: boolean
}

export async function changeMailbox(tx: Tx, _actor: Actor, id: number, change: MailboxChange): Promise<Mailbox> {
  const house = houseOf(tx)
  const stored = await tx.selectFrom('mailboxes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!stored) throw new NotFound()
  const connection = (road: 'imap' | 'smtp', input: string | Record<string, unknown> | null) =>
    input === null
      ? null
      : sealConnection(
          house.secrets,
          placeOf(id, road),
          road === 'imap' ? readImap(input) : readSmtp(input),
          stored[road] as Record<string, unknown> | null,
        )
  const settings = change.settings && mergedSettings(stored.settings as Record<string, unknown>, change.settings)
  const set = {
    ...(change.address === undefined ? {} : { address: change.address.trim().toLowerCase() }),
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.teamId === undefined ? {} : { team_id: change.teamId }),
    ...(change.active === undefined ? {} : { active: change.active }),
    ...(change.imap === undefined ? {} : { imap: json(connection('imap', change.imap)) }),
    ...(change.smtp === undefined ? {} : { smtp: json(connection('smtp', change.smtp)) }),
    ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }),
  }
  if (Object.keys(set).length > 0) {
    try {
      await tx.updateTable('mailboxes').set(set).where('id', '=', id).execute()
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string }
      if (code === '23505') throw new Problem(409, 'address-taken')
      if (code === '23503' && constraint?.includes('team')) throw new InvalidInput('teamId', 'There is no such team')
      throw error
    }
  }
  afterCommit(tx, () => {
    forgetMailboxes(house)
    wake(house, 'mailboxes')
  })
  return (await mailboxById(tx, id))!
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value)
}

/** What is not named stays. The DKIM key is made here and never taken from outside. */
function mergedSettings(stored: Record<string, unknown>, change: Record<string, unknown>): MailboxSettings {
  const { dkim: _dkim, ...given } = change
  const unknown = Object.keys(given).find((key) => !(key in MailboxSettings.shape))
  if (unknown !== undefined) throw new InvalidInput(`settings.${unknown}`, 'There is no such setting')
  const parsed = MailboxSettings.safeParse({ ...stored, ...given })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new InvalidInput(['settings', ...issue.path].join('.'), issue.message)
}

/** Makes a DKIM key for the mailbox's domain and gives the DNS record that must be published. Replaces an earlier key. */
export async function makeDkimKey(tx: Tx, id: number, selector: string): Promise<{ name: string; value: string }> {
  const house = houseOf(tx)
  const mailbox = await mailboxById(tx, id)
  if (!mailbox) throw new NotFound()
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const domain = mailbox.address.split('@')[1]!
  const dkim = {
    domain,
    selector,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey: house.secrets.seal(privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, placeOf(id, 'dkim')),
  }
  await tx
    .updateTable('mailboxes')
    .set({ settings: JSON.stringify({ ...mailbox.settings, dkim }) })
    .where('id', '=', id)
    .execute()
  afterCommit(tx, () => forgetMailboxes(house))
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${dkim.publicKey}` }
}
