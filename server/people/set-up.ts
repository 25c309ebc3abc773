import { sql } from 'kysely'
import type { z } from 'zod'
import type { Setup } from '#contract'
import { type House, Problem, SYSTEM, transact } from '#platform'
import { canonicalEmail } from './attempts.ts'
import { hashPassword } from './password.ts'
import { refuseWeakPassword } from './password-rules.ts'
import { organisation, USUAL_HOURS } from './settings.ts'

export type SetupInput = z.output<typeof Setup>

/** Any number that only the set-up uses: of two at once, one waits and is then refused. */
const LOCK = 726104

const finished = new WeakSet<House>()

/** Has the installation its first agent? Once true, it stays so. */
export async function isSetUp(house: House): Promise<boolean> {
  if (finished.has(house)) return true
  const agent = await house.db.selectFrom('agents').select('id').limit(1).executeTakeFirst()
  if (agent !== undefined) finished.add(house)
  return agent !== undefined
}

/** The first owner, the organisation, and a team «Support». Refuses with already-set-up. */
export async function setUp(house: House, input: SetupInput): Promise<{ agentId: number }> {
  if (await isSetUp(house)) throw new Problem(409, 'already-set-up')
  refuseWeakPassword(input.adminPassword, 'adminPassword', [input.organisation, input.adminName, input.adminEmail])
  const passwordHash = await hashPassword(input.adminPassword)
  return transact(house, async (tx) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx)
    if ((await tx.selectFrom('agents').select('id').limit(1).executeTakeFirst()) !== undefined) {
      throw new Problem(409, 'already-set-up')
    }
    await house.settings.set(tx, SYSTEM, organisation, {
      name: input.organisation,
      language: input.language,
      country: input.country,
      timezone: input.timezone,
      openingHours: input.openingHours ?? USUAL_HOURS,
    })
    const agent = await tx
      .insertInto('agents')
      .values({
        email: canonicalEmail(input.adminEmail),
        name: input.adminName,
        role: 'owner',
        password_hash: passwordHash,
        language: input.language,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const team = await tx.insertInto('teams').values({ name: 'Support' }).returning('id').executeTakeFirstOrThrow()
    await tx.insertInto('team_members').values({ team_id: team.id, agent_id: agent.id }).execute()
    return { agentId: agent.id }
  })
}
