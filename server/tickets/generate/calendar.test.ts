import { describe, expect, it } from 'vitest'
import { dayIn, numberOf } from '../numbers/number.ts'
import { calendar } from './calendar.ts'
import { chance } from './chance.ts'

const NOW = new Date('2026-11-20T13:20:00Z')
const ZONE = 'Europe/Oslo'

describe('tickets spread over the years', () => {
  const days = calendar(100_000, NOW, ZONE, chance(1))

  it('are all there, each within its day, in order, and none after yesterday', () => {
    expect(days.flatMap((day) => day.times)).toHaveLength(100_000)
    expect(days.map((day) => day.day)).toEqual(days.map((day) => day.day).toSorted())
    for (const { day, times } of days) {
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(dayIn(ZONE, new Date(times[0]!))).toBe(day)
      expect(dayIn(ZONE, new Date(times.at(-1)!))).toBe(day)
    }
    expect(days.at(-1)!.day).toBe('2026-11-19')
    expect(days[0]!.day < '2024-12-01').toBe(true)
  })

  it('have days with more than 999, whose numbers go on with letters', () => {
    const busiest = Math.max(...days.map((day) => day.times.length))
    expect(busiest).toBeGreaterThan(999)
    expect(numberOf('2026-01-01', busiest)).toMatch(/^260101[A-Z]/)
  })

  it('leave weekends quiet', () => {
    const weekend = days.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay()))
    const share = weekend.reduce((sum, day) => sum + day.times.length, 0) / 100_000
    expect(share).toBeLessThan(0.15)
  })

  it('are the same for the same seed', () => {
    expect(calendar(500, NOW, ZONE, chance(3))).toEqual(calendar(500, NOW, ZONE, chance(3)))
  })
})
