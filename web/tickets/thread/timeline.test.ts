import { describe, expect, it } from 'vitest'
import type { Event, EventKind, Message } from '#contract'
import { firstUnread, foldOlder, joinEvents, lastOfEach, newestMessageId, timeline } from './timeline.ts'

const minute = (n: number) => new Date(Date.UTC(2026, 0, 5, 10, n)).toISOString()

function message(id: number, at: number, direction: Message['direction'] = 'in', more: Partial<Message> = {}): Message {
  return {
    id,
    direction,
    channel: 'email',
    author: {
      type: direction === 'in' ? 'customer' : 'agent',
      id: direction === 'in' ? 900 : 1,
      name: 'Åse',
      email: null,
    },
    from: null,
    to: [],
    cc: [],
    subject: '',
    bodyText: '',
    bodyHtml: null,
    replyText: '',
    attachments: [],
    language: null,
    autoReply: false,
    automatic: null,
    bounce: null,
    trust: 'verified',
    messageId: null,
    inReplyTo: null,
    hasOriginal: false,
    createdAt: minute(at),
    sentAt: null,
    undoUntil: null,
    cancelled: false,
    deliveries: [],
    ...more,
  }
}

function event(seq: number, at: number, kind: EventKind, actorId: number | null = 1): Event {
  return {
    id: 100 + seq,
    seq,
    at: minute(at),
    actor: { type: actorId === null ? 'system' : 'agent', id: actorId, name: 'Kari' },
    kind,
    data: {},
    cause: null,
    erased: false,
  }
}

const shape = (items: ReturnType<typeof timeline>) =>
  items.map((i) => (i.kind === 'message' ? i.message.id : i.events.map((e) => e.kind)))

describe('the timeline', () => {
  it('puts what was written and what happened in the order of time', () => {
    const items = timeline(
      [message(1, 0), message(2, 5, 'out')],
      [
        event(1, 0, 'ticketOpened', null),
        event(2, 0, 'messageReceived', null),
        event(3, 2, 'assigned'),
        event(4, 5, 'statusChanged'),
      ],
      'all',
    )
    expect(shape(items)).toEqual([['ticketOpened'], 1, ['assigned'], 2, ['statusChanged']])
  })

  it('does not say twice what a message shows, but the history names every event', () => {
    const messages = [message(1, 0)]
    const events = [event(1, 0, 'ticketOpened'), event(2, 0, 'messageReceived'), event(3, 1, 'noteAdded')]
    expect(shape(timeline(messages, events, 'all'))).toEqual([['ticketOpened'], 1])
    expect(shape(timeline(messages, events, 'history'))).toEqual([['ticketOpened'], ['messageReceived'], ['noteAdded']])
  })

  it('leaves the lines out when only messages are wanted', () => {
    expect(shape(timeline([message(1, 0)], [event(1, 1, 'assigned')], 'messages'))).toEqual([1])
  })

  it('does not show a sending that was undone', () => {
    const items = timeline(
      [message(1, 0), message(2, 3, 'out', { cancelled: true })],
      [event(5, 4, 'replyCancelled')],
      'all',
    )
    expect(shape(items)).toEqual([1, ['replyCancelled']])
  })

  it('does not tell what came along with a sending that was undone, except in the history', () => {
    const events = [
      { ...event(1, 1, 'replySent'), data: { messageId: 2 } },
      { ...event(2, 1, 'assigned'), cause: { with: 1 } },
      { ...event(3, 2, 'replyCancelled'), data: { messageId: 2 } },
      { ...event(4, 3, 'replySent'), data: { messageId: 3 } },
      { ...event(5, 3, 'statusChanged'), cause: { with: 4 } },
    ]
    expect(shape(timeline([], events, 'all'))).toEqual([['replyCancelled', 'statusChanged']])
    expect(timeline([], events, 'history')).toHaveLength(5)
  })

  it('tells of several steps of status in one go only the last', () => {
    const events = [event(1, 1, 'assigned'), event(2, 1, 'statusChanged'), event(3, 1, 'statusChanged')]
    expect(lastOfEach(events).map((e) => e.seq)).toEqual([1, 3])
  })

  it('joins what one person did in one go into one line', () => {
    const lines = joinEvents([event(1, 1, 'assigned'), event(2, 1, 'statusChanged'), event(3, 2, 'priorityChanged')])
    expect(lines.map((l) => l.events.length)).toEqual([3])
  })

  it('keeps apart what different people did, and what was done later', () => {
    const lines = joinEvents([
      event(1, 1, 'assigned'),
      event(2, 1, 'statusChanged', 2),
      event(3, 9, 'priorityChanged', 2),
    ])
    expect(lines.map((l) => l.events.map((e) => e.seq))).toEqual([[1], [2], [3]])
  })
})

describe('where reading starts', () => {
  const thread = [message(1, 0), message(2, 1, 'out'), message(3, 2), message(4, 3)]

  it('is the first message after the last one seen', () => {
    expect(firstUnread(thread, 2, 1)?.id).toBe(3)
    expect(firstUnread(thread, 4, 1)).toBeUndefined()
  })

  it('is never an own message', () => {
    expect(firstUnread([message(1, 0), message(2, 1, 'out')], 1, 1)).toBeUndefined()
    expect(firstUnread([message(1, 0), message(2, 1, 'out')], 1, 7)?.id).toBe(2)
  })

  it('is what came after our last answer when nothing is known', () => {
    expect(firstUnread(thread, null, 1)?.id).toBe(3)
    expect(firstUnread([message(1, 0), message(2, 1, 'out')], null, 1)).toBeUndefined()
  })

  it('knows the newest message, and leaves undone sendings out', () => {
    expect(newestMessageId([])).toBeNull()
    expect(newestMessageId([...thread, message(5, 4, 'out', { cancelled: true })])).toBe(4)
  })
})

describe('a long thread', () => {
  const items = (count: number) =>
    timeline(
      Array.from({ length: count }, (_, i) => message(i + 1, i)),
      [],
      'all',
    )

  it('is shown whole while it is short', () => {
    expect(foldOlder(items(5), undefined).folded).toEqual([])
  })

  it('keeps the first message and the last ones, and folds those between', () => {
    const folded = foldOlder(items(10), undefined)
    expect(shape(folded.before)).toEqual([1])
    expect(folded.foldedMessages).toBe(7)
    expect(shape(folded.after)).toEqual([9, 10])
  })

  it('never folds an unread message, and shows one before it for context', () => {
    const folded = foldOlder(items(10), 7)
    expect(shape(folded.folded)).toEqual([2, 3, 4, 5])
    expect(shape(folded.after)).toEqual([6, 7, 8, 9, 10])
  })

  it('loses nothing', () => {
    const all = items(30)
    const { before, folded, after } = foldOlder(all, 20)
    expect([...before, ...folded, ...after]).toEqual(all)
  })
})
