import type { AgentActor, Tx } from '#platform'
import { decideClaim } from './lifecycle.ts'
import { type LockedTicket, record } from './record.ts'
import { ticketFor } from './ticket-for.ts'

/** Takes a ticket that nobody has. Of many who press at once exactly one wins; the others hear who (409 already-assigned). */
export async function claim(tx: Tx, actor: AgentActor, number: string): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, number)
  const ownerId = ticket.state.assigneeId
  const owner =
    ownerId === null || ownerId === actor.id
      ? null
      : await tx.selectFrom('agents').select(['id', 'name']).where('id', '=', ownerId).executeTakeFirstOrThrow()
  await record(tx, actor, ticket, decideClaim(ticket.state, actor.id, owner))
  return ticket
}
