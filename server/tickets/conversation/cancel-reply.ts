import { sql } from 'kysely'
import type { Restored } from '#contract'
import { type Actor, NotFound, Problem, type Tx } from '#platform'
import { nowIn } from '../clock.ts'
import type { Decision } from '../decision.ts'
import { refuse } from '../decision.ts'
import { newFileId } from '../files/attachments.ts'
import { eventsOf } from '../history/read-events.ts'
import { groupOf } from '../history/undo.ts'
import { record } from '../record.ts'
import { type FoldedEvent, fold, type TicketState } from '../ticket.ts'
import { ticketFor } from '../ticket-for.ts'

/**
 * Takes a sending back within its window. What the reply had changed goes back where nobody changed it again meanwhile; its text
 * and files return to the writer's draft. Refuses: not-found, too-late-to-undo.
 */
export async function cancelReply(
  tx: Tx,
  actor: Actor,
  input: { number: string; messageId: number },
): Promise<{ ticketId: number; messageId: number }> {
  const ticket = await ticketFor(tx, actor, input.number)
  const { rows } = await sql<{ direction: string; cancelled: boolean; late: boolean; authorId: number | null }>`
    update messages set cancelled_at = case when direction = 'out' and taken_at is null and send_after > ${nowIn(tx)}
        then coalesce(cancelled_at, ${nowIn(tx)}) else cancelled_at end
    where id = ${input.messageId} and ticket_id = ${ticket.id}
    returning direction, cancelled_at is not null as cancelled, author_id as "authorId",
      taken_at is not null or send_after <= ${nowIn(tx)} as late`.execute(tx)
  const message = rows[0]
  if (message?.direction !== 'out') throw new NotFound()
  if (!message.cancelled) throw new Problem(409, 'too-late-to-undo')
  const history = await eventsOf(tx, ticket.id)
  if (history.some((e) => e.kind === 'replyCancelled' && e.data.messageId === input.messageId)) {
    return { ticketId: ticket.id, messageId: input.messageId }
  }
  await record(tx, actor, ticket, decideCancel(ticket.state, history, input.messageId))
  if (message.authorId !== null) await backToDraft(tx, message.authorId, input.messageId)
  return { ticketId: ticket.id, messageId: input.messageId }
}

const RESTORED = [
  'status',
  'waitingOn',
  'waitingSince',
  'assigneeId',
  'postponedUntil',
  'postponedUntilReply',
  'firstAssignedAt',
  'firstRespondedAt',
  'resolvedAt',
  'closedAt',
  'lastMessageAt',
  'reopenCount',
] as const satisfies (keyof Restored)[]

/** Pure: what goes back is what the reply changed and nobody has touched since. */
export function decideCancel(now: TicketState, history: readonly FoldedEvent[], messageId: number): Decision {
  const sent = history.find((e) => e.kind === 'replySent' && e.data.messageId === messageId)
  if (!sent) return refuse('cannot-undo', 'This is not a reply of this ticket')
  const group = groupOf(history, sent.seq)
  const before = fold(history.filter((e) => e.seq < sent.seq))
  if (before === null) return refuse('cannot-undo')
  const after = fold(group, before)!
  const restored: Record<string, unknown> = {}
  for (const field of RESTORED) {
    if (before[field] !== after[field] && now[field] === after[field]) restored[field] = before[field]
  }
  return [{ kind: 'replyCancelled', data: { messageId, restored: restored as Restored } }]
}

/** Nothing typed is lost: a draft that was begun meanwhile stays, and then the cancelled message is what holds the text. */
async function backToDraft(tx: Tx, agentId: number, messageId: number): Promise<void> {
  const made = await sql`
    insert into drafts (agent_id, ticket_id, kind, body_html, to_addresses, cc_addresses)
    select ${agentId}, ticket_id, 'reply',
      coalesce(body_html, '<p>' || replace(replace(replace(body_text, '&', '&amp;'), '<', '&lt;'), E'\n', '<br>') || '</p>'),
      (select jsonb_agg(a ->> 'email') from jsonb_array_elements(to_addresses) a),
      (select jsonb_agg(a ->> 'email') from jsonb_array_elements(cc_addresses) a)
    from messages where id = ${messageId}
    on conflict do nothing`.execute(tx)
  if (made.numAffectedRows === 0n) return
  const { rows } = await sql<{
    id: number
  }>`select id from attachments where message_id = ${messageId} order by id`.execute(tx)
  if (rows.length === 0) return
  // The message keeps its files, so the draft gets uploads of its own of the same bytes.
  await sql`
    with copies as (
      insert into attachments (public_id, uploaded_by, sha256, filename, content_type, size, inline, content_id)
      select c.public_id, ${agentId}, a.sha256, a.filename, a.content_type, a.size, a.inline, a.content_id
      from unnest(${rows.map((r) => r.id)}::bigint[], ${rows.map(() => newFileId())}::text[]) as c (id, public_id)
      join attachments a on a.id = c.id
      returning id, public_id)
    update drafts set attachment_ids = (select array_agg(public_id order by id) from copies)
    where agent_id = ${agentId} and kind = 'reply' and ticket_id = (select ticket_id from messages where id = ${messageId})`.execute(
    tx,
  )
}
