import { ENDINGS, LETTERS, WORDS } from './language-model.ts'

export type Language = 'nb' | 'nn' | 'da' | 'sv' | 'fi' | 'en'
export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'da', 'sv', 'fi', 'en']

const MAX_TEXT = 4_000
const MAX_WORDS = 400

/** Evidence that a guess needs: the sum of weights of the best language, and its lead over the next. */
const ENOUGH = 3
const LEAD = 1.25

/** Points of each language for a text: function words, letters and endings. Exported for the tests. */
export function languageScores(text: string): Record<Language, number> {
  const scores: Record<Language, number> = { nb: 0, nn: 0, da: 0, sv: 0, fi: 0, en: 0 }
  const add = (languages: string, weight: number) => {
    for (const language of languages.split(' ')) scores[language as Language] += weight
  }
  for (const word of readWords(text)) {
    const hit = WORDS.get(word)
    if (hit) for (const [languages, weight] of hit) add(languages, weight)
    if (word.length >= 5)
      for (const [ending, languages, weight] of ENDINGS) if (word.endsWith(ending)) add(languages, weight)
    for (const [letters, languages, weight] of LETTERS) if (word.includes(letters)) add(languages, weight)
  }
  return scores
}

/** The language of the author's own text; null when the text is too short, mixed, or in another language. */
export function detectLanguage(text: string): Language | null {
  const words = readWords(text)
  if (words.length < 2) return null
  const scores = languageScores(text)
  const ranked = LANGUAGES.map((language) => ({ language, score: scores[language] })).sort((a, b) => b.score - a.score)
  const [best, next] = [ranked[0]!, ranked[1]!]
  if (best.score < ENOUGH) return null
  // A long text with few known words is none of the six (German, Polish …).
  if (best.score / words.length < 0.22) return null
  const close = best.score - next.score < LEAD || best.score < next.score * 1.08
  return close ? null : best.language
}

/** Words of the text, lower case; addresses, links, numbers and names of files are no evidence. */
function readWords(text: string): string[] {
  const clean = text
    .slice(0, MAX_TEXT)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\S{0,300}(?:@|:\/\/|www\.)\S{0,300}/g, ' ')
  return (clean.match(/[\p{L}]+(?:['’][\p{L}]+)?/gu) ?? []).slice(0, MAX_WORDS)
}
