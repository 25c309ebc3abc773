import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { afterCommit, type House, houseOf, type Tx } from '#platform'
import { wake } from '../queue-owner.ts'
import { replyKeys } from '../settings.ts'
import { currentKey, loopMark, replyToken, type TokenHolder, ticketMessageId } from '../threading/tokens.ts'
import type { OutboundContent } from './content.ts'

/** Retries end after five days (RFC 5321, 4.5.4.1, asks for four to five). */
export const GIVE_UP_MS = 5 * 24 * 60 * 60_000

export interface QueuedMail {
  kind: 'reply' | 'acknowledgement' | 'notification' | 'heartbeat' | 'test'
  mailboxId: number | null
  ticketId: number | null
  messageId: number | null
  messageIdHeader: string
  content: OutboundContent
  recipients: { address: string; kind: 'to' | 'cc' | 'bcc' }[]
  sendAfter: Date
}

/** Puts a mail into the outbox, once for each message: null when it is there already. */
export async function queueMail(tx: Tx, mail: QueuedMail): Promise<number | null> {
  const house = houseOf(tx)
  const now = house.now()
  const unique = new Map(mail.recipients.map((recipient) => [recipient.address.toLowerCase(), recipient]))
  const { rows } = await sql<{ id: number }>`
    with mail as (
      insert into outbound_mails (message_id, ticket_id, mailbox_id, message_id_header, kind, send_after, give_up_at, content, created_at)
      values (${mail.messageId}, ${mail.ticketId}, ${mail.mailboxId}, ${mail.messageIdHeader}, ${mail.kind}, ${mail.sendAfter},
        ${new Date(Math.max(now.getTime(), mail.sendAfter.getTime()) + GIVE_UP_MS)}, ${JSON.stringify(mail.content)}::jsonb, ${now})
      on conflict (message_id) where message_id is not null do nothing
      returning id
    ), recipients as (
      insert into outbound_recipients (outbound_mail_id, address, kind, at)
      select mail.id, r.address, r.kind, ${now} from mail, unnest(
        ${[...unique.values()].map((recipient) => recipient.address)}::text[],
        ${[...unique.values()].map((recipient) => recipient.kind)}::text[]) as r (address, kind)
    )
    select id from mail`.execute(tx)
  const wait = mail.sendAfter.getTime() - now.getTime()
  afterCommit(tx, () => {
    if (wait <= 0) wake(house, 'outbound')
    else setTimeout(() => wake(house, 'outbound'), Math.min(wait + 5, 60_000)).unref()
  })
  return rows[0]?.id ?? null
}

/** A Message-ID of ours for a mail about a ticket; made once, kept with the mail, the same in every try. */
export async function newMessageId(house: House, ticketId: number | null, address: string): Promise<string> {
  const domain = address.split('@')[1]!
  if (ticketId === null) return `<r.${randomBytes(15).toString('hex')}@${domain}>`
  const key = currentKey(await house.settings.get(replyKeys))
  return ticketMessageId(house.secrets.sign.bind(house.secrets), key, ticketId, randomBytes(10), domain)
}

export async function newReplyToken(house: House, holder: TokenHolder): Promise<string> {
  return replyToken(house.secrets.sign.bind(house.secrets), currentKey(await house.settings.get(replyKeys)), holder)
}

export function newLoopMark(house: House, messageIdHeader: string): string {
  return loopMark(house.secrets.sign.bind(house.secrets), messageIdHeader)
}
