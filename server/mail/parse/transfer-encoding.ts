/** The bytes of a part, its Content-Transfer-Encoding undone (RFC 2045, section 6). A wrong label is noticed and ignored. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  switch (encodingName(encoding)) {
    case 'base64':
      return looksLikeBase64(body) ? decodeBase64(body) : body
    case 'quoted-printable':
      return decodeQuotedPrintable(body)
    case 'uuencode':
      return decodeUuencode(body)?.content ?? body
    default:
      return body
  }
}

function encodingName(encoding: string): string {
  const name = encoding.toLowerCase().replace(/[^a-z0-9-]/g, '')
  if (name === 'b' || name.startsWith('base64')) return 'base64'
  if (name === 'q' || name === 'qp' || name.startsWith('quoted')) return 'quoted-printable'
  if (['x-uuencode', 'x-uue', 'uuencode', 'uue'].includes(name)) return 'uuencode'
  return name
}

const ALPHABET = new Int8Array(256).fill(-1)
for (const [i, c] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  ALPHABET[c.charCodeAt(0)] = i
ALPHABET['-'.charCodeAt(0)] = 62
ALPHABET['_'.charCodeAt(0)] = 63

/** Words with blanks between them are a text whose label lies, not base64. */
function looksLikeBase64(body: Buffer): boolean {
  const sample = body.subarray(0, 2_000)
  let inner = 0
  let foreign = 0
  let letters = 0
  for (let i = 0; i < sample.length; i++) {
    const b = sample[i]!
    if (ALPHABET[b]! >= 0) letters++
    else if (b === 0x20 && i > 0 && sample[i - 1]! > 0x20) inner++
    else if (b > 0x20 && b !== 0x3d) foreign++
  }
  return (inner + foreign) * 12 <= letters || letters === 0
}

/** Base64 that forgives: foreign bytes are skipped, and what follows padding is read on (mails are glued together). */
export function decodeBase64(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.ceil((body.length * 3) / 4) + 3)
  let n = 0
  let bits = 0
  let have = 0
  for (let i = 0; i < body.length; i++) {
    const b = body[i]!
    const value = ALPHABET[b]!
    if (value >= 0) {
      bits = ((bits << 6) | value) & 0xffffff
      have += 6
      if (have >= 8) {
        have -= 8
        out[n++] = (bits >> have) & 0xff
      }
    } else if (b === 0x3d) {
      bits = 0
      have = 0
    }
  }
  return out.subarray(0, n)
}

const hex = (b: number | undefined): number =>
  b === undefined ? -1 : b >= 48 && b <= 57 ? b - 48 : b >= 65 && b <= 70 ? b - 55 : b >= 97 && b <= 102 ? b - 87 : -1

/** Quoted-printable (RFC 2045, 6.7): soft line ends vanish, also with blanks after the sign; a lone `=` stays. */
export function decodeQuotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length)
  let n = 0
  for (let i = 0; i < body.length; i++) {
    const b = body[i]!
    if (b !== 0x3d) {
      out[n++] = b
      continue
    }
    const high = hex(body[i + 1])
    const low = hex(body[i + 2])
    if (high >= 0 && low >= 0) {
      out[n++] = high * 16 + low
      i += 2
      continue
    }
    let end = i + 1
    while (end < body.length && end - i < 80 && (body[end] === 0x20 || body[end] === 0x09)) end++
    if (body[end] === 0x0d && body[end + 1] === 0x0a) i = end + 1
    else if (body[end] === 0x0a || body[end] === 0x0d) i = end
    else if (end >= body.length) i = end
    else out[n++] = b
  }
  return out.subarray(0, n)
}

/** One `begin 644 name … end` block, or null when there is none. */
export function decodeUuencode(body: Buffer): { filename: string; content: Buffer; start: number; end: number } | null {
  const text = body.toString('latin1')
  const begin = /(?:^|\n)begin [0-7]{3,4} ([^\r\n]{1,200})\r?\n/.exec(text)
  if (!begin) return null
  const start = begin.index + (begin[0].startsWith('\n') ? 1 : 0)
  const chunks: Buffer[] = []
  let at = begin.index + begin[0].length
  while (at < text.length) {
    let stop = text.indexOf('\n', at)
    if (stop < 0) stop = text.length
    const line = text.slice(at, stop).replace(/\r$/, '')
    if (line === 'end') return { filename: begin[1]!.trim(), content: Buffer.concat(chunks), start, end: stop }
    const length = (line.charCodeAt(0) - 32) & 63
    if (line.length < 1 || line.length > 90 || (length > 0 && line.length - 1 < Math.floor((length * 4) / 3)))
      return null
    chunks.push(uuLine(line, length))
    at = stop + 1
  }
  return null
}

function uuLine(line: string, length: number): Buffer {
  const out = Buffer.alloc(length)
  const six = (i: number) => ((line.charCodeAt(i) || 32) - 32) & 63
  for (let n = 0, i = 1; n < length; i += 4) {
    const word = (six(i) << 18) | (six(i + 1) << 12) | (six(i + 2) << 6) | six(i + 3)
    for (let k = 16; k >= 0 && n < length; k -= 8) out[n++] = (word >> k) & 0xff
  }
  return out
}
