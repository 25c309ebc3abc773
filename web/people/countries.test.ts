import { expect, it } from 'vitest'
import { hoursAreSound, OFFICE_HOURS } from './countries.ts'

it('takes office hours as they are', () => expect(hoursAreSound(OFFICE_HOURS)).toBe(true))
it('takes a day with a break', () =>
  expect(
    hoursAreSound({
      '1': [
        { from: '12:30', to: '16:00' },
        { from: '08:00', to: '12:00' },
      ],
    }),
  ).toBe(true))
it.each([
  ['ends before it begins', [{ from: '16:00', to: '08:00' }]],
  ['has no end', [{ from: '08:00', to: '' }]],
  [
    'overlaps',
    [
      { from: '08:00', to: '12:00' },
      { from: '11:00', to: '16:00' },
    ],
  ],
])('refuses a day that %s', (_, intervals) => expect(hoursAreSound({ '3': intervals })).toBe(false))
