/*
 * Adds or changes words in all six catalogues at once: `node i18n/add.ts < words.tsv`, one line a key:
 * key <TAB> en <TAB> nb <TAB> nn <TAB> da <TAB> sv <TAB> fi. An empty en removes the key. Keys are `room.name` (camelCase).
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'

const order = ['en', 'nb', 'nn', 'da', 'sv', 'fi'] as const
type Catalogue = Record<string, Record<string, string>>
const folder = new URL('.', import.meta.url)

function read(language: string): Catalogue {
  try {
    return JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Catalogue
  } catch {
    return {}
  }
}
const sorted = <T>(o: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(o).sort(([a], [b]) => (a < b ? -1 : 1)))

const rows = readFileSync(0, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '' && !line.startsWith('//'))
  .map((line) => line.split('\t'))
for (const row of rows)
  if (row.length !== 7 && row[1] !== '')
    throw new Error(`Seven columns wanted, ${row.length} found: ${row.join(' | ')}`)

order.forEach((language, column) => {
  const catalogue = read(language)
  for (const row of rows) {
    const [room, name] = row[0]!.split('.') as [string, string]
    if (!room || !name) throw new Error(`A key is room.name: ${row[0]}`)
    if (row[1] === '') delete catalogue[room]?.[name]
    else catalogue[room] = { ...catalogue[room], [name]: row[column + 1]!.trim() }
  }
  const whole = sorted(Object.fromEntries(Object.entries(catalogue).map(([room, words]) => [room, sorted(words)])))
  const file = new URL(`${language}.json`, folder)
  writeFileSync(`${file.pathname}.new`, `${JSON.stringify(whole, null, 2)}\n`)
  renameSync(`${file.pathname}.new`, file.pathname)
})
