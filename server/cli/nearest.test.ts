import { expect, it } from 'vitest'
import { distance, nearest } from './nearest.ts'

it.each([
  ['start', 'start', 0],
  ['strat', 'start', 1],
  ['stat', 'start', 1],
  ['', 'abc', 3],
  ['restore', 'backup', 7],
])('counts the slips between %s and %s as %i', (a, b, slips) => {
  expect(distance(a, b)).toBe(slips)
})

it('names the word that was meant, and none when none is near', () => {
  const known = ['start', 'setup', 'backup', 'restore', 'api-key create']
  expect(nearest('strat', known)).toBe('start')
  expect(nearest('bakcup', known)).toBe('backup')
  expect(nearest('api-key', known)).toBe('api-key create')
  expect(nearest('frobnicate', known)).toBeNull()
})
