import { z } from 'zod'
import type { Setting } from '#platform'
import type { ReplyKey } from './threading/tokens.ts'

function setting<T>(key: string, schema: z.ZodType<T>, otherwise: T): Setting<T> {
  return { key, otherwise, parse: (value) => schema.parse(value) }
}

const MEGABYTE = 1024 * 1024

/** Largest mail in bytes that the receiver takes (SIZE, RFC 1870). */
export const largestMail = setting(
  'mail.largestMail',
  z
    .int()
    .min(64 * 1024)
    .max(150 * MEGABYTE),
  25 * MEGABYTE,
)

/** More waiting mails than this, and the receiver asks senders to come back later (421). */
export const mostWaiting = setting('mail.mostWaiting', z.int().min(10).max(1_000_000), 20_000)

/** Relays of our own in front of the receiver, by address: their Authentication-Results count, their limits do not. */
export const trustedRelays = setting('mail.trustedRelays', z.array(z.string().max(60)).max(100), [] as string[])

/** Name servers for SPF, DKIM and DMARC, `address` or `address:port`; empty: the machine's own. */
export const nameServers = setting('mail.nameServers', z.array(z.string().max(60)).max(10), [] as string[])

/** Set by the house itself or by `bin/reda`, never through the API, and never given back. PEM key and certificate for STARTTLS; null: a self-signed one, made at first start. The key is sealed. */
export const certificate: Setting<{ certificate: string; key: string; own: boolean } | null> = {
  ...setting(
    'mail.certificate',
    z.object({ certificate: z.string(), key: z.string(), own: z.boolean() }).nullable(),
    null,
  ),
  secret: true,
}

export const replyKeys = setting(
  'mail.replyKeys',
  z.array(z.object({ id: z.int().min(1).max(15), retiredAt: z.string().nullable() })).min(1),
  [{ id: 1, retiredAt: null }] as ReplyKey[],
)

/** Who is told by mail, besides the administrators, when a mailbox stops receiving or sending. */
export const alarmAddresses = setting('mail.alarmAddresses', z.array(z.email()).max(20), [] as string[])

const Text = z.string().max(20_000)
const PerLanguage = z.partialRecord(z.enum(['nb', 'nn', 'da', 'sv', 'fi', 'en']), Text)

/** What administrators may change for the whole house. */
export const mailSettings = [largestMail, mostWaiting, trustedRelays, nameServers, replyKeys, alarmAddresses] as const

/** What an administrator sets for one mailbox. All of it has a default, and none of it is secret (the DKIM key is sealed). */
export const MailboxSettings = z.object({
  /** «Kari Nordmann via Support» instead of «Support» as the sender's name. */
  agentInFromName: z.boolean().default(false),
  /** The earlier history below a reply: none, the message that it answers, or all of the conversation. */
  quote: z.enum(['none', 'last', 'all']).default('last'),
  /** Text below each reply, by the customer's language; `{agent}` is the writer's name. */
  signatures: PerLanguage.default({}),
  /** Answer a new ticket at once with its number. */
  acknowledge: z.boolean().default(false),
  /** People in copy of a verified mail take part in the ticket. */
  copiesTakePart: z.boolean().default(false),
  /** Agents may answer by mail: with a reply address of their own and a passed DMARC check only. */
  agentsReplyByMail: z.boolean().default(false),
  /** Signed return paths tell bounces apart (`plus`); servers that refuse them need `plain`. */
  bounceAddress: z.enum(['plus', 'plain']).default('plus'),
  /** The name by which the trusted server in front signs its Authentication-Results; null: nobody's are believed. */
  authservId: z.string().max(253).nullable().default(null),
  /** Send a mail through this mailbox to itself every few minutes and alarm when it does not come back. */
  heartbeat: z.boolean().default(false),
  /** Language of what is written to a customer whose language is not known. */
  language: z.enum(['nb', 'nn', 'da', 'sv', 'fi', 'en']).nullable().default(null),
  dkim: z
    .object({ domain: z.string(), selector: z.string(), publicKey: z.string(), privateKey: z.string() })
    .nullable()
    .default(null),
})
export type MailboxSettings = z.infer<typeof MailboxSettings>
