import type { Channel, Trust } from '#contract'
import { keepable } from '../history/canonical-json.ts'
import { digestOf, newSalt } from '../history/chain.ts'
import type { Part } from '../record.ts'

export interface MailAddress {
  email: string
  name: string
}
export interface Author {
  type: 'customer' | 'agent' | 'rule' | 'system'
  id: number | null
  name: string
  email: string | null
}
export interface Bounce {
  recipient: string
  permanent: boolean
  reason: string
}
/** A file as a message has it. `publicId`: the last part of its address. */
export interface MessageFile {
  publicId: string
  sha256: Buffer
  size: number
  filename: string
  contentType: string
  inline: boolean
  contentId: string | null
}

/** What a message says, and who said it to whom. Never changed; erasure replaces it. */
export interface MessageContent {
  direction: 'in' | 'out' | 'internal'
  channel: Channel
  author: Author
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  subject: string
  bodyText: string
  /** Sanitised. */
  bodyHtml: string | null
  replyText: string
  folds: { start: number; end: number; kind: string }[]
  language: string | null
  /** What kind of machine wrote it, or null for a human. */
  automatic: string | null
  bounce: Bounce | null
  /** Of the mail's header. */
  messageId: string | null
  inReplyTo: string | null
  /** The raw mail in the storage. */
  rawSha256: Buffer | null
  createdAt: string
}

export interface NewMessage extends MessageContent {
  /** Drawn before, or given by the database. */
  id?: number
  sanitiserVersion: number
  trust: Trust
  inboundMailId: number | null
  /** A reply goes out after this time. */
  sendAfter: Date | null
  files: readonly MessageFile[]
}

type CommittedFile = Omit<MessageFile, 'publicId'>

/** What a message's digest commits to: everything that people read or rely on, files by their hashes. */
export function commitment(content: MessageContent, files: readonly CommittedFile[]): Record<string, unknown> {
  return {
    direction: content.direction,
    channel: content.channel,
    author: content.author,
    from: content.from,
    to: content.to,
    cc: content.cc,
    bcc: content.bcc,
    subject: content.subject,
    bodyText: content.bodyText,
    bodyHtml: content.bodyHtml,
    replyText: content.replyText,
    folds: content.folds,
    language: content.language,
    automatic: content.automatic,
    bounce: content.bounce,
    messageId: content.messageId,
    inReplyTo: content.inReplyTo,
    raw: content.rawSha256?.toString('hex') ?? null,
    createdAt: content.createdAt,
    files: files.map((file) => ({
      sha256: file.sha256.toString('hex'),
      size: file.size,
      filename: file.filename,
      contentType: file.contentType,
      inline: file.inline,
      contentId: file.contentId,
    })),
  }
}

/** The columns of `PreparedMessage.values`, in order; the id comes after them. */
export const MESSAGE_COLUMNS = [
  'ticket_id',
  'direction',
  'channel',
  'author_type',
  'author_id',
  'author_name',
  'author_email',
  'from_address',
  'to_addresses',
  'cc_addresses',
  'bcc_addresses',
  'subject',
  'body_text',
  'body_html',
  'sanitiser_version',
  'reply_text',
  'folds',
  'language',
  'automatic',
  'bounce',
  'trust',
  'message_id',
  'in_reply_to',
  'inbound_mail_id',
  'raw_sha256',
  'send_after',
  'salt',
  'digest',
  'created_at',
] as const
/** A message ready to be written, with the digest that its event carries. */
export interface PreparedMessage {
  values: unknown[]
  digest: string
}

/** Cleans a message and commits to it. The event may be written before the message: some rows must come first. */
export function prepareMessage(ticketId: number, given: NewMessage): PreparedMessage {
  const { rawSha256, files, sendAfter, ...rest } = given
  const m = { ...keepable(rest), rawSha256 }
  const salt = newSalt()
  const digest = digestOf(salt, commitment(m, files))
  const values = [
    ticketId,
    m.direction,
    m.channel,
    m.author.type,
    m.author.id,
    m.author.name,
    m.author.email,
    m.from === null ? null : JSON.stringify(m.from),
    JSON.stringify(m.to),
    JSON.stringify(m.cc),
    JSON.stringify(m.bcc),
    m.subject,
    m.bodyText,
    m.bodyHtml,
    m.sanitiserVersion,
    m.replyText,
    JSON.stringify(m.folds),
    m.language,
    m.automatic,
    m.bounce === null ? null : JSON.stringify(m.bounce),
    m.trust,
    m.messageId,
    m.inReplyTo,
    m.inboundMailId,
    m.rawSha256,
    sendAfter,
    salt,
    digest,
    m.createdAt,
    m.id ?? null,
  ]
  return { values, digest: digest.toString('hex') }
}

/** Writes a message, which must have its id, in the statement that records its event; its files are attached afterwards. */
export function messagePart(message: PreparedMessage): Part {
  return {
    key: 'message',
    sql: (first) =>
      `message as (insert into messages (${MESSAGE_COLUMNS.join(', ')}, id) values (${message.values.map((_, i) => `$${first + i}`).join(', ')}))`,
    values: message.values,
  }
}
