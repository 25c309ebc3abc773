import { sql } from 'kysely'
import { type House, SYSTEM, type Tx, transact } from '#platform'
import { claimForSending, deliveryFailed, messageSent } from '#tickets'
import { noteHealth } from '../mailboxes/health.ts'
import { mailboxById } from '../mailboxes/mailbox.ts'
import { type QueueOwner, unclaimed } from '../queue-owner.ts'
import { type OutboundContent, UnsafeMail } from './content.ts'
import { nextTry, type Outcome } from './outcome.ts'
import { NoWayOut, type ReadyMail, sendMail } from './send-mail.ts'
import { createTransports, type Transports } from './transports.ts'

const AT_ONCE = 4
const POLL_MS = 3_000
const NO_WAY_MS = 60_000

export interface Outbox {
  poke(): void
  close(): Promise<void>
}

interface ClaimedMail {
  id: number
  messageId: number | null
  mailboxId: number | null
  ticketId: number | null
  kind: string
  messageIdHeader: string
  content: OutboundContent
  attempts: number
  giveUpAt: Date
  addresses: string[]
}

/** Sends what is due, a few at a time. Any number of processes may do this on one database. */
export function startOutbox(house: House, owner: QueueOwner): Outbox {
  const transports = createTransports(house)
  const running = new Set<Promise<void>>()
  const ids = new Set<number>()
  let closed = false
  let looking = false
  let again = false

  async function look(): Promise<void> {
    again = true
    if (looking || closed) return
    looking = true
    try {
      while (again && !closed && running.size < AT_ONCE) {
        again = false
        const mails = await claim(house, owner.id, AT_ONCE - running.size, [...ids])
        for (const mail of mails) {
          ids.add(mail.id)
          const work = deliver(house, owner.id, transports, mail)
            .catch((err) => house.log.error({ err, outboundMail: mail.id }, 'What became of a mail could not be noted'))
            .finally(() => {
              ids.delete(mail.id)
              running.delete(work)
              void look()
            })
          running.add(work)
        }
      }
    } catch (err) {
      house.log.warn({ err }, 'The outbox could not be looked at')
    } finally {
      looking = false
    }
  }
  const timer = setInterval(() => void look(), POLL_MS)
  owner.on('outbound', () => void look())
  void look()
  return {
    poke: () => void look(),
    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all(running)
      transports.close()
    },
  }
}

/**
 * Takes due mails. A reply that was undone within its window is never sent: asking the ticket and taking the mail are one
 * transaction, so that undoing and sending cannot both succeed.
 */
async function claim(house: House, owner: number, most: number, mine: readonly number[]): Promise<ClaimedMail[]> {
  const now = house.now()
  return transact(house, async (tx) => {
    const { rows } = await sql<ClaimedMail>`
      update outbound_mails o set claimed_by = ${owner}, claimed_at = ${now}, state = 'sending', attempts = attempts + 1
      where o.id = any(array(
        select id from outbound_mails where state in ('queued', 'sending') and send_after <= ${now} and ${unclaimed(owner, mine)}
        order by send_after, id limit ${most} for update skip locked))
      returning o.id, o.message_id as "messageId", o.mailbox_id as "mailboxId", o.ticket_id as "ticketId",
        o.kind, o.message_id_header as "messageIdHeader", o.content, o.attempts, o.give_up_at as "giveUpAt",
        array(select address from outbound_recipients r where r.outbound_mail_id = o.id and r.state in ('queued', 'deferred') order by address) as addresses`.execute(
      tx,
    )
    const ready: ClaimedMail[] = []
    for (const mail of rows) {
      const taken =
        mail.kind !== 'reply' || mail.messageId === null ? 'taken' : await claimForSending(tx, mail.messageId)
      if (taken === 'taken') ready.push(mail)
      else if (taken === 'early') await later(tx, mail.id, new Date(now.getTime() + 1_000))
      else await cancel(tx, mail.id)
    }
    return ready
  })
}

/** The ticket's clock says that the undo window is still open. */
async function later(tx: Tx, id: number, at: Date): Promise<void> {
  await sql`update outbound_mails set state = 'queued', claimed_by = null, attempts = attempts - 1, send_after = ${at} where id = ${id}`.execute(
    tx,
  )
}

async function cancel(tx: Tx, id: number): Promise<void> {
  await sql`
    with mail as (update outbound_mails set state = 'cancelled', claimed_by = null where id = ${id})
    update outbound_recipients set state = 'cancelled', at = now() where outbound_mail_id = ${id} and state in ('queued', 'deferred')`.execute(
    tx,
  )
}

async function deliver(house: House, owner: number, transports: Transports, mail: ClaimedMail): Promise<void> {
  const mailbox = mail.mailboxId === null ? null : await mailboxById(house.db, mail.mailboxId)
  const outcomes = await attempt(house, transports, { ...mail, mailbox })
  if (outcomes instanceof NoWayOut) return wait(house, owner, mail, outcomes.message)
  await settleInTheEnd(house, owner, mail, outcomes)
  const problem = outcomes.find((outcome) => outcome.kind === 'later')
  const reached = outcomes.some((outcome) => outcome.kind !== 'later')
  await noteHealth(house, mailbox, 'smtp', reached || !problem ? null : problem.reason)
}

/** One try, as what became of each recipient. */
async function attempt(house: House, transports: Transports, mail: ReadyMail): Promise<Outcome[] | NoWayOut> {
  try {
    return await sendMail(house, transports, mail)
  } catch (error) {
    if (error instanceof NoWayOut) return error
    if (error instanceof UnsafeMail)
      return mail.addresses.map((address) => ({ address, kind: 'never', reason: error.message }))
    house.log.error({ err: error, outboundMail: mail.id }, 'A mail could not be made')
    return mail.addresses.map((address) => ({
      address,
      kind: 'later',
      reason: 'The mail could not be made; it is tried again',
    }))
  }
}

const SETTLE_TRIES = 60

/** A mail that was taken must not be sent again because the database was away for a moment. */
async function settleInTheEnd(
  house: House,
  owner: number,
  mail: ClaimedMail,
  outcomes: readonly Outcome[],
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await settle(house, owner, mail, outcomes)
    } catch (err) {
      if (tries === SETTLE_TRIES) throw err
      house.log.warn({ err, outboundMail: mail.id }, 'What became of a mail could not be noted yet')
      await new Promise((resolve) => setTimeout(resolve, 1_000))
    }
  }
}

/** Notes what became of each recipient; what failed for good is told to the ticket in the same transaction. */
async function settle(house: House, owner: number, mail: ClaimedMail, outcomes: readonly Outcome[]): Promise<void> {
  const now = house.now()
  const tooLate = now >= mail.giveUpAt
  const ended = outcomes.map((outcome) =>
    outcome.kind === 'later' && tooLate
      ? { ...outcome, kind: 'never' as const, reason: `Given up after five days: ${outcome.reason}` }
      : outcome,
  )
  const open = ended.filter((outcome) => outcome.kind === 'later')
  const delivered = ended.some((outcome) => outcome.kind === 'delivered')
  await transact(house, async (tx) => {
    await sql`
      update outbound_recipients r set state = o.state, error = o.error, at = ${now}
      from unnest(${ended.map((one) => one.address)}::text[], ${ended.map((one) => STATES[one.kind])}::text[],
        ${ended.map((one) => ('reason' in one ? one.reason : null))}::text[]) as o (address, state, error)
      where r.outbound_mail_id = ${mail.id} and r.address = o.address and r.state in ('queued', 'deferred')`.execute(tx)
    const { rows } = await sql<{ sentNow: boolean }>`
      update outbound_mails set claimed_by = null,
        state = case when ${open.length > 0} then 'queued' when ${delivered} or sent_at is not null then 'sent' else 'failed' end,
        send_after = case when ${open.length > 0} then ${nextTry(mail.attempts, now)}::timestamptz else send_after end,
        sent_at = case when ${delivered} then coalesce(sent_at, ${now}) else sent_at end
      where id = ${mail.id} and claimed_by = ${owner} returning id`.execute(tx)
    if (rows.length === 0) return
    if (delivered && mail.messageId !== null) await messageSent(tx, mail.messageId, now)
    if (mail.ticketId === null) return
    await tellDelivery(house, tx, mail.ticketId)
    for (const one of ended) {
      if (one.kind !== 'never') continue
      await deliveryFailed(tx, SYSTEM, {
        ticketId: mail.ticketId,
        messageId: mail.messageId,
        recipient: one.address,
        permanent: true,
        reason: one.reason,
      })
    }
  })
}

/** Whether a mail has arrived is no event of its ticket, so listeners are told here. The cursor stays where it is (0). */
async function tellDelivery(house: House, tx: Tx, ticketId: number): Promise<void> {
  const { rows } = await sql<{
    number: string
    version: number
    teamId: number | null
    assigneeId: number | null
    followers: number[]
  }>`
    select number, version, team_id as "teamId", assignee_id as "assigneeId", followers from tickets where id = ${ticketId}`.execute(
    tx,
  )
  if (!rows[0]) return
  const { number, version, ...audience } = rows[0]
  const data = { number, version, kinds: ['deliveryChanged'], actorId: null }
  house.live.publish(tx, { kind: 'ticket', eventId: 0, audience, data })
}

const STATES = { delivered: 'delivered', later: 'deferred', never: 'failed' } as const

/** Nothing to send with is no failure of the mail: it waits, and says so where it is shown. */
async function wait(house: House, owner: number, mail: ClaimedMail, reason: string): Promise<void> {
  const now = house.now()
  await transact(house, async (tx) => {
    await sql`
      with mail as (
        update outbound_mails set claimed_by = null, state = 'queued', attempts = attempts - 1, send_after = ${new Date(now.getTime() + NO_WAY_MS)}
        where id = ${mail.id} and claimed_by = ${owner} returning id)
      update outbound_recipients r set state = 'deferred', error = ${reason}, at = ${now}
      from mail where r.outbound_mail_id = mail.id and r.state in ('queued', 'deferred')`.execute(tx)
    if (mail.ticketId !== null) await tellDelivery(house, tx, mail.ticketId)
  })
}
