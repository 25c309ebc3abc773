export interface MailAddress {
  email: string
  name: string
}

/** All that an outgoing mail says, kept in the outbox; its attachments are named by their hash, the bytes stay in storage. */
export interface OutboundContent {
  from: MailAddress
  to: MailAddress[]
  cc: MailAddress[]
  replyTo: string | null
  /** MAIL FROM: where bounces go. Empty: nowhere (automatic mail answers no bounce). */
  envelopeFrom: string
  subject: string
  inReplyTo: string | null
  references: string[]
  headers: Record<string, string>
  text: string
  html: string | null
  attachments: { sha256: string; filename: string; contentType: string; contentId: string | null; inline: boolean }[]
  /** ISO 8601; the same in every try. */
  date: string
}

/** An outgoing mail that must not be sent as it is. The sentence names the field, never its content. */
export class UnsafeMail extends Error {}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must never reach a header
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
const CONTROLS_ALL = new RegExp(CONTROLS.source, 'g')
const ADDRESS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address with one of these is not what it shows
  /^[^\s@<>(),;:"\\[\]\u0000-\u0020\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)*[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/** Words for a header: subjects and names may come from anywhere, so what could start a new line becomes a blank. */
export function headerWords(text: string): string {
  return text.replace(CONTROLS_ALL, ' ').replace(/\s+/g, ' ').trim()
}

/** What goes to RCPT TO must be what people read: no quotes, comments, routes or invisible letters. */
export function isDeliverable(address: string): boolean {
  return address.length <= 254 && Buffer.byteLength(address.split('@')[0] ?? '') <= 64 && ADDRESS.test(address)
}

const OUR_HEADERS = /^[A-Za-z][A-Za-z0-9-]{0,60}$/

/**
 * The one place every outgoing mail passes, just before it is handed to the server: no field can begin a new header, and every
 * recipient is deliverable byte for byte. Throws UnsafeMail.
 */
export function assertSafe(content: OutboundContent, messageId: string): void {
  const words: Record<string, string | null> = {
    subject: content.subject,
    messageId,
    inReplyTo: content.inReplyTo,
    references: content.references.join(''),
    fromName: content.from.name,
    ...content.headers,
  }
  for (const address of [...content.to, ...content.cc]) words[`name of ${address.email}`] = address.name
  for (const file of content.attachments) {
    words.filename = file.filename
    words.contentType = file.contentType
    words.contentId = file.contentId
    for (const value of [file.filename, file.contentType, file.contentId])
      if (value !== null && CONTROLS.test(value)) fail('an attachment')
  }
  for (const [field, value] of Object.entries(words))
    if (value !== null && CONTROLS.test(value)) fail(field.split(' ')[0]!)
  for (const name of Object.keys(content.headers)) if (!OUR_HEADERS.test(name)) fail('a header name')
  const addresses = [content.from.email, ...content.to.map((a) => a.email), ...content.cc.map((a) => a.email)]
  if (content.replyTo !== null) addresses.push(content.replyTo)
  if (content.envelopeFrom !== '') addresses.push(content.envelopeFrom)
  for (const address of addresses) if (!isDeliverable(address)) fail('an address')
}

function fail(field: string): never {
  throw new UnsafeMail(`This mail cannot be sent: ${field} holds characters that mail does not allow`)
}
