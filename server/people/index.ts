/** Agents, teams, roles, sessions, API keys, the organisation's settings. */
import type { House } from '#platform'
import { type Authenticate, createAuthenticate } from './authenticate.ts'

export { addAgent, changeAgent } from './agents.ts'
export { createApiKey } from './api-keys.ts'
export { agentActor } from './authenticate.ts'
export type { AnySetting } from './house-settings.ts'
export { undoSecondsOf } from './profile.ts'
export { peopleRoutes } from './routes.ts'
export { isSetUp, type SetupInput, setUp } from './set-up.ts'
export { defaultNextState, organisation, peopleSettings, undoSeconds } from './settings.ts'
export { addTeam, changeTeam } from './teams.ts'

const gates = new WeakMap<House, Authenticate>()

/** Who signed a request: a session's agent, an API key's, or null. One memory for each house. */
export function authenticateOf(house: House): Authenticate {
  const known = gates.get(house)
  if (known !== undefined) return known
  const made = createAuthenticate(house)
  gates.set(house, made)
  return made
}
