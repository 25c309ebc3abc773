import type { Language } from '#contract'
import { LOCALES, type Translate } from './words.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(LOCALES[language], options)
  formatters.set(key, made)
  return made
}

/** `12. jan. 2026, 10:05` in the reader's language and zone. */
export const dateAndTime = (at: string | Date, language: Language) =>
  formatter(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))
/** With the weekday: for titles. */
export const fullDateAndTime = (at: string | Date, language: Language) =>
  formatter(language, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))
export const dateOnly = (at: string | Date, language: Language) =>
  formatter(language, { dateStyle: 'medium' }).format(new Date(at))
export const timeOnly = (at: string | Date, language: Language) =>
  formatter(language, { timeStyle: 'short' }).format(new Date(at))
/** `12. jan.`: this year's days in lists. */
export const shortDate = (at: string | Date, language: Language) =>
  formatter(language, { day: 'numeric', month: 'short' }).format(new Date(at))

/** `24,6 MB`, `24,6 Mt` in Finnish. */
export function fileSize(bytes: number, language: Language): string {
  const [unit, divisor] =
    bytes < 1000
      ? (['byte', 1] as const)
      : bytes < 1_000_000
        ? (['kilobyte', 1000] as const)
        : (['megabyte', 1_000_000] as const)
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes < 10 * divisor && divisor > 1 ? 1 : 0,
  }).format(bytes / divisor)
}

export const wholeNumber = (n: number, language: Language) => new Intl.NumberFormat(LOCALES[language]).format(n)

/** A length of time in one short unit, for list cells: `5 min`, `3 t`, `2 d`. Intl's narrow style says «-5 min» in Norwegian. */
export function shortSpan(ms: number, t: Translate): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 60) return t('time.shortMinutes', { n: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t('time.shortHours', { n: hours })
  return t('time.shortDays', { n: Math.floor(hours / 24) })
}

/** How long ago, short; a date after seven days. */
export function shortAge(at: string | Date, now: number, t: Translate, language: Language): string {
  const then = new Date(at)
  const age = now - then.getTime()
  if (age < 60_000) return t('time.now')
  if (age < 7 * 86_400_000) return shortSpan(age, t)
  return then.getFullYear() === new Date(now).getFullYear() ? shortDate(then, language) : dateOnly(then, language)
}
