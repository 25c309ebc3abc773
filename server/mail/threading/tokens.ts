import { timingSafeEqual } from 'node:crypto'
import { fromBase32, toBase32 } from './base32.ts'

/** Signs a text for one purpose (platform/secrets). */
export type Sign = (purpose: string, text: string) => Buffer

/** A generation of the key that signs reply addresses and Message-IDs. Mail is answered late: a retired one verifies for two years. */
export interface ReplyKey {
  id: number
  retiredAt: string | null
}
const VERIFIES_FOR_MS = 2 * 365 * 24 * 60 * 60_000

/** Who an address was given to: only their answer through it speaks for them. */
export interface TokenHolder {
  ticketId: number
  kind: 'person' | 'agent'
  id: number
}

const MAC_BYTES = 10
const KINDS = ['person', 'agent'] as const

export function currentKey(keys: readonly ReplyKey[]): number {
  return Math.max(1, ...keys.filter((key) => key.retiredAt === null).map((key) => key.id))
}

function verifies(keys: readonly ReplyKey[], id: number, now: Date): boolean {
  const key = keys.find((candidate) => candidate.id === id)
  return key !== undefined && (key.retiredAt === null || now.getTime() - Date.parse(key.retiredAt) < VERIFIES_FOR_MS)
}

function mac(sign: Sign, purpose: string, payload: string): Buffer {
  return sign(purpose, payload).subarray(0, MAC_BYTES)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}

/** 32 letters: key (4 bits), kind (4), ticket (40), holder (32), HMAC-SHA-256 cut to 80 bits. */
export function replyToken(sign: Sign, keyId: number, holder: TokenHolder): string {
  const payload = Buffer.alloc(10)
  payload.writeUInt8((keyId << 4) | KINDS.indexOf(holder.kind), 0)
  payload.writeUIntBE(holder.ticketId, 1, 5)
  payload.writeUInt32BE(holder.id, 6)
  return toBase32(Buffer.concat([payload, mac(sign, 'mail.reply-address', payload.toString('hex'))]))
}

export function readReplyToken(sign: Sign, keys: readonly ReplyKey[], token: string, now: Date): TokenHolder | null {
  if (token.length !== 32) return null
  const bytes = fromBase32(token)
  if (bytes?.length !== 20) return null
  const payload = bytes.subarray(0, 10)
  const first = payload.readUInt8(0)
  const kind = KINDS[first & 15]
  if (kind === undefined || !verifies(keys, first >> 4, now)) return null
  if (!same(mac(sign, 'mail.reply-address', payload.toString('hex')), bytes.subarray(10))) return null
  return { ticketId: payload.readUIntBE(1, 5), kind, id: payload.readUInt32BE(6) }
}

/** `<t.TICKET.RANDOM.MAC@domain>`; the random part makes it unique, the MAC covers both. */
export function ticketMessageId(
  sign: Sign,
  keyId: number,
  ticketId: number,
  random: Uint8Array,
  domain: string,
): string {
  const body = `${keyId.toString(36)}${ticketId.toString(36)}.${toBase32(random)}`
  return `<t.${body}.${toBase32(mac(sign, 'mail.message-id', body))}@${domain}>`
}

/** The ticket that one of our own Message-IDs names, when its MAC is right. */
export function readTicketMessageId(
  sign: Sign,
  keys: readonly ReplyKey[],
  messageId: string,
  now: Date,
): number | null {
  const match = /^<?t\.([0-9a-z])([0-9a-z]{1,9})\.([a-z2-7]{8,40})\.([a-z2-7]{16})@[^\s<>@]{1,253}>?$/i.exec(
    messageId.trim(),
  )
  if (!match) return null
  const [, key, ticket, random, given] = match.map((part) => part.toLowerCase()) as [
    string,
    string,
    string,
    string,
    string,
  ]
  if (!verifies(keys, Number.parseInt(key, 36), now)) return null
  const bytes = fromBase32(given)
  if (!bytes || !same(mac(sign, 'mail.message-id', `${key}${ticket}.${random}`), bytes)) return null
  return Number.parseInt(ticket, 36)
}

/** Where bounces of one outgoing mail come back to: `local+b-TOKEN@domain` (variable envelope return path). */
export function bounceToken(sign: Sign, outboundMailId: number): string {
  const payload = Buffer.alloc(5)
  payload.writeUIntBE(outboundMailId, 0, 5)
  return `b-${toBase32(Buffer.concat([payload, mac(sign, 'mail.bounce-address', payload.toString('hex'))]))}`
}

export function readBounceToken(sign: Sign, token: string): number | null {
  if (!/^b-[a-z2-7]{24}$/i.test(token)) return null
  const bytes = fromBase32(token.slice(2))
  if (bytes?.length !== 15) return null
  const payload = bytes.subarray(0, 5)
  return same(mac(sign, 'mail.bounce-address', payload.toString('hex')), bytes.subarray(5))
    ? payload.readUIntBE(0, 5)
    : null
}

/** Marks what we sent ourselves, so that it is known when it comes back: in `X-Loop` of every outgoing mail. */
export function loopMark(sign: Sign, messageId: string): string {
  return toBase32(mac(sign, 'mail.loop', messageId.toLowerCase()))
}

export function isOwnMail(sign: Sign, mark: string, messageId: string): boolean {
  const given = fromBase32(mark.trim().toLowerCase())
  return given !== null && same(mac(sign, 'mail.loop', messageId.toLowerCase()), given)
}
