import type { Actor, Tx } from '#platform'
import { decideDeliveryFailed } from '../lifecycle.ts'
import { record } from '../record.ts'
import { lockById } from '../ticket-for.ts'

/** An answer did not arrive. For good: the ticket waits on us again, and a resolved one is taken up again. */
export async function deliveryFailed(
  tx: Tx,
  actor: Actor,
  failure: { ticketId: number; messageId: number | null; recipient: string; permanent: boolean; reason: string },
): Promise<void> {
  const ticket = await lockById(tx, failure.ticketId)
  if (ticket === null || ticket.state.folder === 'purged') return
  const { messageId, recipient, permanent, reason } = failure
  await record(tx, actor, ticket, decideDeliveryFailed(ticket.state, { messageId, recipient, permanent, reason }))
}
