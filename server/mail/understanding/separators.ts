import { unquoted } from './lines.ts'
import { FORWARD_LINES, FORWARD_TITLES, ORIGINAL_TITLES, REPLY_MARKERS } from './vocabulary.ts'

export type Separator = 'original' | 'forward' | 'forward-line' | 'marker'

/** What a line separates, when it is a separator: `-----Opprinnelig melding-----`, `Begin forwarded message:` … */
export function separatorOf(text: string): Separator | null {
  // GroupWise: `>>> Ola Nordmann <ola@example.no> 12.01.2026 10:22 >>>`
  if (/^>>> .{3,150} (?:>>>|<<<)$/.test(text) && /\d[.:/-]\d/.test(text)) return 'original'
  const line = unquoted(text).trim()
  if (line.length < 8 || line.length > 120) return null
  const lower = line.toLowerCase()
  if (isMarker(lower)) return 'marker'
  const title = lower.replace(/^[-–—_=*#~\s]+|[-–—_=*#~\s:]+$/g, '').replace(/\s+/g, ' ')
  const ruled = /^[-–—_=*#~]{2,}/.test(line)
  if (ruled) {
    if (ORIGINAL_TITLES.has(title)) return 'original'
    if (FORWARD_TITLES.has(title)) return 'forward'
    // Notes: `----- Forwarded by Ola Nordmann/Org on 12.01.2026 10:22 -----`
    if (
      /^(?:forwarded by|videresendt av|videresendt af|vidarebefordrat av|välittänyt|weitergeleitet von) .+/.test(
        title,
      ) &&
      /\d/.test(title)
    )
      return 'forward'
    return null
  }
  // Without dashes only the titles that no one writes as a sentence of their own, ended by a colon.
  if (/[:：]$/.test(line) && FORWARD_LINES.has(title)) return 'forward-line'
  return null
}

function isMarker(lower: string): boolean {
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return REPLY_MARKERS.includes(bare)
}

/** A line of nothing but dashes, underscores or equals signs, as programs draw above a quoted mail. */
export function isRule(text: string): boolean {
  return /^ {0,8}(?:[-–—]{3,}|_{3,}|={3,}|\*{3,})$/.test(text)
}
