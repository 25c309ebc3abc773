import { cleanFilename, dispositionOf, nameFor, type ParsedAttachment } from './attachments.ts'
import { type CalendarSummary, readCalendar } from './calendar.ts'
import { decodeBytes } from './charset.ts'
import { decodeHeaderText } from './encoded-words.ts'
import { unflow } from './flowed.ts'
import { firstRaw, readHeaders } from './headers.ts'
import type { ParseLimits } from './limits.ts'
import type { MimePart } from './mime-tree.ts'
import { readTnef } from './tnef.ts'
import { decodeTransfer, decodeUuencode } from './transfer-encoding.ts'

/** One stretch of the body: what a reader sees in one form or the other. */
export interface Segment {
  text: string | null
  html: string | null
}

export interface Body {
  segments: Segment[]
  attachments: ParsedAttachment[]
  calendar: CalendarSummary | null
  signed: 'smime' | 'pgp' | null
  /** Header blocks of mails that came inside, for bounces and forwards. */
  nested: { raw: Buffer; type: string }[]
  /** Parts of a report (RFC 6522), decoded. */
  reports: { type: string; text: string }[]
  warnings: Set<string>
}

/** Sorts the parts of a mail into body, files, invitation and reports. Nothing is dropped: what is not body is a file. */
export function collectBody(data: Buffer, root: MimePart, limits: ParseLimits): Body {
  const body: Body = {
    segments: [],
    attachments: [],
    calendar: null,
    signed: null,
    nested: [],
    reports: [],
    warnings: new Set(),
  }
  new Collector(data, limits, body).visit(root, body.segments, 'root')
  return body
}

type Place = 'root' | 'mixed' | 'related-root' | 'related' | 'alternative' | 'report'

class Collector {
  private readonly data: Buffer
  private readonly limits: ParseLimits
  private readonly body: Body

  constructor(data: Buffer, limits: ParseLimits, body: Body) {
    this.data = data
    this.limits = limits
    this.body = body
  }

  visit(part: MimePart, into: Segment[], place: Place): void {
    const type = part.type.value
    if (type.startsWith('multipart/') && !part.closed && part.children.length > 0) this.visitMultipart(part, into)
    else this.visitLeaf(part, into, place)
  }

  private visitMultipart(part: MimePart, into: Segment[]): void {
    const kind = part.type.value.slice('multipart/'.length)
    if (kind === 'signed') {
      const protocol = part.type.params.get('protocol') ?? ''
      this.body.signed = /pgp/i.test(protocol) ? 'pgp' : 'smime'
    }
    if (kind === 'alternative') {
      this.visitAlternative(part, into)
      return
    }
    const start = part.type.params.get('start')?.replace(/^<|>$/g, '')
    for (const [i, child] of part.children.entries()) {
      const id = firstRaw(child.fields, 'content-id')?.replace(/^\s*<|>\s*$/g, '')
      const isRoot =
        kind === 'related' &&
        (start && part.children.some((c) => firstRaw(c.fields, 'content-id')?.includes(start)) ? id === start : i === 0)
      this.visit(
        child,
        into,
        kind === 'related' ? (isRoot ? 'related-root' : 'related') : kind === 'report' ? 'report' : 'mixed',
      )
    }
  }

  /** One text in several forms: the first plain and the first HTML become one segment; other forms are files. */
  private visitAlternative(part: MimePart, into: Segment[]): void {
    const texts: string[] = []
    const htmls: string[] = []
    for (const child of part.children) {
      const inner: Segment[] = []
      this.visit(child, inner, 'alternative')
      for (const segment of inner) {
        if (segment.text !== null) texts.push(segment.text)
        if (segment.html !== null) htmls.push(segment.html)
      }
    }
    if (texts.length === 0 && htmls.length === 0) return
    const nonEmpty = (list: string[]) => list.filter((piece) => piece.trim() !== '')
    const text = nonEmpty(texts)
    const html = nonEmpty(htmls)
    into.push({
      text:
        texts.length === 0
          ? null
          : text.length > 0
            ? html.length > 0
              ? text.slice(0, Math.max(1, text.length)).join('\n\n')
              : text.join('\n\n')
            : '',
      html: htmls.length === 0 ? null : html.join('<br>'),
    })
  }

  private visitLeaf(part: MimePart, into: Segment[], place: Place): void {
    const type = part.type.value
    const { disposition, filename, contentId } = dispositionOf(part)
    const content = this.content(part)
    const report =
      /^(message\/(global-)?delivery-status|message\/disposition-notification|message\/feedback-report|text\/rfc822-headers)$/.test(
        type,
      )
    if (report) {
      this.body.reports.push({ type, text: decodeBytes(content, 'utf-8').text })
      if (type === 'text/rfc822-headers') this.body.nested.push({ raw: content, type })
      this.attach(part, content, filename, contentId, disposition)
      return
    }
    if (type === 'message/rfc822' || type === 'message/global') {
      this.body.nested.push({ raw: content, type })
      this.attach(part, content, filename, contentId, disposition)
      return
    }
    const multipart = type.startsWith('multipart/')
    const isText =
      type === 'text/plain' ||
      type === 'text/html' ||
      multipart ||
      (type.startsWith('text/') && type !== 'text/calendar' && place === 'root' && !filename)
    const isCalled = place === 'related' && contentId !== null && type !== 'text/plain'
    // A named text is a file; but as the first of the mail, and not called an attachment, it is the body, too.
    const isBody = !filename || into.length === 0 || place === 'alternative'
    if (isText && isBody && !isCalled && !part.closed && disposition !== 'attachment') {
      this.addText(part, content, into, type === 'text/html' && !multipart)
      if (filename && !isBodyName(filename)) this.attach(part, content, filename, contentId, 'inline')
      return
    }
    this.addFile(part, content, into, { disposition, filename, contentId })
  }

  private content(part: MimePart): Buffer {
    const raw = this.data.subarray(part.bodyStart, Math.max(part.bodyStart, part.bodyEnd))
    const encoding = firstRaw(part.fields, 'content-transfer-encoding')
    if (!encoding || (part.type.value.startsWith('multipart/') && part.closed)) return raw
    return decodeTransfer(raw, parseEncoding(encoding))
  }

  private addText(part: MimePart, content: Buffer, into: Segment[], html: boolean): void {
    const label = part.type.params.get('charset') ?? (html ? metaCharset(content) : null)
    const decoded = decodeBytes(content, label)
    if (decoded.unknown) this.body.warnings.add('unknown-charset')
    // PostgreSQL holds no NUL, and no reader needs one.
    let text = decoded.text
      .replace(/^\ufeff/, '')
      .replaceAll('\0', '')
      .replace(/\r\n?/g, '\n')
    const max = html ? this.limits.html : this.limits.text
    if (text.length > max) {
      this.body.warnings.add('long-body')
      this.attach(part, content, html ? 'body.html' : 'body.txt', null, 'attachment')
      text = text.slice(0, max)
    }
    if (html) {
      into.push({ text: null, html: text })
      return
    }
    if (/^text\/(?:enriched|richtext)$/.test(part.type.value)) text = text.replace(/<\/?[a-z-]{1,30}>/gi, '')
    if (/^flowed$/i.test(part.type.params.get('format') ?? ''))
      text = unflow(text, /^yes$/i.test(part.type.params.get('delsp') ?? ''))
    text = this.takeUuencoded(text)
    const signed = /^-----BEGIN PGP SIGNED MESSAGE-----$/m.test(text.slice(0, 2_000))
    if (signed) {
      this.body.signed ??= 'pgp'
      text = unwrapPgp(text)
    }
    into.push({ text, html: null })
  }

  /** Files that old mailers put into the text itself. */
  private takeUuencoded(text: string): string {
    if (!text.includes('\nend') || !/(?:^|\n)begin [0-7]{3,4} \S/.test(text)) return text
    let rest = text
    for (let i = 0; i < 20; i++) {
      const found = decodeUuencode(Buffer.from(rest, 'latin1'))
      if (!found) break
      const filename = cleanFilename(found.filename) || 'attachment.bin'
      this.body.attachments.push({
        filename,
        contentType: 'application/octet-stream',
        content: found.content,
        contentId: null,
        inline: false,
      })
      rest = rest.slice(0, found.start) + rest.slice(found.end + 1)
    }
    return rest
  }

  private addFile(
    part: MimePart,
    content: Buffer,
    into: Segment[],
    named: { disposition: string; filename: string; contentId: string | null },
  ): void {
    const type = part.type.value
    if (type === 'text/calendar' || type === 'application/ics' || /\.ics$/i.test(named.filename))
      this.body.calendar ??= readCalendar(decodeBytes(content, part.type.params.get('charset') ?? 'utf-8').text)
    if (type.endsWith('pkcs7-mime')) this.body.signed ??= 'smime'
    if (
      type === 'application/ms-tnef' ||
      type === 'application/vnd.ms-tnef' ||
      /^winmail\.dat$/i.test(named.filename)
    ) {
      const tnef = readTnef(content)
      if (tnef && (tnef.files.length > 0 || tnef.text || tnef.html)) {
        for (const file of tnef.files)
          this.body.attachments.push({ ...file, content: file.content, inline: file.contentId !== null })
        if (into.length === 0 && (tnef.text?.trim() || tnef.html?.trim()))
          into.push({ text: tnef.text?.replace(/\r\n?/g, '\n') ?? null, html: tnef.html })
        if (tnef.files.length > 0) return
      }
    }
    this.attach(part, content, named.filename, named.contentId, named.disposition)
  }

  private attach(
    part: MimePart,
    content: Buffer,
    filename: string,
    contentId: string | null,
    disposition: string,
  ): void {
    const type = part.type.value
    const number = this.body.attachments.length + 1
    const subject = type === 'message/rfc822' && !filename ? nestedSubject(content, this.limits) : undefined
    this.body.attachments.push({
      filename: filename || nameFor(type, number, subject),
      contentType: type,
      content,
      contentId,
      inline: disposition === 'inline' || (contentId !== null && disposition !== 'attachment'),
    })
  }
}

/** Some mailers name the body itself; a lone text with a name like this is the message. */
function isBodyName(filename: string): boolean {
  return /^(?:message|body|text|mail|msg|untitled|noname|plain|part|att)[\w -]{0,12}(?:\.(?:txt|html?|eml))?$/i.test(
    filename,
  )
}

function parseEncoding(raw: string): string {
  return raw.split(/[;\s(]/, 1)[0] ?? ''
}

function nestedSubject(content: Buffer, limits: ParseLimits): string {
  const block = readHeaders(content, 0, Math.min(content.length, 64 * 1024), limits)
  return decodeHeaderText(firstRaw(block.fields, 'subject') ?? '')
}

/** The character set that an HTML page names in itself; the mail's own label goes first. */
function metaCharset(content: Buffer): string | null {
  const head = content.toString('latin1', 0, Math.min(content.length, 4_096))
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null
}

/** The text between the lines of a clear-signed message (RFC 4880, section 7); dash escapes are undone. */
function unwrapPgp(text: string): string {
  const begin = text.indexOf('-----BEGIN PGP SIGNED MESSAGE-----')
  const bodyStart = text.indexOf('\n\n', begin)
  const end = text.indexOf('\n-----BEGIN PGP SIGNATURE-----', begin)
  if (begin < 0 || bodyStart < 0 || end < bodyStart) return text
  const stop = text.indexOf('-----END PGP SIGNATURE-----', end)
  const after = stop < 0 ? '' : text.slice(stop + '-----END PGP SIGNATURE-----'.length)
  const inner = text.slice(bodyStart + 2, end).replace(/^- (?=-|From )/gm, '')
  return text.slice(0, begin) + inner + after
}
