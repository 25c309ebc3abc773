import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import type { Ticket } from '#contract'
import { type Actor, type Db, NotFound, prepared, type Tx } from '#platform'
import { can } from './access.ts'
import { eventsOf } from './history/read-events.ts'
import { fromRow, STATE_COLUMNS, type StateColumn } from './row.ts'
import { fold, type TicketState } from './ticket.ts'

type View = z.input<typeof Ticket>

/** The people and things that a ticket names. Mail's table is looked at for the mailbox's address: SQL may, code may not. */
const NAMES = `
  (select jsonb_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'language', p.language, 'email',
      (select address from person_addresses where person_id = p.id order by position, address limit 1))
    from persons p where p.id = t.requester_id) as requester,
  (select jsonb_build_object('id', id, 'name', name) from organisations where id = t.organisation_id) as organisation,
  (select jsonb_build_object('id', id, 'name', name) from agents where id = t.assignee_id) as assignee,
  (select jsonb_build_object('id', id, 'name', name) from teams where id = t.team_id) as team,
  (select jsonb_build_object('id', id, 'address', address) from mailboxes where id = t.mailbox_id) as mailbox,
  (select jsonb_build_object('id', c.id, 'name', c.name, 'path', to_jsonb(array_remove(array[c3.name, c2.name, c.name], null)))
    from categories c left join categories c2 on c2.id = c.parent_id left join categories c3 on c3.id = c2.parent_id
    where c.id = t.category_id) as category,
  case when t.followers = '{}' then '[]' else
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name), '[]') from agents where id = any(t.followers)) end as "followerNames",
  case when t.participants = '{}' then '[]' else
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'email',
        (select address from person_addresses where person_id = p.id order by position, address limit 1)) order by p.id), '[]')
      from persons p where p.id = any(t.participants)) end as "participantNames"`
const NOW = prepared(
  `select ${Object.keys(STATE_COLUMNS)
    .map((column) => `t.${column}`)
    .join(', ')}, ${NAMES},
    (select last_message_id from ticket_reads where agent_id = $2 and ticket_id = t.id) as "lastReadMessageId"
    from tickets t where t.number = $1`,
)
const THEN = `select ${NAMES} from (select $1::bigint as requester_id, $2::bigint as organisation_id, $3::bigint as assignee_id,
  $4::bigint as team_id, $5::bigint as mailbox_id, $6::bigint as category_id, $7::bigint[] as followers, $8::bigint[] as participants) t`

type Names = Pick<View, 'requester' | 'organisation' | 'assignee' | 'team' | 'mailbox' | 'category'> & {
  followerNames: View['followers']
  participantNames: View['participants']
}
type Row = Parameters<typeof fromRow>[0] & { id: number } & { [K in StateColumn]: unknown }

/** A ticket as the API gives it to `reader`. 404 also when the actor may not see it. */
export async function readTicket(db: Db | Tx, actor: Actor, number: string, reader: Actor = actor): Promise<View> {
  const readerId = reader.type === 'agent' ? reader.id : null
  const { rows } = await db.executeQuery<Row & Names & { lastReadMessageId: number | null }>(
    CompiledQuery.raw(NOW, [number, readerId]),
  )
  const row = rows[0]
  if (!row) throw new NotFound()
  const state = fromRow(row)
  if (!can(actor, 'see', state)) throw new NotFound()
  return viewOf(state, row, row.lastReadMessageId)
}

/**
 * The ticket as it was at a time, folded from its events up to then. What was erased since is erased there too. Whether one may see
 * it is asked of the present: the past is no way around what has been hidden since. 404 before it was opened.
 */
export async function readTicketAsOf(db: Db, actor: Actor, number: string, at: Date): Promise<View> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw('select * from tickets where number = $1', [number]))
  const row = rows[0]
  if (!row || !can(actor, 'see', fromRow(row))) throw new NotFound()
  const state = fold(await eventsOf(db, row.id, at))
  if (state === null) throw new NotFound('It was not opened yet')
  const names = await db.executeQuery<Names>(
    CompiledQuery.raw(THEN, [
      state.requesterId,
      state.organisationId,
      state.assigneeId,
      state.teamId,
      state.mailboxId,
      state.categoryId,
      state.followers,
      state.participants,
    ]),
  )
  return viewOf(state, names.rows[0]!)
}

function viewOf(s: TicketState, names: Names, lastReadMessageId: number | null = null): View {
  return {
    number: s.number,
    title: s.title,
    description: s.description,
    type: s.type,
    category: names.category,
    priority: s.priority,
    severity: s.severity,
    status: s.status,
    waitingOn: s.waitingOn,
    postponedUntil: s.postponedUntil,
    postponedUntilReply: s.postponedUntilReply,
    folder: s.folder,
    channel: s.channel,
    requester: names.requester,
    organisation: names.organisation,
    assignee: names.assignee,
    team: names.team,
    mailbox: names.mailbox,
    tags: s.tags,
    fields: s.fields,
    links: s.links,
    followers: names.followerNames,
    participants: names.participantNames,
    clocks: [],
    mergedInto: s.mergedInto,
    createdAt: s.createdAt,
    updatedAt: s.updatedAt,
    waitingSince: s.waitingSince,
    firstRespondedAt: s.firstRespondedAt,
    resolvedAt: s.resolvedAt,
    closedAt: s.closedAt,
    reopenCount: s.reopenCount,
    messageCount: s.messageCount,
    lastReadMessageId,
    version: s.version,
  }
}
