/*
 * Writes server/platform/db/generated/schema.ts from a migrated database: `node db/generate-types.ts DATABASE_URL`.
 * Run it after adding a migration.
 */
import { writeFileSync } from 'node:fs'
import pg from 'pg'

const TYPES: Record<string, string> = {
  int8: 'number',
  int4: 'number',
  int2: 'number',
  float8: 'number',
  numeric: 'string',
  text: 'string',
  bool: 'boolean',
  timestamptz: 'Timestamp',
  date: 'string',
  jsonb: 'Json',
  bytea: 'Buffer',
  _text: 'string[]',
  _int8: 'number[]',
}
const client = new pg.Client({ connectionString: process.argv[2] })
await client.connect()
const { rows } = await client.query<{
  table_name: string
  column_name: string
  udt_name: string
  is_nullable: string
  column_default: string | null
  is_identity: string
}>(
  `select table_name, column_name, udt_name, is_nullable, column_default, is_identity from information_schema.columns
   where table_schema = current_schema() and table_name in (select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE')
   order by table_name, ordinal_position`,
)
await client.end()
const pascal = (name: string) => name.replace(/(^|_)([a-z])/g, (_, __, c: string) => c.toUpperCase())
const tables = new Map<string, string[]>()
for (const column of rows) {
  const base = TYPES[column.udt_name]
  if (!base) throw new Error(`No TypeScript type for ${column.udt_name}`)
  const type = column.is_nullable === 'YES' ? `${base} | null` : base
  const generated = column.is_identity === 'YES' || column.column_default !== null
  const lines = tables.get(column.table_name) ?? []
  lines.push(`  ${column.column_name}: ${generated ? `Generated<${type}>` : type}`)
  tables.set(column.table_name, lines)
}
const text = `// Written by db/generate-types.ts from the migrated database. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<Date, Date | string, Date | string>
// biome-ignore lint/suspicious/noExplicitAny: each domain narrows its own JSON by zod
type Json = ColumnType<any, unknown, unknown>

${[...tables].map(([name, lines]) => `export interface ${pascal(name)} {\n${lines.join('\n')}\n}`).join('\n\n')}

export interface DB {
${[...tables.keys()].map((name) => `  ${name}: ${pascal(name)}`).join('\n')}
}
`
writeFileSync(new URL('../server/platform/db/generated/schema.ts', import.meta.url), text)
