import { createHmac, hash, randomBytes } from 'node:crypto'
import type { ActorType } from '#contract'
import { canonicalJson } from './canonical-json.ts'

/*
 * Each ticket's events form a chain: hash = SHA-256(hash before ‖ link), where the link names everything about the event but its
 * data, and commits to that by digest = HMAC-SHA-256(salt, data). Erasure may therefore replace the data and drop the salt: the
 * chain still verifies, and nobody can test a guess of what was there against the digest.
 */

export const SALT_BYTES = 16
/** What stands before the first event. */
export const GENESIS = Buffer.alloc(32)

export function newSalt(): Buffer {
  return randomBytes(SALT_BYTES)
}

export function digestOf(salt: Uint8Array, data: unknown): Buffer {
  return createHmac('sha256', salt).update(canonicalJson(data)).digest()
}

/** What of an event stands in the chain in the open. `at` is ISO 8601 with milliseconds. */
export interface ChainLink {
  ticketId: number
  seq: number
  at: string
  actorType: ActorType
  actorId: number | null
  kind: string
  cause: Record<string, unknown> | null
}

export function hashOf(before: Uint8Array, link: ChainLink, digest: Uint8Array): Buffer {
  const text = canonicalJson({
    ticketId: link.ticketId,
    seq: link.seq,
    at: link.at,
    actorType: link.actorType,
    actorId: link.actorId,
    kind: link.kind,
    cause: link.cause,
    digest: Buffer.from(digest).toString('hex'),
  })
  return hash('sha256', Buffer.concat([before, Buffer.from(text)]), 'buffer')
}
