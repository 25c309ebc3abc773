import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { type RawBuilder, sql } from 'kysely'
import { Language, Role } from '#contract'
import type { AgentActor, House } from '#platform'
import { hashToken, IDLE_MS, sessionToken } from './session.ts'

/** A signed request is believed again without a look for this long; a change of rights is told at once (`access`). */
const FRESH_MS = 1_000
const SEEN_EVERY_MS = 300_000
const USED_EVERY_MS = 60_000
const MOST_KNOWN = 5_000

interface Known {
  actor: AgentActor
  at: number
}
interface AgentColumns {
  id: number
  name: string
  email: string
  role: string
  language: string
  team_ids: number[]
  hidden_team_ids: number[]
}

/** `quietly`: not a sign of life, only a look whether the signature still holds. */
export type Authenticate = (request: FastifyRequest, options?: { quietly?: boolean }) => Promise<AgentActor | null>

/** Who signed this request, by session cookie or API key; null: nobody we know. At most one small query. */
export function createAuthenticate(house: House): Authenticate {
  const known = new Map<string, Known>()
  house.live.onAccess((agentId) => {
    for (const [name, { actor }] of known) if (agentId === null || actor.id === agentId) known.delete(name)
  })

  async function remembered(name: string, look: () => Promise<AgentActor | null>): Promise<AgentActor | null> {
    const found = known.get(name)
    if (found !== undefined && Date.now() - found.at < FRESH_MS) return found.actor
    const at = Date.now()
    known.delete(name)
    // Told of a change while looking: what was seen may be older than it.
    let changed = false
    const forget = house.live.onAccess(() => {
      changed = true
    })
    try {
      const actor = await look()
      if (actor !== null && !changed) {
        if (known.size >= MOST_KNOWN) known.clear()
        known.set(name, { actor, at })
      }
      return actor
    } finally {
      forget()
    }
  }

  return async (request, { quietly = false } = {}) => {
    const header = request.headers.authorization
    if (header !== undefined) {
      const [, id, secret] = /^Bearer reda_live_(\d{1,15})_([A-Za-z0-9_-]{43})$/i.exec(header) ?? []
      if (id === undefined || secret === undefined) return null
      const hash = hashToken(secret)
      return remembered(`key ${id} ${hash.toString('hex')}`, () => byKey(house, Number(id), hash, quietly))
    }
    const token = sessionToken(house, request)
    if (token === null) return null
    const hash = hashToken(token)
    return remembered(`session ${hash.toString('hex')}`, () => bySession(house, hash, quietly))
  }
}

async function bySession(house: House, hash: Buffer, quietly: boolean): Promise<AgentActor | null> {
  const now = house.now()
  const { rows } = await sql<AgentColumns & { last_seen_at: Date; expires_at: Date }>`
    select s.last_seen_at, s.expires_at, ${agentColumns}
    from sessions s join agents a on a.id = s.agent_id
    where s.token_hash = ${hash} and s.epoch = a.session_epoch and a.active`.execute(house.db)
  const row = rows[0]
  if (row === undefined || row.expires_at <= now || now.getTime() - row.last_seen_at.getTime() > IDLE_MS) return null
  if (!quietly && now.getTime() - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
    await sql`update sessions set last_seen_at = ${now} where token_hash = ${hash}`.execute(house.db)
  }
  return actorOf(row, 'session', null)
}

async function byKey(house: House, id: number, hash: Buffer, quietly: boolean): Promise<AgentActor | null> {
  const now = house.now()
  const { rows } = await sql<
    AgentColumns & { secret_hash: Buffer; scopes: string[]; last_used_at: Date | null; expires_at: Date }
  >`
    select k.secret_hash, k.scopes, k.last_used_at, k.expires_at, ${agentColumns}
    from api_keys k join agents a on a.id = k.agent_id
    where k.id = ${id} and k.revoked_at is null and a.active`.execute(house.db)
  const row = rows[0]
  if (row === undefined || row.expires_at <= now || !timingSafeEqual(row.secret_hash, hash)) return null
  if (quietly) return actorOf(row, 'api-key', row.scopes)
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS) {
    await sql`update api_keys set last_used_at = ${now} where id = ${id}`.execute(house.db)
  }
  return actorOf(row, 'api-key', row.scopes)
}

/** A team that only its members see is hidden from all others but administrators. */
const agentColumns: RawBuilder<unknown> = sql`a.id, a.name, a.email, a.role, a.language,
  array(select m.team_id from team_members m where m.agent_id = a.id) as team_ids,
  case when a.role in ('owner', 'admin') then '{}'::bigint[] else array(
    select t.id from teams t where t.visibility = 'members'
      and not exists (select from team_members m where m.team_id = t.id and m.agent_id = a.id)) end as hidden_team_ids`

function actorOf(row: AgentColumns, via: AgentActor['via'], scopes: readonly string[] | null): AgentActor {
  return {
    type: 'agent',
    id: row.id,
    name: row.name,
    email: row.email,
    role: Role.parse(row.role),
    language: Language.parse(row.language),
    hiddenTeams: row.hidden_team_ids,
    teamIds: row.team_ids,
    via,
    scopes,
  }
}

/** The agent as an actor, for work that follows from something they did or that is about them. */
export async function agentActor(house: House, id: number): Promise<AgentActor | null> {
  const { rows } = await sql<AgentColumns>`
    select ${agentColumns} from agents a where a.id = ${id} and a.active`.execute(house.db)
  return rows[0] === undefined ? null : actorOf(rows[0], 'cli', null)
}
