import { type Attribution, attributionAt, quoteFollows } from './attribution.ts'
import { bannerEnd } from './banner.ts'
import { type HeaderBlock, headerBlockAt } from './header-block.ts'
import { type Line, readLines, skipBlank, unquoted } from './lines.ts'
import { isRule, separatorOf } from './separators.ts'
import { splitSharedLines } from './shared-line.ts'
import { closingOf, isClientLine, tailFolds } from './signature.ts'

export type FoldKind = 'quote' | 'forward' | 'signature' | 'disclaimer'

/** A range of the text that is shown folded. */
export interface Fold {
  start: number
  end: number
  kind: FoldKind
}

export interface FoldOptions {
  /** The subject says that the mail is a forward. */
  forward?: boolean
  /** Ranges that the structure of the HTML marks as quotes: better evidence than any words. */
  hints?: readonly { start: number; end: number; kind: 'quote' | 'forward' }[]
}

export interface Folded {
  /** In order, without overlap. */
  folds: Fold[]
  /** What stays visible, trimmed. Never empty when the text is not. */
  visible: string
  /** The header block of the first forwarded or quoted mail, for the original sender. */
  block: HeaderBlock | null
}

/** Where the quoted mail begins: `start` the first folded line, `content` the first line of the quoted mail itself. */
interface Hit {
  start: number
  content: number
  kind: 'quote' | 'forward'
  /** The structure of the HTML says where it ends. */
  until?: number
}

/**
 * Finds what the author did not write this time. Evidence in this order, from the top of the text: our own reply marker, the
 * structure of the HTML, separators, header blocks, attributions, a last block of `>` lines. Nothing is folded when nothing, or
 * only a signature, would stay.
 */
export function foldText(text: string, options: FoldOptions = {}): Folded {
  const lines = readLines(text)
  splitSharedLines(text, lines)
  const found = findQuotes(lines, options)
  const folds = withSignatures(lines, found.folds)
  const kept = keepSomething(text, lines, folds, found.folds)
  return { folds: kept, visible: visibleText(text, kept), block: found.block }
}

/** The text without its folds, trimmed, without runs of blank lines. */
export function visibleText(
  text: string,
  folds: readonly Fold[],
  kinds: readonly FoldKind[] = ['quote', 'forward', 'signature', 'disclaimer'],
): string {
  let out = ''
  let at = 0
  for (const fold of folds) {
    if (!kinds.includes(fold.kind)) continue
    out += text.slice(at, fold.start)
    at = fold.end
  }
  out += text.slice(at)
  return out
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd()
}

interface LineFold {
  first: number
  last: number
  kind: FoldKind
}

function findQuotes(lines: readonly Line[], options: FoldOptions): { folds: LineFold[]; block: HeaderBlock | null } {
  const first = firstHit(lines, options)
  if (first === null) return { folds: trailingQuote(lines, 0), block: null }
  const { hit, block } = first
  const end = hit.until ?? quoteEnd(lines, hit)
  const tail = skipBlank(lines, end)
  if (tail >= lines.length || !hasOwnText(lines, end))
    return { folds: [{ first: hit.start, last: end, kind: hit.kind }], block }
  // Text follows the quote: an answer below it, or answers between its lines. The latter stay as they are.
  const interleaved = lines.slice(end).some((line) => line.quoted)
  if (interleaved && hit.until === undefined) return { folds: trailingQuote(lines, end), block }
  return { folds: [{ first: hit.start, last: end, kind: hit.kind }, ...trailingQuote(lines, end)], block }
}

function firstHit(lines: readonly Line[], options: FoldOptions): { hit: Hit; block: HeaderBlock | null } | null {
  const hint = options.hints?.[0]
  const hintAt = hint ? lines.findIndex((line) => line.end > hint.start || line.start >= hint.start) : -1
  for (let i = 0; i < lines.length; i++) {
    if (i === hintAt && hint) return fromHint(lines, i, hint)
    const line = lines[i]!
    if (line.blank) continue
    const separator = separatorOf(line.text)
    if (separator !== null) {
      const hit = separatorHit(lines, i, separator)
      if (hit) return hit
    }
    const block = headerBlockAt(lines, i)
    if (block?.certain)
      return {
        hit: { start: withRule(lines, i), content: block.content, kind: options.forward ? 'forward' : 'quote' },
        block,
      }
    if (line.quoted && !opensQuote(lines, i)) continue
    const attribution = attributionAt(lines, i)
    if (attribution && counts(lines, attribution)) {
      const start = line.quoted ? i : withRule(lines, i)
      return { hit: { start, content: line.quoted ? i : attribution.last + 1, kind: 'quote' }, block: null }
    }
  }
  return null
}

function fromHint(
  lines: readonly Line[],
  at: number,
  hint: { start: number; end: number; kind: 'quote' | 'forward' },
): { hit: Hit; block: HeaderBlock | null } {
  let until = lines.findIndex((line) => line.start >= hint.end)
  if (until < 0) until = lines.length
  let block: HeaderBlock | null = null
  for (let i = at; i < Math.min(at + 12, lines.length) && !block; i++) {
    const candidate = headerBlockAt(lines, i)
    if (candidate && candidate.labels >= 2) block = candidate
  }
  return {
    hit: { start: withAttribution(lines, at), content: at, kind: hint.kind, until: Math.max(until, at + 1) },
    block,
  }
}

/** The attribution before a quote that the HTML marks belongs to the quote. */
function withAttribution(lines: readonly Line[], at: number): number {
  for (let i = Math.max(0, at - 5); i < at; i++) {
    if (lines[i]!.blank) continue
    const attribution = attributionAt(lines, i)
    if (attribution && attribution.last < at && skipBlank(lines, attribution.last + 1) >= at) return i
  }
  return withRule(lines, at)
}

function separatorHit(
  lines: readonly Line[],
  i: number,
  separator: string,
): { hit: Hit; block: HeaderBlock | null } | null {
  let next = i + 1
  while (next < lines.length && unquoted(lines[next]!.text).trim() === '') next++
  if (next >= lines.length && separator !== 'marker') return null
  const candidate = next < lines.length ? headerBlockAt(lines, next) : null
  const block = candidate && candidate.labels >= 2 ? candidate : null
  if (separator === 'forward-line' && !block) return null
  const kind = separator === 'forward' || separator === 'forward-line' ? 'forward' : 'quote'
  return { hit: { start: withRule(lines, i), content: block?.content ?? i + 1, kind }, block }
}

/** The first line of a run of `>` lines. */
function opensQuote(lines: readonly Line[], i: number): boolean {
  return i === 0 || !lines[i - 1]!.quoted
}

/** Does the attribution count? Weak ones only with a `>` behind them, and one that stands alone at the very end never. */
function counts(lines: readonly Line[], found: Attribution): boolean {
  if (lines[found.first]!.quoted) return found.strength !== 'weak' || quoteFollows(lines, found.last)
  const next = skipBlank(lines, found.last + 1)
  if (lines[next]?.quoted) return true
  if (next >= lines.length) return found.strength === 'strong'
  return found.strength === 'strong'
}

/** The rule that programs draw above what they quote is folded with it. */
function withRule(lines: readonly Line[], i: number): number {
  let at = i - 1
  while (at >= 0 && lines[at]!.blank) at--
  return at >= 0 && i - at <= 3 && isRule(lines[at]!.text) ? at : i
}

/** Index behind the quoted mail: the end of its `>` lines when it has them, else the end of the text. */
function quoteEnd(lines: readonly Line[], hit: Hit): number {
  let i = skipBlank(lines, hit.content)
  if (!lines[i]?.quoted) return lines.length
  let end = i
  while (i < lines.length) {
    if (lines[i]!.quoted) end = i + 1
    else if (!lines[i]!.blank) {
      // An older attribution without its own mark, between two `>` blocks, is still the quote.
      const inner = attributionAt(lines, i)
      if (!inner || !quoteFollows(lines, inner.last)) break
      i = inner.last
    }
    i++
  }
  return end
}

/** Is there anything but a signature, a program's line or small print at or after `from`? */
function hasOwnText(lines: readonly Line[], from: number): boolean {
  const folds = tailFolds(lines, from, lines.length)
  const end = folds[0]?.first ?? lines.length
  for (let i = from; i < end; i++)
    if (!lines[i]!.blank && !lines[i]!.quoted && closingOf(lines[i]!.text) === null) return true
  return false
}

/** A last block of `>` lines with nothing of the author's behind it. */
function trailingQuote(lines: readonly Line[], from: number): LineFold[] {
  let last = -1
  for (let i = lines.length - 1; i >= from && last < 0; i--) if (lines[i]!.quoted) last = i
  if (last < 0 || hasOwnText(lines, last + 1)) return []
  let first = last
  for (let i = last; i >= from; i--) {
    if (lines[i]!.quoted) first = i
    else if (!lines[i]!.blank) break
  }
  return [{ first, last: last + 1, kind: 'quote' }]
}

/** Adds what a gateway wrote at the top, and the signatures: before the first quote, and after the last one. */
function withSignatures(lines: readonly Line[], quotes: readonly LineFold[]): LineFold[] {
  const out: LineFold[] = [...quotes]
  const firstQuote = quotes[0]?.first ?? lines.length
  const banner = bannerEnd(lines, firstQuote)
  if (banner > 0) out.push({ first: skipBlank(lines, 0), last: banner, kind: 'disclaimer' })
  out.push(...tailFolds(lines, banner, firstQuote))
  const lastQuote = quotes.at(-1)?.last ?? lines.length
  if (lastQuote < lines.length) out.push(...tailFolds(lines, lastQuote, lines.length))
  return out.sort((a, b) => a.first - b.first)
}

function keepSomething(
  text: string,
  lines: readonly Line[],
  all: readonly LineFold[],
  quotes: readonly LineFold[],
): Fold[] {
  if (staysReadable(lines, all)) return ranges(text, lines, all)
  if (staysReadable(lines, quotes)) return ranges(text, lines, quotes)
  // Only a signature would stay: the author's words may be inside the quote, so all of it is shown but what ends it.
  const tail = tailFolds(lines, 0, lines.length)
  return staysReadable(lines, tail) ? ranges(text, lines, tail) : []
}

function staysReadable(lines: readonly Line[], folds: readonly LineFold[]): boolean {
  const hidden = new Uint8Array(lines.length)
  for (const fold of folds) hidden.fill(1, fold.first, fold.last)
  return lines.some((line, i) => !hidden[i] && !line.blank && !isRule(line.text) && !isClientLine(line.text))
}

function ranges(text: string, lines: readonly Line[], folds: readonly LineFold[]): Fold[] {
  const out: Fold[] = []
  for (const fold of folds) {
    if (fold.last <= fold.first || fold.first >= lines.length) continue
    const start = lines[fold.first]!.start
    const end = fold.last >= lines.length ? text.length : lines[fold.last]!.start
    if (end > start && start >= (out.at(-1)?.end ?? 0)) out.push({ start, end, kind: fold.kind })
  }
  return out
}
