import { houseOf, type Tx } from '#platform'

export type NotificationKind = 'assigned' | 'customerAnswered' | 'messageWaits' | 'mentioned' | 'deliveryFailed'

export interface Telling {
  ticketId: number
  kind: NotificationKind
  data: Record<string, unknown>
  /** What it comes of: one fact is told to an agent once, however often its reaction runs. */
  source: string
}

/** Puts it among the agent's notifications and tells their open desks. */
export async function notify(tx: Tx, agentId: number, { ticketId, kind, data, source }: Telling): Promise<void> {
  const row = await tx
    .insertInto('notifications')
    .values({ agent_id: agentId, ticket_id: ticketId, kind, data: JSON.stringify(data), source })
    .onConflict((c) => c.columns(['agent_id', 'source']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row !== undefined) {
    houseOf(tx).live.publish(tx, { kind: 'notification', agentId, data: { id: row.id, kind } })
  }
}
