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

const DRAWN = 256 * SALT_BYTES
let drawn = Buffer.alloc(0)

/** Drawn by the hundred: asking the system for each costs more than everything else about an event. */
export function newSalt(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(DRAWN)
  const salt = drawn.subarray(0, SALT_BYTES)
  drawn = drawn.subarray(SALT_BYTES)
  return salt
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
  return hash('sha256', Buffer.concat([before, Buffer.from(linkText(link, digest))]), 'buffer')
}

/** The link as canonical JSON; its members are always the same, so they are written out in their order. */
function linkText(link: ChainLink, digest: Uint8Array): string {
  const { actorId, actorType, at, cause, kind, seq, ticketId } = link
  const why = cause === null ? 'null' : canonicalJson(cause)
  const hex = Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('hex')
  return `{"actorId":${actorId},"actorType":${JSON.stringify(actorType)},"at":${JSON.stringify(at)},"cause":${why},"digest":"${hex}","kind":${JSON.stringify(kind)},"seq":${seq},"ticketId":${ticketId}}`
}
