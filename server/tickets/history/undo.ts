import { Restored } from '#contract'
import { type Decided, type Decision, refuse } from '../decision.ts'
import type { Cause } from '../record.ts'
import { type FoldedEvent, fold, type TicketState } from '../ticket.ts'
import { canonicalJson } from './canonical-json.ts'

export type CausedEvent = FoldedEvent & { cause?: Cause | null; erased?: boolean }

/** The event and those that came along with it: they are undone together. */
export function groupOf<E extends CausedEvent>(history: readonly E[], seq: number): E[] {
  const named = history.find((e) => e.seq === seq)
  const main = typeof named?.cause?.with === 'number' ? named.cause.with : seq
  return history.filter((e) => e.seq === main || e.cause?.with === main)
}

/** What every event changes, and no undoing puts back. */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  'version',
  'updatedAt',
  'lastMessageId',
  'messageCount',
  'quarantinedCount',
])

/**
 * Undoes an event, with what came along with it, as long as nothing it changed was changed again. The answer is ordinary events the
 * other way round, so history tells of both; `restored` carries what they would not put back by themselves. Pure. Merges, splits
 * and sendings are undone by their own commands.
 */
export function decideUndo(now: TicketState, history: readonly CausedEvent[], seq: number): Decision {
  const group = groupOf(history, seq)
  const main = group[0]
  if (!main) return refuse('not-found', 'There is no such event')
  if (group.some((e) => e.erased)) return refuse('cannot-undo', 'Erased')
  if (history.some((e) => e.cause?.undo === main.seq)) return refuse('cannot-undo', 'It was undone already')
  const before = fold(history.filter((e) => e.seq < main.seq))
  if (before === null) return refuse('cannot-undo', 'A ticket cannot be unopened')
  const after = fold(group, before)!
  const touched = changedFields(before, after)
  const stuck = touched.filter((field) => !same(now[field], after[field]))
  if (stuck.length > 0) return refuse('cannot-undo', 'It was changed again since', { changed: stuck })

  const inverse: Decided[] = []
  let state: TicketState = before
  const steps = group.map((event) => {
    const step = { event, before: state, after: fold([event], state)! }
    state = step.after
    return step
  })
  for (const { event, before: was } of steps.reverse()) {
    const events = inverseOf(event, was)
    if (events === null) return refuse('cannot-undo', `${event.kind} cannot be undone`)
    inverse.push(...events)
  }
  if (inverse.length === 0) return refuse('cannot-undo', 'Nothing was changed')
  return withRest(
    now,
    before,
    touched,
    inverse.map((e, i) => (i === 0 ? e : { ...e, follows: true as const })),
  )
}

function changedFields(one: TicketState, other: TicketState): (keyof TicketState)[] {
  return (Object.keys(one) as (keyof TicketState)[]).filter((f) => !BOOKKEEPING.has(f) && !same(one[f], other[f]))
}

function same(a: unknown, b: unknown): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b)
}

/** Plays the inverse events and lets the last one that can carry it put back what they would not leave as it was. */
function withRest(now: TicketState, before: TicketState, touched: (keyof TicketState)[], inverse: Decided[]): Decision {
  // Played at no time at all, every time that the undoing itself would set shows up as a difference.
  const played = fold(
    inverse.map((e, i) => ({ ...e, seq: now.version + 1 + i, at: '', actorType: 'system', actorId: null })),
    now,
  )!
  const wanted: TicketState = { ...now, ...Object.fromEntries(touched.map((f) => [f, before[f]])) }
  const rest = changedFields(played, wanted)
  if (rest.length === 0) return inverse
  const carrier = inverse.findLastIndex((e) => CARRIERS.has(e.kind))
  if (carrier === -1 || rest.some((f) => !RESTORABLE.has(f))) return refuse('cannot-undo', undefined, { changed: rest })
  const restored = Object.fromEntries(rest.map((f) => [f, wanted[f]])) as Restored
  return inverse.map((e, i) => (i === carrier ? ({ ...e, data: { ...e.data, restored } } as Decided) : e))
}

const RESTORABLE: ReadonlySet<string> = new Set(Object.keys(Restored.shape))
const CARRIERS: ReadonlySet<string> = new Set([
  'statusChanged',
  'waitingOnChanged',
  'assigned',
  'postponed',
  'woken',
  'messageTrustChanged',
])

/** The events that say the opposite; null when there is none. `was`: the ticket before the event. */
function inverseOf(event: CausedEvent, was: TicketState): Decided[] | null {
  switch (event.kind) {
    case 'titleChanged':
    case 'descriptionChanged':
    case 'typeChanged':
    case 'categoryChanged':
    case 'priorityChanged':
    case 'severityChanged':
    case 'statusChanged':
    case 'waitingOnChanged':
    case 'teamChanged':
    case 'fieldsChanged':
    case 'requesterChanged':
    case 'organisationChanged':
    case 'folderChanged':
      return [{ kind: event.kind, data: { from: event.data.to, to: event.data.from } } as Decided]
    case 'assigned':
      return [{ kind: 'assigned', data: { from: event.data.to, to: event.data.from, claimed: false } }]
    case 'postponed':
    case 'woken':
      return was.postponedUntil === null && !was.postponedUntilReply
        ? [{ kind: 'woken', data: { why: 'agent' } }]
        : [{ kind: 'postponed', data: { until: was.postponedUntil, untilReply: was.postponedUntilReply } }]
    case 'tagsChanged':
      return [{ kind: 'tagsChanged', data: { added: event.data.removed, removed: event.data.added } }]
    case 'followerAdded':
      return [{ kind: 'followerRemoved', data: event.data }]
    case 'followerRemoved':
      return [{ kind: 'followerAdded', data: event.data }]
    case 'participantAdded':
      return [{ kind: 'participantRemoved', data: event.data }]
    case 'participantRemoved':
      return [{ kind: 'participantAdded', data: event.data }]
    case 'linked':
      return [{ kind: 'unlinked', data: event.data }]
    case 'unlinked':
      return [{ kind: 'linked', data: event.data }]
    default:
      return null
  }
}
