import { sql } from 'kysely'
import type { z } from 'zod'
import type { InboundMail } from '#contract'
import { type Db, NotFound, type Tx } from '#platform'

type Answer = z.infer<typeof InboundMail>

interface Row extends Omit<Answer, 'receivedAt'> {
  receivedAt: Date
}

const COLUMNS = sql`i.id, i.mailbox_id as "mailboxId", i.road, i.state, i.size, i.envelope_from as "envelopeFrom", i.envelope_to as "envelopeTo",
  i.received_at as "receivedAt", i.attempts, i.error, t.number as "ticketNumber", i.explanation || jsonb_build_object('verdicts', i.verdicts) as explanation`

const answer = (row: Row): Answer => ({ ...row, receivedAt: row.receivedAt.toISOString() })

/** Mail that came in, newest first. */
export async function inboundMails(
  db: Db,
  query: { limit: number; cursor?: string | undefined; state?: string | undefined },
): Promise<{ items: Answer[]; nextCursor: string | null }> {
  const before =
    query.cursor !== undefined && /^\d{1,15}$/.test(query.cursor) ? Number(query.cursor) : Number.MAX_SAFE_INTEGER
  const { rows } = await sql<Row>`
    select ${COLUMNS} from inbound_mails i left join tickets t on t.id = i.ticket_id
    where i.id < ${before} and (${query.state ?? null}::text is null or i.state = ${query.state ?? null})
    order by i.id desc limit ${query.limit + 1}`.execute(db)
  const items = rows.slice(0, query.limit).map(answer)
  return { items, nextCursor: rows.length > query.limit ? String(items.at(-1)!.id) : null }
}

export async function inboundMail(db: Db | Tx, id: number): Promise<Answer> {
  const { rows } =
    await sql<Row>`select ${COLUMNS} from inbound_mails i left join tickets t on t.id = i.ticket_id where i.id = ${id}`.execute(
      db,
    )
  if (!rows[0]) throw new NotFound()
  return answer(rows[0])
}
