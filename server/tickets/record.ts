import { CompiledQuery } from 'kysely'
import type { ActorType } from '#contract'
import { type Actor, houseOf, prepared, type Tx } from '#platform'
import { isHistory, nowIn } from './clock.ts'
import type { Decided, Decision } from './decision.ts'
import { keepable } from './history/canonical-json.ts'
import { digestOf, GENESIS, hashOf, newSalt } from './history/chain.ts'
import { STATE_COLUMNS, type StateColumn, toRow } from './row.ts'
import { settled } from './settle.ts'
import { evolve, type FoldedEvent, type TicketState } from './ticket.ts'

/** A ticket whose row is locked by this transaction. `record` carries it forward. */
export interface LockedTicket {
  id: number
  state: TicketState
  headHash: Buffer
  /** An identifier for a message that this command may write, drawn with the lock; `messageIdFor` gives it out. */
  spareMessageId: number | null
}

/** More rows for the statement that writes the events: data-modifying `with` queries, one after another. */
export interface Part {
  /** The same for the same text. */
  key: string
  /** Its values are `$first` and on. */
  sql(first: number): string
  values: readonly unknown[]
}

export type Cause = Record<string, unknown>
export type Recorded = FoldedEvent & { id: number; cause: Cause | null }

/** What a reaction's job is given: which event of which ticket. It reads the present, so it may come late or twice. */
export interface ReactionInput {
  eventId: number
  ticketId: number
  number: string
  seq: number
  kind: string
  /** Of events about a message. */
  messageId: number | null
}

/** A decided event, numbered, dated and chained, ready to be written. */
export interface ChainedEvent {
  event: FoldedEvent
  cause: Cause | null
  salt: Buffer
  digest: Buffer
  hash: Buffer
}

/** Numbers, folds and chains decided events; pure but for the salts. `at`: ISO 8601, not before the ticket's last event. */
export function chain(
  ticket: { id: number; state: TicketState | null; headHash: Buffer },
  decided: readonly Decided[],
  by: { type: ActorType; id: number | null },
  at: string,
  cause: Cause | null = null,
): { events: ChainedEvent[]; state: TicketState } {
  let { state, headHash } = ticket
  let main = 0
  const events = decided.map(({ follows, ...decision }): ChainedEvent => {
    const seq = (state?.version ?? 0) + 1
    if (!follows) main = seq
    const data = keepable(decision.data)
    const event = { kind: decision.kind, data, seq, at, actorType: by.type, actorId: by.id } as FoldedEvent
    const why = follows ? { ...cause, with: main } : cause
    const salt = newSalt()
    const digest = digestOf(salt, data)
    headHash = hashOf(headHash, { ticketId: ticket.id, ...event, cause: why }, digest)
    state = evolve(state, event)
    return { event, cause: why, salt, digest, hash: headHash }
  })
  if (state === null) throw new Error('Nothing was decided about a ticket that is not there')
  return { events, state }
}

/**
 * The one place that changes tickets. Numbers and chains what was decided, folds it into the row, writes both, enqueues the
 * reactions and tells live listeners, all in the caller's transaction. Throws the refusal when the decision is one.
 * `cause`: what this came of, kept in each event and in the chain: ids only, nothing personal.
 */
export async function record(
  tx: Tx,
  actor: Actor,
  ticket: LockedTicket,
  decision: Decision,
  cause: Cause | null = null,
  parts: readonly Part[] = [],
): Promise<Recorded[]> {
  const decided = settled(decision)
  if (decided.length === 0) return []
  const { events, state } = chain(ticket, decided, actor, moment(tx, ticket.state), cause)
  const headHash = events.at(-1)!.hash
  const ids = await write(tx, 'update', [...columns(state), headHash, ticket.id], events, parts)
  ticket.state = state
  ticket.headHash = headHash
  return follow(tx, actor, ticket, events, ids)
}

/** The same for a ticket that begins; its number and id were drawn before. */
export async function recordNew(
  tx: Tx,
  actor: Actor,
  id: number,
  decided: readonly Decided[],
  parts: readonly Part[] = [],
): Promise<{ ticket: LockedTicket; events: Recorded[] }> {
  const { events, state } = chain({ id, state: null, headHash: GENESIS }, decided, actor, moment(tx, null))
  const ticket = { id, state, headHash: events.at(-1)!.hash, spareMessageId: null }
  const ids = await write(tx, 'insert', [...columns(state), ticket.headHash, id], events, parts)
  return { ticket, events: await follow(tx, actor, ticket, events, ids) }
}

/** Time never runs backwards within a ticket, whatever the machine's clock does. */
function moment(tx: Tx, state: TicketState | null): string {
  const now = nowIn(tx).toISOString()
  return state !== null && state.updatedAt > now ? state.updatedAt : now
}

const NAMES = Object.keys(STATE_COLUMNS) as StateColumn[]
const HEAD = NAMES.length + 1
const ID = NAMES.length + 2
const EVENTS = NAMES.length + 3
const UPDATE = `update tickets set ${NAMES.map((name, i) => `${name} = $${i + 1}`).join(', ')}, head_hash = $${HEAD} where id = $${ID}`
const INSERT = `insert into tickets (${NAMES.join(', ')}, head_hash, id) values (${[...NAMES, 0, 0].map((_, i) => `$${i + 1}`).join(', ')})`
const APPEND = `insert into ticket_events (ticket_id, seq, at, actor_type, actor_id, kind, data, salt, cause, digest, hash)
  select $${ID}, e.seq, $${EVENTS}::timestamptz, $${EVENTS + 1}, $${EVENTS + 2}::bigint, e.kind, e.data::jsonb, e.salt, e.cause::jsonb, e.digest, e.hash
  from unnest($${EVENTS + 3}::int[], $${EVENTS + 4}::text[], $${EVENTS + 5}::text[], $${EVENTS + 6}::bytea[], $${EVENTS + 7}::text[],
    $${EVENTS + 8}::bytea[], $${EVENTS + 9}::bytea[]) as e (seq, kind, data, salt, cause, digest, hash)
  returning id, seq`

function columns(state: TicketState): unknown[] {
  const row = toRow(state)
  return NAMES.map((name) => row[name])
}

const FIRST_FREE = EVENTS + 10
const texts = new Map<string, string>()

function textOf(change: 'insert' | 'update', parts: readonly Part[]): string {
  const key = [change, ...parts.map((part) => part.key)].join(' ')
  const known = texts.get(key)
  if (known !== undefined) return known
  let first = FIRST_FREE
  const more = parts.map((part) => {
    const sql = part.sql(first)
    first += part.values.length
    return sql
  })
  const ticket = `ticket as (${change === 'insert' ? INSERT : UPDATE})`
  const text = prepared(`with ${[ticket, ...more].join(', ')} ${APPEND}`)
  texts.set(key, text)
  return text
}

/** Row, events and more in one statement: a command is few round trips. Gives the events' ids in their order. */
async function write(
  tx: Tx,
  change: 'insert' | 'update',
  values: unknown[],
  events: readonly ChainedEvent[],
  parts: readonly Part[],
): Promise<number[]> {
  const first = events[0]!.event
  const { rows } = await tx.executeQuery<{ id: number; seq: number }>(
    CompiledQuery.raw(textOf(change, parts), [
      ...values,
      first.at,
      first.actorType,
      first.actorId,
      events.map((e) => e.event.seq),
      events.map((e) => e.event.kind),
      events.map((e) => JSON.stringify(e.event.data)),
      events.map((e) => e.salt),
      events.map((e) => (e.cause === null ? null : JSON.stringify(e.cause))),
      events.map((e) => e.digest),
      events.map((e) => e.hash),
      ...parts.flatMap((part) => part.values),
    ]),
  )
  if (rows.length !== events.length) throw new Error(`${rows.length} of ${events.length} events were written`)
  return rows.sort((a, b) => a.seq - b.seq).map((row) => row.id)
}

async function follow(
  tx: Tx,
  actor: Actor,
  ticket: LockedTicket,
  events: readonly ChainedEvent[],
  ids: readonly number[],
): Promise<Recorded[]> {
  const recorded = events.map(({ event, cause }, i): Recorded => ({ ...event, id: ids[i]!, cause }))
  if (isHistory(tx)) return recorded
  const { jobs, live } = houseOf(tx)
  const { number, teamId, assigneeId, followers, version } = ticket.state
  for (const event of recorded) {
    for (const name of jobs.reactionsTo(event.kind, event.data as never)) {
      const messageId = 'messageId' in event.data ? event.data.messageId : null
      const input: ReactionInput = {
        eventId: event.id,
        ticketId: ticket.id,
        number,
        seq: event.seq,
        kind: event.kind,
        messageId,
      }
      await jobs.enqueue(tx, name, { ...input })
    }
  }
  live.publish(tx, {
    kind: 'ticket',
    eventId: ids.at(-1)!,
    audience: { teamId, assigneeId, followers },
    data: {
      number,
      version,
      kinds: recorded.map((event) => event.kind),
      actorId: actor.type === 'agent' ? actor.id : null,
    },
  })
  return recorded
}
