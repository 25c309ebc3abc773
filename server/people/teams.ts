import { sql } from 'kysely'
import type { Body, people, Team } from '#contract'
import { type AgentActor, type Db, InvalidInput, NotFound, Problem, type Tx } from '#platform'
import { rightsChanged } from './rights.ts'

/** The teams that the agent may know of, by name. */
export async function teams(db: Db | Tx, actor: AgentActor): Promise<Team[]> {
  const { rows } = await sql<
    Omit<Team, 'labelPack' | 'memberIds'> & { label_pack: Team['labelPack']; member_ids: number[] }
  >`
    select t.id, t.name, t.visibility, t.label_pack, t.active,
      array(select m.agent_id from team_members m where m.team_id = t.id order by m.agent_id) as member_ids
    from teams t where not t.id = any(${[...actor.hiddenTeams]}::bigint[])
    order by lower(t.name), t.id`.execute(db)
  return rows.map(({ label_pack, member_ids, ...team }) => ({ ...team, labelPack: label_pack, memberIds: member_ids }))
}

export async function teamById(db: Db | Tx, actor: AgentActor, id: number): Promise<Team> {
  const team = (await teams(db, actor)).find((one) => one.id === id)
  if (team === undefined) throw new NotFound()
  return team
}

/** Refuses: name-taken, unknown members. */
export async function addTeam(tx: Tx, input: Body<typeof people.addTeam>): Promise<number> {
  const row = await named(() =>
    tx
      .insertInto('teams')
      .values({ name: input.name, visibility: input.visibility, label_pack: input.labelPack })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  await setMembers(tx, row.id, input.memberIds)
  rightsChanged(tx, null)
  return row.id
}

export async function changeTeam(tx: Tx, id: number, input: Body<typeof people.changeTeam>): Promise<void> {
  const row = await named(() =>
    tx
      .updateTable('teams')
      .set({
        // Something is always set, so that an unknown team is noticed.
        name: input.name ?? sql<string>`name`,
        ...(input.visibility === undefined ? {} : { visibility: input.visibility }),
        ...(input.labelPack === undefined ? {} : { label_pack: input.labelPack }),
        ...(input.active === undefined ? {} : { active: input.active }),
      })
      .where('id', '=', id)
      .returning('id')
      .executeTakeFirst(),
  )
  if (row === undefined) throw new NotFound()
  if (input.memberIds !== undefined) await setMembers(tx, id, input.memberIds)
  rightsChanged(tx, null)
}

async function named<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'teams_name') throw new Problem(409, 'name-taken')
    throw error
  }
}

async function setMembers(tx: Tx, teamId: number, memberIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(memberIds)]
  const known = await tx
    .selectFrom('agents')
    .select('id')
    .where('id', 'in', wanted.length > 0 ? wanted : [0])
    .execute()
  if (known.length !== wanted.length) throw new InvalidInput('memberIds', 'One of these agents does not exist')
  await tx.deleteFrom('team_members').where('team_id', '=', teamId).execute()
  if (wanted.length > 0) {
    await tx
      .insertInto('team_members')
      .values(wanted.map((agent_id) => ({ team_id: teamId, agent_id })))
      .execute()
  }
}
