/**
 * JSON in one form only (RFC 8785): members sorted by UTF-16 code units, no white space, numbers as ECMAScript writes them.
 * Members that are undefined are left out, as in JSON.stringify.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  let text = ''
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`
  }
  return `{${text}}`
}

/**
 * Text that PostgreSQL can keep and that comes back as it went: no NUL (which it refuses) and no half surrogate pairs.
 * Cheap when there is nothing to mend, which is always.
 */
export function keepable<T>(value: T): T {
  return isKeepable(value) ? value : (mend(value) as T)
}

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed()
  if (value === null || typeof value !== 'object') return true
  if (Array.isArray(value)) return value.every(isKeepable)
  for (const key in value) {
    if (!isKeepable(key) || !isKeepable((value as Record<string, unknown>)[key])) return false
  }
  return true
}

function mend(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll('\u0000', '').toWellFormed()
  if (Array.isArray(value)) return value.map(mend)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [mend(key), mend(member)]))
}
