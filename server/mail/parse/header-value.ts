import { decodeBytes } from './charset.ts'
import { decodeHeaderText } from './encoded-words.ts'

/** A structured value such as Content-Type: the value in lower case and its parameters, decoded. */
export interface StructuredValue {
  value: string
  params: Map<string, string>
}

interface RawParam {
  name: string
  value: string
}

/**
 * Reads `value; name=value; …` (RFC 2045) with continuations and character sets (RFC 2231), and what mailers do to them: blanks
 * without quotes, unclosed quotes, encoded words inside quotes, raw 8-bit names, `,` or nothing between parameters.
 */
export function parseStructured(raw: string | null): StructuredValue {
  const text = (raw ?? '').slice(0, 16_384)
  const first = splitAt(text, 0)
  const value = stripComments(first.piece).trim().toLowerCase()
  const found: RawParam[] = []
  let at = first.next
  while (at < text.length && found.length < 100) {
    const { piece, next } = splitAt(text, at)
    at = next
    const equals = piece.indexOf('=')
    if (equals > 0)
      found.push({ name: piece.slice(0, equals).trim().toLowerCase(), value: piece.slice(equals + 1).trim() })
    else if (found.length > 0 && piece.trim() && !piece.includes('"')) {
      // `name=a;b.pdf` without quotes: the semicolon belonged to the name.
      const last = found[found.length - 1]!
      if (!last.value.startsWith('"') && /^(file)?name/.test(last.name)) last.value += `;${piece.trimEnd()}`
    }
  }
  return { value: value.split(/[\s,]/, 1)[0] ?? '', params: joinParams(found) }
}

/** The piece up to the next semicolon outside quotes. */
function splitAt(text: string, start: number): { piece: string; next: number } {
  let quoted = false
  for (let i = start; i < text.length; i++) {
    const c = text[i]
    if (c === '\\' && quoted) i++
    else if (c === '"') {
      if (quoted && !closesQuote(text, i)) continue
      quoted = !quoted
    } else if (c === ';' && !quoted) return { piece: text.slice(start, i), next: i + 1 }
  }
  if (quoted) {
    // An unclosed quote must not swallow the other parameters.
    const stop = text.indexOf(';', start)
    if (stop >= 0) return { piece: text.slice(start, stop), next: stop + 1 }
  }
  return { piece: text.slice(start), next: text.length }
}

/** A quote inside quotes, as in `name="the "best" offer.pdf"`, is text: only one before `;`, a blank and a name, or the end closes. */
function closesQuote(text: string, at: number): boolean {
  const rest = text.slice(at + 1, at + 120).trimStart()
  return rest === '' || rest[0] === ';' || /^[\w*-]{1,40}\s{0,3}=/.test(rest) || rest[0] === '('
}

function stripComments(text: string): string {
  if (!text.includes('(')) return text
  let out = ''
  let depth = 0
  for (const c of text) {
    if (c === '(') depth++
    else if (c === ')' && depth > 0) depth--
    else if (depth === 0) out += c
  }
  return out
}

function unquote(value: string): string {
  let text = value
  if (text.startsWith('"')) {
    text = text.slice(1)
    // Whatever follows the closing quote (another parameter without a semicolon, a comment) is not part of the value.
    let end = -1
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '\\') i++
      else if (text[i] === '"' && closesQuote(text, i)) {
        end = i
        break
      }
    }
    if (end >= 0) text = text.slice(0, end)
    // A backslash before a letter is a Windows path, not an escape.
    return text.replace(/\\(["\\])/g, '$1')
  }
  return text.replace(/\s*\([^()]*\)\s*$/, '')
}

function joinParams(found: RawParam[]): Map<string, string> {
  const plain = new Map<string, string>()
  const pieces = new Map<string, { index: number; extended: boolean; value: string }[]>()
  for (const { name, value } of found) {
    const star = /^([^*]+)\*(?:(\d{1,3})(\*)?)?$/.exec(name)
    if (!star) {
      if (name && !plain.has(name)) plain.set(name, decodeHeaderText(unquote(value)))
      continue
    }
    const list = pieces.get(star[1]!) ?? []
    list.push({
      index: star[2] ? Number(star[2]) : 0,
      extended: star[2] === undefined || star[3] === '*',
      value: unquote(value),
    })
    pieces.set(star[1]!, list)
  }
  for (const [name, list] of pieces) {
    list.sort((a, b) => a.index - b.index)
    const joined = joinExtended(list)
    if (joined) plain.set(name, joined)
  }
  return plain
}

function joinExtended(list: { extended: boolean; value: string }[]): string {
  let charset: string | null = null
  const bytes: Buffer[] = []
  for (const [i, piece] of list.entries()) {
    let value = piece.value
    if (i === 0 && piece.extended) {
      const parts = /^([^']{0,60})'[^']{0,60}'(.*)$/s.exec(value)
      if (parts) {
        charset = parts[1]!
        value = parts[2]!
      }
    }
    bytes.push(piece.extended ? percentBytes(value) : Buffer.from(value, 'latin1'))
  }
  const text = decodeBytes(Buffer.concat(bytes), charset).text
  return text.includes('=?') ? decodeHeaderText(text) : text
}

function percentBytes(value: string): Buffer {
  const out: number[] = []
  for (let i = 0; i < value.length; i++) {
    const code = value[i] === '%' ? Number.parseInt(value.slice(i + 1, i + 3), 16) : Number.NaN
    if (!Number.isNaN(code) && /^[0-9a-f]{2}$/i.test(value.slice(i + 1, i + 3))) {
      out.push(code)
      i += 2
    } else out.push(value.charCodeAt(i) & 0xff)
  }
  return Buffer.from(out)
}
