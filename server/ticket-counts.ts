import { type RawBuilder, sql } from 'kysely'
import type { TicketCounts } from '#customers'
import type { AgentActor, House } from '#platform'
import { scope } from '#tickets'

/** Counts what the agent may see: as many as the list under the person or organisation holds, its people's included. */
export const ticketCounts: TicketCounts = {
  ofPersons: (house, actor, ids) =>
    count(
      house,
      actor,
      sql`select t.requester_id as owner, t.* from tickets t where t.requester_id = any(${[...ids]}::bigint[])`,
      ids,
    ),
  ofOrganisations: (house, actor, ids) =>
    count(
      house,
      actor,
      sql`select t.organisation_id as owner, t.* from tickets t where t.organisation_id = any(${[...ids]}::bigint[])
        union all
        select p.organisation_id, t.* from persons p join tickets t on t.requester_id = p.id
        where p.organisation_id = any(${[...ids]}::bigint[]) and t.organisation_id is distinct from p.organisation_id`,
      ids,
    ),
}

async function count(
  house: House,
  actor: AgentActor,
  tickets: RawBuilder<unknown>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; count: number }>`
    select t.owner as id, count(*)::int as count from (${tickets}) t
    where t.folder <> 'purged' and ${scope(actor)} group by 1`.execute(house.db)
  return new Map(rows.map((row) => [row.id, row.count]))
}
