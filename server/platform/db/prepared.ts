import pg from 'pg'

const names = new Map<string, string>()

/**
 * Marks a statement whose text never changes and that runs all day: each connection parses it once and the planner may keep its plan.
 * Only for texts known when the program starts; anything put together by input would fill the server's memory.
 * A pooler in front must know prepared statements (pgbouncer 1.21 or newer does in transaction mode).
 */
export function prepared(text: string): string {
  if (!names.has(text)) names.set(text, `reda${names.size}`)
  return text
}

/** Gives marked statements their names on the way to the server; everything else passes as it is. */
export class PreparingClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: the driver's own signature has a dozen forms
  override query(first: any, ...rest: any[]): any {
    const name = typeof first === 'string' && Array.isArray(rest[0]) ? names.get(first) : undefined
    return name === undefined
      ? (super.query as (...args: unknown[]) => unknown)(first, ...rest)
      : (super.query as (...args: unknown[]) => unknown)({ name, text: first, values: rest[0] }, ...rest.slice(1))
  }
}
