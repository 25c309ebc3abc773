import { sql } from 'kysely'
import { houseOf, type Tx } from '#platform'

/** Once this commits, every process looks at the agent's rights again (null: everybody's): requests, live streams. */
export function rightsChanged(tx: Tx, agentId: number | null): void {
  houseOf(tx).live.publish(tx, { kind: 'access', agentId })
}

/** Ends all sessions of an agent. */
export async function endSessions(tx: Tx, agentId: number): Promise<number> {
  await tx.deleteFrom('sessions').where('agent_id', '=', agentId).execute()
  const { rows } = await sql<{ session_epoch: number }>`
    update agents set session_epoch = session_epoch + 1 where id = ${agentId} returning session_epoch`.execute(tx)
  rightsChanged(tx, agentId)
  return rows[0]!.session_epoch
}
