/** `local+tag@domain` taken apart; the tag is null when there is none. Compared in lower case: every server that we know does. */
export function splitAddress(address: string): { plain: string; tag: string | null } {
  const lower = address.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  const plus = lower.indexOf('+')
  if (at < 0 || plus < 0 || plus > at) return { plain: lower, tag: null }
  return { plain: lower.slice(0, plus) + lower.slice(at), tag: lower.slice(plus + 1, at) }
}

/** Adds a tag; null when the local part would become longer than the 64 octets that RFC 5321 (4.5.3.1.1) allows. */
export function withTag(address: string, tag: string): string | null {
  const at = address.lastIndexOf('@')
  const local = `${address.slice(0, at)}+${tag}`
  return Buffer.byteLength(local) > 64 ? null : local + address.slice(at)
}

const ROBOTS =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|ikke[-_.]?svar|svar[-_.]?ikke|svara[-_.]?inte|ala[-_.]?vastaa|mailer[-_.]?daemon|postmaster|bounces?|listserv|majordomo|notifications?|alerts?)(?:[-_+].*)?$|[-_.](?:noreply|bounces?|request|owner)$|^owner-/

/** An address behind which no person reads: it never becomes a participant and is never answered automatically. */
export function isMachineAddress(address: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@')).toLowerCase()
  return ROBOTS.test(local)
}
