/** What a trusted server in front of us found (RFC 8601). */
export interface AuthenticationResults {
  authservId: string
  methods: { method: string; result: string; properties: Record<string, string> }[]
}

/** Comments may nest and hide semicolons; quoted strings may hide both (RFC 5322, 3.2). Linear in the length. */
function withoutComments(value: string): string {
  let out = ''
  let depth = 0
  let quoted = false
  for (let i = 0; i < value.length; i++) {
    const c = value[i]!
    if (c === '\\') {
      if (depth === 0) out += value.slice(i, i + 2)
      i++
    } else if (quoted) {
      out += c
      if (c === '"') quoted = false
    } else if (depth === 0 && c === '"') {
      quoted = true
      out += c
    } else if (c === '(') depth++
    else if (c === ')' && depth > 0) depth--
    else if (depth === 0) out += c
  }
  return out
}

function split(text: string, by: string): string[] {
  const parts: string[] = []
  let part = ''
  let quoted = false
  for (const c of text) {
    if (c === '"') quoted = !quoted
    if (!quoted && (by === ' ' ? /\s/.test(c) : c === by)) {
      if (part !== '') parts.push(part)
      part = ''
    } else part += c
  }
  if (part !== '') parts.push(part)
  return parts
}

const unquote = (text: string) => text.replace(/^"(.*)"$/, '$1').toLowerCase()

export function readAuthenticationResults(value: string): AuthenticationResults | null {
  const [head, ...rest] = split(withoutComments(value.slice(0, 8_000)), ';').map((part) => part.trim())
  const authservId = split(head ?? '', ' ')[0]
  if (!authservId) return null
  const methods = rest.flatMap((part) => {
    const [first = '', ...properties] = split(part.replace(/\s*=\s*/g, '='), ' ')
    const at = first.indexOf('=')
    if (at < 1) return []
    return [
      {
        method: first.slice(0, at).toLowerCase().split('/')[0]!,
        result: unquote(first.slice(at + 1)),
        properties: Object.fromEntries(
          properties.flatMap((property) => {
            const equals = property.indexOf('=')
            return equals < 1 ? [] : [[property.slice(0, equals).toLowerCase(), unquote(property.slice(equals + 1))]]
          }),
        ),
      },
    ]
  })
  return { authservId: unquote(authservId), methods }
}

/** The topmost header of the server that is believed; all others could be anybody's words. */
export function believedResults(
  headers: readonly { key: string; value: string }[],
  authservId: string | null,
): AuthenticationResults | null {
  if (authservId === null) return null
  for (const header of headers) {
    if (header.key !== 'authentication-results') continue
    const read = readAuthenticationResults(header.value)
    if (read?.authservId === authservId.toLowerCase()) return read
  }
  return null
}
