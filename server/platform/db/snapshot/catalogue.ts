import { type ClientBase, escapeIdentifier } from 'pg'
import { JOB_SCHEMA } from '../../jobs/schema.ts'

/** `app`: the schema the installation lives in, whatever its name. `jobs`: the job runner's own. */
export type Room = 'app' | 'jobs'

export interface Column {
  name: string
  type: string
}

export interface Table {
  room: Room
  name: string
  /** Without generated ones: their values follow from the others. */
  columns: Column[]
}

export interface Sequence {
  room: Room
  /** By the column it fills, because names of sequences are nobody's promise. */
  table: string
  column: string
  value: string | null
}

/** Of the job runner only what is waiting and who runs when; its statistics and locks are a machine's own. */
const jobTables = ['queue', 'schedule', 'subscription', 'job', 'job_dependency']
/** Written by migrating, not by restoring. */
const ownTables = ['schema_migrations']

/** The schema's real name: no SQL of ours may name one. */
export async function appSchema(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_schema() as name')
  return rows[0]!.name
}

export async function listTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ room: Room; name: string; columns: Column[] }>(
    `select case when n.nspname = $1 then 'jobs' else 'app' end as room, c.relname as name,
            json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where c.relkind in ('r', 'p') and not c.relispartition
        and ((n.nspname = current_schema() and c.relname <> all ($2)) or (n.nspname = $1 and c.relname = any ($3)))
      group by 1, 2 order by 1, 2`,
    [JOB_SCHEMA, ownTables, jobTables],
  )
  return rows
}

export async function listSequences(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select case when n.nspname = $1 then 'jobs' else 'app' end as room, c.relname as table, a.attname as column,
            s.last_value::text as value
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_depend d on d.refobjid = c.oid and d.refobjsubid = a.attnum and d.classid = 'pg_class'::regclass
       join pg_class q on q.oid = d.objid and q.relkind = 'S'
       join pg_namespace qn on qn.oid = q.relnamespace
       join pg_sequences s on s.schemaname = qn.nspname and s.sequencename = q.relname
      where (n.nspname = current_schema() and c.relname <> all ($2)) or (n.nspname = $1 and c.relname = any ($3))
      order by 1, 2, 3`,
    [JOB_SCHEMA, ownTables, jobTables],
  )
  return rows
}

/** `"schema"."table"` on this connection. */
export function qualified(table: Pick<Table, 'room' | 'name'>, app: string): string {
  return `${escapeIdentifier(table.room === 'jobs' ? JOB_SCHEMA : app)}.${escapeIdentifier(table.name)}`
}

export const columnList = (columns: readonly Column[]) => columns.map(({ name }) => escapeIdentifier(name)).join(', ')

export interface Digest {
  rows: number
  sum: string
}

/**
 * Rows and a checksum over what is in them, whatever their order: the sum of a hash of each row. The same on every
 * version of PostgreSQL, because it is made of the text of the values under fixed settings.
 */
export async function digestOf(client: ClientBase, from: string, columns: readonly Column[]): Promise<Digest> {
  const { rows } = await client.query<{ rows: string; sum: string | null }>(
    `select count(*)::text as rows,
            sum(('x' || encode(substr(sha256(convert_to(row(${columnList(columns)})::text, 'UTF8')), 1, 7), 'hex'))::bit(56)::bigint)::text as sum
       from ${from}`,
  )
  return { rows: Number(rows[0]!.rows), sum: rows[0]!.sum ?? '0' }
}

/** So that text forms of times and numbers do not depend on who asks. */
export async function fixTextForms(client: ClientBase): Promise<void> {
  await client.query(
    `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1;
     set bytea_output = 'hex'; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0`,
  )
}
