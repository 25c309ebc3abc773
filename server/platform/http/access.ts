import type { Operation } from '#contract'
import { type AgentActor, hasRole } from '../actor.ts'
import { Problem } from '../problem.ts'

/** May this agent call this operation at all? Throws the refusal. What of it they may see is the command's or query's to say. */
export function refuseWithoutAccess(operation: Operation, actor: AgentActor | null): void {
  if (operation.access === 'public' || operation.access === 'setup') return
  if (actor === null) throw new Problem(401, 'not-signed-in')
  if (!hasRole(actor, operation.access)) throw new Problem(403, 'not-allowed')
  if (actor.scopes !== null && !actor.scopes.includes(operation.scope)) {
    throw new Problem(403, 'not-allowed', { detail: `This API key lacks the scope ${operation.scope}` })
  }
}
