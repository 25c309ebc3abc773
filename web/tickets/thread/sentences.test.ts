import { readFileSync } from 'node:fs'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { EVENT_KINDS, type Event, type EventKind } from '#contract'
import { lastOwnChange, peopleIn, sentenceOf } from './sentences.ts'

function event(kind: EventKind, data: Record<string, unknown>, more: Partial<Event> = {}): Event {
  return {
    id: 1,
    seq: 1,
    at: '2026-01-05T10:00:00.000Z',
    actor: { type: 'agent', id: 7, name: 'Kari' },
    kind,
    data,
    cause: null,
    erased: false,
    ...more,
  }
}

/** Data with which each kind says each of its sentences. */
const DATA: Record<EventKind, Record<string, unknown>[]> = {
  ticketOpened: [{ channel: 'email' }],
  messageReceived: [{}],
  replySent: [{}],
  replyCancelled: [{}],
  noteAdded: [{}],
  messageTrustChanged: [
    { from: 'quarantined', to: 'verified' },
    { from: 'quarantined', to: 'unverified' },
  ],
  deliveryFailed: [
    { recipient: 'a@b.example', permanent: true, reason: '550' },
    { recipient: 'a@b.example', permanent: false, reason: '450' },
  ],
  titleChanged: [{ from: 'a', to: 'b' }],
  descriptionChanged: [{ from: 'a', to: 'b' }],
  typeChanged: [{ from: 'support', to: 'repair' }],
  categoryChanged: [
    { from: 1, to: 2 },
    { from: 1, to: null },
  ],
  priorityChanged: [{ from: 'low', to: 'high', reason: 'ring' }],
  severityChanged: [
    { from: null, to: 'major' },
    { from: 'major', to: null },
  ],
  statusChanged: [
    { from: 'new', to: 'open' },
    { from: 'closed', to: 'in_progress', reason: 'ny feil' },
  ],
  waitingOnChanged: [{ from: 'us', to: 'customer' }],
  assigned: [
    { from: null, to: 7, claimed: true },
    { from: null, to: 8, claimed: false },
    { from: 7, to: null, claimed: false },
  ],
  teamChanged: [
    { from: null, to: 2 },
    { from: 2, to: null },
  ],
  postponed: [
    { until: '2026-01-06T07:00:00.000Z', untilReply: false },
    { until: null, untilReply: true },
  ],
  woken: [{ why: 'time' }, { why: 'reply' }, { why: 'agent' }],
  tagsChanged: [
    { added: ['a'], removed: [] },
    { added: [], removed: ['b'] },
    { added: ['a'], removed: ['b'] },
  ],
  fieldsChanged: [{ from: { a: 1, b: 2 }, to: { a: 1, b: 3 } }],
  requesterChanged: [
    { from: 1, to: 2 },
    { from: 1, to: null },
  ],
  organisationChanged: [
    { from: 1, to: 2 },
    { from: 1, to: null },
  ],
  followerAdded: [{ agentId: 7 }, { agentId: 8 }],
  followerRemoved: [{ agentId: 7 }, { agentId: 8 }],
  participantAdded: [{ personId: 5 }],
  participantRemoved: [{ personId: 5 }],
  linked: [{ kind: 'related', number: '260105001' }],
  unlinked: [{ kind: 'related', number: '260105001' }],
  folderChanged: [
    { from: 'inbox', to: 'spam' },
    { from: 'inbox', to: 'trash' },
    { from: 'spam', to: 'inbox' },
    { from: 'trash', to: 'inbox' },
  ],
  merged: [{ into: '260105001' }],
  absorbed: [{ from: '260105001', messageIds: [1], quarantined: 0 }],
  unmerged: [{ from: '260105001', messageIds: [1], quarantined: 0, restored: {} }],
  gaveBack: [{ to: '260105001', messageIds: [1], quarantined: 0 }],
  splitOff: [{ number: '260105001', messageIds: [1], quarantined: 0 }],
  redacted: [{ seqs: [], messageIds: [], title: false, description: false, reason: 'ba om det' }],
  purged: [{ seqs: [], messageIds: [], reason: 'spam' }],
}

describe('what happened is told in words', () => {
  it.each(['en', 'nb', 'nn', 'da', 'sv', 'fi'])(
    'every kind of event has its sentences in %s, with every hole filled',
    (language) => {
      const file = new URL(`../../../i18n/${language}.json`, import.meta.url)
      const messages = (JSON.parse(readFileSync(file, 'utf8')) as { history: Record<string, string> }).history
      const t = createTranslator({
        locale: language,
        messages,
        onError: (error) => {
          throw error
        },
      })
      for (const kind of EVENT_KINDS)
        for (const data of DATA[kind]) {
          const { key, values } = sentenceOf(event(kind, data))
          const named = Object.fromEntries(
            Object.keys(values).map((name) => [
              name,
              name === 'channel' || name === 'kind' ? (values[name] as string) : 'X',
            ]),
          )
          const said = t.markup(key, { ...named, actor: 'Kari', who: (chunks) => chunks })
          expect(said, `history.${key}`).not.toMatch(/[{}<>]|history\./)
        }
    },
  )

  it('taking a ticket is claiming it, giving it to another is assigning', () => {
    const sentences = DATA.assigned.map((d) => sentenceOf(event('assigned', d)))
    expect(sentences).toEqual([
      { key: 'claimed', values: {} },
      { key: 'assigned', values: { to: { agent: 8 } } },
      { key: 'unassigned', values: {} },
    ])
  })

  it('a closed ticket that comes back is reopened, with the reason in the agent’s own words', () => {
    expect(sentenceOf(event('statusChanged', DATA.statusChanged[1]!))).toMatchObject({
      key: 'reopened',
      reason: 'ny feil',
    })
  })

  it('only the custom fields that changed are named', () => {
    expect(sentenceOf(event('fieldsChanged', DATA.fieldsChanged[0]!)).values).toEqual({ fields: { fields: ['b'] } })
  })

  it('an erased event says that it is erased and nothing else', () => {
    expect(sentenceOf(event('titleChanged', {}, { erased: true }))).toEqual({ key: 'erased', values: {} })
  })

  it('the people it names can be looked up', () => {
    const events = [event('participantAdded', { personId: 5 }), event('requesterChanged', { from: 1, to: 6 })]
    expect(peopleIn(events)).toEqual({ persons: [5, 6], organisations: [] })
  })
})

describe('Z undoes', () => {
  const mine = (id: number, more: Partial<Event> = {}) =>
    event('statusChanged', { from: 'new', to: 'open' }, { id, seq: id, ...more })

  it('the newest own change', () => {
    const other = { actor: { type: 'agent' as const, id: 8, name: 'Per' } }
    expect(lastOwnChange([mine(1), mine(2), mine(3, other)], 7)?.id).toBe(2)
  })

  it('the one before, when the newest was undone already, and never an undoing', () => {
    expect(lastOwnChange([mine(1), mine(2), mine(3, { cause: { undo: 2 } })], 7)?.id).toBe(1)
  })

  it('nothing that cannot be undone', () => {
    expect(lastOwnChange([event('noteAdded', {}), event('purged', { reason: '' })], 7)).toBeUndefined()
  })
})
