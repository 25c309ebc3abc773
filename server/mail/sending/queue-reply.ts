import { sql } from 'kysely'
import type { Language } from '#contract'
import { organisation } from '#people'
import { type House, SYSTEM, type Tx, transact } from '#platform'
import { deliveryFailed } from '#tickets'
import { activeMailboxes, type Mailbox, mailboxById } from '../mailboxes/mailbox.ts'
import { composeReply } from './compose.ts'
import { isDeliverable, type MailAddress } from './content.ts'
import { newLoopMark, newMessageId, newReplyToken, queueMail } from './queue-mail.ts'

interface Row {
  author: string
  text: string
  html: string | null
  at: Date
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  sendAfter: Date | null
  cancelled: boolean
  queued: boolean
  ticketId: number
  number: string
  title: string
  ticketCreatedAt: Date
  requesterId: number | null
  requesterLanguage: string | null
  mailboxId: number | null
  attachments: { publicId: string; sha256: string; filename: string; contentType: string; inline: boolean }[]
  earlier: {
    author: string
    text: string
    at: string
    direction: string
    language: string | null
    messageId: string | null
  }[]
}

/** Reaction to a reply: its mail is built once and put into the outbox. Running again changes nothing. */
export async function queueReply(house: House, data: Record<string, unknown>): Promise<void> {
  const messageId = data.messageId
  if (typeof messageId !== 'number') return
  await transact(house, async (tx) => {
    const row = await readReply(tx, messageId)
    if (!row || row.cancelled || row.queued) return
    const mailbox = await mailboxOf(house, tx, row)
    const people = [
      ...row.to.map((one) => ({ ...one, kind: 'to' as const })),
      ...row.cc.map((one) => ({ ...one, kind: 'cc' as const })),
      ...row.bcc.map((one) => ({ ...one, kind: 'bcc' as const })),
    ]
    if (!mailbox) return notSendable(tx, row, messageId, people, 'No mailbox can send this')
    const { timezone, language: houseLanguage } = await house.settings.get(organisation)
    const inbound = row.earlier.find((message) => message.direction === 'in')
    const language = (row.requesterLanguage ??
      inbound?.language ??
      mailbox.settings.language ??
      houseLanguage) as Language
    const messageIdHeader = await newMessageId(house, row.ticketId, mailbox.address)
    const reachable = people.filter(({ email }) => isDeliverable(email))
    const content = composeReply({
      mailbox,
      ticket: {
        number: row.number,
        title: row.title,
        createdAt: row.ticketCreatedAt,
        conversation: house.secrets.sign('mail.conversation', String(row.ticketId)),
      },
      reply: {
        author: row.author,
        text: row.text,
        html: row.html,
        at: row.at,
        to: row.to.filter(({ email }) => isDeliverable(email)),
        cc: row.cc.filter(({ email }) => isDeliverable(email)),
      },
      attachments: row.attachments,
      earlier: row.earlier.map((message) => ({
        author: message.author,
        text: message.text,
        html: null,
        at: new Date(message.at),
      })),
      thread: threadOf(row.earlier),
      replyToken:
        row.requesterId === null
          ? null
          : await newReplyToken(house, { ticketId: row.ticketId, kind: 'person', id: row.requesterId }),
      language,
      timezone,
      loopMark: newLoopMark(house, messageIdHeader),
    })
    if (reachable.length > 0) {
      await queueMail(tx, {
        kind: 'reply',
        mailboxId: mailbox.id,
        ticketId: row.ticketId,
        messageId,
        messageIdHeader,
        content,
        recipients: reachable.map(({ email, kind }) => ({ address: email, kind })),
        sendAfter: row.sendAfter ?? house.now(),
      })
    }
    const odd = people.filter(({ email }) => !isDeliverable(email))
    if (odd.length > 0) await notSendable(tx, row, messageId, odd, 'This is not an address that mail can be sent to')
  })
}

/** Oldest first; what the customer wrote last comes last, because that is what we answer. */
function threadOf(earlier: Row['earlier']): string[] {
  const oldestFirst = earlier.filter((message) => message.messageId !== null).toReversed()
  const answered = oldestFirst.findLast((message) => message.direction === 'in')
  const ids = oldestFirst.filter((message) => message !== answered).map((message) => message.messageId!)
  return answered ? [...ids, answered.messageId!] : ids
}

async function mailboxOf(house: House, tx: Tx, row: Row): Promise<Mailbox | null> {
  const known = row.mailboxId === null ? null : await mailboxById(tx, row.mailboxId)
  if (known?.active) return known
  const active = await activeMailboxes(house)
  return (
    active.get(row.from?.email.toLowerCase() ?? '') ?? [...active.values()].toSorted((a, b) => a.id - b.id)[0] ?? null
  )
}

async function notSendable(
  tx: Tx,
  row: Row,
  messageId: number,
  people: readonly MailAddress[],
  reason: string,
): Promise<void> {
  for (const { email } of people) {
    await deliveryFailed(tx, SYSTEM, { ticketId: row.ticketId, messageId, recipient: email, permanent: true, reason })
  }
}

async function readReply(tx: Tx, messageId: number): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select m.author_name as author, m.body_text as text, m.body_html as html, m.created_at as at, m.from_address as "from",
      m.to_addresses as "to", m.cc_addresses as cc, m.bcc_addresses as bcc, m.send_after as "sendAfter",
      m.cancelled_at is not null as cancelled, exists (select from outbound_mails o where o.message_id = m.id) as queued,
      t.id as "ticketId", t.number, t.title, t.created_at as "ticketCreatedAt", t.requester_id as "requesterId",
      (select language from persons p where p.id = t.requester_id) as "requesterLanguage", t.mailbox_id as "mailboxId",
      (select coalesce(jsonb_agg(jsonb_build_object('publicId', a.public_id, 'sha256', encode(a.sha256, 'hex'), 'filename', a.filename,
          'contentType', a.content_type, 'inline', a.inline) order by a.id), '[]') from attachments a where a.message_id = m.id) as attachments,
      (select coalesce(jsonb_agg(jsonb_build_object('author', coalesce(nullif(e.author_name, ''), e.author_email, ''), 'text', e.reply_text, 'at', e.created_at,
          'direction', e.direction, 'language', e.language, 'messageId', coalesce(e.message_id, o.message_id_header)) order by e.id desc), '[]')
        from (select * from messages where ticket_id = m.ticket_id and id < m.id and direction <> 'internal' and trust <> 'quarantined'
          and cancelled_at is null and automatic is null order by id desc limit 60) e
        left join outbound_mails o on o.message_id = e.id) as earlier
    from messages m join tickets t on t.id = m.ticket_id where m.id = ${messageId} and m.direction = 'out'`.execute(tx)
  return rows[0] ?? null
}
