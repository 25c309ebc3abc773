import { createTranslator, useLocale, useTranslations } from 'use-intl'
import type { Language } from '#contract'
import type { Translate, WordKey, Words } from '../../i18n/index.ts'
import { storeOf, useStore } from './store.ts'

export type { Translate, WordKey }

/** Europe's English, never America's: Monday first, 24 hours. */
export const LOCALES: Record<Language, string> = {
  nb: 'nb-NO',
  nn: 'nn-NO',
  da: 'da-DK',
  sv: 'sv-SE',
  fi: 'fi-FI',
  en: 'en-GB',
}

/** Each language in its own words. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  nb: 'Norsk bokmål',
  nn: 'Norsk nynorsk',
  da: 'Dansk',
  sv: 'Svenska',
  fi: 'Suomi',
  en: 'English',
}

const loaders: Record<Language, () => Promise<{ default: unknown }>> = {
  nb: () => import('../../i18n/nb.json'),
  nn: () => import('../../i18n/nn.json'),
  da: () => import('../../i18n/da.json'),
  sv: () => import('../../i18n/sv.json'),
  fi: () => import('../../i18n/fi.json'),
  en: () => import('../../i18n/en.json'),
}

interface Spoken {
  language: Language
  words: Words
}
const spoken = storeOf<Spoken | undefined>(undefined)

/** Loads a language and speaks it from then on. */
export async function speak(language: Language): Promise<void> {
  if (spoken.get()?.language === language) return
  const words = (await loaders[language]()).default as Words
  document.documentElement.lang = language
  try {
    localStorage.setItem('reda.language', language)
  } catch {
    // Private windows may keep nothing.
  }
  spoken.set({ language, words })
}

/** The language before anyone has signed in: the last one here, else the browser's first that we speak. */
export function languageOfBrowser(): Language {
  const kept = safely(() => localStorage.getItem('reda.language'))
  const wanted = [...(kept ? [kept] : []), ...navigator.languages.map((l) => l.toLowerCase().split('-')[0]!)]
  for (const one of wanted) {
    const language = one === 'no' ? 'nb' : one
    if (language in loaders) return language as Language
  }
  return 'en'
}

function safely<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

export const useSpoken = () => useStore(spoken)

/** The reader's words: `t('room.name', { count })`. Whole sentences only. */
export function useText(): Translate {
  return useTranslations() as unknown as Translate
}

/** The reader's language. */
export function useLanguage(): Language {
  return useLocale().slice(0, 2) as Language
}

/** Words outside components: toasts of failed commands. */
export function translate(): Translate {
  const now = spoken.get()
  if (!now) return (key) => key
  return createTranslator({ locale: LOCALES[now.language], messages: now.words }) as unknown as Translate
}

/** Is there such a word? For keys made of what the house answers. */
export function wordExists(key: string): key is WordKey {
  const [room, name] = key.split('.') as [string, string]
  const words = spoken.get()?.words as Record<string, Record<string, string>> | undefined
  return words?.[room]?.[name] !== undefined
}
