import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { TicketRow } from '#contract'
import type { AgentActor, Db } from '#platform'
import { scope } from '../access.ts'
import { conditionsOf, type Filter } from './filters.ts'
import { after, cursorAfter, orderOf, type Positioned, type Sort } from './sorting.ts'

type Row = z.input<typeof TicketRow>
export interface TicketPage {
  items: Row[]
  nextCursor: string | null
}

/** Tickets that the agent may see and that meet the filter, complete, in one question. */
export function listTickets(
  db: Db,
  me: AgentActor,
  query: Filter & { sort: Sort; limit: number; cursor?: string | undefined },
): Promise<TicketPage> {
  return pageOf(db, me, conditionsOf(query, me), query)
}

/** Every ticket of a person, newest first. */
export function ticketsOfPerson(db: Db, me: AgentActor, personId: number, page: PageWish): Promise<TicketPage> {
  return pageOf(db, me, [sql`t.requester_id = ${personId}`, sql`t.folder <> 'purged'`], { ...page, sort: '-createdAt' })
}

/** Every ticket of an organisation and of its people, newest first. */
export function ticketsOfOrganisation(
  db: Db,
  me: AgentActor,
  organisationId: number,
  page: PageWish,
): Promise<TicketPage> {
  const theirs = sql`(t.organisation_id = ${organisationId}
    or t.requester_id = any(array(select id from persons where organisation_id = ${organisationId})))`
  return pageOf(db, me, [theirs, sql`t.folder <> 'purged'`], { ...page, sort: '-createdAt' })
}

export interface PageWish {
  limit: number
  cursor?: string | undefined
}

async function pageOf(
  db: Db,
  me: AgentActor,
  conditions: RawBuilder<unknown>[],
  { sort, limit, cursor }: PageWish & { sort: Sort },
): Promise<TicketPage> {
  const where = [scope(me), ...conditions, ...(cursor === undefined ? [] : [after(sort, cursor)])]
  const { rows } = await sql<Positioned & Joined>`
    select t.id, t.number, t.title, t.type, t.priority, t.priority_rank, t.status, t.waiting_on, t.postponed_until,
      t.postponed_until_reply, t.folder, t.channel, t.tags, t.created_at, t.updated_at, t.waiting_since, t.message_count, t.version,
      t.requester_id, p.name as requester_name,
      (select a.address from person_addresses a where a.person_id = p.id order by a.position, a.address limit 1) as requester_email,
      o.id as organisation_id, o.name as organisation_name, ag.id as assignee_id, ag.name as assignee_name,
      tm.id as team_id, tm.name as team_name, c.id as category_id, c.name as category_name,
      coalesce(t.last_message_id > coalesce(r.last_message_id, 0), false) as unread,
      exists (select from drafts d where d.ticket_id = t.id and d.agent_id = ${me.id}) as draft
    from (select * from tickets t where ${sql.join(where, sql` and `)} order by ${orderOf(sort, 't')} limit ${limit + 1}) t
      left join persons p on p.id = t.requester_id
      left join organisations o on o.id = t.organisation_id
      left join agents ag on ag.id = t.assignee_id
      left join teams tm on tm.id = t.team_id
      left join categories c on c.id = t.category_id
      left join ticket_reads r on r.ticket_id = t.id and r.agent_id = ${me.id}
    order by ${orderOf(sort, 't')}`.execute(db)
  const items = rows.slice(0, limit)
  return {
    items: items.map(ticketRow),
    nextCursor: rows.length > limit ? cursorAfter(sort, items.at(-1)!) : null,
  }
}

interface Joined {
  number: string
  title: string
  type: string
  priority: Row['priority']
  status: Row['status']
  waiting_on: Row['waitingOn']
  postponed_until: Date | null
  postponed_until_reply: boolean
  folder: Row['folder']
  channel: Row['channel']
  tags: string[]
  message_count: number
  version: number
  requester_id: number | null
  requester_name: string | null
  requester_email: string | null
  organisation_id: number | null
  organisation_name: string | null
  assignee_id: number | null
  assignee_name: string | null
  team_id: number | null
  team_name: string | null
  category_id: number | null
  category_name: string | null
  unread: boolean
  draft: boolean
}

function named(id: number | null, name: string | null): { id: number; name: string } | null {
  return id === null ? null : { id, name: name ?? '' }
}

function ticketRow(row: Positioned & Joined): Row {
  return {
    number: row.number,
    title: row.title,
    type: row.type,
    priority: row.priority,
    status: row.status,
    waitingOn: row.waiting_on,
    postponedUntil: row.postponed_until?.toISOString() ?? null,
    postponedUntilReply: row.postponed_until_reply,
    folder: row.folder,
    channel: row.channel,
    requester:
      row.requester_id === null
        ? null
        : { id: row.requester_id, name: row.requester_name ?? '', email: row.requester_email },
    organisation: named(row.organisation_id, row.organisation_name),
    assignee: named(row.assignee_id, row.assignee_name),
    team: named(row.team_id, row.team_name),
    category: named(row.category_id, row.category_name),
    tags: row.tags,
    clocks: [],
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    waitingSince: row.waiting_since.toISOString(),
    messageCount: row.message_count,
    version: row.version,
    unread: row.unread,
    draft: row.draft,
  }
}
