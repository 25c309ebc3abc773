import type { Language, Role } from '#contract'

/** An agent acting, by session or API key. */
export interface AgentActor {
  type: 'agent'
  id: number
  name: string
  email: string
  role: Role
  language: Language
  /** Teams whose tickets this agent may not see (visibility «members», not a member). Empty for administrators. */
  hiddenTeams: readonly number[]
  teamIds: readonly number[]
  via: 'session' | 'api-key' | 'cli'
  /** What the API key allows; null: everything the role does. */
  scopes: readonly string[] | null
}
export interface CustomerActor {
  type: 'customer'
  id: number
  name: string
}
export interface RuleActor {
  type: 'rule'
  id: number
  name: string
}
/** The house itself: timers, imports, set-up. Sees everything. */
export interface SystemActor {
  type: 'system' | 'import'
  id: null
  name: string
}
/** Who does it. Stands in every event. */
export type Actor = AgentActor | CustomerActor | RuleActor | SystemActor

export const SYSTEM: SystemActor = { type: 'system', id: null, name: 'Reda' }

const RANK: Record<Role, number> = { light_agent: 1, agent: 2, admin: 3, owner: 4 }
/** Is the agent's role at least this one? */
export function hasRole(actor: AgentActor, role: Role): boolean {
  return RANK[actor.role] >= RANK[role]
}
