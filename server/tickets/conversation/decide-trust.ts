import { sql } from 'kysely'
import { personFor } from '#customers'
import { type Actor, NotFound, Problem, type Tx } from '#platform'
import { answered, countsAsAnswer } from '../lifecycle.ts'
import { split } from '../merging/split.ts'
import type { TakenNumber } from '../numbers/take-number.ts'
import { type LockedTicket, record } from '../record.ts'
import { ticketFor } from '../ticket-for.ts'
import type { MailAddress } from './message.ts'

/**
 * An agent decides on a message that waits: `accept` lets it count as an answer here; `own_ticket` (then `taken` must be there)
 * makes it a ticket of its own. Refuses: not-found, not-allowed, conflict when somebody decided already.
 */
export async function decideOnWaiting(
  tx: Tx,
  actor: Actor,
  input: { number: string; messageId: number; decision: 'accept' | 'own_ticket'; taken?: TakenNumber },
): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, input.number)
  if (ticket.state.folder === 'purged') throw new NotFound()
  const { rows } = await sql<{
    trust: 'verified' | 'unverified' | 'quarantined'
    automatic: string | null
    author: number | null
    sender: MailAddress | null
  }>`select trust, automatic, case when author_type = 'customer' then author_id end as author, from_address as sender
    from messages where id = ${input.messageId} and ticket_id = ${ticket.id}`.execute(tx)
  const message = rows[0]
  if (!message) throw new NotFound()
  if (message.trust !== 'quarantined') throw new Problem(409, 'conflict', { detail: 'This was decided already' })
  await sql`update messages set trust = 'verified' where id = ${input.messageId}`.execute(tx)
  const counts = countsAsAnswer('verified', message.automatic)
  const data = { messageId: input.messageId, from: 'quarantined', to: 'verified', counts } as const
  if (input.decision === 'accept') {
    const effects = counts ? answered(ticket.state) : []
    await record(tx, actor, ticket, [{ kind: 'messageTrustChanged', data }, ...effects])
    return ticket
  }
  if (!input.taken) throw new Error('A ticket of its own needs a number')
  const requesterId = message.author ?? (message.sender === null ? undefined : (await personFor(tx, message.sender)).id)
  await record(tx, actor, ticket, [{ kind: 'messageTrustChanged', data: { ...data, counts: false } }])
  const { ticket: own } = await split(tx, actor, {
    number: input.number,
    messageIds: [input.messageId],
    taken: input.taken,
    ...(requesterId === undefined ? {} : { requesterId }),
  })
  return own
}
