import type { TicketEvent } from '#contract'
import type { Tx } from '#platform'
import { attachFiles, attachUploads, fileOf } from '../files/attachments.ts'
import { countsAsAnswer } from '../lifecycle.ts'
import { type MessageFile, type NewMessage, type PreparedMessage, prepareMessage } from './message.ts'

/**
 * A message from outside as a channel hands it over. HTML is sanitised (`sanitiserVersion` says by which sanitiser), the bytes of
 * files and raw mail are durable in the storage, and `rawSha256` is remembered there.
 */
export interface IncomingMessage extends Omit<NewMessage, 'direction' | 'bcc' | 'sendAfter' | 'id'> {
  /** Files that wait as an agent's uploads: they become this message's. */
  uploads?: readonly MessageFile[]
}

type Received = Extract<TicketEvent, { kind: 'messageReceived' }>

/** The message ready to be written, the event that tells of it once its id is known, and what attaches its files. */
export function prepareIncoming(
  ticketId: number,
  message: IncomingMessage,
  id: number,
): {
  prepared: PreparedMessage
  received: (messageId: number) => Received
  attach: (tx: Tx, messageId: number) => Promise<void>
} {
  const { uploads = [], ...content } = message
  const files = message.files.map(fileOf)
  const prepared = prepareMessage(ticketId, {
    ...content,
    files: [...uploads, ...files],
    direction: 'in',
    bcc: [],
    sendAfter: null,
    id,
  })
  const { channel, trust, automatic, author } = message
  const received = (messageId: number): Received => ({
    kind: 'messageReceived',
    data: {
      messageId,
      personId: author.type === 'customer' ? author.id : null,
      channel,
      trust,
      automatic,
      counts: countsAsAnswer(trust, automatic),
      digest: prepared.digest,
    },
  })
  const attach = async (tx: Tx, messageId: number) => {
    await attachUploads(tx, ticketId, messageId, uploads)
    await attachFiles(tx, ticketId, messageId, files)
  }
  return { prepared, received, attach }
}
