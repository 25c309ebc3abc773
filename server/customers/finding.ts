import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { InvalidInput } from '#platform'

export interface Page<T> {
  items: T[]
  nextCursor: string | null
}

const Cursor = z.tuple([z.string(), z.int()])

/** Rows after the cursor, by name and id. */
export function pageAfter(cursor: string | undefined, order: RawBuilder<unknown>): RawBuilder<boolean> {
  if (cursor === undefined) return sql<boolean>`true`
  const [name, id] = readCursor(cursor)
  return sql<boolean>`${order} > (${name}::text collate "C", ${id}::bigint)`
}

function readCursor(text: string): [string, number] {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw new InvalidInput('cursor', 'This is not a cursor of this list')
  }
}

/** A pattern for LIKE: anywhere in the text, and from its beginning for one or two letters. Null: everything. */
export function matching(q: string | undefined): string | null {
  const words = q?.trim().toLowerCase() ?? ''
  if (words === '') return null
  const literal = words.replace(/[\\%_]/g, '\\$&')
  return words.length < 3 ? `${literal}%` : `%${literal}%`
}
