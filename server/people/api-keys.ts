import { randomBytes } from 'node:crypto'
import { type AgentActor, type House, NotFound, Problem, type Tx, transact } from '#platform'
import { canonicalEmail } from './attempts.ts'
import { hashToken } from './session.ts'

const DAY_MS = 86_400_000

export interface NewKey {
  name: string
  scopes: readonly string[]
  days: number
}

/** A key with at most the rights of its agent, and of the key that made it. The answer is the only place where it stands whole. */
export async function addApiKey(
  tx: Tx,
  actor: AgentActor,
  { name, scopes, days }: NewKey,
  now: Date,
): Promise<{ id: number; key: string }> {
  if (actor.scopes !== null && scopes.some((scope) => !actor.scopes!.includes(scope))) {
    throw new Problem(403, 'not-allowed', { detail: 'A key can only make keys with less than its own scopes' })
  }
  const secret = randomBytes(32).toString('base64url')
  const row = await tx
    .insertInto('api_keys')
    .values({
      agent_id: actor.id,
      name,
      secret_hash: hashToken(secret),
      scopes: [...new Set(scopes)],
      created_at: now,
      expires_at: new Date(now.getTime() + days * DAY_MS),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id: row.id, key: `reda_live_${row.id}_${secret}` }
}

/** For the command line: a key with all scopes for a year. Refuses when there is no such active agent. */
export async function createApiKey(
  house: House,
  { agentEmail, name }: { agentEmail: string; name: string },
): Promise<string> {
  const agent = await house.db
    .selectFrom('agents')
    .select('id')
    .where('email', '=', canonicalEmail(agentEmail))
    .where('active', '=', true)
    .executeTakeFirst()
  if (agent === undefined) throw new NotFound(`There is no active agent with the address ${agentEmail}`)
  const { key } = await transact(house, (tx) =>
    addApiKey(
      tx,
      { id: agent.id, scopes: null } as AgentActor,
      { name, scopes: ['read', 'write', 'admin'], days: 365 },
      house.now(),
    ),
  )
  return key
}

export async function apiKeys(house: House, actor: AgentActor) {
  const rows = await house.db
    .selectFrom('api_keys')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('agent_id', '=', actor.id)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }))
}

/** Works no more from this moment, in every process. */
export async function revokeApiKey(tx: Tx, actor: AgentActor, id: number, now: Date): Promise<void> {
  const row = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('agent_id', '=', actor.id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
}
