import { z } from 'zod'
import { Id, Language, TicketNumber } from './common.ts'

/*
 * Everything that can happen to a ticket. A ticket is the fold of these (server/tickets/ticket.ts).
 * Data holds values from and to, so that any change can be shown, undone and folded without looking elsewhere.
 * Message content is not in here: `digest` commits to it (hex HMAC-SHA-256 by the message's salt).
 */

export const TICKET_STATUSES = ['new', 'open', 'in_progress', 'resolved', 'closed'] as const
export const Status = z.enum(TICKET_STATUSES)
export type Status = z.infer<typeof Status>
export const WAITING_ON = ['us', 'customer', 'third_party'] as const
export const WaitingOn = z.enum(WAITING_ON)
export type WaitingOn = z.infer<typeof WaitingOn>
export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const
export const Priority = z.enum(PRIORITIES)
export type Priority = z.infer<typeof Priority>
export const SEVERITIES = ['minor', 'moderate', 'major', 'critical'] as const
export const Severity = z.enum(SEVERITIES)
export const FOLDERS = ['inbox', 'spam', 'trash'] as const
export const Folder = z.enum(FOLDERS)
export type Folder = z.infer<typeof Folder>
export const CHANNELS = ['email', 'portal', 'form', 'chat', 'phone', 'manual', 'api'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>
export const Trust = z.enum(['verified', 'unverified', 'quarantined'])
export type Trust = z.infer<typeof Trust>
export const LINK_KINDS = [
  'parent',
  'child',
  'related',
  'duplicate',
  'follow_up',
  'follows',
  'merged',
  'split',
] as const
export const LinkKind = z.enum(LINK_KINDS)
export type LinkKind = z.infer<typeof LinkKind>

/** A custom field's value by its kind: text, number, date (YYYY-MM-DD), choice, choices, boolean. Null: empty. */
export const FieldValue = z.union([
  z.string().max(10_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(200)).max(100),
  z.null(),
])
export const FieldValues = z.record(z.string(), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

function change<T extends z.ZodType>(value: T) {
  return z.object({ from: value, to: value })
}

/** What an undoing puts back beyond the value that the event itself names, e.g. when the present wait began. Times are ISO 8601. */
export const Restored = z
  .object({
    status: Status,
    waitingOn: WaitingOn,
    waitingSince: z.string(),
    assigneeId: Id.nullable(),
    postponedUntil: z.string().nullable(),
    postponedUntilReply: z.boolean(),
    firstAssignedAt: z.string().nullable(),
    firstRespondedAt: z.string().nullable(),
    resolvedAt: z.string().nullable(),
    closedAt: z.string().nullable(),
    lastMessageAt: z.string().nullable(),
    reopenCount: z.int(),
  })
  .partial()
export type Restored = z.infer<typeof Restored>
const restored = Restored.optional()

export const EventData = {
  ticketOpened: z.object({
    number: TicketNumber,
    title: z.string(),
    description: z.string(),
    type: z.string(),
    categoryId: Id.nullable(),
    priority: Priority,
    severity: Severity.nullable(),
    channel: Channel,
    folder: Folder,
    requesterId: Id.nullable(),
    organisationId: Id.nullable(),
    assigneeId: Id.nullable(),
    teamId: Id.nullable(),
    mailboxId: Id.nullable(),
    tags: z.array(z.string()),
    fields: FieldValues,
    participants: z.array(Id),
  }),
  /** From the counterparty. `counts`: a human's verified answer (not automatic, not quarantined): it sets waiting on us. */
  messageReceived: z.object({
    messageId: Id,
    personId: Id.nullable(),
    channel: Channel,
    trust: Trust,
    automatic: z.string().nullable(),
    counts: z.boolean(),
    digest: z.string(),
  }),
  replySent: z.object({ messageId: Id, channel: Channel, waitingOn: WaitingOn, digest: z.string() }),
  /** The sending was undone within its window: what the reply had changed goes back. */
  replyCancelled: z.object({
    messageId: Id,
    restored: Restored,
  }),
  noteAdded: z.object({ messageId: Id, digest: z.string(), mentions: z.array(Id) }),
  /** A waiting message was accepted as the participant's own, or set aside. */
  messageTrustChanged: z.object({ messageId: Id, from: Trust, to: Trust, counts: z.boolean(), restored }),
  deliveryFailed: z.object({
    messageId: Id.nullable(),
    recipient: z.string(),
    permanent: z.boolean(),
    reason: z.string(),
  }),
  titleChanged: change(z.string()),
  descriptionChanged: change(z.string()),
  typeChanged: change(z.string()),
  categoryChanged: change(Id.nullable()),
  priorityChanged: change(Priority).extend({ reason: z.string().optional() }),
  severityChanged: change(Severity.nullable()),
  statusChanged: change(Status).extend({ reason: z.string().optional(), restored }),
  waitingOnChanged: change(WaitingOn).extend({ restored }),
  assigned: change(Id.nullable()).extend({ claimed: z.boolean(), restored }),
  teamChanged: change(Id.nullable()),
  postponed: z.object({ until: z.string().nullable(), untilReply: z.boolean(), restored }),
  woken: z.object({ why: z.enum(['time', 'reply', 'agent']), restored }),
  tagsChanged: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  fieldsChanged: change(FieldValues),
  requesterChanged: change(Id.nullable()),
  organisationChanged: change(Id.nullable()),
  followerAdded: z.object({ agentId: Id }),
  followerRemoved: z.object({ agentId: Id }),
  participantAdded: z.object({ personId: Id }),
  participantRemoved: z.object({ personId: Id }),
  linked: z.object({ kind: LinkKind, number: TicketNumber }),
  unlinked: z.object({ kind: LinkKind, number: TicketNumber }),
  folderChanged: change(Folder),
  merged: z.object({ into: TicketNumber }),
  /** `quarantined`: how many of the messages wait for a decision. */
  absorbed: z.object({ from: TicketNumber, messageIds: z.array(Id), quarantined: z.int() }),
  /** A merge was undone: its messages went back, and the ticket stands where it stood before. */
  unmerged: z.object({ from: TicketNumber, messageIds: z.array(Id), quarantined: z.int(), restored: Restored }),
  /** The other side of an undone merge: these messages left again. */
  gaveBack: z.object({ to: TicketNumber, messageIds: z.array(Id), quarantined: z.int() }),
  splitOff: z.object({ number: TicketNumber, messageIds: z.array(Id), quarantined: z.int() }),
  /** `seqs`: events whose data was replaced by its redacted form; `messageIds`: messages whose content was. */
  redacted: z.object({
    seqs: z.array(z.int()),
    messageIds: z.array(Id),
    title: z.boolean(),
    description: z.boolean(),
    reason: z.string(),
  }),
  purged: z.object({ seqs: z.array(z.int()), messageIds: z.array(Id), reason: z.string() }),
} as const

export type EventKind = keyof typeof EventData
export type EventDataOf<K extends EventKind> = z.infer<(typeof EventData)[K]>
/** What a pure decision answers with: what happened, not yet numbered, dated or chained. */
export type TicketEvent = { [K in EventKind]: { kind: K; data: EventDataOf<K> } }[EventKind]

export const EVENT_KINDS = Object.keys(EventData) as EventKind[]

export const ActorType = z.enum(['agent', 'customer', 'rule', 'system', 'import'])
export type ActorType = z.infer<typeof ActorType>

/** An event as the API gives it. */
export const Event = z.object({
  id: Id,
  seq: z.int(),
  at: z.string(),
  actor: z.object({ type: ActorType, id: Id.nullable(), name: z.string() }),
  kind: z.enum(EVENT_KINDS as [EventKind, ...EventKind[]]),
  data: z.record(z.string(), z.unknown()),
  cause: z.record(z.string(), z.unknown()).nullable(),
  /** Set when erasure replaced the data. */
  erased: z.boolean(),
})
export type Event = z.infer<typeof Event>
export const CustomerLanguage = Language.nullable()
