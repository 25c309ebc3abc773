import type { Chance } from '../generate/chance.ts'

export interface Clock {
  now: Date
  /** IANA. */
  zone: string
  chance: Chance
}

/** A step in time: who takes it, and how long it waits at least, in minutes. */
export interface Pace {
  team: boolean
  atLeast: number
}

const MINUTE = 60_000
const DAY = 1_440

/**
 * When a story begins and when each of its steps happens: in order, none later than now. The team works on weekdays from half past
 * seven to half past five; customers write until late in the evening too. `age`: it began between so many days ago.
 */
export function timesOf(age: readonly [number, number], paces: readonly Pace[], clock: Clock): Date[] {
  const { now, chance } = clock
  const latest = now.getTime() - chance.int(2, 9) * MINUTE
  const times = [beginning(age, latest, clock)]
  for (const { team, atLeast } of paces) {
    const gap = Math.max(atLeast, 6 + Math.round(chance.next() ** 3 * 1_500))
    times.push(atDesk(times.at(-1)! + gap * MINUTE, team, clock))
  }
  const [first, last] = [times[0]!, times.at(-1)!]
  // A story that would end tomorrow is told faster.
  const pace = last > latest ? (latest - first) / (last - first) : 1
  return times.map((time) => new Date(Math.round(first + (time - first) * pace)))
}

function beginning([from, to]: readonly [number, number], latest: number, { now, zone, chance }: Clock): number {
  let day = zoned(now.getTime(), zone).subtract({ days: chance.int(from, to) })
  if (day.dayOfWeek > 5 && chance.is(0.7)) day = day.subtract({ days: day.dayOfWeek - 5 })
  const at = day
    .with({ hour: 0, minute: 0 })
    .add({ minutes: chance.is(0.8) ? chance.int(7 * 60, 16 * 60) : chance.int(16 * 60, 22 * 60) })
  const time = at.add({ seconds: chance.int(0, 59), milliseconds: chance.int(0, 999) }).epochMilliseconds
  return time < latest - 10 * MINUTE ? time : latest - chance.int(10, 240) * MINUTE
}

/** The same time if somebody is there then, else when they come. */
function atDesk(time: number, team: boolean, { zone, chance }: Clock): number {
  let at = zoned(time, zone)
  const minute = at.hour * 60 + at.minute
  const [opens, closes] = team ? [7.5 * 60, 17.5 * 60] : [6.5 * 60, 22 * 60]
  const isLate = minute > closes
  if (isLate) at = at.add({ days: 1 })
  const isWeekend = team && at.dayOfWeek > 5
  if (isWeekend) at = at.add({ days: 8 - at.dayOfWeek })
  if (isLate || isWeekend || minute < opens) {
    at = at
      .with({ hour: 0, minute: 0 })
      .add({ minutes: Math.round(opens) + chance.int(0, 110), seconds: chance.int(0, 59) })
  }
  return at.epochMilliseconds
}

/** In so many days, at nine in the morning. */
export function morningIn(days: number, { now, zone }: Pick<Clock, 'now' | 'zone'>): Date {
  const at = zoned(now.getTime(), zone).add({ days }).with({ hour: 9, minute: 0, second: 0, millisecond: 0 })
  return new Date(at.epochMilliseconds)
}

function zoned(time: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone)
}

export { DAY as MINUTES_A_DAY }
