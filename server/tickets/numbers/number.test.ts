import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TicketNumber } from '#contract'
import { dayIn, numberOf, placeOf } from './number.ts'

describe('case numbers', () => {
  it.each([
    [1, '250127001'],
    [2, '250127002'],
    [999, '250127999'],
    [1000, '250127A00'],
    [1001, '250127A01'],
    [1000 + 33, '250127A0Z'],
    [1000 + 34, '250127A10'],
    [1000 + 24 * 34 * 34 - 1, '250127ZZZ'],
    [1000 + 24 * 34 * 34, '250127A000'],
    [1000 + 24 * 34 * 34 + 24 * 34 ** 3 - 1, '250127ZZZZ'],
  ])('the %ith of 27 January 2025 is %s', (n, number) => {
    expect(numberOf('2025-01-27', n)).toBe(number)
  })

  it('ends when a day has used up all of them', () => {
    expect(() => numberOf('2025-01-27', 1000 + 24 * 34 * 34 + 24 * 34 ** 3)).toThrow(RangeError)
  })

  it('never has ten digits, never an I or O, tells its place, and is like no other', () => {
    const place = fc.integer({ min: 1, max: 971_000 })
    fc.assert(
      fc.property(place, place, (a, b) => {
        const [one, other] = [numberOf('2026-11-21', a), numberOf('2026-11-21', b)]
        expect(TicketNumber.safeParse(one).success).toBe(true)
        expect(one).not.toMatch(/^\d{10}$|[IO]/)
        expect(placeOf(one)).toEqual({ day: '2026-11-21', n: a })
        expect(one === other).toBe(a === b)
      }),
    )
  })

  it.each([
    ['2026-01-12T22:59:59.999Z', 'Europe/Oslo', '2026-01-12'],
    ['2026-01-12T23:00:00.000Z', 'Europe/Oslo', '2026-01-13'],
    // In summer time midnight comes an hour earlier by UTC; in Finland two or three.
    ['2026-07-12T21:59:59.999Z', 'Europe/Oslo', '2026-07-12'],
    ['2026-07-12T22:00:00.000Z', 'Europe/Oslo', '2026-07-13'],
    ['2026-03-29T21:59:59.999Z', 'Europe/Stockholm', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', 'Europe/Stockholm', '2026-03-30'],
    ['2026-10-25T22:59:59.999Z', 'Europe/Copenhagen', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', 'Europe/Copenhagen', '2026-10-26'],
    ['2026-01-12T22:00:00.000Z', 'Europe/Helsinki', '2026-01-13'],
  ])('at %s it is, in %s, %s', (at, zone, day) => {
    expect(dayIn(zone, new Date(at))).toBe(day)
  })
})
