import { describe, expect, it } from 'vitest'
import { listQuery, parseListSearch } from './views.ts'

describe('the address of a list', () => {
  it('is read, and what is not known falls away', () =>
    expect(
      parseListSearch({
        status: ['open', 'nonsense'],
        priority: 'high',
        team: '3',
        assignee: 'me',
        q: ' ',
        sort: '-priority',
        other: 1,
      }),
    ).toEqual({
      status: ['open'],
      priority: ['high'],
      team: 3,
      assignee: 'me',
      sort: '-priority',
    }))
  it('never asks for a sorting that does not exist', () => expect(parseListSearch({ sort: 'title; drop' })).toEqual({}))
  it('takes a case number in the search as text', () =>
    expect(parseListSearch({ q: 260105001 })).toEqual({ q: '260105001' }))
})

describe('what the house is asked', () => {
  it("a team's view is its live tickets", () =>
    expect(listQuery('team-3', {})).toEqual({ view: 'live', teamId: 3, sort: 'waitingSince' }))
  it('a status asked for by name is looked for among all', () =>
    expect(listQuery('live', { status: ['closed'] })).toEqual({
      view: 'all',
      status: ['closed'],
      sort: 'waitingSince',
    }))
  it('but stays within a view of its own', () =>
    expect(listQuery('mine', { status: ['open'] })).toMatchObject({ view: 'mine' }))
  it('what is done comes newest first', () => expect(listQuery('resolved', {}).sort).toBe('-updatedAt'))
  it('an unknown view is the inbox', () => expect(listQuery('nonsense', {}).view).toBe('live'))
})
