import type { Chance } from './chance.ts'

/** So many cases a day is the house this is measured for. */
const USUAL_A_DAY = 578
const AT_LEAST_DAYS = 730

export interface Day {
  /** YYYY-MM-DD in the zone. */
  day: string
  /** When tickets began that day, milliseconds since 1970, in order. */
  times: number[]
}

/**
 * Spreads tickets over the two years before today (more when that made over 578 a day), oldest day first: weekdays busy, weekends
 * quiet, Julys slow, a growing house, and one day in a hundred on which something broke and everybody writes.
 */
export function calendar(tickets: number, now: Date, zone: string, chance: Chance): Day[] {
  const count = Math.max(AT_LEAST_DAYS, Math.ceil(tickets / USUAL_A_DAY))
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const dates = Array.from({ length: count }, (_, i) => today.subtract({ days: count - i }))
  const weights = dates.map((date, i) => weightOf(date, i / count, chance))
  const total = weights.reduce((a, b) => a + b)
  let shared = 0
  let given = 0
  return dates.flatMap((date, i) => {
    shared += weights[i]!
    const until = i === count - 1 ? tickets : Math.round((tickets * shared) / total)
    const start = date.toZonedDateTime(zone).epochMilliseconds
    // The night of the change to summer time is an hour short.
    const length = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - start
    const times = Array.from({ length: until - given }, () => Math.floor(start + length * hour(chance)))
    given = until
    return times.length === 0 ? [] : [{ day: date.toString(), times: times.sort((a, b) => a - b) }]
  })
}

function weightOf(date: Temporal.PlainDate, age: number, chance: Chance): number {
  const weekday = date.dayOfWeek > 5 ? 0.25 : date.dayOfWeek === 1 ? 1.25 : 1
  const holidays = date.month === 7 || (date.month === 12 && date.day > 22) ? 0.5 : 1
  const outage = chance.is(0.01) ? 11 : 1
  return weekday * holidays * outage * (0.6 + 0.8 * age) * (0.8 + 0.4 * chance.next())
}

/** As a share of the day: most in working hours. */
function hour(chance: Chance): number {
  return chance.is(0.85) ? (7 + 10 * ((chance.next() + chance.next()) / 2)) / 24 : chance.next()
}
