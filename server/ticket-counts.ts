import { type RawBuilder, sql } from 'kysely'
import type { TicketCounts } from '#customers'
import type { AgentActor, House } from '#platform'

/** Counts what the agent may see: the same rule as in lists. */
export const ticketCounts: TicketCounts = {
  ofPersons: (house, actor, ids) => count(house, actor, sql`t.requester_id`, ids),
  ofOrganisations: (house, actor, ids) => count(house, actor, sql`t.organisation_id`, ids),
}

async function count(
  house: House,
  actor: AgentActor,
  column: RawBuilder<unknown>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const visible =
    actor.hiddenTeams.length === 0
      ? sql`true`
      : sql`(t.team_id is null or t.team_id <> all(${[...actor.hiddenTeams]}::bigint[]) or t.assignee_id = ${actor.id} or ${actor.id} = any(t.followers))`
  const { rows } = await sql<{ id: number; count: number }>`
    select ${column} as id, count(*)::int as count from tickets t
    where ${column} = any(${[...ids]}::bigint[]) and t.folder <> 'purged' and ${visible} group by 1`.execute(house.db)
  return new Map(rows.map((row) => [row.id, row.count]))
}
