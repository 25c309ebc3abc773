import { sql } from 'kysely'
import type { Tx } from '#platform'
import { nowIn } from '../clock.ts'

/**
 * Mail takes a reply to send it; from here on no undo can reach it. `cancelled`: it was taken back, never send it. `early`: its
 * undo window is still open. Taking twice is fine: a crash after taking leaves it to mail's own outbox to go on.
 */
export async function claimForSending(tx: Tx, messageId: number): Promise<'taken' | 'cancelled' | 'early' | 'gone'> {
  const now = nowIn(tx)
  const { rows } = await sql<{ cancelled: boolean; early: boolean; redacted: boolean }>`
    update messages set taken_at = case when cancelled_at is null and redacted_at is null and coalesce(send_after, ${now}) <= ${now}
      then coalesce(taken_at, ${now}) else taken_at end
    where id = ${messageId} and direction = 'out'
    returning cancelled_at is not null as cancelled, redacted_at is not null as redacted, taken_at is null as early`.execute(
    tx,
  )
  const message = rows[0]
  if (!message) return 'gone'
  if (message.cancelled || message.redacted) return 'cancelled'
  return message.early ? 'early' : 'taken'
}

/** Mail says that the first server has accepted it. */
export async function messageSent(tx: Tx, messageId: number, at: Date): Promise<void> {
  await sql`update messages set sent_at = coalesce(sent_at, ${at}) where id = ${messageId}`.execute(tx)
}
