import { sql } from 'kysely'
import type { FieldValues } from '#contract'
import { type Db, InvalidInput, type Tx } from '#platform'
import { type CustomField, checkFields } from './kinds/custom-fields.ts'

/** Values that name rows of other tables. Undefined and null are not checked. */
export interface Named {
  type?: string
  /** An id, a name, or a path such as `Technical / Sign-in`. */
  category?: number | string | null
  assigneeId?: number | null
  teamId?: number | null
  requesterId?: number | null
  organisationId?: number | null
  mailboxId?: number | null
  fields?: FieldValues
  mentions?: readonly number[]
}

export interface Facts {
  categoryId: number | null
  /** The organisation that the requester belongs to. */
  requesterOrganisationId: number | null
  mailboxTeamId: number | null
  fields: CustomField[]
}

/** Everything named is there and may be used; else the field is named (invalid-input). One question to the database. */
export async function checkNamed(db: Db | Tx, named: Named): Promise<Facts> {
  if (Object.values(named).every(isNothing)) return NOTHING
  const category = named.category ?? null
  const wantsFields = named.fields !== undefined && Object.keys(named.fields).length > 0
  const { rows } = await sql<{
    type: boolean | null
    categories: number[] | null
    assignee: boolean | null
    team: boolean | null
    requester: { organisation_id: number | null } | null
    organisation: boolean | null
    mailbox: { team_id: number | null } | null
    mentions: number | null
    fields: CustomField[] | null
  }>`
    select
      ${named.type === undefined ? sql`null` : sql`exists (select from ticket_types where key = ${named.type} and active)`} as type,
      ${category === null ? sql`null` : categoryIds(category)} as categories,
      ${named.assigneeId == null ? sql`null` : sql`exists (select from agents where id = ${named.assigneeId} and active and role <> 'light_agent')`} as assignee,
      ${named.teamId == null ? sql`null` : sql`exists (select from teams where id = ${named.teamId} and active)`} as team,
      ${named.requesterId == null ? sql`null` : sql`(select to_jsonb(p) from (select organisation_id from persons where id = ${named.requesterId}) p)`} as requester,
      ${named.organisationId == null ? sql`null` : sql`exists (select from organisations where id = ${named.organisationId})`} as organisation,
      ${named.mailboxId == null ? sql`null` : sql`(select to_jsonb(m) from (select team_id from mailboxes where id = ${named.mailboxId} and active) m)`} as mailbox,
      ${named.mentions?.length ? sql`(select count(*)::int from agents where id = any(${[...named.mentions]}::bigint[]) and active)` : sql`null`} as mentions,
      ${wantsFields ? sql`(select jsonb_agg(jsonb_build_object('key', key, 'kind', kind, 'choices', choices, 'active', active)) from custom_fields)` : sql`null`} as fields`.execute(
    db,
  )
  const found = rows[0]!
  if (found.type === false) throw new InvalidInput('type', 'There is no such type')
  if (category !== null && found.categories?.length !== 1) {
    const many = (found.categories?.length ?? 0) > 1
    throw new InvalidInput(
      'category',
      many ? 'Several categories are called so: give the path' : 'There is no such category',
    )
  }
  if (found.assignee === false) throw new InvalidInput('assigneeId', 'There is no agent who could own it by this id')
  if (found.team === false) throw new InvalidInput('teamId', 'There is no such team')
  if (named.requesterId != null && found.requester === null) {
    throw new InvalidInput('requesterId', 'There is no such person')
  }
  if (found.organisation === false) throw new InvalidInput('organisationId', 'There is no such organisation')
  if (named.mailboxId != null && found.mailbox === null) throw new InvalidInput('mailboxId', 'There is no such mailbox')
  if (named.mentions?.length && found.mentions !== new Set(named.mentions).size) {
    throw new InvalidInput('mentions', 'Somebody mentioned is no agent here')
  }
  const fields = found.fields ?? []
  const wrong = wantsFields ? checkFields(named.fields!, fields) : null
  if (wrong) throw new InvalidInput(`fields.${wrong.key}`, wrong.message)
  return {
    categoryId: found.categories?.[0] ?? null,
    requesterOrganisationId: found.requester?.organisation_id ?? null,
    mailboxTeamId: found.mailbox?.team_id ?? null,
    fields,
  }
}

const NOTHING: Facts = { categoryId: null, requesterOrganisationId: null, mailboxTeamId: null, fields: [] }

function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function categoryIds(category: number | string) {
  if (typeof category === 'number') {
    return sql`(select array_agg(id) from categories where id = ${category} and active)`
  }
  const path = category.split(/\s*[/>›]\s*/).map((part) => part.trim().toLowerCase())
  return sql`(
    with recursive tree as (
      select id, array[lower(name)] as path, active from categories where parent_id is null
      union all
      select c.id, t.path || lower(c.name), c.active and t.active from categories c join tree t on t.id = c.parent_id)
    select array_agg(id) from tree
    where active and (path = ${path}::text[] or (${path.length === 1} and path[cardinality(path)] = ${path.at(-1)})))`
}
