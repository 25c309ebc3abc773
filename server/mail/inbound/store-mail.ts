import { sql } from 'kysely'
import type { Language } from '#contract'
import { recogniseSender, recogniseSenders } from '#customers'
import { wordsIn } from '#i18n'
import { agentActor, organisation } from '#people'
import { type CustomerActor, type House, SYSTEM, type Tx, transact } from '#platform'
import { NumberNeeded, openTicket, receiveMessage, replyTo, type TakenNumber, takeNumber, ticketFor } from '#tickets'
import { activeMailboxes, type Mailbox } from '../mailboxes/mailbox.ts'
import type { ReadMail } from '../parse-worker.ts'
import { isMachineAddress, splitAddress } from '../threading/addresses.ts'
import { type Destination, destinationOf } from '../threading/threading.ts'
import type { Verdicts } from '../trust/verdicts.ts'
import { acknowledge } from './acknowledge.ts'
import { receiveBounce } from './bounces.ts'
import { type Facts, gatherFacts } from './gather-facts.ts'
import { incomingMessage, type StoredAttachment, titleOf } from './incoming-message.ts'

/** A row of inbound_mails that this process has claimed. */
export interface ClaimedMail {
  id: number
  mailboxId: number | null
  road: 'smtp' | 'imap' | 'upload'
  rawSha256: Buffer
  envelopeFrom: string | null
  envelopeTo: string[]
  remoteAddress: string | null
  session: Record<string, unknown>
  receivedAt: Date
  attempts: number
}

interface Stored {
  state: 'processed' | 'duplicate' | 'ignored'
  ticketId: number | null
  messageId: number | null
  explanation: Record<string, unknown>
}

/** Somebody else works on this mail now: what we did is undone, nothing is lost. */
class ClaimLost extends Error {}

/**
 * Brings a read mail to where it belongs, in one transaction with the row's new state: after a crash it happened wholly or not at
 * all, and a mail that came twice is one message.
 */
export async function storeMail(
  house: House,
  row: ClaimedMail,
  mail: ReadMail,
  verdicts: Verdicts,
  owner: number,
): Promise<Stored> {
  const files = await storeFiles(house, mail)
  const mailboxes = await activeMailboxes(house)
  const addressedTo = row.envelopeTo.length > 0 ? row.envelopeTo : headerAddresses(mail)
  const mailbox = [...mailboxes.values()].find((one) => one.id === row.mailboxId) ?? null
  const { language } = await house.settings.get(organisation)
  for (let tries = 1; ; tries++) {
    const facts = await gatherFacts(house, { mail, verdicts, addressedTo, mailboxes, mailbox })
    const to = facts.duplicateOf === null ? destinationOf(facts) : null
    const begins = to?.kind === 'new' && !facts.bounced?.number
    const run = (spare: TakenNumber | null) =>
      transact(house, async (tx) => {
        const context: Context = { tx, house, row, mail, verdicts, files, mailbox, facts, spare, language }
        const stored = to === null ? aDuplicate(facts.duplicateOf!) : await deliver(context, to)
        await finish(tx, row, mail, verdicts, stored, owner)
        return stored
      })
    try {
      return await run(begins ? await takeNumber(house) : null)
    } catch (error) {
      if (error instanceof NumberNeeded) return await run(await takeNumber(house))
      // The same mail came by another road at the same moment: look again, and find it there.
      const { code, constraint } = error as { code?: string; constraint?: string }
      if (code !== '23505' || constraint !== 'inbound_mails_fingerprint' || tries > 2) throw error
    }
  }
}

interface Context {
  tx: Tx
  house: House
  row: ClaimedMail
  mail: ReadMail
  verdicts: Verdicts
  files: StoredAttachment[]
  mailbox: Mailbox | null
  facts: Facts
  spare: TakenNumber | null
  language: Language
}

function aDuplicate(of: number): Stored {
  return { state: 'duplicate', ticketId: null, messageId: null, explanation: { went: 'duplicate', of } }
}

async function deliver(context: Context, destination: Destination): Promise<Stored> {
  const { facts } = context
  if (facts.bounced?.number && destination.kind !== 'ignore') {
    const message = messageFrom(context, { type: 'customer', id: null }, 'unverified')
    return receiveBounce(context.tx, context.mail, facts.bounced, message, context.spare)
  }
  switch (destination.kind) {
    case 'join':
    case 'wait':
      return joinOrWait(context, destination)
    case 'agent':
      return answerAsAgent(context, destination)
    case 'new':
      return beginTicket(context, destination)
    case 'ignore':
      return {
        state: 'ignored',
        ticketId: null,
        messageId: null,
        explanation: { went: 'ignored', reason: destination.reason },
      }
  }
}

async function joinOrWait(context: Context, to: Extract<Destination, { kind: 'join' | 'wait' }>): Promise<Stored> {
  const { tx, mail, facts, spare } = context
  const joined = to.kind === 'join'
  const person = joined
    ? await recogniseSender(tx, { email: facts.from!, name: mail.from?.name ?? '', language: mail.language })
    : null
  const author = { type: 'customer' as const, id: person?.id ?? facts.senderPersonId }
  const received = await receiveMessage(tx, actorOf(context, person), {
    number: to.ticket.number,
    message: messageFrom(context, author, joined ? 'verified' : 'quarantined'),
    ...(spare ? { spare } : {}),
  })
  return {
    state: 'processed',
    ticketId: received.ticketId,
    messageId: received.messageId,
    explanation: {
      went: joined ? 'joined' : 'waits',
      by: to.by,
      ticket: received.number,
      place: received.went,
      ...(joined ? {} : { reason: (to as { reason: string }).reason }),
    },
  }
}

/** Only with their own signed address and a passed DMARC check (threading.ts): then it is their reply, under their own rights. */
async function answerAsAgent(context: Context, to: Extract<Destination, { kind: 'agent' }>): Promise<Stored> {
  const { tx, mail, row, files } = context
  const agent = await agentActor(context.house, to.agentId)
  if (!agent) throw new Error(`Agent ${to.agentId} is not active any more`)
  const ticket = await ticketFor(tx, agent, to.ticket.number)
  const sent = await replyTo(tx, agent, ticket, {
    bodyText: mail.replyText,
    files: files.filter((file) => !file.inline),
    mail: { messageId: mail.messageId, inReplyTo: mail.inReplyTo, inboundMailId: row.id, rawSha256: row.rawSha256 },
  })
  return {
    state: 'processed',
    ticketId: sent.ticketId,
    messageId: sent.messageId,
    explanation: { went: 'agent-reply', by: 'token', ticket: to.ticket.number, agent: agent.id },
  }
}

async function beginTicket(context: Context, to: Extract<Destination, { kind: 'new' }>): Promise<Stored> {
  const { tx, mail, mailbox, facts, spare, verdicts } = context
  if (!spare) throw new NumberNeeded()
  // An agent forwards a customer's mail to us: the customer is who asked. A forged one gains nothing over forging the customer.
  const original =
    facts.agent !== null && to.trust === 'verified' && mail.forwardedFrom?.email.includes('@')
      ? mail.forwardedFrom
      : null
  const sender = original ?? mail.from
  const person =
    sender?.email.includes('@') && !facts.ownMailbox
      ? await recogniseSender(tx, { email: sender.email.toLowerCase(), name: sender.name, language: mail.language })
      : null
  const participants = await copiesThatTakePart(context, to)
  const author = {
    type: 'customer' as const,
    id: person?.id ?? null,
    ...(original ? { name: original.name, email: original.email } : {}),
  }
  const { ticket, messageId } = await openTicket(tx, actorOf(context, person), {
    taken: spare,
    title: titleOf(mail, wordsIn(mailbox?.settings.language ?? context.language)('mail.noSubject')),
    channel: 'email',
    folder: to.folder,
    requesterId: person?.id ?? null,
    organisationId: person?.organisationId ?? null,
    teamId: mailbox?.teamId ?? null,
    mailboxId: mailbox?.id ?? null,
    participants,
    message: messageFrom(context, author, to.trust),
  })
  const acknowledged =
    to.folder === 'inbox' && mailbox !== null && facts.from !== null && original === null
      ? await acknowledge(tx, {
          facts,
          mail,
          mailbox,
          envelopeFrom: context.row.envelopeFrom,
          ticketId: ticket.id,
          number: spare.number,
          person,
          language: context.language,
        })
      : false
  return {
    state: 'processed',
    ticketId: ticket.id,
    messageId,
    explanation: {
      went: 'new',
      ticket: spare.number,
      ...(original ? { forwardedBy: facts.agent!.id } : {}),
      ...(to.hints.length > 0 ? { hints: to.hints } : {}),
      ...(to.notes.length > 0 ? { notes: to.notes } : {}),
      ...(to.folder === 'spam' ? { reason: 'automatic-and-unasked' } : {}),
      ...(acknowledged ? { acknowledged } : {}),
      dmarc: verdicts.dmarc,
    },
  }
}

/** People in copy: only of a mail whose sender is proven, and only where the mailbox wants it. Never robots, never our own. */
async function copiesThatTakePart(
  { tx, mail, mailbox, facts, house }: Context,
  to: { trust: string },
): Promise<number[]> {
  if (!mailbox?.settings.copiesTakePart || facts.dmarc !== 'pass' || to.trust !== 'verified' || facts.machine) return []
  const own = await activeMailboxes(house)
  const others = [...mail.to, ...mail.cc]
    .map((address) => ({ email: address.email.toLowerCase(), name: address.name }))
    .filter(
      ({ email }) =>
        email.includes('@') && email !== facts.from && !own.has(splitAddress(email).plain) && !isMachineAddress(email),
    )
    .slice(0, 20)
  return [...new Set((await recogniseSenders(tx, others)).map((person) => person.id))]
}

function actorOf({ facts, mail }: Context, person: { id: number; name: string } | null): CustomerActor | typeof SYSTEM {
  if (person === null) return SYSTEM
  return { type: 'customer', id: person.id, name: person.name || mail.from?.name || facts.from || '' }
}

function messageFrom(
  { mail, row, files }: Context,
  author: { type: 'customer'; id: number | null; name?: string; email?: string },
  trust: 'verified' | 'unverified' | 'quarantined',
) {
  return incomingMessage(mail, {
    author: {
      type: author.type,
      id: author.id,
      name: author.name ?? mail.from?.name ?? '',
      email: author.email ?? mail.from?.email ?? null,
    },
    trust,
    inboundMailId: row.id,
    bounce: null,
    rawSha256: row.rawSha256,
    files,
    receivedAt: row.receivedAt,
  })
}

/** The bytes are durable before anything points at them. */
async function storeFiles(house: House, mail: ReadMail): Promise<StoredAttachment[]> {
  return Promise.all(
    mail.attachments.map(async (attachment, n) => {
      const { sha256, size } = await house.storage.put(attachment.content)
      const { filename, contentType, inline, contentId } = attachment
      return { publicId: mail.publicIds[n]!, sha256, size, filename, contentType, inline, contentId }
    }),
  )
}

function headerAddresses(mail: ReadMail): string[] {
  const delivered = mail.headers
    .filter(({ key }) => key === 'delivered-to' || key === 'x-original-to')
    .map(({ value }) => value)
  return [...delivered, ...[...mail.to, ...mail.cc].map(({ email }) => email)].slice(0, 200)
}

async function finish(
  tx: Tx,
  row: ClaimedMail,
  mail: ReadMail,
  verdicts: Verdicts,
  stored: Stored,
  owner: number,
): Promise<void> {
  const { rows } = await sql<{ id: number }>`
    update inbound_mails set state = ${stored.state}, fingerprint = ${mail.fingerprint}, message_id_header = ${mail.messageId},
      ticket_id = ${stored.ticketId}, message_id = ${stored.messageId}, verdicts = ${JSON.stringify(verdicts)}::jsonb,
      explanation = ${JSON.stringify(stored.explanation)}::jsonb, processed_at = now(), claimed_by = null, error = null
    where id = ${row.id} and state = 'received' and claimed_by = ${owner} returning id`.execute(tx)
  if (rows.length === 0) throw new ClaimLost(`Mail ${row.id} is not ours any more`)
}
