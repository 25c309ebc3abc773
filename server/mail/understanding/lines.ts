/** A line of the body with its place in the text, and what the matchers look at. */
export interface Line {
  start: number
  /** End without the line break. */
  end: number
  next: number
  /** The line with plain blanks and without invisible characters, cut to a bounded length. */
  text: string
  blank: boolean
  /** Begins with `>`, or belongs to a quoted line that was wrapped on its way. */
  quoted: boolean
}

/** Matchers look at no more than this much of a line (a mail is hostile until shown otherwise). */
export const MAX_CANDIDATE = 400
const MAX_LINES = 20_000

const ODD_SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g

/** The line as a reader sees it: odd blanks made plain, invisible characters gone, trimmed at the end. */
export function plain(line: string): string {
  return line
    .slice(0, MAX_CANDIDATE + 100)
    .replace(ODD_SPACES, ' ')
    .replace(INVISIBLE, '')
    .slice(0, MAX_CANDIDATE)
    .trimEnd()
}

/** Cuts a text into lines. Lines beyond the bound are one last line, which no matcher reads as a separator. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let at = 0
  while (at < text.length && lines.length < MAX_LINES) {
    const stop = text.indexOf('\n', at)
    const end = stop < 0 ? text.length : stop
    const next = stop < 0 ? text.length : stop + 1
    const shown = plain(text.slice(at, Math.min(end, at + MAX_CANDIDATE + 100)))
    lines.push({
      start: at,
      end,
      next,
      text: shown,
      blank: shown === '' && end - at < 2_000,
      quoted: /^ {0,3}>/.test(shown),
    })
    at = next
  }
  if (at < text.length)
    lines.push({ start: at, end: text.length, next: text.length, text: '…', blank: false, quoted: false })
  mendBrokenAddresses(lines)
  mendWrappedQuotes(lines)
  mendBrokenLinks(lines)
  return lines
}

/** `… skrev Ola <ola@example.no` and `>:` in the next line: the sign closes the address and quotes nothing. */
function mendBrokenAddresses(lines: Line[]): void {
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1]!
    if (
      /^>[:：]?$/.test(lines[i]!.text) &&
      !before.quoted &&
      before.text.lastIndexOf('<') > before.text.lastIndexOf('>')
    )
      lines[i]!.quoted = false
  }
}

/** `> a long quoted line that some gateway wrapped\nhere\n> and on`: the middle line is quoted, too. */
function mendWrappedQuotes(lines: Line[]): void {
  for (let i = 1; i < lines.length; i++) {
    if (lines[i]!.quoted || lines[i]!.blank || !lines[i - 1]!.quoted || lines[i - 1]!.text.length < 60) continue
    if (/[.?!:]$/.test(lines[i - 1]!.text) && !/^https?:/.test(lines[i]!.text)) continue
    let end = i
    while (end < lines.length && end - i < 2 && !lines[end]!.quoted && !lines[end]!.blank) end++
    if (lines[end]?.quoted && /^(?:https?:|[\p{Ll}\d)\]"'.,])/u.test(lines[i]!.text))
      for (let k = i; k < end; k++) lines[k]!.quoted = true
  }
}

/**
 * A link of the quoted mail that was broken off its line: in brackets of its own, or the rest of it with the bracket that closes
 * it. A bare link may be the author's answer, and stays.
 */
function mendBrokenLinks(lines: Line[]): void {
  for (let i = 1; i + 1 < lines.length; i++) {
    const line = lines[i]!
    if (line.quoted || line.blank || !lines[i - 1]!.quoted || !lines[i + 1]!.quoted) continue
    const closes =
      /[(<]https?:[^\s()<>]{1,380}$/.test(lines[i - 1]!.text) && /^\s*[^\s()<>]{1,380}[)>]$/.test(line.text)
    if (closes || /^\s*(?:\(https?:[^\s()<>]{1,380}\)|<https?:[^\s()<>]{1,380}>) ?>?$/.test(line.text))
      line.quoted = true
  }
}

/** The text of a line behind its quote marks. */
export function unquoted(text: string): string {
  return /^>[:：]$/.test(text) ? text : text.replace(/^(?: {0,3}>)+ ?/, '')
}

/** Index of the first line at or after `from` that is not blank; `lines.length` when there is none. */
export function skipBlank(lines: readonly Line[], from: number): number {
  let i = from
  while (i < lines.length && lines[i]!.blank) i++
  return i
}
