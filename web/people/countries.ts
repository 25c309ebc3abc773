import type { Language, Me } from '#contract'

export type Country = Me['organisation']['country']
export type OpeningHours = Me['organisation']['openingHours']

/** Countries as the house knows them, with their zone. */
export const COUNTRIES: { code: Country; zone: string }[] = [
  { code: 'NO', zone: 'Europe/Oslo' },
  { code: 'DK', zone: 'Europe/Copenhagen' },
  { code: 'SE', zone: 'Europe/Stockholm' },
  { code: 'FI', zone: 'Europe/Helsinki' },
  { code: 'IS', zone: 'Atlantic/Reykjavik' },
  { code: 'GB', zone: 'Europe/London' },
  { code: 'OTHER', zone: 'UTC' },
]

/** The country where a language is most spoken: a first guess. */
export const COUNTRY_OF: Record<Language, Country> = { nb: 'NO', nn: 'NO', da: 'DK', sv: 'SE', fi: 'FI', en: 'GB' }

/** Monday to Friday, 08 to 16. */
export const OFFICE_HOURS: OpeningHours = Object.fromEntries(
  ['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '08:00', to: '16:00' }]]),
)

/** All zones that this browser knows, the given one included. */
export function zones(given: string): string[] {
  const known = typeof Intl.supportedValuesOf === 'function' ? Intl.supportedValuesOf('timeZone') : []
  return [...new Set([...known, 'UTC', given])].filter(Boolean).sort()
}

/** True when every interval ends after it begins and none overlap. */
export function hoursAreSound(hours: OpeningHours): boolean {
  return Object.values(hours).every((intervals) => {
    const sorted = intervals.toSorted((a, b) => a.from.localeCompare(b.from))
    return sorted.every(
      ({ from, to }, i) => from !== '' && to !== '' && from < to && (i === 0 || sorted[i - 1]!.to <= from),
    )
  })
}
