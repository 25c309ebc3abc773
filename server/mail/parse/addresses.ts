import { decodeHeaderText } from './encoded-words.ts'

/** A mailbox: the address as written, and the display name, decoded ('' when there is none). */
export interface Address {
  email: string
  name: string
}

type Token = { kind: 'word' | 'quoted' | 'comment' | 'angle' | 'special'; text: string; gap: boolean }

/** Mailboxes of an address header (RFC 5322, 3.4; group members included), in order. Tolerates missing commas and quotes. */
export function parseAddresses(raw: string | null, fallbackCharset?: string | null, max = 500): Address[] {
  if (!raw) return []
  const out: Address[] = []
  let run: Token[] = []
  let full = false
  const reset = () => {
    run = []
    full = false
  }
  const close = () => {
    const address = out.length < max ? mailbox(run, fallbackCharset) : null
    if (address) out.push(address)
    reset()
  }
  const tokens = tokenise(raw.slice(0, 262_144))
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'special') {
      if (token.text === ',' || token.text === ';') {
        if (token.text === ',' && isNameComma(run, tokens, i)) run.push({ ...token, kind: 'word' })
        else close()
      } else if (token.text === ':') reset() // the name of a group
      continue
    }
    // `Bob <bob@x> Bobby <bobby@x>`: the comma is missing.
    if (full && (token.kind === 'word' || token.kind === 'quoted')) close()
    run.push(token)
    if (token.kind === 'angle') full = true
  }
  close()
  if (!out.some((address) => address.email) && raw.includes('=?') && !raw.includes('@')) {
    // The whole header, address and all, was put into an encoded word.
    const decoded = decodeHeaderText(raw, fallbackCharset)
    if (decoded !== raw && decoded.includes('@'))
      return parseAddresses(Buffer.from(decoded, 'utf8').toString('latin1'), null, max)
  }
  return out
}

/** `Nordmann, Kari <kari@…>` without quotes: a comma before any address, when what follows ends in an angle address. */
function isNameComma(run: Token[], tokens: Token[], at: number): boolean {
  if (run.length === 0 || run.length > 4 || run.some((t) => t.kind === 'angle' || t.text.includes('@'))) return false
  for (const token of tokens.slice(at + 1, at + 7)) {
    if (token.kind === 'angle') return true
    if (token.kind === 'special' || token.text.includes('@')) return false
  }
  return false
}

function tokenise(raw: string): Token[] {
  const tokens: Token[] = []
  // A colon belongs to a group (`name: a, b;`) only when a semicolon follows.
  const lastSemicolon = raw.lastIndexOf(';')
  let gap = false
  for (let i = 0; i < raw.length; ) {
    const c = raw[i]!
    if (c === ' ' || c === '\t' || c === '\r' || c === '\n') {
      gap = true
      i++
      continue
    }
    let token: Token
    if (c === '"') {
      const end = closing(raw, i, '"')
      token = { kind: 'quoted', text: raw.slice(i + 1, end).replace(/\\(.)/g, '$1'), gap }
      i = end + 1
      // A quoted local part goes on: "kari nordmann"@example.no
      if (raw[i] === '@') {
        let stop = i
        while (stop < raw.length && !/[\s,;<>()"]/.test(raw[stop]!)) stop++
        token = { kind: 'word', text: `"${token.text}"${raw.slice(i, stop)}`, gap }
        i = stop
      }
    } else if (c === '(') {
      const end = closingComment(raw, i)
      token = { kind: 'comment', text: raw.slice(i + 1, end).replace(/\\(.)/g, '$1'), gap }
      i = end + 1
    } else if (c === '<') {
      let end = raw.indexOf('>', i)
      if (end < 0) end = raw.length
      token = { kind: 'angle', text: raw.slice(i + 1, end), gap }
      i = end + 1
    } else if (
      c === ',' ||
      c === ';' ||
      (c === ':' && i < lastSemicolon && !/(?:mailto|smtp)$/i.test(raw.slice(Math.max(0, i - 6), i)))
    ) {
      token = { kind: 'special', text: c, gap }
      i++
    } else {
      let end = i + 1
      const word = raw.startsWith('=?', i) ? encodedWordEnd(raw, i) : -1
      if (word > 0) end = word
      else
        while (
          end < raw.length &&
          !/[\s,;<>("]/.test(raw[end]!) &&
          !(raw[end] === ':' && end < lastSemicolon) &&
          !raw.startsWith('=?', end)
        )
          end++
      token = { kind: 'word', text: raw.slice(i, end), gap }
      i = end
    }
    tokens.push(token)
    gap = false
  }
  return tokens
}

/** Encoded words may hold blanks and commas against the rules (`=?utf-8?q?Dyk, Anna?=`). */
function encodedWordEnd(raw: string, at: number): number {
  const head = /^=\?[\w.:()+*-]{1,60}\?[bqBQ]\?/.exec(raw.slice(at, at + 70))
  if (!head) return -1
  const end = raw.slice(at, at + 1_000).indexOf('?=', head[0].length)
  return end < 0 ? -1 : at + end + 2
}

function closing(raw: string, at: number, mark: string): number {
  for (let i = at + 1; i < raw.length; i++) {
    if (raw[i] === '\\') i++
    else if (raw[i] === mark) return i
  }
  // Unclosed: up to the address, so that the address is still found.
  const angle = raw.indexOf('<', at)
  return angle > at ? angle - 1 : raw.length
}

function closingComment(raw: string, at: number): number {
  let depth = 0
  for (let i = at; i < raw.length; i++) {
    if (raw[i] === '\\') i++
    else if (raw[i] === '(') depth++
    else if (raw[i] === ')' && --depth === 0) return i
  }
  return raw.length
}

function mailbox(run: Token[], fallback?: string | null): Address | null {
  if (run.length === 0) return null
  const angles = run.filter((t) => t.kind === 'angle')
  const angle = angles.find((t) => t.text.includes('@')) ?? angles.at(-1)
  const words = run.filter((t) => t.kind === 'word' || t.kind === 'quoted')
  const comment = run
    .filter((t) => t.kind === 'comment')
    .map((t) => t.text)
    .join(' ')
  if (angle) {
    const before = words.length > 0 ? joinWords(words, fallback) : decodeHeaderText(comment, fallback)
    const email = cleanEmail(angle.text)
    const name = cleanName(before)
    if (!email && !name) return null
    return { email, name }
  }
  const bare = words.find((t) => t.kind === 'word' && t.text.includes('@')) ?? words.find((t) => t.text.includes('@'))
  if (bare) {
    const rest = words.filter((t) => t !== bare)
    const name = rest.length > 0 ? joinWords(rest, fallback) : decodeHeaderText(comment, fallback)
    return { email: cleanEmail(bare.text.replace(/^\[(?:mailto:)?|\]$/g, '')), name: cleanName(name) }
  }
  // No @ at all: a local user, or only a name.
  if (words.length === 1 && words[0]!.kind === 'word' && !words[0]!.text.includes('=?'))
    return { email: cleanEmail(words[0]!.text), name: cleanName(decodeHeaderText(comment, fallback)) }
  const name = cleanName(joinWords(words, fallback))
  return name ? { email: '', name } : null
}

function joinWords(tokens: Token[], fallback?: string | null): string {
  const text = tokens.map((t, i) => (i > 0 && t.gap ? ' ' : '') + t.text).join('')
  return decodeHeaderText(text, fallback)
}

function cleanName(name: string): string {
  let text = name.replace(/\s+/g, ' ').trim().slice(0, 500)
  const pair = /^(["'])(.*)\1$/.exec(text)
  if (pair) text = pair[2]!.trim()
  return text
}

function cleanEmail(raw: string): string {
  // RFC 5321 source routes (<@a,@b:kari@example.no>) and comments are history.
  const route = raw.startsWith('@') ? raw.slice(raw.indexOf(':') + 1) : raw
  const decoded = decodeHeaderText(route)
  return decoded
    .replace(/\([^()]*\)/g, '')
    .replace(/^mailto:/i, '')

    .replace(/\s+/g, (blanks) => (decoded.startsWith('"') ? blanks : ''))
    .replace(/^['<]+|['>]+$/g, '')
    .slice(0, 320)
}
