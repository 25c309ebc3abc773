import { sql } from 'kysely'
import type { Tx } from '#platform'
import { commitment, type MessageContent, type MessageFile } from '../conversation/message.ts'
import { digestOf } from '../history/chain.ts'
import type { Difference, RawEvent } from './check-ticket.ts'

interface RawMessage extends Omit<MessageContent, 'createdAt' | 'author' | 'rawSha256'> {
  id: number
  ticketId: number
  author: MessageContent['author']
  raw: Buffer | null
  createdAt: Date
  whole: boolean
  trust: string
  cancelled: boolean
  salt: Buffer | null
  digest: Buffer
  files: (Omit<MessageFile, 'publicId' | 'sha256'> & { sha256: string })[] | null
}

export interface History {
  id: number
  number: string
  events: readonly RawEvent[]
}

/**
 * The messages that these tickets' events tell of, wherever they are now: each is there, says what its event committed to, and its
 * trust and cancelling are what was decided. `redacted`: ids of all messages whose erasure an event tells of.
 */
export async function checkMessages(
  tx: Tx,
  tickets: readonly History[],
  redacted: ReadonlySet<number>,
): Promise<Difference[]> {
  const told = tickets.flatMap(({ number, id, events }) =>
    events.flatMap((event) => {
      if (event.kind !== 'messageReceived' && event.kind !== 'replySent' && event.kind !== 'noteAdded') return []
      const data = event.data as { messageId: number; digest: string; trust?: string }
      return [{ ...data, number, ticketId: id, seq: event.seq, events }]
    }),
  )
  if (told.length === 0) return []
  const messages = new Map(
    (
      await readRaw(
        tx,
        told.map((t) => t.messageId),
      )
    ).map((m) => [m.id, m]),
  )
  const found: Difference[] = []
  for (const { messageId, digest, number, ticketId, seq, events, trust } of told) {
    const say = (what: string) => void found.push({ number, seq, messageId, what })
    const message = messages.get(messageId)
    if (!message) {
      say('its message is missing')
      continue
    }
    if (message.digest.toString('hex') !== digest) say('its message is not the one it committed to')
    if (message.salt === null) {
      if (!redacted.has(messageId)) say('its message was erased, and no event says so')
    } else if (!message.whole || !digestOf(message.salt, contentOf(message)).equals(message.digest)) {
      say("its message's content was changed")
    }
    // What moved on is decided on elsewhere.
    if (message.ticketId !== ticketId) continue
    if (message.trust !== (decidedTrust(events, messageId) ?? trust ?? 'verified'))
      say("its message's trust was changed")
    const isCancelled = events.some(
      (e) => e.kind === 'replyCancelled' && (e.data as { messageId: number }).messageId === messageId,
    )
    if (message.cancelled !== isCancelled) say("its message's cancelling was changed")
  }
  return found
}

function decidedTrust(events: readonly RawEvent[], messageId: number): string | undefined {
  const last = events.findLast(
    (e) => e.kind === 'messageTrustChanged' && (e.data as { messageId: number }).messageId === messageId,
  )
  return (last?.data as { to?: string } | undefined)?.to
}

function contentOf(m: RawMessage): Record<string, unknown> {
  const files = (m.files ?? []).map((file) => ({ ...file, sha256: Buffer.from(file.sha256, 'hex') }))
  return commitment({ ...m, rawSha256: m.raw, createdAt: m.createdAt.toISOString() }, files)
}

async function readRaw(tx: Tx, ids: readonly number[]): Promise<RawMessage[]> {
  const { rows } = await sql<RawMessage>`
    select m.id, m.ticket_id as "ticketId", m.direction, m.channel,
      jsonb_build_object('type', m.author_type, 'id', m.author_id, 'name', m.author_name, 'email', m.author_email) as author,
      m.from_address as "from", m.to_addresses as "to", m.cc_addresses as "cc", m.bcc_addresses as "bcc", m.subject,
      m.body_text as "bodyText", m.body_html as "bodyHtml", m.reply_text as "replyText", m.folds, m.language, m.automatic, m.bounce,
      m.message_id as "messageId", m.in_reply_to as "inReplyTo", m.raw_sha256 as raw, m.created_at as "createdAt",
      m.created_at = date_trunc('milliseconds', m.created_at) as whole, m.trust, m.cancelled_at is not null as cancelled, m.salt, m.digest,
      (select jsonb_agg(jsonb_build_object('sha256', encode(a.sha256, 'hex'), 'size', a.size, 'filename', a.filename,
        'contentType', a.content_type, 'inline', a.inline, 'contentId', a.content_id) order by a.id)
        from attachments a where a.message_id = m.id) as files
    from messages m where m.id = any(${[...ids]}::bigint[])`.execute(tx)
  return rows
}

/** How many messages each ticket has against how many its row says: one put in or taken away by hand shows here. */
export async function checkCounts(tx: Tx, ids: readonly number[]): Promise<Difference[]> {
  const { rows } = await sql<{ number: string; said: number; there: number; saidWaiting: number; waiting: number }>`
    select t.number, t.message_count as said, t.quarantined_count as "saidWaiting", count(m.id)::int as there,
      (count(*) filter (where m.trust = 'quarantined'))::int as waiting
    from tickets t left join messages m on m.ticket_id = t.id and m.cancelled_at is null
    where t.id = any(${[...ids]}::bigint[]) and t.folder <> 'purged'
    group by t.id
    having t.message_count <> count(m.id) or t.quarantined_count <> count(*) filter (where m.trust = 'quarantined')`.execute(
    tx,
  )
  return rows.map(({ number, said, there, saidWaiting, waiting }) => ({
    number,
    seq: null,
    what:
      said === there
        ? `${waiting} messages wait for a decision, its events say ${saidWaiting}`
        : `${there} messages are there, its events say ${said}`,
  }))
}
