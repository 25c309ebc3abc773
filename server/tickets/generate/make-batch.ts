import { MESSAGE_COLUMNS } from '../conversation/message.ts'
import { STATE_COLUMNS, type StateColumn, toRow } from '../row.ts'
import type { LoadCast } from './cast.ts'
import { chance } from './chance.ts'
import { row } from './copy-text.ts'
import { type Life, lifeOf } from './life.ts'
import { Page } from './page.ts'

/** What a batch is made from: numbers and identifiers were drawn before. */
export interface BatchOrder {
  seed: number
  now: number
  births: { number: string; ticketId: number; at: number }[]
  /** At least `MESSAGES_AT_MOST` for each ticket. */
  messageIds: number[]
}

/** Rows as COPY takes them, in the order in which they must be written. */
export interface Batch {
  tickets: number
  events: number
  messages: number
  pages: { table: Table; bytes: Uint8Array<ArrayBuffer> }[]
}
export type Table = 'tickets' | 'ticket_events' | 'messages'

export const MESSAGES_AT_MOST = 5

const STATE = Object.keys(STATE_COLUMNS) as StateColumn[]
/** The columns of each table's rows. */
export const COLUMNS: Record<Table, readonly string[]> = {
  tickets: [...STATE, 'head_hash', 'id'],
  ticket_events: [
    'ticket_id',
    'seq',
    'at',
    'actor_type',
    'actor_id',
    'kind',
    'data',
    'salt',
    'cause',
    'digest',
    'hash',
  ],
  messages: [...MESSAGE_COLUMNS, 'id', 'taken_at', 'sent_at'],
}

/** Pure but for the salts: the same order gives the same tickets. */
export function makeBatch(order: BatchOrder, cast: LoadCast): Batch {
  const random = chance(order.seed)
  const messageIds = order.messageIds[Symbol.iterator]()
  const nextMessageId = () => messageIds.next().value!
  const pages: Record<Table, Page> = { tickets: new Page(), ticket_events: new Page(), messages: new Page() }
  let events = 0
  let messages = 0
  for (const birth of order.births) {
    const life = lifeOf({ ...birth, now: order.now, nextMessageId }, cast, random)
    write(life, pages)
    events += life.events.length
    messages += life.messages.length
  }
  return {
    tickets: order.births.length,
    events,
    messages,
    pages: (Object.entries(pages) as [Table, Page][]).map(([table, page]) => ({ table, bytes: page.finished() })),
  }
}

function write({ id, state, headHash, events, messages }: Life, pages: Record<Table, Page>): void {
  const values = toRow(state)
  pages.tickets.add(row([...STATE.map((column) => values[column]), headHash, id]))
  for (const { event, salt, cause, digest, hash } of events) {
    const { seq, at, actorType, actorId, kind, data } = event
    const why = cause === null ? null : JSON.stringify(cause)
    pages.ticket_events.add(row([id, seq, at, actorType, actorId, kind, JSON.stringify(data), salt, why, digest, hash]))
  }
  for (const { values: said, id: messageId, sentAt } of messages) {
    pages.messages.add(row([...said.slice(0, MESSAGE_COLUMNS.length), messageId, sentAt, sentAt]))
  }
}
