import { CompiledQuery } from 'kysely'
import type { FieldValues } from '#contract'
import { type Db, InvalidInput, prepared, type Tx } from '#platform'
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

const CHECK = prepared(`select
  case when $1::text is not null then exists (select from ticket_types where key = $1 and active) end as type,
  case when $2::bigint is not null then (select array_agg(id) from categories where id = $2 and active)
    when $3::text[] is not null then (
      with recursive tree as (
        select id, array[lower(name)] as path, active from categories where parent_id is null
        union all
        select c.id, t.path || lower(c.name), c.active and t.active from categories c join tree t on t.id = c.parent_id)
      select array_agg(id) from tree
      where active and (path = $3 or (cardinality($3) = 1 and path[cardinality(path)] = ($3)[1]))) end as categories,
  case when $4::bigint is not null then exists (select from agents where id = $4 and active and role <> 'light_agent') end as assignee,
  case when $5::bigint is not null then exists (select from teams where id = $5 and active) end as team,
  case when $6::bigint is not null then (select jsonb_build_object('organisationId', organisation_id) from persons where id = $6) end as requester,
  case when $7::bigint is not null then exists (select from organisations where id = $7) end as organisation,
  case when $8::bigint is not null then (select jsonb_build_object('teamId', team_id) from mailboxes where id = $8 and active) end as mailbox,
  case when $9::bigint[] is not null then (select count(*)::int from agents where id = any($9) and active) end as mentions,
  case when $10::boolean then (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'kind', kind, 'choices', choices, 'active', active)), '[]')
    from custom_fields) end as fields`)

interface Found {
  type: boolean | null
  categories: number[] | null
  assignee: boolean | null
  team: boolean | null
  requester: { organisationId: number | null } | null
  organisation: boolean | null
  mailbox: { teamId: number | null } | null
  mentions: number | null
  fields: CustomField[] | null
}

/** Everything named is there and may be used; else the field is named (invalid-input). One question to the database. */
export async function checkNamed(db: Db | Tx, named: Named): Promise<Facts> {
  if (Object.values(named).every(isNothing)) return NOTHING
  const category = named.category ?? null
  const mentions = named.mentions?.length ? [...new Set(named.mentions)] : null
  const wantsFields = !isNothing(named.fields)
  const { rows } = await db.executeQuery<Found>(
    CompiledQuery.raw(CHECK, [
      named.type ?? null,
      typeof category === 'number' ? category : null,
      typeof category === 'string' ? pathOf(category) : null,
      named.assigneeId ?? null,
      named.teamId ?? null,
      named.requesterId ?? null,
      named.organisationId ?? null,
      named.mailboxId ?? null,
      mentions,
      wantsFields,
    ]),
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
  if (mentions !== null && found.mentions !== mentions.length) {
    throw new InvalidInput('mentions', 'Somebody mentioned is no agent here')
  }
  const fields = found.fields ?? []
  const wrong = wantsFields ? checkFields(named.fields!, fields) : null
  if (wrong) throw new InvalidInput(`fields.${wrong.key}`, wrong.message)
  return {
    categoryId: found.categories?.[0] ?? null,
    requesterOrganisationId: found.requester?.organisationId ?? null,
    mailboxTeamId: found.mailbox?.teamId ?? null,
    fields,
  }
}

const NOTHING: Facts = { categoryId: null, requesterOrganisationId: null, mailboxTeamId: null, fields: [] }

function isNothing(value: unknown): boolean {
  return value == null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function pathOf(category: string): string[] {
  return category.split(/\s*[/>›]\s*/).map((part) => part.trim().toLowerCase())
}
