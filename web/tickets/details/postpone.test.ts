import { describe, expect, it } from 'vitest'
import { type OpeningHours, postponeChoices } from './postpone.ts'
import { fromInputValue, instantOf, toInputValue, wallTime } from './zone.ts'

const oslo = 'Europe/Oslo'
const eightToFour = [{ from: '08:00', to: '16:00' }]
const weekdays: OpeningHours = Object.fromEntries([1, 2, 3, 4, 5].map((d) => [String(d), eightToFour]))

const offered = (now: string, hours: OpeningHours = weekdays, zone = oslo) =>
  postponeChoices(new Date(now), hours, zone).map((c) => ('until' in c ? [c.kind, c.until.toISOString()] : [c.kind]))

describe('postponing offers', () => {
  it('on a Tuesday morning: later today, tomorrow morning, Monday morning, until an answer, any time', () => {
    expect(offered('2026-01-13T08:10:00Z')).toEqual([
      ['laterToday', '2026-01-13T11:30:00.000Z'],
      ['tomorrowMorning', '2026-01-14T07:00:00.000Z'],
      ['mondayMorning', '2026-01-19T07:00:00.000Z'],
      ['untilReply'],
      ['pick'],
    ])
  })

  it('no «later today» when that would be after closing', () => {
    expect(offered('2026-01-13T13:00:00Z').map(([kind]) => kind)).not.toContain('laterToday')
  })

  it('on a Friday one Monday, not two names for it', () => {
    expect(offered('2026-01-16T08:00:00Z')).toEqual([
      ['laterToday', '2026-01-16T11:00:00.000Z'],
      ['mondayMorning', '2026-01-19T07:00:00.000Z'],
      ['untilReply'],
      ['pick'],
    ])
  })

  it('on a Sunday tomorrow morning, which is Monday', () => {
    expect(offered('2026-01-18T10:00:00Z').slice(0, 1)).toEqual([['tomorrowMorning', '2026-01-19T07:00:00.000Z']])
  })

  it('the next open morning when tomorrow is closed and it is no Monday', () => {
    const closedWednesday: OpeningHours = { ...weekdays, 3: [] }
    expect(offered('2026-01-13T15:00:00Z', closedWednesday)[0]).toEqual(['nextMorning', '2026-01-15T07:00:00.000Z'])
  })

  it('opening time by the clock on the wall on both sides of summer time', () => {
    // Summer time starts on Sunday 29 March 2026: 08:00 in Oslo is 07:00 UTC on Friday and 06:00 UTC on Monday.
    expect(offered('2026-03-26T18:00:00Z')[0]).toEqual(['tomorrowMorning', '2026-03-27T07:00:00.000Z'])
    expect(offered('2026-03-27T18:00:00Z')[0]).toEqual(['mondayMorning', '2026-03-30T06:00:00.000Z'])
  })

  it('the organisation’s day, not the browser’s: half past midnight in Helsinki it is Tuesday, before opening', () => {
    expect(offered('2026-01-12T22:30:00Z', weekdays, 'Europe/Helsinki').slice(0, 2)).toEqual([
      ['laterToday', '2026-01-13T06:00:00.000Z'],
      ['tomorrowMorning', '2026-01-14T06:00:00.000Z'],
    ])
  })

  it('the afternoon when lunch is closed', () => {
    const lunch: OpeningHours = {
      ...weekdays,
      2: [
        { from: '08:00', to: '11:00' },
        { from: '12:30', to: '16:00' },
      ],
    }
    expect(offered('2026-01-13T08:00:00Z', lunch)[0]).toEqual(['laterToday', '2026-01-13T11:30:00.000Z'])
  })

  it('eight in the morning when nobody has set opening hours', () => {
    expect(offered('2026-01-16T08:00:00Z', {})).toEqual([
      ['laterToday', '2026-01-16T11:00:00.000Z'],
      ['tomorrowMorning', '2026-01-17T07:00:00.000Z'],
      ['mondayMorning', '2026-01-19T07:00:00.000Z'],
      ['untilReply'],
      ['pick'],
    ])
  })
})

describe('the clock on the wall', () => {
  const at = (text: string) => instantOf(fromInputValue(text)!, oslo).toISOString()

  it('is found back from the instant', () => {
    for (const text of ['2026-01-12T08:00', '2026-07-01T23:59', '2026-02-28T00:00'])
      expect(toInputValue(wallTime(new Date(at(text)), oslo))).toBe(text)
  })

  it('moves a time that spring skips to after the jump', () => {
    expect(at('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z')
  })

  it('takes the first of two equal times in autumn', () => {
    expect(at('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('works west of Greenwich and in half-hour zones', () => {
    expect(instantOf(fromInputValue('2026-01-12T08:00')!, 'America/St_Johns').toISOString()).toBe(
      '2026-01-12T11:30:00.000Z',
    )
    expect(instantOf(fromInputValue('2026-01-12T08:00')!, 'Atlantic/Reykjavik').toISOString()).toBe(
      '2026-01-12T08:00:00.000Z',
    )
  })
})
