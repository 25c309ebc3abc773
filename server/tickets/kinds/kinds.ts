import { type RawBuilder, sql } from 'kysely'
import type { Body, ticketSettings } from '#contract'
import { type AgentActor, type Db, type House, InvalidInput, Problem, type Tx } from '#platform'
import { scope } from '../access.ts'

/* What tickets may be called and filed under: types, categories, custom fields, tags. */

interface Category {
  id: number
  parentId: number | null
  name: string
  path: string[]
  active: boolean
}

export async function types(db: Db) {
  return {
    items: await db
      .selectFrom('ticket_types')
      .select(['key', 'name', 'active'])
      .orderBy('position')
      .orderBy('key')
      .execute(),
  }
}

export async function addType(tx: Tx, input: Body<typeof ticketSettings.addType>) {
  return once(
    'key',
    sql<{ key: string; name: string; active: boolean }>`
    insert into ticket_types (key, name, position) values (${input.key}, ${input.name}, (select coalesce(max(position), 0) + 1 from ticket_types))
    on conflict (key) do nothing returning key, name, active`,
    tx,
  )
}

export async function categories(db: Db | Tx, id?: number): Promise<Category[]> {
  const { rows } = await sql<Category>`
    with recursive tree as (
      select id, parent_id, name, array[name] as path, array[position, id] as place, active from categories where parent_id is null
      union all
      select c.id, c.parent_id, c.name, t.path || c.name, t.place || array[c.position, c.id], c.active
      from categories c join tree t on t.id = c.parent_id)
    select id, parent_id as "parentId", name, path, active from tree
    where ${id === undefined ? sql`true` : sql`id = ${id}`} order by place`.execute(db)
  return rows
}

const LEVELS = 3

export async function addCategory(
  tx: Tx,
  { name, parentId }: Body<typeof ticketSettings.addCategory>,
): Promise<Category> {
  // Two administrators who add the same name take turns.
  await sql`lock table categories in share row exclusive mode`.execute(tx)
  const parent = parentId === null ? null : (await categories(tx, parentId))[0]
  if (parent === undefined) throw new InvalidInput('parentId', 'There is no such category')
  if (parent && parent.path.length >= LEVELS) throw new InvalidInput('parentId', `There are ${LEVELS} levels at most`)
  const { rows } = await sql<{ id: number }>`
    insert into categories (name, parent_id, position)
    select ${name}, ${parentId}, (select coalesce(max(position), 0) + 1 from categories where parent_id is not distinct from ${parentId}::bigint)
    where not exists (select from categories where parent_id is not distinct from ${parentId}::bigint and lower(name) = lower(${name}) and active)
    returning id`.execute(tx)
  if (!rows[0]) throw new Problem(409, 'name-taken')
  return (await categories(tx, rows[0].id))[0]!
}

interface Field {
  key: string
  label: string
  kind: 'text' | 'number' | 'date' | 'choice' | 'choices' | 'boolean'
  choices: string[]
  active: boolean
}

export async function fields(db: Db): Promise<{ items: Field[] }> {
  const { rows } =
    await sql<Field>`select key, label, kind, choices, active from custom_fields order by position, key`.execute(db)
  return { items: rows }
}

export async function addField(tx: Tx, input: Body<typeof ticketSettings.addField>): Promise<Field> {
  const wantsChoices = input.kind === 'choice' || input.kind === 'choices'
  const choices = [...new Set(input.choices)]
  if (wantsChoices && choices.length === 0) throw new InvalidInput('choices', 'Give at least one choice')
  return once(
    'key',
    sql<Field>`
    insert into custom_fields (key, label, kind, choices, position)
    values (${input.key}, ${input.label}, ${input.kind}, ${wantsChoices ? choices : []}::text[],
      (select coalesce(max(position), 0) + 1 from custom_fields))
    on conflict (key) do nothing returning key, label, kind, choices, active`,
    tx,
  )
}

async function once<T>(path: string, insert: RawBuilder<T>, tx: Tx): Promise<T> {
  const { rows } = await insert.execute(tx)
  if (!rows[0]) throw new Problem(409, 'name-taken', { errors: [{ path, message: 'This key is in use already' }] })
  return rows[0]
}

/** Tags counted over this many of the newest tickets: what is in use now, at a price that does not grow. */
const RECENT = 20_000

/** Tags in use on tickets that one may see, commonest first. */
export async function tags(house: House, me: AgentActor, q: string | undefined) {
  const begins = `${(q ?? '')
    .trim()
    .toLowerCase()
    .replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ name: string; count: number }>`
    select min(tag) as name, count(*)::int as count
    from (select t.* from tickets t where t.tags <> '{}' and t.folder <> 'purged' and ${scope(me)} order by t.id desc limit ${RECENT}) t,
      unnest(t.tags) tag
    where lower(tag) like ${begins} group by lower(tag) order by 2 desc, 1 limit 100`.execute(house.db)
  return { items: rows }
}
