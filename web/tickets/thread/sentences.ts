import type { Event, EventDataOf, EventKind } from '#contract'

/** A part of a sentence that the reader's language, the clock or a list of names must fill in. */
export type Value =
  | string
  | { agent: number }
  | { team: number }
  | { category: number }
  | { person: number }
  | { organisation: number }
  | { word: 'status' | 'waitingOn' | 'priority' | 'severity' | 'folder'; value: string }
  | { type: string }
  | { time: string }
  /** Names of custom fields, by their keys. */
  | { fields: string[] }
  | { tags: string[] }

export interface Sentence {
  /** A word of the room `history`. */
  key: string
  values: Record<string, Value>
  /** What the actor gave as a reason, in their own words. */
  reason?: string
  /** Something went wrong: shown as such. */
  failed?: boolean
}

type Sentences = { [K in EventKind]: (data: EventDataOf<K>, event: Event) => Sentence }

const say = (key: string, values: Record<string, Value> = {}): Sentence => ({ key, values })
const status = (value: string): Value => ({ word: 'status', value })

/** What each kind of event says; who did it is added by the line. */
const SENTENCES: Sentences = {
  ticketOpened: (d) => say('ticketOpened', { channel: d.channel }),
  messageReceived: () => say('messageReceived'),
  replySent: () => say('replySent'),
  replyCancelled: () => say('replyCancelled'),
  noteAdded: () => say('noteAdded'),
  messageTrustChanged: (d) => say(d.to === 'verified' ? 'messageAccepted' : 'messageSetAside'),
  deliveryFailed: (d) => ({
    ...say(d.permanent ? 'deliveryFailed' : 'deliveryDelayed', { recipient: d.recipient }),
    reason: d.reason,
    failed: true,
  }),
  titleChanged: (d) => say('titleChanged', { to: d.to }),
  descriptionChanged: () => say('descriptionChanged'),
  typeChanged: (d) => say('typeChanged', { to: { type: d.to } }),
  categoryChanged: (d) => (d.to === null ? say('categoryRemoved') : say('categoryChanged', { to: { category: d.to } })),
  priorityChanged: (d) => ({ ...say('priorityChanged', { to: { word: 'priority', value: d.to } }), reason: d.reason }),
  severityChanged: (d) =>
    d.to === null ? say('severityRemoved') : say('severityChanged', { to: { word: 'severity', value: d.to } }),
  statusChanged: (d) => ({
    ...say(d.from === 'closed' ? 'reopened' : 'statusChanged', { to: status(d.to) }),
    reason: d.reason,
  }),
  waitingOnChanged: (d) => say('waitingOnChanged', { to: { word: 'waitingOn', value: d.to } }),
  assigned: (d, event) => {
    if (d.to === null) return say('unassigned')
    const byThemselves = event.actor.type === 'agent' && event.actor.id === d.to
    return d.claimed || byThemselves ? say('claimed') : say('assigned', { to: { agent: d.to } })
  },
  teamChanged: (d) => (d.to === null ? say('teamRemoved') : say('teamChanged', { to: { team: d.to } })),
  postponed: (d) =>
    d.until === null ? say('postponedUntilReply') : say('postponedUntil', { until: { time: d.until } }),
  woken: (d) => say(d.why === 'time' ? 'wokenByTime' : d.why === 'reply' ? 'wokenByReply' : 'wokenByAgent'),
  tagsChanged: (d) => {
    if (d.removed.length === 0) return say('tagsAdded', { added: { tags: d.added } })
    if (d.added.length === 0) return say('tagsRemoved', { removed: { tags: d.removed } })
    return say('tagsChanged', { added: { tags: d.added }, removed: { tags: d.removed } })
  },
  fieldsChanged: (d) => {
    const keys = [...new Set([...Object.keys(d.from), ...Object.keys(d.to)])]
    return say('fieldsChanged', {
      fields: { fields: keys.filter((k) => JSON.stringify(d.from[k]) !== JSON.stringify(d.to[k])) },
    })
  },
  requesterChanged: (d) =>
    d.to === null ? say('requesterRemoved') : say('requesterChanged', { to: { person: d.to } }),
  organisationChanged: (d) =>
    d.to === null ? say('organisationRemoved') : say('organisationChanged', { to: { organisation: d.to } }),
  followerAdded: (d, event) =>
    isActor(event, d.agentId) ? say('followed') : say('followerAdded', { agent: { agent: d.agentId } }),
  followerRemoved: (d, event) =>
    isActor(event, d.agentId) ? say('unfollowed') : say('followerRemoved', { agent: { agent: d.agentId } }),
  participantAdded: (d) => say('participantAdded', { person: { person: d.personId } }),
  participantRemoved: (d) => say('participantRemoved', { person: { person: d.personId } }),
  linked: (d) => say('linked', { kind: d.kind, number: d.number }),
  unlinked: (d) => say('unlinked', { kind: d.kind, number: d.number }),
  folderChanged: (d) => {
    if (d.to === 'spam') return say('markedSpam')
    if (d.to === 'trash') return say('trashed')
    return say(d.from === 'spam' ? 'notSpam' : 'restored')
  },
  merged: (d) => say('merged', { number: d.into }),
  absorbed: (d) => say('absorbed', { number: d.from }),
  unmerged: (d) => say('unmerged', { number: d.from }),
  gaveBack: (d) => say('gaveBack', { number: d.to }),
  splitOff: (d) => say('splitOff', { number: d.number }),
  redacted: (d) => ({ ...say('redacted'), reason: d.reason }),
  purged: (d) => ({ ...say('purged'), reason: d.reason }),
}

function isActor(event: Event, agentId: number): boolean {
  return event.actor.type === 'agent' && event.actor.id === agentId
}

/** What an event says, in parts that a language can fill in. */
export function sentenceOf(event: Event): Sentence {
  if (event.erased) return say('erased')
  // The kind says which data it holds; the server has checked it against the same schema.
  const tell = SENTENCES[event.kind] as (data: unknown, event: Event) => Sentence
  return tell(event.data, event)
}

/** Who to ask for by id when telling these events. */
export function peopleIn(events: readonly Event[]): { persons: number[]; organisations: number[] } {
  const persons = new Set<number>()
  const organisations = new Set<number>()
  for (const event of events)
    for (const value of Object.values(sentenceOf(event).values)) {
      if (typeof value === 'string') continue
      if ('person' in value) persons.add(value.person)
      if ('organisation' in value) organisations.add(value.organisation)
    }
  return { persons: [...persons], organisations: [...organisations] }
}

const UNDOABLE: ReadonlySet<EventKind> = new Set<EventKind>([
  'titleChanged',
  'descriptionChanged',
  'typeChanged',
  'categoryChanged',
  'priorityChanged',
  'severityChanged',
  'statusChanged',
  'waitingOnChanged',
  'assigned',
  'teamChanged',
  'postponed',
  'tagsChanged',
  'fieldsChanged',
  'requesterChanged',
  'organisationChanged',
  'followerAdded',
  'followerRemoved',
  'participantAdded',
  'participantRemoved',
  'linked',
  'unlinked',
  'folderChanged',
  'merged',
  'absorbed',
  'splitOff',
])

/**
 * Whether undoing this event can make sense at all; the house has the last word (too late, changed since). What came along with another
 * event (`cause.with`) is undone with it.
 */
export function canUndo(event: Event): boolean {
  // A ticket that was split off begins with what it got: that is taken back where it came from.
  if (event.kind === 'absorbed' && event.seq === 2) return false
  return !event.erased && UNDOABLE.has(event.kind) && event.cause?.with === undefined
}

/** What Z takes back: the newest own change that can be undone, unless something undid it already. */
export function lastOwnChange(events: readonly Event[], agentId: number): Event | undefined {
  const undone = new Set(events.flatMap((e) => (typeof e.cause?.undo === 'number' ? [e.cause.undo] : [])))
  return events.findLast((e) => canUndo(e) && isActor(e, agentId) && !undone.has(e.seq) && e.cause?.undo === undefined)
}
