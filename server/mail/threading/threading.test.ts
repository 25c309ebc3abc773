import { describe, expect, it } from 'vitest'
import { destinationOf, type ThreadingFacts } from './threading.ts'

const ticket = { id: 7, number: '260112007', people: [1, 2] }
const other = { id: 8, number: '260112008', people: [1] }
const facts = (change: Partial<ThreadingFacts> = {}): ThreadingFacts => ({
  from: 'ola@kunde.example',
  senderPersonId: 1,
  agent: null,
  ownMailbox: false,
  ownMail: false,
  machine: false,
  automatic: null,
  severalAuthors: false,
  dmarc: 'pass',
  token: { holder: { ticketId: 7, kind: 'person', id: 1 }, ticket },
  brokenToken: false,
  reference: null,
  hints: [],
  ...change,
})
const where = (change: Partial<ThreadingFacts>) => destinationOf(facts(change))

describe('a mail to a signed reply address', () => {
  it('joins when its sender takes part and DMARC has not failed', () => {
    for (const dmarc of ['pass', 'none'] as const)
      expect(where({ dmarc })).toMatchObject({ kind: 'join', by: 'token', personId: 1 })
    expect(where({ senderPersonId: 2 })).toMatchObject({ kind: 'join', personId: 2 })
  })

  it('waits for an agent in every other case, each with its reason', () => {
    expect(where({ dmarc: 'fail' })).toMatchObject({ kind: 'wait', reason: 'dmarc-failed' })
    expect(where({ senderPersonId: 9 })).toMatchObject({ kind: 'wait', reason: 'other-sender' })
    expect(where({ senderPersonId: null })).toMatchObject({ kind: 'wait', reason: 'other-sender' })
    expect(where({ machine: true })).toMatchObject({ kind: 'wait', reason: 'machine-sender' })
    expect(where({ ownMailbox: true })).toMatchObject({ kind: 'wait', reason: 'machine-sender' })
    expect(where({ severalAuthors: true })).toMatchObject({ kind: 'wait', reason: 'several-authors' })
    expect(where({ senderPersonId: null, agent: { id: 3, mayReplyByMail: true } })).toMatchObject({
      kind: 'wait',
      reason: 'agent-address',
    })
  })

  it('beats what the headers name', () => expect(where({ reference: other })).toMatchObject({ kind: 'join', ticket }))
})

describe('a mail that names a signed Message-ID', () => {
  it('joins that ticket under the same rules', () => {
    expect(where({ token: null, reference: other })).toMatchObject({ kind: 'join', by: 'message-id', ticket: other })
    expect(where({ token: null, reference: other, senderPersonId: 2 })).toMatchObject({
      kind: 'wait',
      reason: 'other-sender',
    })
    expect(
      where({ token: { holder: { ticketId: 99, kind: 'person', id: 1 }, ticket: null }, reference: other }),
    ).toMatchObject({ kind: 'join', ticket: other })
  })
})

describe('an agent’s own address', () => {
  const token = { holder: { ticketId: 7, kind: 'agent' as const, id: 3 }, ticket }
  const agent = { id: 3, mayReplyByMail: true }

  it('lets that agent answer: with their own address, a passed check, and where it is wanted', () =>
    expect(where({ token, agent, senderPersonId: null })).toEqual({ kind: 'agent', ticket, agentId: 3 }))

  it('lets nobody speak as an agent otherwise', () => {
    for (const change of [
      { dmarc: 'none' as const },
      { dmarc: 'fail' as const },
      { agent: { id: 4, mayReplyByMail: true } },
      { agent: null },
      { agent: { id: 3, mayReplyByMail: false } },
      { severalAuthors: true },
      { automatic: 'out-of-office' },
    ])
      expect(where({ token, agent, ...change }), JSON.stringify(change)).toMatchObject({
        kind: 'wait',
        reason: 'agent-not-proven',
      })
  })
})

describe('a mail without a signed mark', () => {
  const none = { token: null, reference: null }
  it('begins a ticket; numbers are hints, forged marks are noted', () => {
    const hints = [{ number: ticket.number, why: 'number-in-subject' as const }]
    expect(where({ ...none, hints })).toMatchObject({ kind: 'new', trust: 'verified', hints })
    expect(where({ ...none, brokenToken: true })).toMatchObject({ kind: 'new', notes: ['unsigned-reply-address'] })
  })

  it('is doubtful when its sender is: a failed check, two authors, our own address, nobody', () => {
    for (const change of [{ dmarc: 'fail' as const }, { severalAuthors: true }, { ownMailbox: true }, { from: null }])
      expect(where({ ...none, ...change })).toMatchObject({ kind: 'new', trust: 'unverified' })
  })

  it('of a robot that answers nothing of ours is a ticket too', () => {
    for (const automatic of ['out-of-office', 'receipt', 'bounce', 'notification', 'list', 'newsletter'])
      expect(where({ ...none, automatic })).toMatchObject({ kind: 'new', trust: 'verified' })
  })
})

it('our own mail that comes back goes nowhere, whatever it names', () =>
  expect(where({ ownMail: true, reference: other })).toEqual({ kind: 'ignore', reason: 'own-mail' }))
