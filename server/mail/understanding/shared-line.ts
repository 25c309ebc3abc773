import { attributionStrength } from './attribution.ts'
import { type Line, skipBlank } from './lines.ts'

/** `Takk! On Mon, Jan 12, 2026 at 10:22 AM, Ola wrote:` and `ok--- On …`: where an attribution may begin inside a line. */
const BEGINS = /(?:-{2,20}\s?|\s)(?:On|Den|Am|Le|På|Op) (?=[^:]{0,40}\d)/g

/**
 * Cuts a line that holds the author's last words and the attribution of the quote below it, so that the words stay. Only where a
 * `>` follows: without it, the author may be telling what someone wrote.
 */
export function splitSharedLines(text: string, lines: Line[]): void {
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (line.quoted || line.blank || !/[:：]$/.test(line.text) || !lines[skipBlank(lines, i + 1)]?.quoted) continue
    const cut = attributionInside(line.text)
    if (cut < 0) continue
    // What the matchers see may be shorter than what stands there: the place is found again by the words.
    const at = text.slice(line.start, line.end).indexOf(line.text.slice(cut, cut + 12))
    if (at <= 0) continue
    const rest: Line = { ...line, start: line.start + at, text: line.text.slice(cut) }
    lines[i] = { ...line, end: rest.start, next: rest.start, text: line.text.slice(0, cut).trimEnd() }
    lines.splice(i + 1, 0, rest)
    return
  }
}

function attributionInside(line: string): number {
  for (const match of [...line.matchAll(BEGINS)].slice(0, 5)) {
    // The dashes between the two are the program's, as the attribution is.
    const at = match.index + (/^\s/.test(match[0]) ? 1 : 0)
    const strength = attributionStrength(line.slice(at).replace(/^[-\s]+/, ''))
    if (at > 0 && (strength === 'strong' || strength === 'medium')) return at
  }
  return -1
}
