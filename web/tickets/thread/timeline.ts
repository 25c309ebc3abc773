import type { Event, EventKind, Message } from '#contract'

/** What the thread shows: messages, and lines of what happened between them. */
export type TimelineItem =
  | { kind: 'message'; key: string; at: string; message: Message }
  | { kind: 'events'; key: string; at: string; events: Event[] }

export type TimelineFilter = 'all' | 'messages' | 'history'

// The message itself says it already; a line beside it would say it twice.
const SAID_BY_A_MESSAGE: ReadonlySet<EventKind> = new Set(['messageReceived', 'replySent', 'noteAdded'])

/** Events of one actor this close together read as one sentence (milliseconds). */
const ONE_BREATH = 60_000

/**
 * Messages and events in the order they happened. A sending that was undone is not shown among the messages (its line says so);
 * the history shows every event, those that messages stand for included.
 */
export function timeline(
  messages: readonly Message[],
  events: readonly Event[],
  filter: TimelineFilter,
): TimelineItem[] {
  const shownMessages = filter === 'history' ? [] : messages.filter((m) => !m.cancelled)
  const shownEvents =
    filter === 'messages'
      ? []
      : filter === 'history'
        ? events
        : events.filter((e) => !SAID_BY_A_MESSAGE.has(e.kind) && !undoneWith(e, events))

  const entries = [
    ...shownMessages.map((message) => ({ at: Date.parse(message.createdAt), rank: 1, order: message.id, message })),
    // At the same moment: first what was written, then what followed from it.
    ...shownEvents.map((event) => ({
      // Whatever was moved here from elsewhere, a ticket begins with its opening.
      at: event.kind === 'ticketOpened' ? Number.NEGATIVE_INFINITY : Date.parse(event.at),
      rank: 2,
      order: event.seq,
      event,
    })),
  ].sort((a, b) => a.at - b.at || a.rank - b.rank || a.order - b.order)

  const items: TimelineItem[] = []
  for (const entry of entries) {
    if ('message' in entry) {
      const { message } = entry
      items.push({ kind: 'message', key: `message-${message.id}`, at: message.createdAt, message })
      continue
    }
    const { event } = entry
    const last = items.at(-1)
    if (last?.kind === 'events' && filter !== 'history') last.events.push(event)
    else items.push({ kind: 'events', key: `event-${event.id}`, at: event.at, events: [event] })
  }
  return items
}

/** Came along with a sending that was undone, and was undone with it. */
function undoneWith(event: Event, events: readonly Event[]): boolean {
  const main = event.cause?.with
  if (main === undefined) return false
  const sent = events.find((e) => e.seq === main && e.kind === 'replySent')
  return (
    sent !== undefined && events.some((e) => e.kind === 'replyCancelled' && e.data.messageId === sent.data.messageId)
  )
}

/** Within one line only the last change of the same thing is told: through which steps it came is for the history. */
export function lastOfEach(events: readonly Event[]): Event[] {
  return events.filter(
    (event, i) => !(event.kind === 'statusChanged' && events.slice(i + 1).some((later) => later.kind === event.kind)),
  )
}

/** One line: what one actor did in one go. */
export interface EventLine {
  key: string
  at: string
  events: Event[]
}

/** Consecutive events of the same actor, close in time, joined into lines. */
export function joinEvents(events: readonly Event[]): EventLine[] {
  const lines: EventLine[] = []
  for (const event of events) {
    const line = lines.at(-1)
    const previous = line?.events.at(-1)
    const sameBreath =
      previous &&
      previous.actor.type === event.actor.type &&
      previous.actor.id === event.actor.id &&
      Date.parse(event.at) - Date.parse(previous.at) <= ONE_BREATH
    if (line && sameBreath) line.events.push(event)
    else lines.push({ key: `line-${event.id}`, at: event.at, events: [event] })
  }
  return lines
}

/** The newest message that the customer or a colleague could have written: what a reply must have seen. */
export function newestMessageId(messages: readonly Message[]): number | null {
  return messages.reduce<number | null>(
    (newest, m) => (m.cancelled || (newest !== null && newest >= m.id) ? newest : m.id),
    null,
  )
}

/**
 * The first message that the reader has not seen. Own messages are never new. `lastSeenId` null: nothing is known about the reader,
 * so it opens at what came after our last answer, which is what waits for us.
 */
export function firstUnread(
  messages: readonly Message[],
  lastSeenId: number | null,
  readerId: number,
): Message | undefined {
  const shown = messages.filter((m) => !m.cancelled)
  const isOwn = (m: Message) => m.author.type === 'agent' && m.author.id === readerId
  if (lastSeenId !== null) return shown.find((m) => m.id > lastSeenId && !isOwn(m))
  const lastAnswer = shown.findLastIndex((m) => m.direction === 'out')
  return shown.slice(lastAnswer + 1).find((m) => m.direction === 'in')
}

export interface Folded {
  before: TimelineItem[]
  /** What is behind «4 earlier messages»; empty when nothing is folded. */
  folded: TimelineItem[]
  after: TimelineItem[]
  foldedMessages: number
}

/** Folding two messages away saves nothing. */
const WORTH_FOLDING = 3
/** How much of what was read stays in view above the first unread message. */
const CONTEXT = 2

/** A long thread opens short: the first message (what it is about), and the last ones; those between are one line. */
export function foldOlder(items: readonly TimelineItem[], unreadId: number | undefined): Folded {
  const whole: Folded = { before: [], folded: [], after: [...items], foldedMessages: 0 }
  const messageAt = items.flatMap((item, index) => (item.kind === 'message' ? [index] : []))
  if (messageAt.length < WORTH_FOLDING + CONTEXT + 1) return whole

  const unreadAt = messageAt.findIndex((index) => {
    const item = items[index]
    return item?.kind === 'message' && item.message.id === unreadId
  })
  // Without unread messages the last one is where reading starts.
  const startAt = unreadAt === -1 ? messageAt.length - 1 : unreadAt
  const firstKept = Math.max(1, startAt - CONTEXT + 1)
  if (firstKept - 1 < WORTH_FOLDING) return whole

  const from = messageAt[0]! + 1
  const to = messageAt[firstKept]!
  return {
    before: items.slice(0, from),
    folded: items.slice(from, to),
    after: items.slice(to),
    foldedMessages: firstKept - 1,
  }
}
