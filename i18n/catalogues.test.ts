import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../contract/common.ts'
import { LOCALES } from './index.ts'

type Catalogue = Record<string, Record<string, string>>
const house = new URL('..', import.meta.url).pathname
const catalogues = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    JSON.parse(readFileSync(join(house, 'i18n', `${language}.json`), 'utf8')) as Catalogue,
  ]),
)
const flat = (catalogue: Catalogue) =>
  Object.entries(catalogue).flatMap(([room, words]) =>
    Object.entries(words).map(([name, text]) => [`${room}.${name}`, text] as const),
  )
const english = flat(catalogues.en!)
const others = LANGUAGES.filter((language) => language !== 'en')

/** The names of the holes of a message, and how each is filled: `{count, plural, …}` → `count:plural`. */
function holes(text: string): string[] {
  const found = new Set<string>()
  let depth = 0
  let nested: number[] = []
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') {
      const hole = /^\{\s*([a-zA-Z]\w*)\s*(?:,\s*(\w+))?\s*[,}]/.exec(text.slice(i))
      // A branch of a plural begins with a brace too, and holds words.
      if (hole && !nested.includes(depth)) found.add(hole[2] ? `${hole[1]}:${hole[2]}` : hole[1]!)
      depth++
      if (hole?.[2]) nested.push(depth)
    } else if (text[i] === '}') {
      nested = nested.filter((level) => level !== depth)
      depth--
    }
  }
  return [...found].sort()
}

describe('the words of the house', () => {
  it.each(others)('%s has the same keys as English', (language) => {
    expect(flat(catalogues[language]!).map(([key]) => key)).toEqual(english.map(([key]) => key))
  })

  it.each(others)('%s has the same holes as English', (language) => {
    const own = new Map(flat(catalogues[language]!))
    const differ = english
      .filter(([key, text]) => holes(text).join() !== holes(own.get(key) ?? '').join())
      .map(([key]) => key)
    expect(differ).toEqual([])
  })

  it.each(LANGUAGES)('%s: every message is sound and can be said with 0, 1, 2 and 5', (language) => {
    const failed: string[] = []
    const t = createTranslator({
      locale: LOCALES[language],
      messages: catalogues[language]!,
      timeZone: 'Europe/Oslo',
      onError: (error) => failed.push(error.message),
    }) as unknown as { markup: (key: string, values: Record<string, unknown>) => string }
    for (const [key, text] of flat(catalogues[language]!))
      for (const count of [0, 1, 2, 5]) {
        const values = Object.fromEntries(
          holes(text).map((hole) => [hole.split(':')[0], hole.includes(':') || hole === 'count' ? count : 'Åse']),
        )
        // A name that may be a link stands in a tag: `<who>{actor}</who>`.
        const tags = Object.fromEntries(
          [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => [tag, (inside: string) => inside]),
        )
        const said = t.markup(key, { ...values, ...tags })
        if (said === key || said.trim() === '') failed.push(`${key}: ${said}`)
      }
    expect(failed).toEqual([])
  })

  it.each(['nb', 'nn', 'da', 'sv', 'fi'] as const)('%s writes labels in sentence case', (language) => {
    // Names and abbreviations, and the Danish pronoun I.
    const proper =
      /^(?:SLA|API(?:-\p{L}+|[’:]et)?|CSV|CVR|VIP|URL|IMAP\p{L}*|SMTP(?::\p{L}+)?|OAuth(?:-\p{L}+)?|Entra\p{L}*|Gmail|Cloud\p{L}*|Authenticated|HTML|ID|DMARC|I|Y-tunnus|Ctrl|Shift|Esc|Enter|Alt|PDF|Reda\p{L}*|UTC|E-?post|Microsoft|Google|Intl|Cc|Bcc|DNS|SPF|DKIM|Kopi|[A-Z])(?![\p{L}\d])/u
    const wrong = flat(catalogues[language]!).filter(([, text]) => {
      if (text.includes('{') || /[.:!?…»"“”]\s/.test(text)) return false
      return text
        .split(/\s+/)
        .slice(1)
        .some((word) => /^\p{Lu}/u.test(word) && !proper.test(word))
    })
    expect(wrong).toEqual([])
  })

  it.each(['nb', 'nn', 'da', 'sv', 'fi'] as const)('%s begs nobody and shouts at nobody', (language) => {
    // Letters to customers may greet: «Hei!».
    const wrong = flat(catalogues[language]!).filter(
      ([key, text]) =>
        !key.startsWith('mail.') &&
        /vennligst|venlegast|vær så snill|venligst|vänligen|var god|ole hyvä|!(?!\w)/i.test(text),
    )
    expect(wrong).toEqual([])
  })

  it('fi inflects no name', () => {
    const wrong = flat(catalogues.fi!).filter(([, text]) =>
      /\{(?:name|who|team|queue|agent|customer|email|file|number|address|assignee)\}(?:[\p{L}]|[:-]\p{L})/u.test(text),
    )
    expect(wrong).toEqual([])
  })

  it('holds no English in another language', () => {
    // Words that are the same in both, or international.
    const wrong = others.flatMap((language) => {
      const own = new Map(flat(catalogues[language]!))
      return english
        .filter(
          ([key, text]) =>
            own.get(key) === text &&
            /\b(?:the|your|you|and|with|this|that|not|was|are|have|from|when|new|all|only|search|ticket is)\b/i.test(
              text,
            ),
        )
        .map(([key]) => `${language} ${key}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('the words that are used', () => {
  const files = ['web', 'server', 'i18n']
    .flatMap((folder) => sources(join(house, folder)))
    .map((file) => [file, readFileSync(file, 'utf8')] as const)
  const keys = new Set<string>(english.map(([key]) => key))

  it('are all there', () => {
    const unknown = files.flatMap(([file, text]) =>
      [...text.matchAll(/\bt(?:\.rich|\.markup)?\(\s*'([a-z]\w*\.\w+)'/g)]
        .filter(([, key]) => !keys.has(key!) && key !== 'room.name')
        .map(([, key]) => `${key} in ${file.slice(house.length)}`),
    )
    expect(unknown).toEqual([])
  })

  it('are all that is there', () => {
    const whole = files.map(([, text]) => text).join('\n')
    const named = new Set([...whole.matchAll(/['"`]([a-z]\w*\.\w+)['"`]/g)].map(([, key]) => key!))
    // Keys made of what the house answers: `status.${standing}` uses its whole room; `inbound.why${code}` those that begin so.
    const rooms = [...whole.matchAll(/`([a-z]\w*)\.(\w*)\$\{/g)].map(([, room, start]) => `${room}.${start}`)
    const unused = [...keys].filter((key) => !named.has(key) && !rooms.some((start) => key.startsWith(start)))
    expect(unused).toEqual([])
  })
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
