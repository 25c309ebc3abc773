import { sql } from 'kysely'
import { type House, transact } from '#platform'
import type { ReactionInput } from '#tickets'

/**
 * Follows `redacted` and `purged`: the raw mail of erased messages goes, with what the outbox kept of them. What stays says that
 * a mail was here, when, and where it went. Idempotent: it looks at which messages are erased now.
 */
export async function eraseMail(house: House, data: Record<string, unknown>): Promise<void> {
  const { ticketId } = data as unknown as ReactionInput
  const raw = await transact(house, async (tx) => {
    const { rows } = await sql<{ sha256: string }>`
      with erased as (select id from messages where ticket_id = ${ticketId} and redacted_at is not null),
      -- The same mail by another road is kept as a duplicate: it has the same fingerprint.
      mails as (
        select id, raw_sha256 from inbound_mails
        where raw_sha256 is not null and (message_id in (select id from erased) or fingerprint in
          (select fingerprint from inbound_mails where message_id in (select id from erased)))
        for update),
      emptied as (
        update inbound_mails i set raw_sha256 = null, envelope_from = null, envelope_to = '{}', remote_address = null, session = '{}',
          error = null, message_id_header = null, verdicts = '{}', explanation = '{}'
        from mails where i.id = mails.id),
      sent as (
        update outbound_mails set content = '{}', state = case when state = 'queued' then 'cancelled' else state end
        where message_id in (select id from erased) and content <> '{}' returning id),
      recipients as (
        update outbound_recipients r set address = 'redacted-' || n.n, error = null
        from (select outbound_mail_id, address, row_number() over (partition by outbound_mail_id order by address) as n
          from outbound_recipients where outbound_mail_id in (select id from sent)) as n
        where r.outbound_mail_id = n.outbound_mail_id and r.address = n.address)
      select distinct encode(raw_sha256, 'hex') as sha256 from mails`.execute(tx)
    return rows
  })
  for (const { sha256 } of raw) await house.storage.forget(Buffer.from(sha256, 'hex'))
}
