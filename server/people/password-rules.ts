import { InvalidInput } from '#platform'
import { COMMON_WORDS } from './common-words.ts'

const SHORTEST = 12
const FEWEST_CHARACTERS = 5
const KEYBOARD = [
  'qwertyuiopasdfghjklzxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
]
/** So many words out of the list are a phrase, and a phrase is hard to guess. */
const PHRASE = 4

/** Throws a refusal with the path of the field. `about`: the names and addresses that a guesser knows. */
export function refuseWeakPassword(password: string, path: string, about: readonly string[]): void {
  const why = passwordWeakness(password, about)
  if (why !== null) throw new InvalidInput(path, why)
}

/** Why this password would be among the first guesses; null when it would not. */
export function passwordWeakness(password: string, about: readonly string[] = []): string | null {
  const text = password.normalize('NFKC')
  if ([...text].length < SHORTEST) return `Use at least ${SHORTEST} characters`
  if (new Set(text.toLowerCase()).size < FEWEST_CHARACTERS) return 'Use more different characters'
  if (isRepeated(text.toLowerCase())) return 'This repeats itself'
  if (isRun(text.toLowerCase())) return 'This follows the keyboard or the alphabet'
  const known = new Set(about.flatMap(words))
  if (readings(text).some((reading) => isGuessable(reading, known)))
    return 'This is among the first things that are guessed'
  return null
}

/** One unit said again and again: abcabcabcabc. */
function isRepeated(text: string): boolean {
  for (let unit = 1; unit <= text.length / 2; unit++) {
    if (
      text
        .slice(0, unit)
        .repeat(Math.ceil(text.length / unit))
        .startsWith(text)
    )
      return true
  }
  return false
}

/** Made of keyboard rows and alphabets, forwards or backwards, in pieces of at least four. */
function isRun(text: string): boolean {
  const rows = KEYBOARD.flatMap((row) => [row, [...row].reverse().join('')])
  let at = 0
  while (at < text.length) {
    let length = Math.min(text.length - at, 26)
    while (length >= 4 && !rows.some((row) => row.includes(text.slice(at, at + length)))) length--
    if (length < 4) return at > 0 && /^\d{0,3}\W{0,2}$/.test(text.slice(at))
    at += length
  }
  return true
}

/** Lower case without accents; once as it stands, once with the usual replacements read back (p4ssw0rd). */
function readings(text: string): string[] {
  const plain = fold(text)
  const leet = plain.replace(
    /[013457@$!]/g,
    (c) => ({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's', '!': 'i' })[c]!,
  )
  return leet === plain ? [plain] : [plain, leet]
}

function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('æ', 'a')
}

function words(text: string): string[] {
  return fold(text)
    .split(/[^a-z]+/)
    .filter((word) => word.length >= 3)
}

/** Nothing but fewer than four common or known words; digits and signs between them add little. */
function isGuessable(text: string, known: ReadonlySet<string>): boolean {
  const chunks = text.split(/[^a-z]+/).filter((chunk) => chunk !== '')
  let count = 0
  for (const chunk of chunks) {
    const fewest = fewestWords(chunk, known)
    if (fewest === null) return false
    count += fewest
  }
  return count < PHRASE
}

/** Of how many known words the letters are made; null when they are not. A single letter or two beside them counts for none. */
function fewestWords(letters: string, known: ReadonlySet<string>): number | null {
  if (letters.length <= 2) return 0
  const best: (number | null)[] = [0]
  for (let end = 1; end <= letters.length; end++) {
    best[end] = null
    for (let start = Math.max(0, end - 25); start < end; start++) {
      const before = best[start]
      const word = letters.slice(start, end)
      if (before == null || !(COMMON_WORDS.has(word) || known.has(word))) continue
      const soFar = best[end]
      if (soFar == null || before + 1 < soFar) best[end] = before + 1
    }
  }
  return best[letters.length] ?? null
}
