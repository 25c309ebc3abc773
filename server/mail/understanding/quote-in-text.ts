import { readLines, unquoted } from './lines.ts'

/** White space, quote marks and bold signs differ between the two forms of a mail; the words do not. */
const words = (line: string) =>
  unquoted(line)
    .replace(/<(?:https?|mailto):[^>]{1,500}>/g, '')
    .replace(/[\s*_>|]+/g, '')
    .toLowerCase()

const MIN_WORDS = 12

/**
 * Where the quote that the HTML of a mail marks begins in its text part: at the line that holds the first words of the quote, when
 * the line after it agrees, too, and the words stand there only once. Null when that is not certain.
 */
export function findQuoteInText(text: string, quote: string): { start: number; end: number } | null {
  const wanted = readLines(quote.slice(0, 4_000))
    .map((line) => words(line.text))
    .filter((line) => line.length > 0)
  const [first, second] = wanted
  if (!first || !second || first.length + second.length < MIN_WORDS) return null
  const lines = readLines(text).filter((line) => !line.blank)
  const hits = lines.filter(
    (line, i) => words(line.text) === first && i + 1 < lines.length && words(lines[i + 1]!.text) === second,
  )
  return hits.length === 1 && hits[0]!.start > 0 ? { start: hits[0]!.start, end: text.length } : null
}
