import { sql } from 'kysely'
import type { AgentActor, Tx } from '#platform'
import { seenTicketId } from '../seen-ticket.ts'

/** How far an agent has read a ticket; null: unread again. */
export async function markRead(tx: Tx, me: AgentActor, number: string, messageId: number | null): Promise<void> {
  const ticketId = await seenTicketId(tx, me, number)
  if (messageId === null) {
    await sql`delete from ticket_reads where agent_id = ${me.id} and ticket_id = ${ticketId}`.execute(tx)
    return
  }
  await sql`insert into ticket_reads (agent_id, ticket_id, last_message_id) values (${me.id}, ${ticketId}, ${messageId})
    on conflict (agent_id, ticket_id) do update set last_message_id = excluded.last_message_id`.execute(tx)
}
