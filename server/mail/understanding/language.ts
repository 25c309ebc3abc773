import { isKnown, LANGUAGES, type Language, weighWord, wordsOf } from './language-model.ts'

export type { Language } from './language-model.ts'

const MAX_TEXT = 4_000
const MAX_WORDS = 150
/** What a guess needs: points for the best language, its lead over the next, and a share of words that the model knows. */
const ENOUGH = 3
const LEAD = 1.8
const KNOWN_SHARE = 0.12

/** Points of each language for a text. `other` speaks for languages that are none of the six. */
export function languageScores(text: string): Record<Language | 'other', number> {
  const scores = { nb: 0, nn: 0, da: 0, sv: 0, fi: 0, en: 0, other: 0 }
  for (const word of evidenceOf(text)) {
    const points = weighWord(word)
    for (const [i, language] of LANGUAGES.entries()) scores[language] += points[i]!
    scores.other += points[LANGUAGES.length]!
  }
  return scores
}

/** The language of the author's own text; null when the text is too short, mixed, or in another language. */
export function detectLanguage(text: string): Language | null {
  const words = evidenceOf(text)
  if (words.length < 2) return null
  const scores = languageScores(text)
  const ranked = LANGUAGES.map((language) => ({ language, score: scores[language] })).sort((a, b) => b.score - a.score)
  const [best, next] = [ranked[0]!, ranked[1]!]
  if (best.score < ENOUGH || best.score - next.score < LEAD) return null
  const share = words.filter(isKnown).length / words.length
  if (share < KNOWN_SHARE && best.language !== 'fi') return null
  return scores.other >= 2 && scores.other * 2 > best.score / 2 ? null : best.language
}

/** Words that can be evidence: no addresses, links, or names of files. */
function evidenceOf(text: string): string[] {
  const pieces = text.slice(0, MAX_TEXT).split(/\s+/)
  return wordsOf(pieces.filter((piece) => !/[@\\]|:\/\/|www\./.test(piece)).join(' ')).slice(0, MAX_WORDS)
}
