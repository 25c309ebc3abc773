import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { House, Tx } from '#platform'

export const IDLE_MS = 12 * 3_600_000
export const LONGEST_MS = 30 * 86_400_000

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

const isSecure = (house: House) => house.config.baseUrl.startsWith('https:')

/** `__Host-` binds the cookie to this very host over https; plain http (a loopback installation) cannot have it. */
export const cookieName = (house: House) => (isSecure(house) ? '__Host-reda' : 'reda')

/** The random token of the request's cookie, if it looks like one of ours. */
export function sessionToken(house: House, request: FastifyRequest): string | null {
  const token = request.cookies[cookieName(house)]
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : null
}

/** A new session in the database; the answer is the token for the cookie, which is kept nowhere. */
export async function openSession(
  tx: Tx,
  agent: { id: number; epoch: number },
  now: Date,
  userAgent: string | undefined,
): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await tx
    .insertInto('sessions')
    .values({
      token_hash: hashToken(token),
      agent_id: agent.id,
      epoch: agent.epoch,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + LONGEST_MS),
      user_agent: userAgent?.slice(0, 300) ?? null,
    })
    .execute()
  return token
}

export async function closeSession(tx: Tx, token: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token_hash', '=', hashToken(token)).execute()
}

export function giveCookie(house: House, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(house), token, { ...shape(house), maxAge: LONGEST_MS / 1000 })
}

export function takeCookie(house: House, reply: FastifyReply): void {
  reply.clearCookie(cookieName(house), shape(house))
}

function shape(house: House) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(house) } as const
}
