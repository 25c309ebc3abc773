import type { Language } from '#contract'
import { type CustomerActor, type House, SYSTEM } from '#platform'
import type { Mailbox } from '../mailboxes/mailbox.ts'
import type { ReadMail } from '../parse-worker.ts'
import type { Verdicts } from '../trust/verdicts.ts'
import type { Facts } from './gather-facts.ts'
import { incomingMessage, type StoredAttachment } from './incoming-message.ts'

/** A row of inbound_mails that this process has claimed. */
export interface ClaimedMail {
  id: number
  mailboxId: number | null
  road: 'smtp' | 'imap' | 'upload'
  rawSha256: Buffer
  size: number
  envelopeFrom: string | null
  envelopeTo: string[]
  remoteAddress: string | null
  session: Record<string, unknown>
  receivedAt: Date
  attempts: number
}

/** A mail with all that is known of it, ready to be brought to where it belongs. */
export interface Arrived {
  house: House
  row: ClaimedMail
  mail: ReadMail
  verdicts: Verdicts
  files: StoredAttachment[]
  mailbox: Mailbox | null
  facts: Facts
  /** What is spoken in the house. */
  language: Language
}

/** Where it went, and why. */
export interface Stored {
  state: 'processed' | 'duplicate' | 'ignored'
  ticketId: number | null
  messageId: number | null
  explanation: Record<string, unknown>
}

export function actorOf(
  { facts, mail }: Arrived,
  person: { id: number; name: string } | null,
): CustomerActor | typeof SYSTEM {
  if (person === null) return SYSTEM
  return { type: 'customer', id: person.id, name: person.name || mail.from?.name || facts.from || '' }
}

export function messageFrom(
  { mail, row, files }: Arrived,
  author: { id: number | null; name?: string; email?: string },
  trust: 'verified' | 'unverified' | 'quarantined',
) {
  return incomingMessage(mail, {
    author: {
      type: 'customer',
      id: author.id,
      name: author.name ?? mail.from?.name ?? '',
      email: author.email ?? mail.from?.email ?? null,
    },
    trust,
    inboundMailId: row.id,
    bounce: bounceOf(mail),
    rawSha256: row.rawSha256,
    files,
    receivedAt: row.receivedAt,
  })
}

/** What a report says by itself; of which of our mails it speaks is found out later (bounces.ts), or never. */
function bounceOf({ bounce }: ReadMail) {
  const first = bounce?.recipients[0]
  return first ? { recipient: first.address, permanent: first.permanent, reason: reasonOf(first) } : null
}

/** The status and the server's own words, for the agent. */
export function reasonOf({ status, reason }: { status: string | null; reason: string }): string {
  return [status, reason].filter(Boolean).join(' ').slice(0, 500)
}
