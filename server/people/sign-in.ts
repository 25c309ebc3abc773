import { type House, Problem, transact } from '#platform'
import { canonicalEmail, countAttempt, forgiveAttempt } from './attempts.ts'
import { isPassword } from './password.ts'
import { closeSession, openSession } from './session.ts'

export interface Credentials {
  email: string
  password: string
}
export interface Visitor {
  address: string
  userAgent: string | undefined
  /** A session the browser came with: it ends, so that a planted one is never promoted. */
  oldToken: string | null
}

/** Answers with the agent and the token of a new session. Refuses: too-many-tries, wrong-credentials. */
export async function signIn(
  house: House,
  { email, password }: Credentials,
  visitor: Visitor,
): Promise<{ agentId: number; token: string }> {
  await countAttempt(house, email, visitor.address)
  const agent = await house.db
    .selectFrom('agents')
    .select(['id', 'password_hash', 'session_epoch'])
    .where('email', '=', canonicalEmail(email))
    .where('active', '=', true)
    .executeTakeFirst()
  const right = await isPassword(password, agent?.password_hash ?? null)
  if (agent === undefined || !right) throw new Problem(401, 'wrong-credentials')
  await forgiveAttempt(house, email, visitor.address)
  const token = await transact(house, async (tx) => {
    if (visitor.oldToken !== null) await closeSession(tx, visitor.oldToken)
    return openSession(tx, { id: agent.id, epoch: agent.session_epoch }, house.now(), visitor.userAgent)
  })
  return { agentId: agent.id, token }
}
