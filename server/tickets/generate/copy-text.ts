/*
 * Rows in the text format of COPY (PostgreSQL manual, «COPY», «Text Format»): cells divided by tabs, rows by line ends, `\N` for null.
 */

/** A value as the driver would take it → a cell. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escaped(value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.length === 0 ? '{}' : escaped(`{${value.map(element).join(',')}}`)
  throw new TypeError(`COPY cannot take ${typeof value}`)
}

export function row(values: readonly unknown[]): string {
  let line = ''
  for (let i = 0; i < values.length; i++) line += i === 0 ? cell(values[i]) : `\t${cell(values[i])}`
  return `${line}\n`
}

const SPECIAL = /[\\\n\r\t]/
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (c) => ESCAPES[c]!) : text
}

/** An element of an array literal. */
function element(value: unknown): string {
  if (typeof value === 'number') return String(value)
  return `"${String(value).replace(/["\\]/g, '\\$&')}"`
}
