import iconv from 'iconv-lite'

/** Labels in the wild that neither the Encoding Standard nor iconv-lite knows by that name. */
const ALIASES: Record<string, string> = {
  'unicode-1-1-utf-7': 'utf-7',
  utf7: 'utf-7',
  csutf7: 'utf-7',
  'cp-850': 'cp850',
  ibm850: 'cp850',
  'cp-1252': 'windows-1252',
  'cp-437': 'cp437',
  'x-cp-850': 'cp850',
  'win-1252': 'windows-1252',
  win1252: 'windows-1252',
  windows1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'iso_8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'latin-1': 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'ansi_x3.4-1968': 'windows-1252',
  '646': 'windows-1252',
  'iso-8859-8-i': 'iso-8859-8',
  'ks_c_5601-1987': 'euc-kr',
  ks_c_5601: 'euc-kr',
  ksc5601: 'euc-kr',
  cp949: 'euc-kr',
  cp932: 'shift_jis',
  'x-sjis': 'shift_jis',
  cp936: 'gb18030',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  cp950: 'big5',
  utf8: 'utf-8',
  'utf-8mb4': 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'utf-16': 'utf-16be',
}

const GUESSABLE = new Set([
  '',
  'windows-1252',
  'unknown',
  'unknown-8bit',
  'x-unknown',
  'default',
  '8bit',
  'binary',
  'none',
])

export interface Decoded {
  text: string
  /** The label named no character set that exists. */
  unknown: boolean
}

/** The text of bytes under a label that may be missing or wrong: valid UTF-8 is believed before any one-byte label. */
export function decodeBytes(bytes: Uint8Array, label: string | null | undefined): Decoded {
  const name = charsetName(label ?? '')
  if (name === 'utf-8') return { text: decodeUtf8Leniently(bytes), unknown: false }
  if (name === 'utf-7') return { text: decodeUtf7(bytes), unknown: false }
  if (name === 'iso-2022-kr') return { text: decodeIso2022Kr(bytes), unknown: false }
  if (GUESSABLE.has(name)) return { text: guess(bytes), unknown: false }
  const text = decodeNamed(bytes, name)
  return text === null ? { text: guess(bytes), unknown: true } : { text, unknown: false }
}

/** Does a decoder exist for the label? A language suffix (RFC 2231) is ignored. */
export function knowsCharset(label: string): boolean {
  const name = charsetName(label)
  return (
    GUESSABLE.has(name) ||
    ['utf-8', 'utf-7', 'iso-2022-kr'].includes(name) ||
    decodeNamed(new Uint8Array(), name) !== null
  )
}

function charsetName(label: string): string {
  const bare =
    label
      .slice(0, 60)
      .toLowerCase()
      .replace(/["'\s]/g, '')
      .split('*', 1)[0] ?? ''
  return ALIASES[bare] ?? bare
}

function decodeNamed(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { ignoreBOM: false }).decode(bytes)
  } catch {
    // not in the Encoding Standard: iconv-lite knows the old DOS, Mac and EBCDIC pages
  }
  if (!/^[a-z0-9_:.-]{2,40}$/.test(name) || !iconv.encodingExists(name)) return null
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name)
}

function guess(bytes: Uint8Array): string {
  if (bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return decodeUtf8Leniently(bytes)
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (hasIso2022Escape(bytes)) return new TextDecoder('iso-2022-jp').decode(bytes)
  const { multi, broken } = countUtf8(bytes)
  if (multi > 0 && broken * 4 <= multi) return decodeUtf8Leniently(bytes)
  return new TextDecoder('windows-1252').decode(bytes)
}

function hasIso2022Escape(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0x1b); i >= 0 && i + 2 < bytes.length; i = bytes.indexOf(0x1b, i + 1))
    if (bytes[i + 1] === 0x24 && (bytes[i + 2] === 0x42 || bytes[i + 2] === 0x40)) return true
  return false
}

/** Length of the well-formed UTF-8 sequence at `i`: 1 for ASCII, 0 when there is none. */
function utf8Length(bytes: Uint8Array, i: number): number {
  const a = bytes[i]!
  if (a < 0x80) return 1
  const n = a >= 0xc2 && a <= 0xdf ? 2 : a >= 0xe0 && a <= 0xef ? 3 : a >= 0xf0 && a <= 0xf4 ? 4 : 0
  if (n === 0 || i + n > bytes.length) return 0
  for (let k = 1; k < n; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return 0
  const b = bytes[i + 1]!
  if ((a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) || (a === 0xf0 && b < 0x90) || (a === 0xf4 && b > 0x8f))
    return 0
  return n
}

function countUtf8(bytes: Uint8Array): { multi: number; broken: number } {
  let multi = 0
  let broken = 0
  for (let i = 0; i < bytes.length; ) {
    const n = utf8Length(bytes, i)
    if (n === 0) broken++
    else if (n > 1) multi++
    i += n || 1
  }
  return { multi, broken }
}

/** UTF-8, where single bytes that are not UTF-8 are read as windows-1252: mails are glued together from parts of both. */
function decodeUtf8Leniently(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // some byte is not UTF-8; repaired below
  }
  const fixed: Uint8Array[] = []
  const encoder = new TextEncoder()
  const single = new TextDecoder('windows-1252')
  let from = 0
  for (let i = 0; i < bytes.length; ) {
    const n = utf8Length(bytes, i)
    if (n > 0) {
      i += n
      continue
    }
    let to = i + 1
    while (to < bytes.length && utf8Length(bytes, to) === 0) to++
    fixed.push(bytes.subarray(from, i), encoder.encode(single.decode(bytes.subarray(i, to))))
    i = from = to
  }
  fixed.push(bytes.subarray(from))
  return new TextDecoder('utf-8').decode(Buffer.concat(fixed))
}

/** UTF-7 (RFC 2152), where 8-bit bytes beside it are read as windows-1252. */
function decodeUtf7(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'utf-7')
}

/** ISO-2022-KR (RFC 1557) is EUC-KR without the high bits, between shift-out and shift-in. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length)
  let n = 0
  let shifted = false
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!
    if (b === 0x1b && bytes[i + 1] === 0x24 && bytes[i + 2] === 0x29 && bytes[i + 3] === 0x43) i += 3
    else if (b === 0x0e) shifted = true
    else if (b === 0x0f || b === 0x0a) {
      shifted = false
      if (b === 0x0a) out[n++] = b
    } else out[n++] = shifted && b > 0x20 ? b | 0x80 : b
  }
  return new TextDecoder('euc-kr').decode(out.subarray(0, n))
}
