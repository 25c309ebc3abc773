import { recogniseSender, recogniseSenders } from '#customers'
import { agentActor, organisation } from '#people'
import { type House, type Tx, transact } from '#platform'
import { NumberNeeded, receiveMessage, replyTo, type TakenNumber, takeNumber, ticketFor } from '#tickets'
import { noteBeat } from '../mailboxes/heartbeat.ts'
import { activeMailboxes } from '../mailboxes/mailbox.ts'
import type { ReadMail } from '../parse-worker.ts'
import { type Destination, destinationOf } from '../threading/threading.ts'
import type { Verdicts } from '../trust/verdicts.ts'
import { type Arrived, actorOf, type ClaimedMail, messageFrom, type Stored } from './arrived.ts'
import { askerOf, beginTicket, type ToNew } from './begin-ticket.ts'
import { receiveBounce } from './bounces.ts'
import { finish } from './finish.ts'
import { gatherFacts } from './gather-facts.ts'
import type { StoredAttachment } from './incoming-message.ts'

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
): Promise<void> {
  const files = await storeFiles(house, mail)
  const mailboxes = await activeMailboxes(house)
  const addressedTo = row.envelopeTo.length > 0 ? row.envelopeTo : headerAddresses(mail)
  const mailbox = [...mailboxes.values()].find((one) => one.id === row.mailboxId) ?? null
  const { language } = await house.settings.get(organisation)
  for (let tries = 1; ; tries++) {
    const facts = await gatherFacts(house, { mail, verdicts, addressedTo, mailboxes, mailbox })
    const arrived: Arrived = { house, row, mail, verdicts, files, mailbox, facts, language }
    const to = facts.duplicateOf === null ? destinationOf(facts) : null
    try {
      if (to?.kind !== 'new' || facts.bounced?.number) return await storeAlone(arrived, to, owner)
      const number = await takeNumber(house)
      // Acknowledging waits for its address's turn, so such mails cannot wait for each other in one transaction.
      if (mailbox?.settings.acknowledge) return await beginTogether(house, [{ arrived, to, number }], owner)
      return await beginWithOthers(house, { arrived, to, number }, owner)
    } catch (error) {
      // The same mail came by another road at the same moment: look again, and find it there.
      const { code, constraint } = error as { code?: string; constraint?: string }
      if (code !== '23505' || constraint !== 'inbound_mails_fingerprint' || tries > 2) throw error
    }
  }
}

async function storeAlone(arrived: Arrived, to: Destination | null, owner: number): Promise<void> {
  const run = (spare: TakenNumber | null) =>
    transact(arrived.house, async (tx) => {
      const stored = await deliver(tx, arrived, to, spare)
      await finish(tx, [{ arrived, stored }], owner)
    })
  try {
    await run(null)
  } catch (error) {
    if (!(error instanceof NumberNeeded)) throw error
    await run(await takeNumber(arrived.house))
  }
}

async function deliver(tx: Tx, arrived: Arrived, to: Destination | null, spare: TakenNumber | null): Promise<Stored> {
  const { facts, mail } = arrived
  if (to === null) return setAside('duplicate', { went: 'duplicate', of: facts.duplicateOf })
  if (to.kind === 'ignore') {
    const heartbeat = mail.headers.some(({ key }) => key === 'x-reda-heartbeat')
    if (heartbeat && arrived.mailbox) await noteBeat(tx, arrived.mailbox.id, 'receivedAt', arrived.house.now())
    return setAside('ignored', { went: 'ignored', reason: heartbeat ? 'heartbeat' : to.reason })
  }
  if (facts.bounced?.number) {
    return receiveBounce(tx, mail, facts.bounced, messageFrom(arrived, { id: null }, 'unverified'), spare)
  }
  if (to.kind === 'agent') return answerAsAgent(tx, arrived, to)
  if (to.kind === 'new') throw new Error('A new ticket begins with its number')
  return joinOrWait(tx, arrived, to, spare)
}

function setAside(state: 'duplicate' | 'ignored', explanation: Record<string, unknown>): Stored {
  return { state, ticketId: null, messageId: null, explanation }
}

async function joinOrWait(
  tx: Tx,
  arrived: Arrived,
  to: Extract<Destination, { kind: 'join' | 'wait' }>,
  spare: TakenNumber | null,
): Promise<Stored> {
  const { facts, mail } = arrived
  const person =
    to.kind === 'join'
      ? await recogniseSender(tx, { email: facts.from!, name: mail.from?.name ?? '', language: mail.language })
      : null
  const received = await receiveMessage(tx, actorOf(arrived, person), {
    number: to.ticket.number,
    message: messageFrom(
      arrived,
      { id: person?.id ?? facts.senderPersonId },
      to.kind === 'join' ? 'verified' : 'quarantined',
    ),
    ...(spare ? { spare } : {}),
  })
  return {
    state: 'processed',
    ticketId: received.ticketId,
    messageId: received.messageId,
    explanation: {
      went: to.kind === 'join' ? 'joined' : 'waits',
      by: to.by,
      ticket: received.number,
      place: received.went,
      ...(to.kind === 'wait' ? { reason: to.reason } : {}),
    },
  }
}

/** Only with their own signed address and a passed DMARC check (threading.ts): then it is their reply, under their own rights. */
async function answerAsAgent(tx: Tx, arrived: Arrived, to: Extract<Destination, { kind: 'agent' }>): Promise<Stored> {
  const { mail, row, files } = arrived
  const agent = await agentActor(arrived.house, to.agentId)
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

interface Newcomer {
  arrived: Arrived
  to: ToNew
  number: TakenNumber
}
interface Waiting extends Newcomer {
  resolve(): void
  reject(error: unknown): void
}

const MOST_TOGETHER = 16
const queues = new WeakMap<House, { waiting: Waiting[]; running: boolean }>()

/** New tickets that come while a transaction is under way share the next one: one flush of the log for several. */
function beginWithOthers(house: House, newcomer: Newcomer, owner: number): Promise<void> {
  const queue = queues.get(house) ?? { waiting: [], running: false }
  queues.set(house, queue)
  return new Promise((resolve, reject) => {
    queue.waiting.push({ ...newcomer, resolve, reject })
    if (!queue.running) void work(house, queue, owner)
  })
}

async function work(house: House, queue: { waiting: Waiting[]; running: boolean }, owner: number): Promise<void> {
  queue.running = true
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, MOST_TOGETHER)
    try {
      await beginTogether(house, batch, owner)
      for (const one of batch) one.resolve()
    } catch (error) {
      // One that fails must not take the others with it.
      if (batch.length === 1) batch[0]!.reject(error)
      else for (const one of batch) await beginTogether(house, [one], owner).then(one.resolve, one.reject)
    }
  }
  queue.running = false
}

async function beginTogether(house: House, batch: readonly Newcomer[], owner: number): Promise<void> {
  await transact(house, async (tx) => {
    const askers = batch.map(({ arrived, to }) => askerOf(arrived, to).sender)
    const people = await recogniseSenders(
      tx,
      askers.filter((sender) => sender !== null),
    )
    const done: { arrived: Arrived; stored: Stored }[] = []
    let next = 0
    for (const [n, { arrived, to, number }] of batch.entries()) {
      const person = askers[n] === null ? null : people[next++]!
      done.push({ arrived, stored: await beginTicket(tx, arrived, to, person, number) })
    }
    await finish(tx, done, owner)
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
