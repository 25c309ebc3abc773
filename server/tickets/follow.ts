import type { z } from 'zod'
import type { RequesterInput } from '#contract'
import { personFor } from '#customers'
import type { Actor, AgentActor, Tx } from '#platform'
import { decideFollow, decideParticipants } from './details.ts'
import { type LockedTicket, record } from './record.ts'
import { ticketFor } from './ticket-for.ts'

/** An agent hears of what happens to a ticket, or no longer. */
export async function follow(tx: Tx, actor: AgentActor, number: string, follows: boolean): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, number, 'see')
  await record(tx, actor, ticket, decideFollow(ticket.state, actor.id, follows))
  return ticket
}

/** People in copy. New addresses become persons. */
export async function changeParticipants(
  tx: Tx,
  actor: Actor,
  input: { number: string; add: z.output<typeof RequesterInput>[]; remove: number[] },
): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, input.number)
  const added: number[] = []
  for (const person of input.add) added.push((await personFor(tx, person)).id)
  await record(tx, actor, ticket, decideParticipants(ticket.state, added, input.remove))
  return ticket
}
