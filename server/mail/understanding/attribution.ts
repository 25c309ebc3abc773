import { type Line, plain, skipBlank, unquoted } from './lines.ts'
import { ATTRIBUTION_STARTS, MONTHS, PRONOUNS, SENTENCE_WORDS, VERBS_AT_END, VERBS_IN_MIDDLE } from './vocabulary.ts'

/** How sure a line is that it introduces a quote. Weak ones count only when a `>` follows. */
export type Strength = 'strong' | 'medium' | 'weak'

export interface Attribution {
  first: number
  last: number
  strength: Strength
}

// Bounded by the length of a candidate and without nested repetition: linear.
const TIME = /(?<![\d.:])\d{1,2}(?:[:.]|\s?h\s?)\d{2}(?![\d]|[.]\d)/
const DATE = new RegExp(
  String.raw`(?<!\d)(?:19|20)\d{2}(?!\d)|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}|\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?(?:${MONTHS})|(?:${MONTHS})[\p{L}]{0,10}\.? \d{1,2}(?!\d)|\d年`,
  'iu',
)
const DATE_FIRST = new RegExp(
  String.raw`^(?:\d{4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2,4}|\d{1,2}[:.]\d{2}|\d{1,2}(?:\.|st|nd|rd|th)? (?:${MONTHS})|\d{4}年)`,
  'iu',
)

/** The attribution that begins at line `i`, also when the mailer wrapped it over up to four lines; null when there is none. */
export function attributionAt(lines: readonly Line[], i: number): Attribution | null {
  const first = lines[i]!
  if (first.blank) return null
  const quoted = first.quoted
  let joined = ''
  for (let k = i; k < Math.min(lines.length, i + 4); k++) {
    const line = lines[k]!
    if (line.blank || (line.quoted !== quoted && k > i)) return null
    const piece = unquoted(line.text)
    // The address is put together again without the blank that wrapping would leave in it.
    joined += joined && !/[<(]$/.test(joined) && !/^>/.test(piece) ? ` ${piece}` : piece
    if (joined.length > 400) return null
    const strength = couldEnd(joined) ? attributionStrength(joined) : null
    if (strength !== null) {
      if (k > i && !wrapped(lines, i, k)) return null
      return { first: i, last: k, strength }
    }
    // A sentence that ends here is the author's and no part of what comes next.
    if (/[.!?]$/.test(piece) && !/\d\.$|\b\p{L}{2,5}\.$/u.test(piece)) return null
    if (k === i && !mayContinue(piece)) return null
  }
  return null
}

const couldEnd = (text: string) => /(?:[:：>\]-]|\bwrote|\bskrev|følgende|följande|schrieb)\s*$/i.test(text.slice(-60))

function mayContinue(piece: string): boolean {
  return startsLikeOne(piece) || /\d/.test(piece) || piece.includes('@') || /^["'“]?\p{Lu}/u.test(piece)
}

/** Is the joined candidate one attribution, and not the author's last line followed by one that stands on its own? */
function wrapped(lines: readonly Line[], first: number, last: number): boolean {
  const head = unquoted(lines[first]!.text)
  const stands = first === 0 || lines[first - 1]!.blank
  // `Ola Nordmann` and in the next line `<ola@…> skrev den …`: a name alone in its line, and the address that goes with it.
  if (stands && /^<[^<>\s]+@/.test(unquoted(lines[first + 1]!.text)) && /^["'“]?\p{Lu}[^.!?:;<>]{1,60}$/u.test(head))
    return true
  for (let j = first + 1; j <= last; j++) {
    const later = lines
      .slice(j, last + 1)
      .map((line) => unquoted(line.text))
      .join(' ')
    const strength = attributionStrength(later)
    if (strength === 'strong' && (startsLikeOne(later) || !startsLikeOne(head))) return false
  }
  return startsLikeOne(head) || head.includes('@') || (DATE.test(head) && stands)
}

function startsLikeOne(text: string): boolean {
  const head = text.replace(/^[-–—*\s]+/, '')
  const word = (head.toLowerCase().split(/[\s,]/, 1)[0] ?? '').replace(/\.$/, '')
  return ATTRIBUTION_STARTS.has(word) || DATE_FIRST.test(head) || /^\d/.test(word)
}

/** Reads one candidate as an attribution. */
export function attributionStrength(candidate: string): Strength | null {
  const text = plain(candidate)
    .replace(/^[-–—*_\s]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (text.length < 6) return null
  const dashed = /-{2,}$/.test(text)
  const colon = /[:：]$/.test(text)
  const body = text.replace(/[-:：\s*]+$/, '')
  if (body.length < 5) return null
  const facts = { email: hasEmail(body), date: DATE.test(body), time: TIME.test(body) }
  const lower = body.toLowerCase()
  if (colon && /^(?:quoting|citat|siterer|citerar|zitat von|citando) \S/.test(lower) && facts.email) return 'medium'
  if (colon && /\bsaid the following on\b.{0,60}\d/.test(lower)) return facts.time || facts.email ? 'strong' : 'medium'
  return (
    verbAtEnd(body, lower, colon || dashed, facts) ??
    verbInMiddle(body, lower, colon, facts) ??
    noVerb(body, colon, facts)
  )
}

interface Facts {
  email: boolean
  date: boolean
  time: boolean
}

function hasEmail(text: string): boolean {
  const at = text.indexOf('@')
  return at > 0 && /[\w.+-]/.test(text[at - 1]!) && /[\w[]/.test(text[at + 1] ?? '')
}

const firstWord = (lower: string) => lower.split(/[\s,]/, 1)[0] ?? ''

/** `On 12 Jan 2026, at 10:22, Ola <ola@…> wrote:` */
function verbAtEnd(body: string, lower: string, colon: boolean, facts: Facts): Strength | null {
  const verb = VERBS_AT_END.find((v) => lower.endsWith(v))
  if (!verb)
    return lower.endsWith('> sent') && colon && facts.date && facts.time && startsLikeOne(body) ? 'strong' : null
  const before = body.slice(0, body.length - verb.length)
  if (before !== '' && /[\p{L}\p{N}]$/u.test(before) && /^[a-zåäöø]/.test(verb)) return null
  if (before.trim().length < 2) return null
  if (!colon) return facts.email && facts.date ? 'strong' : null
  if (PRONOUNS.has(firstWord(lower)) && !facts.email) return 'weak'
  if ((facts.email && (facts.date || facts.time)) || (facts.date && facts.time)) return 'strong'
  if (facts.email) return /[<(]/.test(body) && before.trim().split(' ').length <= 8 ? 'strong' : 'medium'
  if (facts.date && startsLikeOne(body)) return 'medium'
  return 'weak'
}

/** `man. 12. jan. 2026 kl. 10:22 skrev Ola <ola@…>:` and `Ola <ola@…> skrev den 12.01.2026 10:22:` */
function verbInMiddle(body: string, lower: string, colon: boolean, facts: Facts): Strength | null {
  for (const verb of VERBS_IN_MIDDLE) {
    const at = lower.startsWith(`${verb} `) ? 0 : lower.indexOf(` ${verb} `) + 1
    if (at === 0 && !lower.startsWith(`${verb} `)) continue
    const left = body.slice(0, at).trim()
    const right = body.slice(at + verb.length).trim()
    const follows = /\s?(?:følgende|fylgjande|följande|folgendes|het volgende)$/i.test(right)
    const ends = colon || follows || /<[^<>\s]+@[^<>\s]+>$/.test(body)
    if (!ends || right.length < 2 || right.length > 200) continue
    const next = firstWord(right.toLowerCase())
    if (SENTENCE_WORDS.has(next) && !hasEmail(right)) continue
    if (PRONOUNS.has(firstWord(lower)) && !facts.email) continue
    // date, verb, author
    if (left && (DATE.test(left) || TIME.test(left))) {
      if (!startsLikeOne(left) && !hasEmail(right)) continue
      if (facts.email || TIME.test(left) || follows) return 'strong'
      return 'medium'
    }
    // author, verb, date
    if (
      left &&
      colon &&
      DATE.test(right) &&
      /^(?:følgende|följande|fylgjande)?\s?(?:den|d\.|am|on|at|klo)?\s?[\p{L}.]{0,14}\s?(?:den\s)?\d/iu.test(right) &&
      /^["'“<\p{Lu}]/u.test(left)
    )
      return facts.email || facts.time ? 'strong' : 'medium'
    // `skrev Ola Nordmann:` (Thunderbird without a date)
    if (at === 0 && colon && body.split(' ').length <= 8) return 'weak'
  }
  return null
}

/** `2026-01-12 10:22 GMT+01:00 Ola <ola@…>:`, where the mailer wrote no verb at all. */
function noVerb(body: string, colon: boolean, facts: Facts): Strength | null {
  if (!facts.email || !facts.date || !/[<(][^<>()\s]*@[^<>()\s]*[>)]$/.test(body)) return null
  if (!startsLikeOne(body)) return null
  if (colon && (facts.time || DATE_FIRST.test(body))) return 'strong'
  return /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/.test(body) && body.split(' ').length <= 9 ? 'strong' : null
}

/** Does a `>` follow, after nothing but blank lines? */
export function quoteFollows(lines: readonly Line[], after: number): boolean {
  return lines[skipBlank(lines, after + 1)]?.quoted === true
}
