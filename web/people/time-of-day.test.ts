import { expect, it } from 'vitest'
import { timeOfDay } from './time-of-day.ts'

it.each([
  ['8', '08:00'],
  ['08:00', '08:00'],
  ['8.30', '08:30'],
  ['0830', '08:30'],
  ['830', '08:30'],
  ['16', '16:00'],
  ['kl. 9', '09:00'],
  ['klo 9.15', '09:15'],
  ['24', '24:00'],
  [' 7 : 05 ', '07:05'],
])('reads %s as %s', (typed, time) => expect(timeOfDay(typed)).toBe(time))

it.each(['', '25', '8:60', '24:01', 'åtte', '8:5', '12345'])('reads no time in %j', (typed) =>
  expect(timeOfDay(typed)).toBeUndefined(),
)
