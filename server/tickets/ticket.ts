import type {
  ActorType,
  Channel,
  EventDataOf,
  EventKind,
  FieldValues,
  Folder,
  LinkKind,
  Priority,
  Status,
  TicketEvent,
  WaitingOn,
} from '#contract'

export type Severity = EventDataOf<'ticketOpened'>['severity']

/** A ticket as its events make it. Times are ISO 8601 in UTC with milliseconds. */
export interface TicketState {
  number: string
  title: string
  description: string
  type: string
  categoryId: number | null
  priority: Priority
  severity: Severity
  status: Status
  waitingOn: WaitingOn
  /** When the present wait began: the oldest unanswered message of the customer, or our last answer. */
  waitingSince: string
  postponedUntil: string | null
  postponedUntilReply: boolean
  folder: Folder | 'purged'
  channel: Channel
  requesterId: number | null
  organisationId: number | null
  assigneeId: number | null
  teamId: number | null
  mailboxId: number | null
  tags: string[]
  fields: FieldValues
  links: { kind: LinkKind; number: string }[]
  followers: number[]
  participants: number[]
  mergedInto: string | null
  createdAt: string
  updatedAt: string
  firstAssignedAt: string | null
  firstRespondedAt: string | null
  resolvedAt: string | null
  closedAt: string | null
  lastMessageAt: string | null
  lastMessageId: number | null
  reopenCount: number
  messageCount: number
  quarantinedCount: number
  /** The number of its events. */
  version: number
}

/** What folding needs of an event: what happened, when, by whom, and as the how-manieth. */
export type FoldedEvent = TicketEvent & { seq: number; at: string; actorType: ActorType; actorId: number | null }

/** What stands where erased text stood. One word in every language; screens say it in the reader's. */
export const REDACTED = '[redacted]'

/**
 * The whole meaning of history: what each kind of event makes of a ticket. Pure and total. It never refuses; what may happen is
 * decided before an event is written (lifecycle.ts and the commands).
 */
export function evolve(state: TicketState | null, event: FoldedEvent): TicketState {
  if (event.kind === 'ticketOpened') return open(event.data, event)
  if (state === null) throw new Error(`A history begins with ticketOpened, not with ${event.kind}`)
  const change = CHANGES[event.kind] as (s: TicketState, data: unknown, e: FoldedEvent) => Partial<TicketState>
  return { ...state, ...change(state, event.data, event), updatedAt: event.at, version: event.seq }
}

/** Folds a history from its beginning, or on from a state. */
export function fold(events: Iterable<FoldedEvent>, from: TicketState | null = null): TicketState | null {
  let state = from
  for (const event of events) state = evolve(state, event)
  return state
}

function open(data: EventDataOf<'ticketOpened'>, event: FoldedEvent): TicketState {
  return {
    ...data,
    status: data.assigneeId === null ? 'new' : 'open',
    waitingOn: 'us',
    waitingSince: event.at,
    postponedUntil: null,
    postponedUntilReply: false,
    links: [],
    followers: [],
    mergedInto: null,
    createdAt: event.at,
    updatedAt: event.at,
    firstAssignedAt: data.assigneeId === null ? null : event.at,
    firstRespondedAt: null,
    resolvedAt: null,
    closedAt: null,
    lastMessageAt: null,
    lastMessageId: null,
    reopenCount: 0,
    messageCount: 0,
    quarantinedCount: 0,
    version: event.seq,
  }
}

type Changes = {
  [K in Exclude<EventKind, 'ticketOpened'>]: (
    s: TicketState,
    data: EventDataOf<K>,
    event: FoldedEvent,
  ) => Partial<TicketState>
}

const CHANGES: Changes = {
  messageReceived: (s, d, e) => ({
    ...withMessage(s, d.messageId, e.at),
    ...(d.trust === 'quarantined' ? { quarantinedCount: s.quarantinedCount + 1 } : {}),
    ...(d.counts ? waitOnUs(s, e.at) : {}),
  }),
  // Every answer starts a new wait, also one that keeps the ticket with us.
  replySent: (s, d, e) => ({
    ...withMessage(s, d.messageId, e.at),
    waitingOn: d.waitingOn,
    waitingSince: e.at,
    firstRespondedAt: s.firstRespondedAt ?? e.at,
  }),
  replyCancelled: (s, d) => ({ messageCount: s.messageCount - 1, ...d.restored }),
  noteAdded: (s, d, e) => withMessage(s, d.messageId, e.at),
  messageTrustChanged: (s, d, e) => ({
    quarantinedCount: s.quarantinedCount + (d.to === 'quarantined' ? 1 : 0) - (d.from === 'quarantined' ? 1 : 0),
    ...(d.counts ? waitOnUs(s, e.at) : {}),
    ...d.restored,
  }),
  // A mail that never arrived was no answer: the ticket is ours again.
  deliveryFailed: (s, d, e) => (d.permanent ? waitOnUs(s, e.at) : {}),
  titleChanged: (_, d) => ({ title: d.to }),
  descriptionChanged: (_, d) => ({ description: d.to }),
  typeChanged: (_, d) => ({ type: d.to }),
  categoryChanged: (_, d) => ({ categoryId: d.to }),
  priorityChanged: (_, d) => ({ priority: d.to }),
  severityChanged: (_, d) => ({ severity: d.to }),
  statusChanged: (s, d, e) => ({ ...statusChange(s, d.to, e.at), ...d.restored }),
  waitingOnChanged: (_, d, e) => ({ waitingOn: d.to, waitingSince: e.at, ...d.restored }),
  assigned: (s, d, e) => ({
    assigneeId: d.to,
    firstAssignedAt: s.firstAssignedAt ?? (d.to === null ? null : e.at),
    ...d.restored,
  }),
  teamChanged: (_, d) => ({ teamId: d.to }),
  postponed: (_, d) => ({ postponedUntil: d.until, postponedUntilReply: d.untilReply, ...d.restored }),
  woken: (_, d) => ({ postponedUntil: null, postponedUntilReply: false, ...d.restored }),
  tagsChanged: (s, d) => ({
    tags: [...s.tags.filter((tag) => !d.removed.includes(tag)), ...d.added.filter((tag) => !s.tags.includes(tag))],
  }),
  fieldsChanged: (s, d) => ({ fields: withoutEmpty({ ...s.fields, ...d.to }) }),
  requesterChanged: (_, d) => ({ requesterId: d.to }),
  organisationChanged: (_, d) => ({ organisationId: d.to }),
  followerAdded: (s, d) => ({ followers: including(s.followers, d.agentId) }),
  followerRemoved: (s, d) => ({ followers: s.followers.filter((id) => id !== d.agentId) }),
  participantAdded: (s, d) => ({ participants: including(s.participants, d.personId) }),
  participantRemoved: (s, d) => ({ participants: s.participants.filter((id) => id !== d.personId) }),
  linked: (s, d) => ({
    links: s.links.some((l) => l.kind === d.kind && l.number === d.number) ? s.links : [...s.links, d],
  }),
  unlinked: (s, d) => ({ links: s.links.filter((l) => l.kind !== d.kind || l.number !== d.number) }),
  folderChanged: (_, d) => ({ folder: d.to }),
  merged: (s, d, e) => ({
    mergedInto: d.into,
    messageCount: 0,
    quarantinedCount: 0,
    ...statusChange(s, 'closed', e.at),
  }),
  absorbed: (s, d, e) => ({
    messageCount: s.messageCount + d.messageIds.length,
    quarantinedCount: s.quarantinedCount + d.quarantined,
    lastMessageId: Math.max(s.lastMessageId ?? 0, ...d.messageIds) || null,
    lastMessageAt: d.messageIds.length > 0 ? (s.lastMessageAt ?? e.at) : s.lastMessageAt,
  }),
  unmerged: (s, d) => ({
    mergedInto: null,
    messageCount: s.messageCount + d.messageIds.length,
    quarantinedCount: s.quarantinedCount + d.quarantined,
    ...d.restored,
  }),
  gaveBack: (s, d) => ({
    messageCount: s.messageCount - d.messageIds.length,
    quarantinedCount: s.quarantinedCount - d.quarantined,
  }),
  splitOff: (s, d) => ({
    messageCount: s.messageCount - d.messageIds.length,
    quarantinedCount: s.quarantinedCount - d.quarantined,
  }),
  redacted: (s, d) => ({
    title: d.title ? REDACTED : s.title,
    description: d.description && s.description !== '' ? REDACTED : s.description,
  }),
  // The tombstone: the record that there was a ticket, and nothing of what it said or whom it was about.
  purged: () => ({
    folder: 'purged',
    title: REDACTED,
    description: '',
    requesterId: null,
    organisationId: null,
    tags: [],
    fields: {},
    followers: [],
    participants: [],
    postponedUntil: null,
    postponedUntilReply: false,
    messageCount: 0,
    quarantinedCount: 0,
  }),
}

function withMessage(s: TicketState, messageId: number, at: string): Partial<TicketState> {
  return {
    messageCount: s.messageCount + 1,
    lastMessageAt: at,
    lastMessageId: Math.max(s.lastMessageId ?? 0, messageId),
  }
}

/** The customer waits since the oldest message that nobody answered. */
function waitOnUs(s: TicketState, at: string): Partial<TicketState> {
  return s.waitingOn === 'us' ? {} : { waitingOn: 'us', waitingSince: at }
}

function statusChange(s: TicketState, to: Status, at: string): Partial<TicketState> {
  const wasDone = s.status === 'resolved' || s.status === 'closed'
  if (to === 'resolved') return { status: to, resolvedAt: at, closedAt: null, ...AWAKE }
  if (to === 'closed') return { status: to, resolvedAt: s.resolvedAt ?? at, closedAt: at, ...AWAKE }
  return wasDone ? { status: to, resolvedAt: null, closedAt: null, reopenCount: s.reopenCount + 1 } : { status: to }
}
/** Nothing that is done is postponed. */
const AWAKE = { postponedUntil: null, postponedUntilReply: false }

function including(ids: number[], id: number): number[] {
  return ids.includes(id) ? ids : [...ids, id]
}

function withoutEmpty(fields: FieldValues): FieldValues {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
}
