import { createTranslator } from 'use-intl/core'
import type { Language } from '../contract/common.ts'
import da from './da.json' with { type: 'json' }
import en from './en.json' with { type: 'json' }
import fi from './fi.json' with { type: 'json' }
import nb from './nb.json' with { type: 'json' }
import nn from './nn.json' with { type: 'json' }
import sv from './sv.json' with { type: 'json' }

/** The words of the house by room and name; English says which there are. */
export type Words = typeof en
/** `room.name`. */
export type WordKey = { [Room in keyof Words & string]: `${Room}.${keyof Words[Room] & string}` }[keyof Words & string]
export type WordValues = Record<string, string | number | Date>
/** `t('room.name', { count })`. */
export type Translate = (key: WordKey, values?: WordValues) => string

const CATALOGUES: Record<Language, unknown> = { nb, nn, da, sv, fi, en }

/** Which locale Intl is asked for: Europe's English, never America's. */
export const LOCALES: Record<Language, string> = {
  nb: 'nb-NO',
  nn: 'nn-NO',
  da: 'da-DK',
  sv: 'sv-SE',
  fi: 'fi-FI',
  en: 'en-GB',
}

const translators = new Map<Language, Translate>()

/** The words in one language, for what the server writes itself: mails, pages, messages. */
export function wordsIn(language: Language): Translate {
  const known = translators.get(language)
  if (known) return known
  const translator = createTranslator({
    locale: LOCALES[language],
    messages: CATALOGUES[language] as Words,
    timeZone: 'UTC',
  })
  const translate: Translate = (key, values) => translator(key as never, values as never)
  translators.set(language, translate)
  return translate
}
