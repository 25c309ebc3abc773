import { sql } from 'kysely'
import { houseOf, SYSTEM, type Tx } from '#platform'
import { deliveryFailed, type IncomingMessage, receiveMessage, type TakenNumber } from '#tickets'
import type { ReadMail } from '../parse-worker.ts'
import { reasonOf } from './arrived.ts'
import type { Facts } from './gather-facts.ts'

interface Failed {
  address: string
  permanent: boolean
  reason: string
}

/**
 * A bounce belongs to the mail that could not be delivered: each recipient gets its state, the report is kept in the ticket, and
 * what failed for good is told to the ticket, so that it waits on us again.
 */
export async function receiveBounce(
  tx: Tx,
  mail: ReadMail,
  bounced: NonNullable<Facts['bounced']>,
  message: IncomingMessage,
  spare: TakenNumber | null,
) {
  const now = houseOf(tx).now()
  const reported = mail.bounce!.recipients
  // A server may name the address that it forwarded to: then the one we wrote to stands beside it, or was the only one.
  const { rows: ours } = await sql<{ address: string }>`
    select address from outbound_recipients where outbound_mail_id = ${bounced.outboundMailId} order by address for update`.execute(
    tx,
  )
  const failed: Failed[] = reported.flatMap((one) => {
    const names = [one.original, one.address].filter((name) => name !== null).map((name) => name.toLowerCase())
    const address =
      ours.find((row) => names.includes(row.address.toLowerCase()))?.address ??
      (ours.length === 1 ? ours[0]!.address : null)
    return address === null ? [] : [{ address, permanent: one.permanent, reason: reasonOf(one) }]
  })
  if (failed.length > 0) {
    await sql`
      update outbound_recipients r set state = f.state, error = f.reason, at = ${now}
      from unnest(${failed.map((one) => one.address)}::text[], ${failed.map((one) => (one.permanent ? 'bounced' : 'deferred'))}::text[],
        ${failed.map((one) => one.reason)}::text[]) as f (address, state, reason)
      where r.outbound_mail_id = ${bounced.outboundMailId} and r.address = f.address and r.state <> 'bounced'`.execute(
      tx,
    )
  }
  const first =
    failed[0] ??
    (reported[0] && { address: reported[0].address, permanent: reported[0].permanent, reason: reasonOf(reported[0]) })
  const received = await receiveMessage(tx, SYSTEM, {
    number: bounced.number!,
    message: {
      ...message,
      bounce: first ? { recipient: first.address, permanent: first.permanent, reason: first.reason } : null,
    },
    ...(spare ? { spare } : {}),
  })
  for (const one of failed.filter(({ permanent }) => permanent)) {
    await deliveryFailed(tx, SYSTEM, {
      ticketId: received.ticketId,
      messageId: bounced.messageId,
      recipient: one.address,
      permanent: true,
      reason: one.reason,
    })
  }
  return {
    state: 'processed' as const,
    ticketId: received.ticketId,
    messageId: received.messageId,
    explanation: { went: 'bounce', ticket: received.number, of: bounced.outboundMailId, recipients: failed },
  }
}
