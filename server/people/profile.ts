import { sql } from 'kysely'
import { z } from 'zod'
import { Agent, type Body, Me, type session } from '#contract'
import { type AgentActor, type House, Problem, type Tx } from '#platform'
import { agentById } from './agents.ts'
import { countAttempt, forgiveAttempt } from './attempts.ts'
import { hashPassword, isPassword } from './password.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { endSessions, rightsChanged } from './rights.ts'
import { defaultNextState, organisation, undoSeconds } from './settings.ts'

/** What the desk needs to know at once about whoever is signed in. */
export async function me(house: House, agentId: number, version: string): Promise<Me> {
  const [agent, own, theirs, seconds, next] = await Promise.all([
    agentById(house.db, agentId),
    house.db.selectFrom('agents').select(['theme', 'preferences']).where('id', '=', agentId).executeTakeFirstOrThrow(),
    house.settings.get(organisation),
    house.settings.get(undoSeconds),
    house.settings.get(defaultNextState),
  ])
  const preferences = z.record(z.string(), z.unknown()).parse(own.preferences)
  return {
    agent: { ...Agent.parse(agent), theme: Me.shape.agent.shape.theme.parse(own.theme), preferences },
    organisation: theirs,
    undoSeconds: undoSecondsOf(preferences, seconds),
    defaultNextState: next,
    version,
  }
}

/** The agent's own choice (preference `undoSeconds`), else the house's. */
export function undoSecondsOf(preferences: Record<string, unknown>, otherwise: number): number {
  const own = z.int().min(0).max(30).safeParse(preferences.undoSeconds)
  return own.success ? own.data : otherwise
}

/** Preferences are added to those there are; null takes one away. */
export async function updateMe(tx: Tx, actor: AgentActor, input: Body<typeof session.updateMe>): Promise<void> {
  await tx
    .updateTable('agents')
    .set({
      updated_at: sql<Date>`now()`,
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.language === undefined ? {} : { language: input.language }),
      ...(input.theme === undefined ? {} : { theme: input.theme }),
      ...(input.preferences === undefined
        ? {}
        : {
            preferences: sql`(preferences || ${JSON.stringify(input.preferences)}::jsonb) - ${emptied(input.preferences)}::text[]`,
          }),
    })
    .where('id', '=', actor.id)
    .execute()
  rightsChanged(tx, actor.id)
}

function emptied(preferences: Record<string, unknown>): string[] {
  return Object.keys(preferences).filter((key) => preferences[key] === null)
}

/** Checked outside the transaction: hashing takes its time. Counts as a try, so that a stolen session is no way to guess. */
export async function newPasswordHash(
  house: House,
  actor: AgentActor,
  { current, next }: Body<typeof session.changePassword>,
  address: string,
): Promise<string> {
  await countAttempt(house, actor.email, address)
  const row = await house.db
    .selectFrom('agents')
    .select('password_hash')
    .where('id', '=', actor.id)
    .executeTakeFirstOrThrow()
  if (!(await isPassword(current, row.password_hash))) throw new Problem(403, 'wrong-credentials')
  await forgiveAttempt(house, actor.email, address)
  refuseWeakPassword(next, 'next', [actor.name, actor.email])
  return hashPassword(next)
}

/** All sessions end; the answer is the epoch for the one that goes on. */
export async function setPassword(tx: Tx, actor: AgentActor, passwordHash: string): Promise<number> {
  await tx.updateTable('agents').set({ password_hash: passwordHash }).where('id', '=', actor.id).execute()
  return endSessions(tx, actor.id)
}
