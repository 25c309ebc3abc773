import { type Line, unquoted } from './lines.ts'
import { type HeaderLabel, headerLabel } from './vocabulary.ts'

/** A block of `From: … Sent: … Subject: …` above a quoted mail. */
export interface HeaderBlock {
  first: number
  /** First line of what the block introduces. */
  content: number
  from: string
  subject: string
  date: string
  /** Labels counted; a block after a separator needs fewer. */
  labels: number
  /** Enough to stand without a separator before it. */
  certain: boolean
}

const MAX_BLOCK = 16

/** Label and value of a line such as `*Fra:* Ola`, `Envoyé le : …`, `> Dato: …`; null when the line begins with no known label. */
export function labelOf(text: string): { label: HeaderLabel; value: string } | null {
  const body = unquoted(text).replace(/^[\s*_|•]+/, '')
  const colon = body.slice(0, 40).search(/[:：]/)
  if (colon < 1) return null
  const word = body
    .slice(0, colon)
    .replace(/[*_\s]+$/, '')
    .replace(/\s+/g, ' ')
    .toLowerCase()
  const label = headerLabel(word)
  return label === null ? null : { label, value: body.slice(colon + 1).replace(/^[\s*_]+|[\s*_]+$/g, '') }
}

/** The header block that begins at line `i`, or null. */
export function headerBlockAt(lines: readonly Line[], i: number): HeaderBlock | null {
  const start = labelOf(lines[i]!.text)
  if (!start || start.label === 'to' || start.label === 'cc' || start.label === 'other') return null
  const found = new Map<HeaderLabel, string>()
  let labels = 0
  let last = i
  let loose = 0
  let to = ''
  for (let k = i; k < Math.min(lines.length, i + MAX_BLOCK); k++) {
    const line = lines[k]!
    if (line.blank || (line.quoted && unquoted(line.text).trim() === '')) {
      // Double-spaced blocks: the next line goes on with a label.
      const after = lines[k + 1]
      if (k > last + 1 || !after || !labelOf(after.text) || found.has('subject')) break
      continue
    }
    const hit = labelOf(line.text)
    if (hit && !(found.has(hit.label) && hit.label !== 'other' && hit.label !== 'cc')) {
      if (!found.has(hit.label)) found.set(hit.label, hit.value)
      if (hit.label === 'to') to = hit.value
      labels++
      last = k
      loose = 0
    } else {
      // A long list of recipients, or a subject, goes on in the next line; the body does not.
      if (++loose > 2 || !continues(lines, k)) break
      const previous = [...found.keys()].at(-1)
      if (previous === 'from') found.set('from', `${found.get('from')} ${unquoted(line.text).trim()}`)
    }
  }
  if (!found.has('from') || labels < 2) return null
  const from = found.get('from') ?? ''
  const mailboxes = from.includes('@') || to.includes('@')
  const known = found.has('subject') || found.has('date')
  const certain = labels >= 3 && known && (found.has('subject') || (mailboxes && found.has('date')))
  return {
    first: i,
    content: last + 1,
    from,
    subject: found.get('subject') ?? '',
    date: found.get('date') ?? '',
    labels,
    certain,
  }
}

/** Does one of the next two lines carry a label on? Then the line between is a continuation. */
function continues(lines: readonly Line[], k: number): boolean {
  for (let n = k + 1; n <= k + 2 && n < lines.length; n++) {
    if (lines[n]!.blank) return false
    if (labelOf(lines[n]!.text)) return true
  }
  return false
}
