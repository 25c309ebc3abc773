import { describe, expect, it } from 'vitest'
import type { Mailbox } from '#contract'
import { brokenRoads, causeWords, saysMore, standingOf, worries } from './health.ts'

const since = '2026-01-05T10:00:00.000Z'
const mailbox = (more: Partial<Mailbox> = {}): Mailbox => ({
  id: 1,
  address: 'support@firma.example',
  name: 'Support',
  teamId: null,
  active: true,
  imap: { host: 'mx' },
  smtp: null,
  settings: {},
  lastReceivedAt: null,
  health: {},
  ...more,
})
const bad = { ok: false, since, at: since, error: 'no' }
const good = { ok: true, since, at: since, error: null }

describe('how a mailbox stands', () => {
  it('is not known before it was tried, and works when a road does or mail came', () => {
    expect(standingOf(mailbox())).toBe('unknown')
    expect(standingOf(mailbox({ health: { imap: good } }))).toBe('ok')
    expect(standingOf(mailbox({ lastReceivedAt: since }))).toBe('ok')
  })

  it('is bad when one road fails, unless that road or the mailbox is not in use', () => {
    expect(standingOf(mailbox({ health: { imap: good, smtp: bad } }))).toBe('bad')
    expect(standingOf(mailbox({ imap: null, health: { imap: bad } }))).toBe('unknown')
    expect(brokenRoads(mailbox({ health: { heartbeat: bad } }))).toEqual([])
    expect(brokenRoads(mailbox({ settings: { heartbeat: true }, health: { heartbeat: bad } }))).toHaveLength(1)
    expect(standingOf(mailbox({ active: false, health: { imap: bad } }))).toBe('off')
  })
})

it('worries nobody with a line that was gone for seconds', () => {
  const all = [mailbox({ health: { imap: bad } })]
  expect(worries(all, Date.parse(since) + 5_000)).toEqual([])
  expect(worries(all, Date.parse(since) + 60_000)).toMatchObject([{ broken: { road: 'imap', since } }])
})

it('names a cause in words of ours, and lets the far side speak where it knows more', () => {
  expect(causeWords('wrong-port')).toBe('mailbox.causeWrongPort')
  expect(causeWords('something-new')).toBe('mailbox.causeUnknown')
  expect([saysMore('sender-refused'), saysMore(null), saysMore('refused')]).toEqual([true, true, false])
})
