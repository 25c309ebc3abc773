import type { LinkKind } from '#contract'
import type { Actor, Tx } from '#platform'
import { decideLink, OTHER_SIDE } from './details.ts'
import { type LockedTicket, record } from './record.ts'
import { ticketsFor } from './ticket-for.ts'

/** Ties two tickets together, or unties them; both know of it, each from its side. Both may be closed. */
export async function linkTickets(
  tx: Tx,
  actor: Actor,
  input: { number: string; kind: LinkKind; other: string; linked: boolean },
): Promise<LockedTicket> {
  const decision = (ticket: LockedTicket, kind: LinkKind, number: string) =>
    decideLink(ticket.state, kind, number, input.linked)
  const [ticket, other] = await ticketsFor(tx, actor, [input.number, input.other])
  await record(tx, actor, ticket!, decision(ticket!, input.kind, input.other))
  if (other !== ticket) await record(tx, actor, other!, decision(other!, OTHER_SIDE[input.kind], input.number))
  return ticket!
}
