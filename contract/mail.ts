import { z } from 'zod'
import { Email, Id, IdText, Page, PageQuery, TicketNumber, Time } from './common.ts'
import { operation } from './operation.ts'

const tag = 'Mail'

export const Mailbox = z.object({
  id: Id,
  address: z.string(),
  name: z.string(),
  teamId: Id.nullable(),
  active: z.boolean(),
  /** Connection settings without secrets; `hasPassword` and `hasToken` say that one is kept. */
  imap: z.record(z.string(), z.unknown()).nullable(),
  smtp: z.record(z.string(), z.unknown()).nullable(),
  settings: z.record(z.string(), z.unknown()),
  lastReceivedAt: Time.nullable(),
  health: z.record(z.string(), z.unknown()),
})
export type Mailbox = z.infer<typeof Mailbox>

export const InboundMail = z.object({
  id: Id,
  mailboxId: Id.nullable(),
  road: z.enum(['smtp', 'imap', 'upload']),
  state: z.enum(['received', 'processed', 'duplicate', 'ignored', 'quarantined']),
  size: z.int(),
  envelopeFrom: z.string().nullable(),
  envelopeTo: z.array(z.string()),
  receivedAt: Time,
  attempts: z.int(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  ticketNumber: z.string().nullable(),
  explanation: z.record(z.string(), z.unknown()),
})

const MailboxInput = z.strictObject({
  address: Email,
  name: z.string().trim().min(1).max(200),
  teamId: Id.nullable().default(null),
  /** `imaps://user:password@host:993/INBOX`, or the same as an object. */
  imap: z
    .union([z.string().max(2_000), z.record(z.string(), z.unknown())])
    .nullable()
    .default(null),
  smtp: z
    .union([z.string().max(2_000), z.record(z.string(), z.unknown())])
    .nullable()
    .default(null),
  settings: z.record(z.string(), z.unknown()).default({}),
})

/** What mail found out about a ticket, for people to act on. */
export const TicketHints = z.object({
  /** Tickets that it may belong to, and why we think so. */
  related: z.array(
    z.object({
      number: TicketNumber,
      title: z.string(),
      why: z.array(z.enum(['number-in-subject', 'same-sender', 'same-subject'])),
    }),
  ),
  /** The newest answer has a subject that nobody here has used before: it may be a matter of its own. */
  topicChange: z.object({ messageId: Id, subject: z.string() }).nullable(),
})
export type TicketHints = z.infer<typeof TicketHints>

/** One road of a mailbox, tried: what stands in the way, if anything. `cause` is for programs, `words` for people (English). */
const Tried = z.object({ ok: z.boolean(), cause: z.string().nullable(), words: z.string().nullable() })
const ServerHint = z.object({ host: z.string(), port: z.int(), security: z.string() })

export const mail = {
  mailboxes: operation({
    method: 'GET',
    path: '/mailboxes',
    summary: 'Mailboxes',
    tag,
    access: 'light_agent',
    scope: 'read',
    response: z.object({ items: z.array(Mailbox) }),
  }),
  addMailbox: operation({
    method: 'POST',
    path: '/mailboxes',
    summary: 'Add a mailbox',
    tag,
    access: 'admin',
    scope: 'admin',
    body: MailboxInput,
    status: 201,
    response: Mailbox,
  }),
  changeMailbox: operation({
    method: 'PATCH',
    path: '/mailboxes/:id',
    summary: 'Change a mailbox',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: MailboxInput.partial().extend({ active: z.boolean().optional() }),
    response: Mailbox,
  }),
  detectProvider: operation({
    method: 'POST',
    path: '/mailboxes/detect',
    summary: 'Who keeps the mail of an address, and where its servers are',
    tag,
    access: 'admin',
    scope: 'admin',
    body: z.strictObject({ address: Email }),
    response: z.object({
      id: z.string(),
      name: z.string(),
      imap: ServerHint,
      smtp: ServerHint,
      signIn: z.enum(['password', 'app-password', 'oauth']),
      oauth: z.object({ tokenUrl: z.string(), scope: z.string() }).nullable(),
      authservId: z.string().nullable(),
    }),
  }),
  testMailbox: operation({
    method: 'POST',
    path: '/mailboxes/:id/test',
    summary: 'Try to sign in for receiving and sending, and name what stands in the way',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({}).optional(),
    response: z.object({ imap: Tried.nullable(), smtp: Tried }),
  }),
  sendTest: operation({
    method: 'POST',
    path: '/mailboxes/:id/send-test',
    summary: 'Send a mail through the mailbox to yourself',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({}).optional(),
    status: 202,
    response: z.object({ to: z.string() }),
  }),
  makeDkimKey: operation({
    method: 'POST',
    path: '/mailboxes/:id/dkim',
    summary: 'Make a DKIM key and give the DNS record to publish; replaces an earlier key',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({
      selector: z
        .string()
        .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/)
        .default('reda'),
    }),
    status: 201,
    response: z.object({ name: z.string(), value: z.string() }),
  }),
  inbound: operation({
    method: 'GET',
    path: '/inbound-mails',
    summary: 'Mail that came in, newest first',
    tag,
    access: 'admin',
    scope: 'admin',
    query: PageQuery.extend({ state: InboundMail.shape.state.optional() }),
    response: Page(InboundMail),
  }),
  rawInbound: operation({
    method: 'GET',
    path: '/inbound-mails/:id/raw',
    summary: 'The raw bytes of a mail',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    kind: 'file',
  }),
  reprocess: operation({
    method: 'POST',
    path: '/inbound-mails/:id/reprocess',
    summary: 'Parse a stored mail again',
    tag,
    access: 'admin',
    scope: 'admin',
    params: z.object({ id: IdText }),
    body: z.strictObject({}).optional(),
    response: InboundMail,
  }),
  hints: operation({
    method: 'GET',
    path: '/tickets/:number/hints',
    summary: 'What mail found out: tickets that it may belong to, an answer that may be a matter of its own',
    tag,
    access: 'light_agent',
    scope: 'read',
    params: z.object({ number: TicketNumber }),
    response: TicketHints,
  }),
  setHintAside: operation({
    method: 'POST',
    path: '/tickets/:number/hints/set-aside',
    summary: 'Set a hint aside for everybody: the ticket that it names, or the message',
    tag,
    access: 'agent',
    scope: 'write',
    params: z.object({ number: TicketNumber }),
    body: z.strictObject({ related: TicketNumber.optional(), messageId: Id.optional() }),
    status: 204,
  }),
}
