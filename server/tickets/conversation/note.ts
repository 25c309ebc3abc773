import type { Actor, Tx } from '#platform'
import { nowIn } from '../clock.ts'
import { type Decided, type Decision, following } from '../decision.ts'
import { attachUploads, uploadsOf } from '../files/attachments.ts'
import { readOnly } from '../lifecycle.ts'
import { record } from '../record.ts'
import { settled } from '../settle.ts'
import type { TicketState } from '../ticket.ts'
import { messageIdFor, ticketFor } from '../ticket-for.ts'
import { type BodyInput, bodyOf } from './body.ts'
import { messagePart, prepareMessage } from './message.ts'
import { authorOf, deskParts, type Sent } from './reply.ts'

export interface Note extends BodyInput {
  number: string
  /** Agents who are told, and follow from now on. */
  mentions?: readonly number[]
  attachments?: readonly string[]
}

/** A word among agents. It never reaches a customer by any way. Refuses: not-found, not-allowed, ticket-closed, invalid-input. */
export async function addNote(tx: Tx, actor: Actor, input: Note): Promise<Sent> {
  const ticket = await ticketFor(tx, actor, input.number, 'note')
  const no = readOnly(ticket.state)
  if (no) settled(no)
  const uploads = await uploadsOf(tx, actor, input.attachments ?? [])
  const body = bodyOf(input)
  const messageId = await messageIdFor(tx, ticket)
  const message = prepareMessage(ticket.id, {
    id: messageId,
    direction: 'internal',
    channel: 'manual',
    author: authorOf(actor),
    from: null,
    to: [],
    cc: [],
    bcc: [],
    subject: '',
    bodyText: body.text,
    bodyHtml: body.html,
    sanitiserVersion: body.sanitiserVersion,
    replyText: body.text,
    folds: [],
    language: null,
    automatic: null,
    bounce: null,
    trust: 'verified',
    messageId: null,
    inReplyTo: null,
    inboundMailId: null,
    rawSha256: null,
    sendAfter: null,
    createdAt: nowIn(tx).toISOString(),
    files: uploads,
  })
  const decision = decideNote(ticket.state, messageId, message.digest, input.mentions ?? [])
  await record(tx, actor, ticket, decision, null, [
    messagePart(message),
    ...deskParts(actor, ticket.id, messageId, 'note'),
  ])
  await attachUploads(tx, ticket.id, messageId, uploads)
  return { ticketId: ticket.id, messageId }
}

export function decideNote(s: TicketState, messageId: number, digest: string, mentioned: readonly number[]): Decision {
  const no = readOnly(s)
  if (no) return no
  const mentions = [...new Set(mentioned)]
  return [
    { kind: 'noteAdded', data: { messageId, digest, mentions } },
    ...mentions
      .filter((id) => !s.followers.includes(id))
      .flatMap((agentId): Decided[] => following({ kind: 'followerAdded', data: { agentId } })),
  ]
}
