/** Fields of one group, lower-case names, unfolded values; the first of a name wins. */
export type Fields = Map<string, string>

const MAX_LINES = 5_000

/** Groups of header-like fields with blank lines between them, as reports use them (RFC 3464, 2.1). */
export function parseFields(text: string): Fields[] {
  const groups: Fields[] = []
  let group: Fields = new Map()
  let last = ''
  for (const raw of text.replace(/\r\n?/g, '\n').split('\n', MAX_LINES)) {
    const line = raw.slice(0, 4_000)
    if (line.trim() === '') {
      if (group.size > 0) groups.push(group)
      group = new Map()
      last = ''
      continue
    }
    if (/^[ \t]/.test(line)) {
      if (last) group.set(last, `${group.get(last)} ${line.trim()}`.slice(0, 8_000))
      continue
    }
    const colon = line.indexOf(':')
    const name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : ''
    if (!name || !/^[\w.-]{1,60}$/.test(name)) {
      last = ''
      continue
    }
    last = group.has(name) ? '' : name
    if (last) group.set(name, line.slice(colon + 1).trim())
  }
  if (group.size > 0) groups.push(group)
  return groups
}
