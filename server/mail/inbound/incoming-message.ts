import type { IncomingMessage } from '#tickets'
import type { ReadMail } from '../parse-worker.ts'
import { headerWords } from '../sending/content.ts'

export interface StoredAttachment {
  publicId: string
  sha256: Buffer
  size: number
  filename: string
  contentType: string
  inline: boolean
  contentId: string | null
}

/** A mail as tickets take it. `from` of the mail is shown as it stands; who is believed is `author` and `trust`. */
export function incomingMessage(
  mail: ReadMail,
  given: Pick<IncomingMessage, 'author' | 'trust' | 'inboundMailId' | 'bounce'> & {
    rawSha256: Buffer
    files: StoredAttachment[]
    receivedAt: Date
  },
): IncomingMessage {
  return {
    channel: 'email',
    author: given.author,
    from: mail.from,
    to: mail.to.slice(0, 200),
    cc: mail.cc.slice(0, 200),
    subject: mail.subject.slice(0, 1_000),
    bodyText: mail.text,
    bodyHtml: mail.safeHtml,
    sanitiserVersion: mail.sanitiserVersion,
    replyText: mail.replyText,
    folds: mail.folds,
    language: mail.language,
    automatic: mail.automatic.is ? (mail.automatic.kind ?? 'notification') : null,
    bounce: given.bounce,
    trust: given.trust,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    inboundMailId: given.inboundMailId,
    rawSha256: given.rawSha256,
    files: given.files,
    createdAt: given.receivedAt.toISOString(),
  }
}

/** What a new ticket is called: its subject, else its first words, else the name of what was sent along. */
export function titleOf(mail: ReadMail, otherwise: string): string {
  const first = (text: string) => headerWords(text).slice(0, 300)
  const words = mail.replyText.split('\n').find((line) => line.trim() !== '') ?? ''
  return first(mail.title) || headerWords(words).slice(0, 80) || first(mail.attachments[0]?.filename ?? '') || otherwise
}
