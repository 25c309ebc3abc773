import { sql } from 'kysely'
import type { Channel } from '#contract'
import { undoSeconds } from '#people'
import { type Actor, houseOf, Problem, type Tx } from '#platform'
import { nowIn } from '../clock.ts'
import { attachFiles, attachUploads, fileOf, uploadsOf } from '../files/attachments.ts'
import { decideReply, type NextState, notWorkable } from '../lifecycle.ts'
import { type LockedTicket, type Part, record } from '../record.ts'
import { settled } from '../settle.ts'
import { messageIdFor, ticketFor } from '../ticket-for.ts'
import { type BodyInput, bodyOf } from './body.ts'
import { type MessageFile, messagePart, prepareMessage } from './message.ts'
import { recipientsOf } from './recipients.ts'

export interface Reply extends BodyInput {
  to?: readonly string[]
  cc?: readonly string[]
  bcc?: readonly string[]
  /** `waiting` unless said. */
  status?: NextState
  /** The newest message the writer has seen; a newer one of somebody else refuses the sending. */
  lastSeenMessageId?: number
  /** Seconds in which it can be taken back; the installation's setting when left out. */
  undoSeconds?: number
  /** Public ids of the writer's own uploads. */
  attachments?: readonly string[]
  /** Files that came another way (an answer written by mail); their bytes are in the storage. */
  files?: readonly MessageFile[]
  channel?: Channel
  /** When an agent wrote it as a mail: that mail. */
  mail?: { messageId: string | null; inReplyTo: string | null; inboundMailId: number; rawSha256: Buffer }
}

export interface Sent {
  ticketId: number
  messageId: number
}

/**
 * Answers the customer. The `replySent` event's reaction sends it, not before the undo window has passed (`claimForSending`).
 * Refuses: not-found, not-allowed, ticket-closed, newer-message, no-recipient, invalid-input.
 */
export async function reply(tx: Tx, actor: Actor, input: Reply & { number: string }): Promise<Sent> {
  const ticket = await ticketFor(tx, actor, input.number)
  await refuseUnlessSeen(tx, actor, ticket, input.lastSeenMessageId)
  return replyTo(tx, actor, ticket, input)
}

/** The same on a ticket that this transaction has locked already. */
export async function replyTo(tx: Tx, actor: Actor, ticket: LockedTicket, input: Reply): Promise<Sent> {
  const no = notWorkable(ticket.state)
  if (no) settled(no)
  const now = nowIn(tx)
  const [{ from, to, cc, bcc }, uploads, undo] = [
    await recipientsOf(tx, ticket.state, input),
    await uploadsOf(tx, actor, input.attachments ?? []),
    input.undoSeconds ?? (await houseOf(tx).settings.get(undoSeconds)),
  ]
  const files = (input.files ?? []).map(fileOf)
  const body = bodyOf(input)
  const messageId = await messageIdFor(tx, ticket)
  const message = prepareMessage(ticket.id, {
    id: messageId,
    direction: 'out',
    channel: input.channel ?? 'email',
    author: authorOf(actor),
    from,
    to,
    cc,
    bcc,
    subject: ticket.state.title,
    bodyText: body.text,
    bodyHtml: body.html,
    sanitiserVersion: body.sanitiserVersion,
    replyText: body.text,
    folds: [],
    language: null,
    automatic: null,
    bounce: null,
    trust: 'verified',
    messageId: input.mail?.messageId ?? null,
    inReplyTo: input.mail?.inReplyTo ?? null,
    inboundMailId: input.mail?.inboundMailId ?? null,
    rawSha256: input.mail?.rawSha256 ?? null,
    sendAfter: new Date(now.getTime() + undo * 1000),
    createdAt: now.toISOString(),
    files: [...uploads, ...files],
  })
  const decision = decideReply(ticket.state, actor, {
    messageId,
    channel: input.channel ?? 'email',
    digest: message.digest,
    next: input.status ?? 'waiting',
  })
  await record(tx, actor, ticket, decision, null, [
    messagePart(message),
    ...deskParts(actor, ticket.id, messageId, 'reply'),
  ])
  await attachUploads(tx, ticket.id, messageId, uploads)
  await attachFiles(tx, ticket.id, messageId, files)
  return { ticketId: ticket.id, messageId }
}

export function authorOf(actor: Actor): {
  type: 'agent' | 'rule' | 'system'
  id: number | null
  name: string
  email: string | null
} {
  if (actor.type === 'agent') return { type: 'agent', id: actor.id, name: actor.name, email: actor.email }
  return { type: actor.type === 'rule' ? 'rule' : 'system', id: actor.id, name: actor.name, email: null }
}

/** The send guard: nobody answers past a message that they have not seen. */
async function refuseUnlessSeen(tx: Tx, actor: Actor, ticket: LockedTicket, seen: number | undefined): Promise<void> {
  if (seen === undefined || (ticket.state.lastMessageId ?? 0) <= seen) return
  const { rows } = await sql<{ id: number }>`
    select id from messages where ticket_id = ${ticket.id} and id > ${seen} and cancelled_at is null
      and not (author_type = 'agent' and author_id = ${actor.type === 'agent' ? actor.id : null}::bigint is true)
    order by id desc limit 1`.execute(tx)
  if (rows[0]) throw new Problem(409, 'newer-message', { extra: { messageId: rows[0].id } })
}

/** Who wrote has read, and the draft has become the message. */
export function deskParts(actor: Actor, ticketId: number, messageId: number, kind: 'reply' | 'note'): Part[] {
  if (actor.type !== 'agent') return []
  return [
    {
      key: 'desk',
      sql: (n) => `draft as (delete from drafts where agent_id = $${n} and ticket_id = $${n + 1} and kind = $${n + 3}),
        read as (insert into ticket_reads (agent_id, ticket_id, last_message_id) values ($${n}, $${n + 1}, $${n + 2})
          on conflict (agent_id, ticket_id) do update set last_message_id = greatest(ticket_reads.last_message_id, excluded.last_message_id))`,
      values: [actor.id, ticketId, messageId, kind],
    },
  ]
}
