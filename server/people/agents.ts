import { sql } from 'kysely'
import type { Agent, Body, people } from '#contract'
import { type AgentActor, type Db, InvalidInput, NotFound, Problem, type Tx } from '#platform'
import { canonicalEmail } from './attempts.ts'
import { hashPassword } from './password.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { endSessions, rightsChanged } from './rights.ts'

/** All agents by name, or one. */
export async function agents(db: Db | Tx, id?: number): Promise<Agent[]> {
  const { rows } = await sql<Omit<Agent, 'teamIds'> & { team_ids: number[] }>`
    select a.id, a.email, a.name, a.role, a.language, a.active,
      array(select m.team_id from team_members m where m.agent_id = a.id order by m.team_id) as team_ids
    from agents a where ${id ?? null}::bigint is null or a.id = ${id ?? null}
    order by lower(a.name), a.id`.execute(db)
  return rows.map(({ team_ids, ...agent }) => ({ ...agent, teamIds: team_ids }))
}

export async function agentById(db: Db | Tx, id: number): Promise<Agent> {
  const [agent] = await agents(db, id)
  if (agent === undefined) throw new NotFound()
  return agent
}

/** Refuses: address-taken, not-allowed (only owners make owners), weak passwords, unknown teams. */
export async function addAgent(tx: Tx, actor: AgentActor, input: Body<typeof people.addAgent>): Promise<number> {
  if (input.role === 'owner') refuseUnlessOwner(actor)
  const passwordHash = await passwordHashOf(input.password, [input.name, input.email])
  const row = await tx
    .insertInto('agents')
    .values({
      email: canonicalEmail(input.email),
      name: input.name,
      role: input.role,
      password_hash: passwordHash ?? null,
      language: input.language ?? actor.language,
    })
    .onConflict((c) => c.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new Problem(409, 'address-taken')
  await setTeams(tx, row.id, input.teamIds)
  return row.id
}

/** Refuses besides: taking the last active owner away; touching an owner without being one. A change of role ends their sessions. */
export async function changeAgent(
  tx: Tx,
  actor: AgentActor,
  id: number,
  input: Body<typeof people.changeAgent>,
): Promise<void> {
  // All owners are locked in one order: two owners who demote each other at once cannot both succeed.
  const locked = await sql<{ id: number; role: string; active: boolean; name: string; email: string }>`
    select id, role, active, name, email from agents where id = ${id} or role = 'owner' order by id for update`.execute(
    tx,
  )
  const agent = locked.rows.find((row) => row.id === id)
  if (agent === undefined) throw new NotFound()
  const role = input.role ?? agent.role
  const active = input.active ?? agent.active
  if (agent.role === 'owner' || role === 'owner') refuseUnlessOwner(actor)
  const owners = locked.rows.filter((row) => row.role === 'owner' && row.active && row.id !== id).length
  if (agent.role === 'owner' && agent.active && (role !== 'owner' || !active) && owners === 0) {
    throw new Problem(409, 'conflict', { detail: 'There must be an active owner; make another one first' })
  }
  const passwordHash = await passwordHashOf(input.password, [agent.name, agent.email])
  await tx
    .updateTable('agents')
    .set({
      name: input.name ?? agent.name,
      role,
      active,
      ...(input.language === undefined ? {} : { language: input.language }),
      ...(passwordHash === undefined ? {} : { password_hash: passwordHash }),
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', id)
    .execute()
  if (input.teamIds !== undefined) await setTeams(tx, id, input.teamIds)
  if (role !== agent.role || active !== agent.active || passwordHash !== undefined) await endSessions(tx, id)
  else rightsChanged(tx, id)
}

function refuseUnlessOwner(actor: AgentActor): void {
  if (actor.role !== 'owner')
    throw new Problem(403, 'not-allowed', { detail: 'Only an owner may make or change owners' })
}

async function passwordHashOf(password: string | undefined, about: readonly string[]): Promise<string | undefined> {
  if (password === undefined) return undefined
  refuseWeakPassword(password, 'password', about)
  return hashPassword(password)
}

async function setTeams(tx: Tx, agentId: number, teamIds: readonly number[]): Promise<void> {
  const wanted = [...new Set(teamIds)]
  const known = await tx
    .selectFrom('teams')
    .select('id')
    .where('id', 'in', wanted.length > 0 ? wanted : [0])
    .execute()
  if (known.length !== wanted.length) throw new InvalidInput('teamIds', 'One of these teams does not exist')
  await tx.deleteFrom('team_members').where('agent_id', '=', agentId).execute()
  if (wanted.length > 0) {
    await tx
      .insertInto('team_members')
      .values(wanted.map((team_id) => ({ team_id, agent_id: agentId })))
      .execute()
  }
}
