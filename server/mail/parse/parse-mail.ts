import { detectAutomatic } from '../understanding/automatic.ts'
import { type Bounce, readBounce } from '../understanding/bounce/bounce.ts'
import { returnedAt } from '../understanding/bounce/returned-mail.ts'
import { type Fold, type Folded, foldText, visibleText } from '../understanding/fold.ts'
import { type FoldedHtml, foldHtml } from '../understanding/fold-html.ts'
import { detectLanguage } from '../understanding/language.ts'
import { addressInBlock } from '../understanding/original-sender.ts'
import { findQuoteInText } from '../understanding/quote-in-text.ts'
import { type StrippedSubject, stripSubject } from '../understanding/subject.ts'
import { type Address, parseAddresses } from './addresses.ts'
import { type Body, collectBody, type Segment } from './body.ts'
import { parseMailDate } from './dates.ts'
import { decodeHeaderText } from './encoded-words.ts'
import { firstRaw, type HeaderField, readHeaders } from './headers.ts'
import { PARSE_LIMITS, type ParseLimits, ParseRefused } from './limits.ts'
import { type MimePart, readMimeTree } from './mime-tree.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { textToHtml } from './text-to-html.ts'

/**
 * Everything a mail says, from its raw bytes. Pure. A broken mail is read as far as it goes, with `warnings`; refuses with
 * `ParseRefused` only what is over a hard limit.
 */
export async function parseMail(raw: Uint8Array, limits: Partial<ParseLimits> = {}): Promise<ParsedMail> {
  return readMail(raw, limits)
}

/** The same, without a promise: for callers that already run in a worker. */
export function readMail(raw: Uint8Array, limits: Partial<ParseLimits> = {}): ParsedMail {
  const bounds: ParseLimits = { ...PARSE_LIMITS, ...limits }
  if (raw.byteLength > bounds.bytes)
    throw new ParseRefused(
      'too-large',
      `The mail has ${raw.byteLength} bytes; at most ${bounds.bytes} are read. The raw mail is kept and can be downloaded.`,
    )
  const data = withLineEnds(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength))
  const start = skipLeadingBlank(data)
  if (start >= data.length) throw new ParseRefused('empty', 'The mail has no content at all, neither header nor text.')
  const tree = readMimeTree(data, start, bounds)
  const body = collectBody(data, tree.root, bounds)
  const warnings = new Set([...tree.warnings, ...body.warnings])
  const envelope = readEnvelope(tree.root, warnings, bounds)
  const subject = stripSubject(envelope.subject)
  const folded = readContent(body.segments, subject.kind === 'forward')
  // `MAILER-DAEMON <>` has no address and tells all the same.
  const evidence = { ...envelope, ...reportType(tree.root), from: envelope.from ?? envelope.fromAll[0] ?? null }
  const nested = body.nested.map((mail) => mail.raw.toString('utf8', 0, Math.min(mail.raw.length, 200_000)))
  const ownBounce = readBounce({ ...evidence, text: bounceText(folded.text, body), reports: body.reports, nested })
  const bounce = ownBounce && (innerBounce(body, bounds) ?? ownBounce)
  const content = bounce === null ? folded : asReport(folded)
  const automatic = detectAutomatic({ ...evidence, bounce: bounce !== null, text: content.folded.visible })
  return {
    messageId: envelope.messageId,
    inReplyTo: envelope.inReplyTo,
    references: envelope.references,
    subject: envelope.subject,
    from: envelope.from,
    sender: envelope.sender,
    fromAll: envelope.fromAll,
    replyTo: envelope.replyTo,
    to: envelope.to,
    cc: envelope.cc,
    returnPath: envelope.returnPath,
    date: envelope.date,
    text: content.text,
    html: content.html,
    attachments: body.attachments,
    headers: envelope.headers,
    replyText: content.folded.visible,
    folds: content.folded.folds,
    forwardedFrom: originalSender(content, body, isForward(subject, content), subject.kind === 'reply'),
    automatic,
    bounce: bounce && { ...bounce },
    language: languageOf(content.folded.visible, subject.clean),
    calendar: body.calendar,
    signed: body.signed,
    warnings: [...warnings].sort(),
  }
}

/** A report of failure says in lines like those of a header what failed: only the mail that it returns is folded. */
function asReport(content: Content): Content {
  const lines = content.text.split('\n', 3_000)
  const at = returnedAt(lines)
  const start = lines.slice(0, at).reduce((sum, line) => sum + line.length + 1, 0)
  const own = content.text.slice(0, start).trim() !== ''
  const folds: Fold[] =
    own && at < lines.length && start < content.text.length ? [{ start, end: content.text.length, kind: 'quote' }] : []
  return {
    text: content.text,
    html: content.html?.replace(/ data-quote="[a-z]{1,20}"/g, '') ?? null,
    folded: { ...content.folded, folds, visible: visibleText(content.text, folds) },
  }
}

/** A short text takes its subject along. */
function languageOf(text: string, subject: string) {
  return detectLanguage(text) ?? (text.length < 200 ? detectLanguage(`${subject}\n${text}`) : null)
}

/** Old Macs and broken exports end lines with a lone CR. */
function withLineEnds(data: Buffer): Buffer {
  if (data.includes(0x0a) || !data.includes(0x0d)) return data
  const copy = Buffer.from(data)
  for (let i = 0; i < copy.length; i++) if (copy[i] === 0x0d) copy[i] = 0x0a
  return copy
}

function skipLeadingBlank(data: Buffer): number {
  let i = 0
  if (data[0] === 0xef && data[1] === 0xbb && data[2] === 0xbf) i = 3
  while (i < data.length && (data[i] === 0x0a || data[i] === 0x0d)) i++
  return i
}

function readEnvelope(root: MimePart, warnings: Set<string>, bounds: ParseLimits) {
  const charset = root.type.params.get('charset') ?? null
  const fields = root.fields
  const text = (key: string) => {
    const raw = firstRaw(fields, key)
    return raw === null
      ? null
      : decodeHeaderText(raw.slice(0, bounds.headerValue * 4), charset).slice(0, bounds.headerValue)
  }
  const addresses = (key: string) =>
    fields
      .filter((field) => field.key === key)
      .flatMap((field) => parseAddresses(field.raw, charset))
      .slice(0, 1_000)
  const fromAll = addresses('from')
  const sender = addresses('sender')[0] ?? null
  if (fields.filter((field) => field.key === 'from').length > 1 || fromAll.length > 1) warnings.add('two-froms')
  if (firstRaw(fields, 'date') === null) warnings.add('no-date')
  const from =
    fromAll.find((address) => address.email.includes('@')) ?? fromAll.find((address) => address.email) ?? null
  if (from === null) warnings.add('no-from')
  const lookup = decodedHeaders(fields, charset, bounds)
  return {
    subject: (text('subject') ?? '').replace(/\s+/g, ' ').trim(),
    from,
    sender,
    fromAll,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    returnPath: returnPath(firstRaw(fields, 'return-path')),
    date: parseMailDate(text('date')),
    messageId: messageIds(firstRaw(fields, 'message-id'))[0] ?? bareId(firstRaw(fields, 'message-id')),
    inReplyTo: messageIds(firstRaw(fields, 'in-reply-to'))[0] ?? null,
    references: [
      ...new Set(fields.filter((field) => field.key === 'references').flatMap((field) => messageIds(field.raw))),
    ].slice(-200),
    headers: lookup.list,
    header: lookup.find,
  }
}

function decodedHeaders(fields: readonly HeaderField[], charset: string | null, bounds: ParseLimits) {
  const list: { key: string; value: string }[] = []
  let room = bounds.headerBytes
  for (const { key, raw } of fields) {
    const value = decodeHeaderText(raw.slice(0, Math.min(bounds.headerValue, room)), charset)
    room -= value.length
    list.push({ key, value })
    if (room <= 0) break
  }
  return { list, find: (name: string) => list.find((field) => field.key === name)?.value ?? null }
}

const messageIds = (raw: string | null) =>
  [...(raw ?? '').slice(0, 64_000).matchAll(/<[^<>\s]{1,500}>/g)].map((m) => m[0])

/** A Message-ID without its brackets is still the mail's name. */
function bareId(raw: string | null): string | null {
  const text = (raw ?? '').trim()
  return /^[^\s<>]{3,500}$/.test(text) ? `<${text}>` : null
}

/** The envelope sender; '' for `<>`, which says: do not answer. */
function returnPath(raw: string | null): string | null {
  if (raw === null) return null
  if (/^\s*<\s*>\s*$/.test(raw)) return ''
  return parseAddresses(raw)[0]?.email ?? null
}

function reportType(root: MimePart): { contentType: string; reportType: string } {
  const type = root.type.value
  return {
    contentType: type,
    reportType: type === 'multipart/report' ? (root.type.params.get('report-type') ?? '').toLowerCase() : '',
  }
}

interface Content {
  text: string
  html: string | null
  folded: Folded
}

/** Body as text and HTML, both folded. The text part is what we read; only without one is text made from the HTML. */
function readContent(segments: readonly Segment[], forward: boolean): Content {
  const hasHtml = segments.some((segment) => segment.html?.trim())
  const html = hasHtml
    ? segments.map((segment) => (segment.html?.trim() ? segment.html : textToHtml(segment.text ?? ''))).join('<br>\n')
    : null
  const folded = html === null ? null : foldHtml(html, { forward })
  const plain = segments.map((segment) => segment.text).filter((text) => text !== null)
  const useText =
    plain.length > 0 &&
    plain.some((text) => text.trim() !== '') &&
    segments.every((segment) => segment.text !== null) &&
    !isStandIn(plain.join('\n'), folded?.text ?? '')
  if (!useText && folded !== null) return { text: folded.text, html: folded.html, folded: folded.folded }
  const text = plain.join('\n\n')
  const own = foldText(text, { forward })
  const hint = own.folds.some(isQuote) ? null : quoteOfHtml(text, folded)
  return { text, html: folded?.html ?? null, folded: hint === null ? own : foldText(text, { forward, hints: [hint] }) }
}

const isQuote = (fold: Fold) => fold.kind === 'quote' || fold.kind === 'forward'

/** The text part shows no quote, but the HTML marks one to its end: the same words begin it in the text. */
function quoteOfHtml(text: string, html: FoldedHtml | null) {
  const fold = html?.folded.folds.find(isQuote)
  if (!html || !fold || html.text.slice(fold.end).trim() !== '') return null
  const range = findQuoteInText(text, html.text.slice(fold.start, fold.end))
  return range && { ...range, kind: fold.kind === 'forward' ? ('forward' as const) : ('quote' as const) }
}

/** «This mail needs a program that shows HTML»: a text part that is no text. */
function isStandIn(text: string, html: string): boolean {
  const bare = text.trim()
  return (
    bare.length < 300 &&
    html.trim().length > bare.length * 3 &&
    /\bhtml\b/i.test(bare) &&
    /(?:view|support|client|program|read|vis|visa|les|läs|näy|lue)/i.test(bare)
  )
}

/** A gateway that passes a bounce on puts the report, whole, into a mail of its own. */
function innerBounce(body: Body, bounds: ParseLimits): Bounce | null {
  if (body.reports.some((report) => report.type.endsWith('delivery-status'))) return null
  const mail = body.nested.find(
    (nested) =>
      nested.type.startsWith('message/') &&
      /^content-type:\s*multipart\/report/im.test(nested.raw.toString('latin1', 0, 8_000)),
  )
  if (!mail || bounds.depth < 2) return null
  const inner = readMail(mail.raw, { ...bounds, depth: Math.floor(bounds.depth / 2) }).bounce
  return inner && inner.recipients.length > 0 ? inner : null
}

function bounceText(text: string, body: Body): string {
  const extra = body.attachments.filter((file) => file.contentType === 'text/plain').slice(0, 3)
  return [text, ...extra.map((file) => Buffer.from(file.content).toString('utf8', 0, 20_000))].join('\n')
}

/**
 * `VS:` is a forward in Norwegian and Danish programs and a reply in Finnish ones, which label their header blocks in Finnish, too.
 */
function isForward(subject: StrippedSubject, content: Content): boolean {
  if (subject.kind !== null) return subject.kind === 'forward'
  const ambiguous = /^vs\b/i.test(subject.prefixes.find((prefix) => !prefix.startsWith('[')) ?? '')
  return (
    ambiguous &&
    content.folded.block !== null &&
    !/(?:^|\n)[>*\s]{0,10}lähettäjä[*\s]{0,5}:/i.test(content.text.slice(0, 200_000))
  )
}

/** Who wrote the mail that was forwarded: from the block above it, or from the mail that came as a file. */
function originalSender({ folded, text }: Content, body: Body, forward: boolean, reply: boolean): Address | null {
  const asForward =
    forward ||
    folded.folds.some((fold) => fold.kind === 'forward') ||
    (folded.block !== null && folded.folds.length === 0 && !reply)
  if (folded.block && asForward) {
    const address = addressInBlock(folded.block.from)
    if (address) return address
  }
  const mails = body.nested.filter((mail) => mail.type.startsWith('message/'))
  if (mails.length === 1 && (forward || text.trim() === '')) {
    const block = readHeaders(mails[0]!.raw, 0, mails[0]!.raw.length, PARSE_LIMITS)
    return parseAddresses(firstRaw(block.fields, 'from')).find((address) => address.email.includes('@')) ?? null
  }
  return null
}
