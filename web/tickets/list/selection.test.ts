import { expect, it } from 'vitest'
import { selectOne } from './selection.ts'

const all = ['1', '2', '3', '4', '5']
const after = (now: string[], number: string, from?: string) =>
  [...selectOne(new Set(now), all, number, from)].sort().join(' ')

it('selects one ticket, and lets go of it again', () => {
  expect(after([], '2')).toBe('2')
  expect(after(['2'], '2')).toBe('')
})
it('takes all between with Shift, in both directions', () => {
  expect(after(['2'], '4', '2')).toBe('2 3 4')
  expect(after(['4'], '2', '4')).toBe('2 3 4')
})
it('lets go of all between with Shift', () => expect(after(['1', '2', '3', '4'], '2', '4')).toBe('1'))
it('forgets a starting point that has left the list', () => expect(after([], '3', '9')).toBe('3'))
