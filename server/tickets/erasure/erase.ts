import { sql } from 'kysely'
import { type Actor, type House, houseOf, InvalidInput, Problem, type Tx } from '#platform'
import { nowIn } from '../clock.ts'
import { eventsOf } from '../history/read-events.ts'
import { type LockedTicket, record } from '../record.ts'
import { REDACTED } from '../ticket.ts'
import { ticketFor } from '../ticket-for.ts'
import { type Part, redactedForm } from './redacted-form.ts'

/** Deletes the bytes of files that nothing points at any more; those that something does point at stay. */
export const FORGET_FILES = 'tickets.forgetFiles'

/**
 * Erases content for good, also of a closed ticket: messages with their files, title, description. The record, its times and its
 * hash chain stay and still verify: salts go with the content, so nobody can test a guess against what is left.
 */
export async function redact(
  tx: Tx,
  actor: Actor,
  input: { number: string; messageIds: readonly number[]; title: boolean; description: boolean; reason: string },
): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, input.number, 'erase')
  const { title, description, reason } = input
  if (ticket.state.folder === 'purged') throw new Problem(409, 'conflict', { detail: 'It was purged already' })
  const wanted = [...new Set(input.messageIds)]
  const { rows } = await sql<{ id: number }>`
    select id from messages where ticket_id = ${ticket.id} and id = any(${wanted}::bigint[]) order by id`.execute(tx)
  if (rows.length !== wanted.length)
    throw new InvalidInput('messageIds', 'Not all of these are messages of this ticket')
  if (wanted.length === 0 && !title && !description) throw new InvalidInput('messageIds', 'Say what is to be erased')
  const messageIds = rows.map((row) => row.id)
  const seqs = await eraseEvents(tx, ticket.id, { title, description, rest: false })
  await eraseMessages(tx, messageIds)
  await record(tx, actor, ticket, [{ kind: 'redacted', data: { seqs, messageIds, title, description, reason } }])
  return ticket
}

/** From spam or trash for good, leaving a tombstone: number, hashes, who, when, why. */
export async function purge(tx: Tx, actor: Actor, input: { number: string; reason: string }): Promise<LockedTicket> {
  const ticket = await ticketFor(tx, actor, input.number, 'erase')
  const { folder, status } = ticket.state
  if (folder === 'purged') return ticket
  if (status === 'closed') throw new Problem(409, 'ticket-closed', { detail: 'A closed ticket is never deleted' })
  if (folder === 'inbox')
    throw new Problem(409, 'transition-refused', { detail: 'Only what lies in spam or trash can be purged' })
  const { rows } = await sql<{
    id: number
  }>`select id from messages where ticket_id = ${ticket.id} order by id`.execute(tx)
  const messageIds = rows.map((row) => row.id)
  const seqs = await eraseEvents(tx, ticket.id, { title: true, description: true, rest: true })
  await eraseMessages(tx, messageIds)
  await sql`with drafts as (delete from drafts where ticket_id = ${ticket.id})
    delete from ticket_reads where ticket_id = ${ticket.id}`.execute(tx)
  await record(tx, actor, ticket, [{ kind: 'purged', data: { seqs, messageIds, reason: input.reason } }])
  return ticket
}

/** Replaces data by its redacted form and drops the salts; gives the seqs. */
async function eraseEvents(tx: Tx, ticketId: number, part: Part): Promise<number[]> {
  const forms = (await eventsOf(tx, ticketId)).flatMap((event) => {
    const data = redactedForm(event, part)
    return data === null ? [] : [{ seq: event.seq, data: JSON.stringify(data) }]
  })
  if (forms.length === 0) return []
  await sql`
    update ticket_events e set data = f.data::jsonb, salt = null
    from unnest(${forms.map((f) => f.seq)}::int[], ${forms.map((f) => f.data)}::text[]) as f (seq, data)
    where e.ticket_id = ${ticketId} and e.seq = f.seq`.execute(tx)
  return forms.map((form) => form.seq)
}

async function eraseMessages(tx: Tx, messageIds: readonly number[]): Promise<void> {
  if (messageIds.length === 0) return
  const ids = sql`any(${[...messageIds]}::bigint[])`
  const raw = await sql<{ sha256: string | null }>`
    with old as (select id, encode(raw_sha256, 'hex') as sha256 from messages where id = ${ids})
    update messages m set subject = '', body_text = ${REDACTED}, body_html = null, reply_text = ${REDACTED}, folds = '[]',
      from_address = null, to_addresses = '[]', cc_addresses = '[]', bcc_addresses = '[]', bounce = null, author_email = null,
      author_name = case when author_type = 'customer' then ${REDACTED} else author_name end,
      raw_sha256 = null, salt = null, redacted_at = coalesce(redacted_at, ${nowIn(tx)})
    from old where m.id = old.id returning old.sha256`.execute(tx)
  const files = await sql<{ sha256: string | null }>`
    delete from attachments where message_id = ${ids} returning encode(sha256, 'hex') as sha256`.execute(tx)
  const sha256s = [...new Set([...raw.rows, ...files.rows].flatMap((row) => row.sha256 ?? []))]
  if (sha256s.length > 0) await houseOf(tx).jobs.enqueue(tx, FORGET_FILES, { sha256s })
}

export async function forgetFiles(house: House, data: Record<string, unknown>): Promise<void> {
  for (const sha256 of data.sha256s as string[]) await house.storage.forget(Buffer.from(sha256, 'hex'))
}
