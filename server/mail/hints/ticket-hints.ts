import { sql } from 'kysely'
import type { z } from 'zod'
import type { TicketHints } from '#contract'
import { type Actor, type Db, InvalidInput, type Tx } from '#platform'
import { scope, seenTicketId, ticketFor } from '#tickets'
import { changesTopic, sameSubject } from './same-matter.ts'

type Answer = z.input<typeof TicketHints>
type Why = Answer['related'][number]['why'][number]

const NOTHING: Answer = { related: [], topicChange: null }

/**
 * What mail found out about a ticket and only people may act on: another ticket that it may belong to, and an answer that speaks of
 * something else. Only what the actor may see, what can still be done, and what nobody has set aside. 404 as tickets do.
 */
export async function ticketHints(db: Db, actor: Actor, number: string): Promise<Answer> {
  const ticketId = await seenTicketId(db, actor, number)
  const { rows } = await sql<{ title: string }>`
    select title from tickets where id = ${ticketId} and folder = 'inbox' and merged_into is null
      and status in ('new', 'open', 'in_progress')`.execute(db)
  if (!rows[0]) return NOTHING
  const { title } = rows[0]
  const [related, topicChange] = [await relatedTo(db, actor, ticketId, title), await topicChangeIn(db, ticketId, title)]
  return { related, topicChange }
}

async function relatedTo(db: Db, actor: Actor, ticketId: number, title: string): Promise<Answer['related']> {
  const { rows } = await sql<{ number: string; title: string; why: Why }>`
    select t.number, t.title, h->>'why' as why
    from inbound_mails i cross join lateral jsonb_array_elements(i.explanation->'hints') h join tickets t on t.number = h->>'number'
    where i.ticket_id = ${ticketId} and i.explanation ? 'hints' and t.id <> ${ticketId} and ${scope(actor)}
      and t.folder = 'inbox' and t.status <> 'closed' and t.merged_into is null
      and not coalesce(i.explanation->'setAside' ? t.number, false)
      and not exists (select from tickets o, jsonb_array_elements(o.links) l where o.id = ${ticketId} and l->>'number' = t.number)
    order by i.id, h->>'why', t.number`.execute(db)
  const related = new Map<string, Answer['related'][number]>()
  for (const row of rows) {
    const known = related.get(row.number) ?? {
      number: row.number,
      title: row.title,
      why: sameSubject(row.title, title) ? ['same-subject' as const] : [],
    }
    if (!known.why.includes(row.why)) known.why.unshift(row.why)
    related.set(row.number, known)
  }
  return [...related.values()]
}

/** Only of the newest message: what came before it has been read and lived with. */
async function topicChangeIn(db: Db, ticketId: number, title: string): Promise<Answer['topicChange']> {
  const { rows } = await sql<{ id: number; subject: string; joined: boolean }>`
    select m.id, m.subject, coalesce(m.direction = 'in' and m.trust = 'verified' and m.automatic is null
      and i.explanation->>'went' = 'joined' and i.ticket_id = m.ticket_id and not i.explanation ? 'topicSetAside', false) as joined
    from messages m left join inbound_mails i on i.id = m.inbound_mail_id
    where m.ticket_id = ${ticketId} and m.direction <> 'internal' and m.cancelled_at is null order by m.id`.execute(db)
  const last = rows.at(-1)
  if (!last?.joined) return null
  const earlier = [title, ...rows.slice(0, -1).map((row) => row.subject)]
  return changesTopic(last.subject, earlier) ? { messageId: last.id, subject: last.subject } : null
}

/** «Not now»: the hint is gone for everybody. Refuses: not-found, not-allowed, invalid-input. */
export async function setHintAside(
  tx: Tx,
  actor: Actor,
  { number, related, messageId }: { number: string; related?: string | undefined; messageId?: number | undefined },
): Promise<void> {
  if ((related === undefined) === (messageId === undefined)) throw new InvalidInput('related', 'Name one hint')
  const { id } = await ticketFor(tx, actor, number)
  if (messageId !== undefined) {
    await sql`update inbound_mails set explanation = explanation || '{"topicSetAside": true}'
      where ticket_id = ${id} and message_id = ${messageId}`.execute(tx)
    return
  }
  await sql`
    update inbound_mails set explanation = explanation
      || jsonb_build_object('setAside', coalesce(explanation->'setAside', '[]') || to_jsonb(${related}::text))
    where ticket_id = ${id} and explanation ? 'hints' and not coalesce(explanation->'setAside' ? ${related}, false)`.execute(
    tx,
  )
}
