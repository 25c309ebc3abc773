import { sql } from 'kysely'
import { type Actor, InvalidInput, type Tx } from '#platform'
import { notWorkable } from '../lifecycle.ts'
import type { TakenNumber } from '../numbers/take-number.ts'
import { openTicket } from '../open-ticket.ts'
import { type LockedTicket, record } from '../record.ts'
import { settled } from '../settle.ts'
import { ticketFor } from '../ticket-for.ts'
import { moveMessages } from './merge.ts'

export interface Split {
  number: string
  messageIds: readonly number[]
  title?: string
  /** Drawn before this transaction. */
  taken: TakenNumber
  /** Whose ticket the new one is; the first incoming message's author when left out. */
  requesterId?: number
}

/**
 * Messages become a ticket of their own, with the same team and kind; each links to the other. Undone by merging it back.
 * Refuses: not-found, not-allowed, ticket-closed, transition-refused, invalid-input.
 */
export async function split(tx: Tx, actor: Actor, input: Split): Promise<{ ticket: LockedTicket; from: LockedTicket }> {
  const from = await ticketFor(tx, actor, input.number)
  const no = notWorkable(from.state)
  if (no) settled(no)
  const wanted = [...new Set(input.messageIds)]
  const { rows } = await sql<{
    id: number
    trust: string
    direction: string
    subject: string
    personId: number | null
  }>`
    select id, trust, direction, subject, case when author_type = 'customer' then author_id end as "personId" from messages
    where id = any(${wanted}::bigint[]) and ticket_id = ${from.id} and cancelled_at is null order by id`.execute(tx)
  if (rows.length !== wanted.length)
    throw new InvalidInput('messageIds', 'Not all of these are messages of this ticket')
  const messageIds = rows.map((row) => row.id)
  const moved = { messageIds, quarantined: rows.filter((row) => row.trust === 'quarantined').length }
  const asked = rows.find((row) => row.direction === 'in')
  const { state } = from
  const { ticket } = await openTicket(tx, actor, {
    taken: input.taken,
    title: input.title ?? (asked?.subject.trim().slice(0, 300) || state.title),
    type: state.type,
    categoryId: state.categoryId,
    priority: state.priority,
    channel: state.channel,
    requesterId: input.requesterId ?? asked?.personId ?? state.requesterId,
    organisationId: state.organisationId,
    teamId: state.teamId,
    mailboxId: state.mailboxId,
    links: [{ kind: 'split', number: state.number }],
    absorbed: { from: state.number, ...moved },
  })
  await record(tx, actor, from, [
    { kind: 'splitOff', data: { number: ticket.state.number, ...moved } },
    { kind: 'linked', data: { kind: 'split', number: ticket.state.number }, follows: true },
  ])
  await moveMessages(tx, messageIds, ticket.id)
  return { ticket, from }
}
