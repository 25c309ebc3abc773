import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { type Status, type TicketFilter, TicketNumber } from '#contract'
import type { AgentActor } from '#platform'

export type Filter = z.output<typeof TicketFilter>
type Condition = RawBuilder<unknown>

/* Conditions on `tickets t`. Fixed words stand in the SQL itself, so that the planner sees which partial index fits. */

export const IS_LIVE = sql`t.folder = 'inbox' and t.status in ('new', 'open', 'in_progress')`
const IS_AWAKE = sql`t.postponed_until is null and not t.postponed_until_reply`
/** What needs us now. */
export const NEEDS_US = sql`${IS_LIVE} and ${IS_AWAKE} and t.waiting_on = 'us'`
const isMine = (me: AgentActor) => sql`t.assignee_id = ${me.id}`
const isFollowedBy = (me: AgentActor) => sql`(t.followers <> '{}' and t.followers @> array[${me.id}::bigint])`
const hasDraftOf = (me: AgentActor) =>
  sql`t.id in (select d.ticket_id from drafts d where d.agent_id = ${me.id}) and t.folder <> 'purged'`

type View = NonNullable<Filter['view']>
const VIEWS: Record<View, (me: AgentActor) => Condition> = {
  live: () => NEEDS_US,
  mine: (me) => sql`${NEEDS_US} and ${isMine(me)}`,
  unassigned: () => sql`${NEEDS_US} and t.assignee_id is null`,
  waiting: () => sql`${IS_LIVE} and ${IS_AWAKE} and t.waiting_on <> 'us'`,
  postponed: () => sql`${IS_LIVE} and not (${IS_AWAKE})`,
  resolved: () => sql`t.folder = 'inbox' and t.status = 'resolved'`,
  closed: () => sql`t.folder = 'inbox' and t.status = 'closed'`,
  all: () => sql`t.folder = 'inbox'`,
  following: (me) => sql`t.folder = 'inbox' and t.status <> 'closed' and ${isFollowedBy(me)}`,
  drafts: hasDraftOf,
  spam: () => sql`t.folder = 'spam'`,
  trash: () => sql`t.folder = 'trash'`,
  quarantine: () => sql`t.quarantined_count > 0 and t.folder = 'inbox'`,
}

/** Every condition of a filter; together with `scope` they are the list. */
export function conditionsOf(filter: Filter, me: AgentActor): Condition[] {
  const exact = filter.q === undefined ? null : numberIn(filter.q)
  // Who knows the number wants that ticket, wherever it lies.
  if (exact !== null) return [sql`t.number = ${exact}`]
  const all: Condition[] = []
  if (filter.view) all.push(VIEWS[filter.view](me))
  if (filter.folder) all.push(sql`t.folder = ${sql.lit(filter.folder)}`)
  else if (!filter.view) all.push(sql`t.folder = 'inbox'`)
  if (filter.status) all.push(sql`t.status in (${words(filter.status satisfies Status[])})`)
  if (filter.waitingOn) all.push(sql`t.waiting_on = ${sql.lit(filter.waitingOn)}`)
  if (filter.priority) all.push(sql`t.priority in (${words(filter.priority)})`)
  if (filter.assigneeId === 'none') all.push(sql`t.assignee_id is null`)
  else if (filter.assigneeId !== undefined) {
    all.push(sql`t.assignee_id = ${filter.assigneeId === 'me' ? me.id : filter.assigneeId}`)
  }
  if (filter.teamId === 'none') all.push(sql`t.team_id is null`)
  else if (filter.teamId !== undefined) all.push(sql`t.team_id = ${filter.teamId}`)
  if (filter.type !== undefined) all.push(sql`t.type = ${filter.type}`)
  if (filter.category !== undefined) all.push(isBelow(filter.category))
  if (filter.tag !== undefined) {
    all.push(sql`exists (select from unnest(t.tags) tag where lower(tag) = ${filter.tag.toLowerCase()})`)
  }
  if (filter.channel) all.push(sql`t.channel = ${sql.lit(filter.channel)}`)
  if (filter.requesterId !== undefined) all.push(sql`t.requester_id = ${filter.requesterId}`)
  if (filter.requesterEmail !== undefined) {
    all.push(
      sql`t.requester_id = (select person_id from person_addresses where address = ${filter.requesterEmail.trim().toLowerCase()})`,
    )
  }
  if (filter.organisationId !== undefined) all.push(sql`t.organisation_id = ${filter.organisationId}`)
  if (filter.mailboxId !== undefined) all.push(sql`t.mailbox_id = ${filter.mailboxId}`)
  if (filter.follower) all.push(isFollowedBy(me))
  if (filter.draft) all.push(hasDraftOf(me))
  if (filter.createdAfter) all.push(sql`t.created_at >= ${filter.createdAfter}::timestamptz`)
  if (filter.createdBefore) all.push(sql`t.created_at < ${filter.createdBefore}::timestamptz`)
  if (filter.q !== undefined) all.push(...wordsFound(filter.q))
  return all
}

function words(values: readonly string[]): RawBuilder<unknown> {
  return sql.join(values.map((value) => sql.lit(value)))
}

/** A category or anything below it. */
function isBelow(category: number): Condition {
  return sql`t.category_id in (
    with recursive tree as (
      select id from categories where id = ${category}
      union all
      select c.id from categories c join tree on c.parent_id = tree.id)
    select id from tree)`
}

/** A case number that somebody typed, with or without brackets and hash. */
export function numberIn(q: string): string | null {
  const bare = q
    .trim()
    .replace(/^\[?#?|\]$/g, '')
    .toUpperCase()
  return TicketNumber.safeParse(bare).success ? bare : null
}

/** Of the persons whom a word fits so many are looked for: who types less than a name gets part of them. */
const MOST_PERSONS = 1_000

/** Each word stands in the title or belongs to the requester. */
function wordsFound(q: string): Condition[] {
  return q
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => {
      const escaped = word.replace(/[\\%_]/g, '\\$&')
      const beginning = `${escaped.toLowerCase()}%`
      // An array from a subquery, unlike `in`, lets the planner join both indexes.
      return sql`(t.title ilike ${`%${escaped}%`} or t.requester_id = any(array(
        select p.id from persons p where lower(p.name) like ${beginning} or lower(p.name) like ${`% ${beginning}`}
        union select a.person_id from person_addresses a where a.address like ${beginning}
        union select p.id from persons p join organisations o on o.id = p.organisation_id where lower(o.name) like ${beginning}
        limit ${MOST_PERSONS})))`
    })
}
