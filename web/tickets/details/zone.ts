/*
 * Wall-clock time in a zone, by Intl alone: browsers do not all have Temporal yet.
 */

export interface WallTime {
  year: number
  /** 1–12 */
  month: number
  day: number
  hour: number
  minute: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(zone, made)
  return made
}

/** What the clock on the wall says in `zone` at an instant. */
export function wallTime(at: Date, zone: string): WallTime {
  const parts = Object.fromEntries(
    formatter(zone)
      .formatToParts(at)
      .map((p) => [p.type, Number(p.value)]),
  )
  return { year: parts.year!, month: parts.month!, day: parts.day!, hour: parts.hour!, minute: parts.minute! }
}

/**
 * The instant at which the clock in `zone` shows this. A time that the clock skips in spring becomes the same time after the jump
 * (02:30 → 03:30); one that comes twice in autumn is the first of the two. Days and minutes may run over (32 January).
 */
export function instantOf(wall: WallTime, zone: string): Date {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute)
  const offsets = [asUtc - DAY, asUtc + DAY].map((near) => offsetAt(near, zone))
  const candidates = offsets.map((offset) => asUtc - offset)
  const fitting = candidates.filter((instant) => instant + offsetAt(instant, zone) === asUtc)
  // Skipped: counted with the offset from before the jump, it lands after it.
  return new Date(fitting.length > 0 ? Math.min(...fitting) : asUtc - offsets[0]!)
}

const DAY = 86_400_000

function offsetAt(instant: number, zone: string): number {
  const w = wallTime(new Date(instant), zone)
  return Date.UTC(w.year, w.month - 1, w.day, w.hour, w.minute) - Math.floor(instant / 60_000) * 60_000
}

/** ISO weekday of a calendar day: 1 Monday … 7 Sunday. */
export function weekday(day: Pick<WallTime, 'year' | 'month' | 'day'>): number {
  return new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() || 7
}

/** The calendar day so many days later, at the given time. */
export function daysLater(day: WallTime, days: number, hour: number, minute: number): WallTime {
  const later = new Date(Date.UTC(day.year, day.month - 1, day.day + days))
  return { year: later.getUTCFullYear(), month: later.getUTCMonth() + 1, day: later.getUTCDate(), hour, minute }
}

const two = (n: number) => String(n).padStart(2, '0')

/** For `<input type="datetime-local">`: `2026-01-12T08:00`. */
export function toInputValue(wall: WallTime): string {
  return `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}T${two(wall.hour)}:${two(wall.minute)}`
}

export function fromInputValue(value: string): WallTime | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(value)
  if (!m) return null
  const [year, month, day, hour, minute] = m.slice(1).map(Number)
  return { year: year!, month: month!, day: day!, hour: hour!, minute: minute! }
}
