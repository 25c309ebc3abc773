import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Body, Draft, tickets } from '#contract'
import { type AgentActor, type Db, type House, InvalidInput, type Tx } from '#platform'
import { bodyOf } from '../conversation/body.ts'
import { fileAddress } from '../files/attachments.ts'
import { keepable } from '../history/canonical-json.ts'
import { seenTicketId } from '../seen-ticket.ts'

type View = z.input<typeof Draft>
type Kind = View['kind']
interface Row {
  kind: Kind
  bodyHtml: string
  to: string[] | null
  cc: string[] | null
  updatedAt: Date
  attachments: Omit<View['attachments'][number], 'url'>[] | null
}

async function own(db: Db | Tx, me: AgentActor, ticketId: number, kind?: Kind): Promise<View[]> {
  const which: RawBuilder<unknown> = kind === undefined ? sql`true` : sql`d.kind = ${kind}`
  const { rows } = await sql<Row>`
    select d.kind, d.body_html as "bodyHtml", d.to_addresses as "to", d.cc_addresses as "cc", d.updated_at as "updatedAt",
      (select jsonb_agg(jsonb_build_object('id', a.public_id, 'filename', a.filename, 'contentType', a.content_type, 'size', a.size,
        'inline', a.inline) order by a.id) from attachments a where a.public_id = any(d.attachment_ids)) as attachments
    from drafts d where d.agent_id = ${me.id} and d.ticket_id = ${ticketId} and ${which} order by d.kind`.execute(db)
  return rows.map((row) => ({
    ...row,
    updatedAt: row.updatedAt.toISOString(),
    attachments: (row.attachments ?? []).map((file) => ({ ...file, url: fileAddress(file.id) })),
  }))
}

/** One's own drafts on a ticket, and who else has one. */
export async function readDrafts(house: House, me: AgentActor, number: string) {
  const ticketId = await seenTicketId(house.db, me, number)
  const { rows: others } = await sql<{ id: number; name: string; kind: Kind }>`
    select a.id, a.name, d.kind from drafts d join agents a on a.id = d.agent_id
    where d.ticket_id = ${ticketId} and d.agent_id <> ${me.id} order by a.name`.execute(house.db)
  return { items: await own(house.db, me, ticketId), others }
}

export async function saveDraft(
  tx: Tx,
  me: AgentActor,
  { number, kind, draft }: { number: string; kind: Kind; draft: Body<typeof tickets.saveDraft> },
  now: Date,
): Promise<View> {
  const ticketId = await seenTicketId(tx, me, number)
  const ids = [...new Set(draft.attachments)]
  if (ids.length > 0) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from attachments
      where public_id = any(${ids}::text[]) and uploaded_by = ${me.id} and message_id is null`.execute(tx)
    if (rows[0]!.n !== ids.length) throw new InvalidInput('attachments', 'Not all of these are uploads of yours')
  }
  const body = bodyOf({ bodyHtml: keepable(draft.bodyHtml) })
  await sql`
    insert into drafts (agent_id, ticket_id, kind, body_html, to_addresses, cc_addresses, attachment_ids, updated_at)
    values (${me.id}, ${ticketId}, ${kind}, ${body.html}, ${json(draft.to)}::jsonb, ${json(draft.cc)}::jsonb, ${ids}::text[], ${now})
    on conflict (agent_id, ticket_id, kind) do update set body_html = excluded.body_html, to_addresses = excluded.to_addresses,
      cc_addresses = excluded.cc_addresses, attachment_ids = excluded.attachment_ids, updated_at = excluded.updated_at`.execute(
    tx,
  )
  return (await own(tx, me, ticketId, kind))[0]!
}

function json(value: unknown): string | null {
  return value === null ? null : JSON.stringify(keepable(value))
}

export async function discardDraft(tx: Tx, me: AgentActor, number: string, kind: Kind): Promise<void> {
  const ticketId = await seenTicketId(tx, me, number)
  await tx
    .deleteFrom('drafts')
    .where('agent_id', '=', me.id)
    .where('ticket_id', '=', ticketId)
    .where('kind', '=', kind)
    .execute()
}
