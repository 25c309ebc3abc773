import { sql } from 'kysely'
import type { z } from 'zod'
import type { Counts } from '#contract'
import type { AgentActor, House } from '#platform'
import { scope } from '../access.ts'
import { NEEDS_US } from './filters.ts'

interface Group {
  teamId: number | null
  assigneeId: number | null
  count: number
}
/** Live tickets by team and owner are counted once for everybody, this often at most. */
const FRESH_MS = 1_500
const groups = new WeakMap<House, { at: number; counted: Promise<Group[]> }>()

/** How many tickets each of the agent's main lists holds. At most some seconds old; what is one's own is exact. */
export async function countsFor(house: House, me: AgentActor): Promise<z.input<typeof Counts>> {
  const [all, own] = await Promise.all([groupsOf(house), ownCounts(house, me)])
  const hidden = new Set(me.hiddenTeams)
  const isSeen = (g: Group) => g.teamId === null || !hidden.has(g.teamId) || g.assigneeId === me.id
  const seen = all.filter(isSeen)
  const teams = new Map<number, number>()
  for (const g of seen) if (g.teamId !== null) teams.set(g.teamId, (teams.get(g.teamId) ?? 0) + g.count)
  // Followed tickets of hidden teams are in nobody's groups.
  for (const g of own.extra) if (g.teamId !== null) teams.set(g.teamId, (teams.get(g.teamId) ?? 0) + g.count)
  const sum = (list: readonly Group[]) => list.reduce((n, g) => n + g.count, 0)
  return {
    mine: sum(seen.filter((g) => g.assigneeId === me.id)),
    unassigned: sum(seen.filter((g) => g.assigneeId === null)) + sum(own.extra.filter((g) => g.assigneeId === null)),
    live: sum(seen) + sum(own.extra),
    drafts: own.drafts,
    following: own.following,
    teams: [...teams].map(([id, count]) => ({ id, count })).sort((a, b) => a.id - b.id),
  }
}

function groupsOf(house: House): Promise<Group[]> {
  const known = groups.get(house)
  if (known && Date.now() - known.at < FRESH_MS) return known.counted
  const counted = sql<Group>`
    select t.team_id as "teamId", t.assignee_id as "assigneeId", count(*)::int as count
    from tickets t where ${NEEDS_US} group by t.team_id, t.assignee_id`
    .execute(house.db)
    .then(({ rows }) => rows)
  groups.set(house, { at: Date.now(), counted })
  counted.catch(() => groups.delete(house))
  return counted
}

async function ownCounts(house: House, me: AgentActor): Promise<{ drafts: number; following: number; extra: Group[] }> {
  const follows = sql`t.followers <> '{}' and t.followers @> array[${me.id}::bigint]`
  const { rows } = await sql<{ drafts: number; following: number; extra: Group[] | null }>`
    select
      (select count(distinct d.ticket_id)::int from drafts d join tickets t on t.id = d.ticket_id
        where d.agent_id = ${me.id} and t.folder <> 'purged' and ${scope(me)}) as drafts,
      (select count(*)::int from tickets t where t.folder = 'inbox' and t.status <> 'closed' and ${follows}) as following,
      ${
        me.hiddenTeams.length === 0
          ? sql`null`
          : sql`(select jsonb_agg(g) from (
              select t.team_id as "teamId", t.assignee_id as "assigneeId", count(*)::int as count from tickets t
              where ${NEEDS_US} and ${follows} and t.team_id = any(${[...me.hiddenTeams]}::bigint[])
                and t.assignee_id is distinct from ${me.id}
              group by t.team_id, t.assignee_id) g)`
      } as extra`.execute(house.db)
  const own = rows[0]!
  return { ...own, extra: own.extra ?? [] }
}
