import { type RawBuilder, sql } from 'kysely'
import type { SORTS } from '#contract'
import { fromCursor, toCursor } from './page.ts'

export type Sort = (typeof SORTS)[number]

interface Key {
  column: 'waiting_since' | 'created_at' | 'updated_at' | 'priority_rank' | 'id'
  descending: boolean
}

const by = (column: Key['column'], descending: boolean): Key => ({ column, descending })
const oldestFirst = [by('waiting_since', false), by('id', false)]
const newestFirst = [by('waiting_since', true), by('id', true)]

/** Every order ends with the id, so that it is total and pages neither skip nor repeat. */
const KEYS: Record<Sort, readonly Key[]> = {
  waitingSince: oldestFirst,
  '-waitingSince': newestFirst,
  createdAt: [by('created_at', false), by('id', false)],
  '-createdAt': [by('created_at', true), by('id', true)],
  updatedAt: [by('updated_at', false), by('id', false)],
  '-updatedAt': [by('updated_at', true), by('id', true)],
  // Within a priority whoever waits longest comes first, either way.
  priority: [by('priority_rank', false), ...oldestFirst],
  '-priority': [by('priority_rank', true), ...oldestFirst],
  // Nothing has a due time before there are service levels: then the longest wait is what is due.
  dueAt: oldestFirst,
  '-dueAt': newestFirst,
}

export function orderOf(sort: Sort, table: string): RawBuilder<unknown> {
  return sql.join(
    KEYS[sort].map(
      ({ column, descending }) => sql`${sql.ref(`${table}.${column}`)} ${sql.raw(descending ? 'desc' : 'asc')}`,
    ),
  )
}

export interface Positioned {
  id: number
  waiting_since: Date
  created_at: Date
  updated_at: Date
  priority_rank: number
}

export function cursorAfter(sort: Sort, row: Positioned): string {
  return toCursor([
    sort,
    ...KEYS[sort].map(({ column }) => {
      const value = row[column]
      return value instanceof Date ? value.getTime() : value
    }),
  ])
}

/** The rows after a cursor, in this order. */
export function after(sort: Sort, cursor: string): RawBuilder<unknown> {
  const keys = KEYS[sort]
  const [named, ...values] = fromCursor(cursor, ['string', ...keys.map(() => 'number' as const)])
  if (named !== sort) fromCursor('', ['string'])
  const column = (key: Key) => sql.ref(`t.${key.column}`)
  const value = (i: number) =>
    keys[i]!.column.endsWith('_since') || keys[i]!.column.endsWith('_at')
      ? sql`${new Date(values[i] as number)}`
      : sql`${values[i]}::bigint`
  const directions = new Set(keys.map((key) => key.descending))
  if (directions.size === 1) {
    // A comparison of rows walks the index to the place at once.
    return sql`(${sql.join(keys.map(column))}) ${sql.raw(keys[0]!.descending ? '<' : '>')} (${sql.join(keys.map((_, i) => value(i)))})`
  }
  const [first, ...rest] = keys
  return sql`(${column(first!)} ${sql.raw(first!.descending ? '<' : '>')} ${value(0)} or (${column(first!)} = ${value(0)}
    and (${sql.join(rest.map(column))}) > (${sql.join(rest.map((_, i) => value(i + 1)))})))`
}
