import { sql } from 'kysely'
import type { Tx } from '#platform'
import type { Arrived, Stored } from './arrived.ts'

/** Somebody else works on this mail now: what we did is undone, nothing is lost. */
export class ClaimLost extends Error {}

/** Notes where mails went, in the transaction that brought them there; only of mails that are still this owner's. */
export async function finish(
  tx: Tx,
  done: readonly { arrived: Arrived; stored: Stored }[],
  owner: number,
): Promise<void> {
  const rows = done.map(({ arrived: { row, mail, verdicts }, stored }) => ({
    id: row.id,
    state: stored.state,
    fingerprint: mail.fingerprint && Buffer.from(mail.fingerprint).toString('hex'),
    messageIdHeader: mail.messageId,
    ticketId: stored.ticketId,
    messageId: stored.messageId,
    verdicts,
    explanation: stored.explanation,
  }))
  const { rows: noted } = await sql<{ id: number }>`
    update inbound_mails i set state = d.state, fingerprint = decode(d.fingerprint, 'hex'), message_id_header = d."messageIdHeader",
      ticket_id = d."ticketId", message_id = d."messageId", verdicts = d.verdicts, explanation = d.explanation, processed_at = now(),
      claimed_by = null, error = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d (id bigint, state text, fingerprint text, "messageIdHeader" text,
      "ticketId" bigint, "messageId" bigint, verdicts jsonb, explanation jsonb)
    where i.id = d.id and i.state = 'received' and i.claimed_by = ${owner} returning i.id`.execute(tx)
  if (noted.length !== rows.length) throw new ClaimLost('Some of these mails are not ours any more')
}
