import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import type { Message } from '#contract'
import {
  type AgentActor,
  type Db,
  type House,
  NotFound,
  prepared,
  SANITISER_VERSION,
  sanitiseHtml,
  type Tx,
} from '#platform'
import { fileAddress } from '../files/attachments.ts'
import { fromCursor, toCursor } from '../lists/page.ts'
import { seenTicketId } from '../seen-ticket.ts'
import { ownImage } from './body.ts'

type View = z.input<typeof Message>

/**
 * Messages with their files and deliveries in one question. Deliveries stand in mail's outbox and are read from there: one fact
 * in one place is worth a look into another room's table.
 */
const SELECT = `select m.id, m.direction, m.channel, m.author_type, m.author_id, m.author_name, m.author_email, m.from_address,
  m.to_addresses, m.cc_addresses, m.subject, m.body_text, m.body_html, m.sanitiser_version, m.reply_text, m.language, m.automatic, m.bounce, m.trust,
  m.message_id, m.in_reply_to, m.raw_sha256 is not null as original, m.created_at, m.sent_at, m.send_after, m.taken_at, m.cancelled_at, m.redacted_at,
  (select jsonb_agg(jsonb_build_object('id', a.public_id, 'filename', a.filename, 'contentType', a.content_type, 'size', a.size,
    'inline', a.inline, 'contentId', a.content_id) order by a.id) from attachments a where a.message_id = m.id) as files,
  case when m.direction = 'out' then (select jsonb_agg(jsonb_build_object('recipient', r.address, 'status', r.state, 'at', r.at,
    'error', r.error) order by r.address) from outbound_mails o join outbound_recipients r on r.outbound_mail_id = o.id
    where o.message_id = m.id) end as deliveries
  from messages m`
const PAGE = prepared(`${SELECT} where m.ticket_id = $1 and m.id > $2 order by m.id limit $3`)
const ONE = prepared(`${SELECT} where m.id = $1`)

interface Row {
  id: number
  direction: View['direction']
  channel: View['channel']
  author_type: View['author']['type']
  author_id: number | null
  author_name: string
  author_email: string | null
  from_address: View['from']
  to_addresses: View['to']
  cc_addresses: View['cc']
  subject: string
  body_text: string
  body_html: string | null
  sanitiser_version: number
  reply_text: string
  language: string | null
  automatic: string | null
  bounce: View['bounce']
  trust: View['trust']
  message_id: string | null
  in_reply_to: string | null
  original: boolean
  created_at: Date
  sent_at: Date | null
  send_after: Date | null
  taken_at: Date | null
  cancelled_at: Date | null
  redacted_at: Date | null
  files: (Omit<View['attachments'][number], 'url'> & { contentId: string | null })[] | null
  deliveries:
    | { recipient: string; status: View['deliveries'][number]['status']; at: string; error: string | null }[]
    | null
}

export async function listMessages(
  house: House,
  me: AgentActor,
  number: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: View[]; nextCursor: string | null }> {
  const from = cursor === undefined ? 0 : fromCursor(cursor, ['number'])[0]
  const ticketId = await seenTicketId(house.db, me, number)
  const { rows } = await house.db.executeQuery<Row>(CompiledQuery.raw(PAGE, [ticketId, from, limit + 1]))
  const items = rows.slice(0, limit).map((row) => messageView(row, house.now()))
  return { items, nextCursor: rows.length > limit ? toCursor([items.at(-1)!.id]) : null }
}

/** One message, for the answer to whoever wrote it. */
export async function readMessage(db: Db | Tx, id: number, now: Date): Promise<View> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(ONE, [id]))
  if (!rows[0]) throw new NotFound()
  return messageView(rows[0], now)
}

function messageView(m: Row, now: Date): View {
  const isOpen = m.direction === 'out' && m.cancelled_at === null && m.taken_at === null
  return {
    id: m.id,
    direction: m.direction,
    channel: m.channel,
    author: { type: m.author_type, id: m.author_id, name: m.author_name, email: m.author_email },
    from: m.from_address,
    to: m.to_addresses,
    cc: m.cc_addresses,
    subject: m.subject,
    bodyText: m.body_text,
    bodyHtml: cleanHtml(m),
    replyText: m.reply_text,
    attachments: (m.files ?? []).map(({ contentId: _, ...file }) => ({ ...file, url: fileAddress(file.id) })),
    language: m.language,
    autoReply: m.automatic !== null,
    automatic: m.automatic,
    bounce: m.bounce,
    trust: m.trust,
    messageId: m.message_id,
    inReplyTo: m.in_reply_to,
    hasOriginal: m.original,
    createdAt: m.created_at.toISOString(),
    sentAt: m.sent_at?.toISOString() ?? null,
    undoUntil: isOpen && m.send_after !== null && m.send_after > now ? m.send_after.toISOString() : null,
    cancelled: m.cancelled_at !== null,
    redacted: m.redacted_at !== null,
    deliveries: (m.deliveries ?? []).map((d) => ({ ...d, at: new Date(d.at).toISOString() })),
  }
}

/** What an older sanitiser let through is cleaned again; what is stored stays as it came, since its digest commits to it. */
function cleanHtml({ body_html, sanitiser_version, files }: Row): string | null {
  if (body_html === null || sanitiser_version === SANITISER_VERSION) return body_html
  const images = new Map((files ?? []).map((file) => [file.contentId, fileAddress(file.id)]))
  return sanitiseHtml(body_html, (contentId) => images.get(contentId) ?? ownImage(contentId))
}
