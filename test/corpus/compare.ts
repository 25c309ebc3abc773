/** The rules by which a result is compared with what a case expects. Written for this house; the format is that of the case folders. */

export interface Expected {
  subject?: string | null
  subjectAnyOf?: string[] | null
  subjectContains?: string | null
  fromEmail?: string | null
  fromName?: string | null
  textContains?: string[] | null
  textEquals?: string | null
  attachmentNames?: string[] | null
  attachmentCountMin?: number | null
  attachmentSizes?: Record<string, number> | null
  autoReply?: boolean | null
  bounce?: boolean | null
  recipients?: string[] | null
  permanent?: boolean | null
  stored?: boolean | null
  reply?: ExpectedReply | null
}

export interface ExpectedReply {
  exact: string[]
  contains: string[]
  notContains: string[]
  compare: 'lines' | 'nows'
  sig?: 'kept' | 'stripped'
}

export interface Got {
  subject: string
  fromEmail: string
  fromName: string
  text: string
  html: string | null
  attachments: { filename: string; size: number }[]
}

/** White space made single and trimmed. */
export const tidy = (text: string | null | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
/** No white space at all, nor invisible characters. */
export const dense = (text: string | null | undefined) =>
  (text ?? '').normalize('NFC').replace(/[\s\u200b\u00a0\ufeff]/g, '')
/** Line by line, ends trimmed, no more than one blank line at a time. */
export const byLines = (text: string | null | undefined) =>
  (text ?? '')
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
const unmarked = (text: string) => dense(text).replace(/[*_`]/g, '')
/** A replacement character in the expectation means that the source could not read a byte: whatever we read there is accepted. */
const equal = (got: string, expected: string) =>
  got === expected ||
  (expected.includes('\ufffd') &&
    got.length === expected.length &&
    [...expected].every((c, i) => c === '\ufffd' || c === [...got][i]))
const unquoted = (text: string) => tidy(text).replace(/^["']|["']$/g, '')

/** The words of an HTML body, roughly: for comparing, never for showing. */
export function wordsOfHtml(html: string | null): string {
  return (html ?? '')
    .replace(/<(script|style|head|title)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<br\s*\/?>(\r?\n)?/gi, '\n')
    .replace(/<\/(p|div|li|tr|h\d|blockquote|table|ul|ol)>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#0*39;|&apos;/g, "'")
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => codePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => codePoint(Number(decimal)))
    .replace(/&amp;/g, '&')
}

const codePoint = (n: number) => (n <= 0x10ffff ? String.fromCodePoint(n) : '')

/** Each check that the case allows, with its outcome. */
export function compareParse(expected: Expected, got: Got): Record<string, boolean> {
  const checks: Record<string, boolean> = {}
  if (expected.subject != null) checks.subject = equal(tidy(got.subject), tidy(expected.subject))
  if (expected.subjectAnyOf) checks.subject = expected.subjectAnyOf.map(tidy).includes(tidy(got.subject))
  if (expected.subjectContains != null) checks.subject = dense(got.subject).includes(dense(expected.subjectContains))
  if (expected.fromEmail != null)
    checks.from = tidy(got.fromEmail).toLowerCase() === tidy(expected.fromEmail).toLowerCase()
  if (expected.fromName != null) checks['from name'] = unquoted(got.fromName) === unquoted(expected.fromName)
  const body = `${dense(got.text)}\0${dense(wordsOfHtml(got.html))}`
  if (expected.textContains?.length)
    checks.text = expected.textContains.every(
      (piece) => body.includes(dense(piece)) || unmarked(body).includes(unmarked(piece)),
    )
  if (expected.textEquals != null)
    checks.text = [got.text, wordsOfHtml(got.html)].some((text) => dense(text) === dense(expected.textEquals))
  if (expected.attachmentNames?.length) {
    const left = got.attachments.map((file) => tidy(file.filename))
    checks.attachments = expected.attachmentNames.every((name) => {
      const at = left.findIndex((file) => equal(file, tidy(name)))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
  }
  if (expected.attachmentCountMin) checks['attachment count'] = got.attachments.length >= expected.attachmentCountMin
  if (expected.attachmentSizes)
    checks['attachment size'] = Object.entries(expected.attachmentSizes).every(([name, size]) =>
      got.attachments.some((file) => tidy(file.filename) === tidy(name) && Math.abs(file.size - size) <= 2),
    )
  return checks
}

/** `visible` is what stays after folding, `whole` the body before it. */
export function compareReply(expected: ExpectedReply, visible: string, whole: string): Record<string, boolean> {
  const shown = dense(visible)
  if (expected.exact.length === 0) {
    const has = expected.contains.every((piece) => shown.includes(dense(piece)))
    const without = expected.notContains.every((piece) => !shown.includes(dense(piece)))
    return {
      'reply exact': has && without,
      'reply no-loss': has && (shown !== '' || !dense(expected.contains[0])),
      'reply no-quote': without,
    }
  }
  const form = expected.compare === 'nows' ? dense : byLines
  const accepted = expected.exact.map(form)
  const checks: Record<string, boolean> = {
    'reply exact':
      accepted.includes(form(visible)) ||
      (expected.compare === 'nows' && accepted.map(unmarked).includes(unmarked(visible))),
  }
  const bySize = [...expected.exact].sort((a, b) => dense(a).length - dense(b).length)
  const shortest = bySize[0]!
  if (expected.compare === 'nows')
    checks['reply no-loss'] = expected.exact.some((text) => unmarked(visible).includes(unmarked(text)))
  else {
    const ownLines = byLines(shortest)
      .split('\n')
      .filter((line) => line.trim() !== '')
    checks['reply no-loss'] = ownLines.every((line) => shown.includes(dense(line)))
    const allowed = expected.exact.map(dense).join('')
    const foreign = byLines(whole)
      .split('\n')
      .map(dense)
      .filter((line) => line.length >= 12 && !allowed.includes(line))
    checks['reply no-quote'] = !foreign.some((line) => shown.includes(line))
  }
  if (shown === '' && dense(expected.exact[0]) !== '') checks['reply no-loss'] = false
  return checks
}

/** `got` is null when the mail was not read as a bounce. */
export function compareBounce(
  expected: Expected,
  got: { recipients: string[]; permanent: boolean } | null,
): Record<string, boolean> {
  const checks: Record<string, boolean> = { 'bounce detected': got !== null }
  if (expected.recipients?.length)
    checks['bounce recipient'] = (got?.recipients ?? []).some((address) =>
      expected.recipients!.includes(address.toLowerCase().trim()),
    )
  if (expected.permanent != null) checks['bounce permanence'] = got !== null && got.permanent === expected.permanent
  return checks
}
