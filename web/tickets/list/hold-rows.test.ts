import { describe, expect, it } from 'vitest'
import { holdRows } from './hold-rows.ts'

const rows = (...numbers: string[]) =>
  numbers.map((number) => ({ number, title: number }) as { number: string; title: string; gone?: boolean })
const shown = (held: ReturnType<typeof holdRows<{ number: string; gone?: boolean }>>) =>
  held.rows.map((r) => (r.gone ? `(${r.number})` : r.number)).join(' ')

describe('a list that is being read', () => {
  it('keeps its order when the order in the house changes', () =>
    expect(shown(holdRows(rows('1', '2', '3'), rows('3', '1', '2'), new Set()))).toBe('1 2 3'))
  it('counts what is new instead of showing it above', () => {
    const held = holdRows(rows('1', '2'), rows('9', '1', '8', '2'), new Set())
    expect(shown(held)).toBe('1 2')
    expect(held.waiting).toBe(2)
  })
  it('shows what is new at the foot, where it moves nothing', () => {
    const held = holdRows(rows('1', '2'), rows('1', '2', '3'), new Set())
    expect(shown(held)).toBe('1 2 3')
    expect(held.waiting).toBe(0)
  })
  it('leaves a row that others took away where it stood, marked', () =>
    expect(shown(holdRows(rows('1', '2', '3'), rows('1', '3'), new Set()))).toBe('1 (2) 3'))
  it('lets a row go that the reader moved', () =>
    expect(shown(holdRows(rows('1', '2', '3'), rows('1', '3'), new Set(['2'])))).toBe('1 3'))
  it('follows the contents of its rows', () =>
    expect(holdRows(rows('1'), [{ number: '1', title: 'ny tittel' }], new Set()).rows[0]!.title).toBe('ny tittel'))
  it('shows everything when it was empty', () => expect(shown(holdRows([], rows('1', '2'), new Set()))).toBe('1 2'))
  it('takes a row back that returns', () => {
    const first = holdRows(rows('1', '2'), rows('1'), new Set())
    expect(shown(holdRows(first.rows, rows('1', '2'), new Set()))).toBe('1 2')
  })
  it('stands still when nothing happens', () => {
    const first = holdRows(rows('1', '2'), rows('9', '2', '3'), new Set())
    expect(holdRows(first.rows, rows('9', '2', '3'), new Set())).toEqual(first)
  })
})
