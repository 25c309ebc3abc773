import { sql } from 'kysely'
import type { Answer, notifications } from '#contract'
import type { AgentActor, House, Tx } from '#platform'
import { scope } from '#tickets'

const MOST = 100

/** The newest, of tickets that the agent may still see. */
export async function ownNotifications(
  house: House,
  actor: AgentActor,
  onlyUnread: boolean,
): Promise<Answer<typeof notifications.list>> {
  const { rows } = await sql<{
    id: number
    kind: string
    data: Record<string, unknown>
    number: string | null
    title: string | null
    created_at: Date
    read_at: Date | null
  }>`
    select n.id, n.kind, n.data, t.number, t.title, n.created_at, n.read_at
    from notifications n left join tickets t on t.id = n.ticket_id
    where n.agent_id = ${actor.id} and (n.ticket_id is null or ${scope(actor)})
      and (${!onlyUnread} or n.read_at is null)
    order by n.id desc limit ${MOST}`.execute(house.db)
  const unread = await sql<{ count: number }>`
    select count(*)::int as count from notifications n left join tickets t on t.id = n.ticket_id
    where n.agent_id = ${actor.id} and n.read_at is null and (n.ticket_id is null or ${scope(actor)})`.execute(house.db)
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      title: row.title,
      data: row.data,
      createdAt: row.created_at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    })),
    unread: unread.rows[0]?.count ?? 0,
  }
}

/** All, or those named. Others' are left alone. */
export async function markRead(
  tx: Tx,
  actor: AgentActor,
  ids: readonly number[] | undefined,
  now: Date,
): Promise<void> {
  let update = tx
    .updateTable('notifications')
    .set({ read_at: now })
    .where('agent_id', '=', actor.id)
    .where('read_at', 'is', null)
  if (ids !== undefined) update = update.where('id', 'in', ids.length > 0 ? [...ids] : [0])
  await update.execute()
}
