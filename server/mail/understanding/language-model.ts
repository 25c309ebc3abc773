import { SAMPLES } from './language-samples.ts'

export type Language = 'nb' | 'nn' | 'da' | 'sv' | 'fi' | 'en'
export const LANGUAGES: readonly Language[] = ['nb', 'nn', 'da', 'sv', 'fi', 'en']

/** Words that tell close languages apart wherever they stand; each is one that the neighbours do not use. */
const MARKERS: Record<Language, string> = {
  nb: 'hva hvis noe noen mye nå dere uten etter fra meg deg seg hei takk ikke jeg ble blitt bare hvordan hvorfor gjerne deres vennligst dessverre fortsatt trenger noens hvilke uke mottatt opp inn får sier vet ingen selv virker fungerer',
  nn: 'eg ikkje dei kva korleis kvifor kven kvar kor noko nokon nokre frå ein eit berre vore meir fleire sjølv saman mykje heile gjere veit ynskjer ønskjer treng kjem venleg helsing dykk dykkar hjå då mogleg vart seier desse sidan enno framleis veke gong gonger',
  da: 'af hvad noget nogen nogle mig dig sig jer jeres gerne meget tak hej uge gange tilbage bruge brug virker modtaget købt blevet bliver stadig desværre fejl efter uden mellem venligst hjælp hjælpe ind op ud gøre gjort os der nu hvornår have været åbner åben åbent oplysninger ikke jeg',
  sv: 'och att jag inte är från också något någon några mycket hur vad varför vem tack hej vänliga hälsningar vecka gång gånger tillbaka nej ärende fungerar köpt pengarna skickat skicka gjort blivit själv fråga lösenord tyvärr utan ni oss hjälp behöver ska när här finns får igen måste',
  fi: 'ja on ei en se että mutta kun jos ole olen olet onko voiko voitteko miten mitä miksi missä milloin kiitos hei minun minulle meille teille tämä nyt vielä vain lasku tilaus',
  en: 'the and is are was were this that with from have has not you your our we they my can could would please thank thanks hello what when where why how there been do does did',
}

/** Other languages, only so that their mails are not called Swedish or Danish. */
const OTHER = new Set(
  `ich nicht und das ist ein eine auf wie mein meinem meine sich auch wir sie bitte danke wird habe haben zu leider was jetzt soll hallo ik niet het een van mijn wat moet zijn wij naar voor aan maar vandaag uw
  je ne pas est une pour dans vous que le la les des du au nous mon avec merci bonjour no puedo el los mi por para está con gracias hola tengo hacer qué nie się jest mam co na proszę dzień moje konto czy jak non il di per sono grazie não uma obrigado`.split(
    /\s+/,
  ),
)

const GRAM_WEIGHT = 1 / 3
const WORD_WEIGHT = 1.2
const MARKER_WEIGHT = 2.2

type Table = Map<string, Record<Language, number>>

/** Parts of a word with its ends marked: two to four letters. */
function gramsOf(word: string): string[] {
  const text = `_${word}_`
  const out: string[] = []
  for (let n = 2; n <= 4; n++) for (let i = 0; i + n <= text.length; i++) out.push(text.slice(i, i + n))
  return out
}

/** Words of a text, lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}]+(?:['’][\p{L}]+)?/gu) ?? []
  )
}

/** Log-odds of each language against the mean of all, from smoothed counts. */
function learn(features: (word: string) => string[]): Table {
  const counts = new Map<string, Record<Language, number>>()
  const totals = { nb: 0, nn: 0, da: 0, sv: 0, fi: 0, en: 0 }
  for (const language of LANGUAGES)
    for (const word of wordsOf(SAMPLES[language]))
      for (const feature of features(word)) {
        const row = counts.get(feature) ?? { nb: 0, nn: 0, da: 0, sv: 0, fi: 0, en: 0 }
        row[language]++
        totals[language]++
        counts.set(feature, row)
      }
  const smooth = 0.4
  const table: Table = new Map()
  for (const [feature, row] of counts) {
    const logs = LANGUAGES.map((language) =>
      Math.log((row[language] + smooth) / (totals[language] + smooth * counts.size)),
    )
    const mean = logs.reduce((a, b) => a + b, 0) / logs.length
    table.set(
      feature,
      Object.fromEntries(LANGUAGES.map((language, i) => [language, logs[i]! - mean])) as Record<Language, number>,
    )
  }
  return table
}

const GRAMS = learn(gramsOf)
const WORDS = learn((word) => [word])
const MARKED = new Map<string, Language[]>()
for (const language of LANGUAGES)
  for (const word of MARKERS[language].split(' ')) MARKED.set(word, [...(MARKED.get(word) ?? []), language])

/** What one word says: points for each of the languages, in their order, and last for any other. */
function weigh(word: string): Float64Array {
  const points = new Float64Array(LANGUAGES.length + 1)
  const known = WORDS.get(word)
  if (OTHER.has(word) && !MARKED.has(word)) points[LANGUAGES.length] = known ? 0.5 : 2
  const marked = MARKED.get(word) ?? []
  const grams = gramsOf(word)
  const share = (GRAM_WEIGHT * 3) / Math.max(3, grams.length / 2)
  for (const [i, language] of LANGUAGES.entries()) {
    let sum = (marked.includes(language) ? MARKER_WEIGHT : 0) + (known ? WORD_WEIGHT * known[language] : 0)
    for (const gram of grams) sum += share * (GRAMS.get(gram)?.[language] ?? 0)
    points[i] = sum
  }
  return points
}

const MAX_REMEMBERED = 20_000
const remembered = new Map<string, Float64Array>()

/** The same, remembered: a few hundred words make up most of what people write. */
export function weighWord(word: string): Float64Array {
  let points = remembered.get(word)
  if (points === undefined) {
    points = weigh(word.slice(0, 40))
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(word, points)
  }
  return points
}

/** Is the word one that the model has seen? Mails in other languages hold few of them. */
export const isKnown = (word: string): boolean => WORDS.has(word) || MARKED.has(word)
