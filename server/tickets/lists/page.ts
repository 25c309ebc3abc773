import { InvalidInput } from '#platform'

/** Where the next page begins: opaque to callers, checked when it comes back. */
export function toCursor(parts: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/** The parts of a cursor of ours, of these types; anything else is invalid-input. */
export function fromCursor(cursor: string, types: readonly ('string' | 'number')[]): (string | number)[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(parts) && parts.length === types.length && parts.every((p, i) => typeof p === types[i]))
      return parts
  } catch {
    // not ours
  }
  throw new InvalidInput('cursor', 'This is no cursor of this list')
}
