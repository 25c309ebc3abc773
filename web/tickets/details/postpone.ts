import type { Me } from '#contract'
import { daysLater, instantOf, type WallTime, wallTime, weekday } from './zone.ts'

export type OpeningHours = Me['organisation']['openingHours']

export type PostponeChoice =
  | { kind: 'laterToday' | 'tomorrowMorning' | 'nextMorning' | 'mondayMorning'; until: Date }
  | { kind: 'untilReply' }
  | { kind: 'pick' }

/** When nobody has set opening hours. */
const DEFAULT_DAY = { from: '08:00', to: '16:00' }
/** «Later today» is this long from now, on the next half hour. */
const LATER_MINUTES = 180
const STEP_MINUTES = 30

/**
 * What «postpone» offers at this moment, in the organisation's opening hours and zone. Later today only while we are open; the next morning is the next day that we are open; Monday is left out when it is that morning already. Holidays are not known here.
 */
export function postponeChoices(now: Date, hours: OpeningHours, zone: string): PostponeChoice[] {
  const today = wallTime(now, zone)
  const choices: PostponeChoice[] = []

  const later = laterToday(now, today, hours, zone)
  if (later) choices.push({ kind: 'laterToday', until: later })

  const nextOpen = nextOpenDay(today, hours, 1)
  choices.push({
    kind: nextOpen.days === 1 ? 'tomorrowMorning' : weekday(nextOpen.opens) === 1 ? 'mondayMorning' : 'nextMorning',
    until: instantOf(nextOpen.opens, zone),
  })

  const daysToMonday = 8 - weekday(today)
  if (daysToMonday !== nextOpen.days) {
    const monday = nextOpenDay(today, hours, daysToMonday)
    // A Monday that we are closed on would be no Monday.
    if (monday.days === daysToMonday) choices.push({ kind: 'mondayMorning', until: instantOf(monday.opens, zone) })
  }
  choices.push({ kind: 'untilReply' }, { kind: 'pick' })
  return choices
}

function laterToday(now: Date, today: WallTime, hours: OpeningHours, zone: string): Date | null {
  const minutes = today.hour * 60 + today.minute + LATER_MINUTES
  const earliest = Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES
  const open = isSet(hours) ? intervals(hours, today) : [DEFAULT_DAY]
  const [then] = open
    .map((i) => ({ from: Math.max(earliest, minutesOf(i.from)), to: minutesOf(i.to) }))
    .filter((i) => i.from <= i.to)
    .map((i) => i.from)
    .sort((a, b) => a - b)
  if (then === undefined) return null
  const until = instantOf({ ...today, hour: Math.floor(then / 60), minute: then % 60 }, zone)
  return until > now ? until : null
}

function nextOpenDay(today: WallTime, hours: OpeningHours, from: number): { opens: WallTime; days: number } {
  if (isSet(hours))
    for (let days = from; days < from + 7; days++) {
      const day = daysLater(today, days, 0, 0)
      const [first] = intervals(hours, day)
        .map((i) => minutesOf(i.from))
        .sort((a, b) => a - b)
      if (first !== undefined) return { opens: { ...day, hour: Math.floor(first / 60), minute: first % 60 }, days }
    }
  const first = minutesOf(DEFAULT_DAY.from)
  return { opens: daysLater(today, from, Math.floor(first / 60), first % 60), days: from }
}

const isSet = (hours: OpeningHours) => Object.values(hours).some((day) => day.length > 0)
const intervals = (hours: OpeningHours, day: WallTime) => hours[String(weekday(day))] ?? []

function minutesOf(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}
