import { decodeBytes, knowsCharset } from './charset.ts'
import { decodeBase64, decodeQuotedPrintable } from './transfer-encoding.ts'

/** Far beyond the 75 characters that RFC 2047 allows, and still bounded. */
const MAX_WORD = 8_000

interface Word {
  charset: string
  encoding: 'b' | 'q'
  data: string
  end: number
}

/**
 * A header value as text: encoded words (RFC 2047), also split inside a character, unclosed or inside quotes, and raw 8-bit
 * bytes. `raw` holds one byte in each character.
 */
export function decodeHeaderText(raw: string, fallbackCharset?: string | null): string {
  const parts: string[] = []
  let plain = ''
  let group: { charset: string; bytes: Buffer[] } | null = null
  const closeGroup = () => {
    if (group) parts.push(stripControls(decodeBytes(Buffer.concat(group.bytes), group.charset).text))
    group = null
  }
  const closePlain = () => {
    if (plain) parts.push(decodeRaw(plain, fallbackCharset))
    plain = ''
  }
  for (let i = 0; i < raw.length; ) {
    const next = raw.indexOf('=?', i)
    const word = next < 0 ? null : readWord(raw, next)
    if (next < 0 || !word) {
      const stop = next < 0 ? raw.length : next + 2
      const text = raw.slice(i, stop)
      closeGroup()
      plain += text
      i = stop
      continue
    }
    const between = raw.slice(i, next)
    // Blanks between two encoded words are only there to fold the line.
    if (!(group && between.trim() === '')) {
      closeGroup()
      plain += between
      closePlain()
    }
    const bytes = word.encoding === 'b' ? decodeBase64(Buffer.from(word.data, 'latin1')) : decodeQ(word.data)
    const open = group as { charset: string; bytes: Buffer[] } | null
    if (open && open.charset === word.charset) open.bytes.push(bytes)
    else {
      closeGroup()
      group = { charset: word.charset, bytes: [bytes] }
    }
    i = word.end
  }
  closeGroup()
  closePlain()
  return parts.join('')
}

/** The encoded word at `at`, or null. Tolerates blanks inside, a missing last `?` at the end, and a language suffix. */
function readWord(raw: string, at: number): Word | null {
  const mark = raw.slice(at + 2, at + 64).indexOf('?')
  const afterCharset = at + 2 + mark
  if (mark < 0 || raw[afterCharset + 2] !== '?') return null
  const charset =
    raw
      .slice(at + 2, afterCharset)
      .trim()
      .toLowerCase()
      .split('*', 1)[0] ?? ''
  const encoding = raw[afterCharset + 1]!.toLowerCase()
  if ((encoding !== 'b' && encoding !== 'q') || !charset || !/^[\w.:()+-]+$/.test(charset)) return null
  if (!knowsCharset(charset) && !/^[a-z0-9_-]+$/.test(charset)) return null
  const start = afterCharset + 3
  const window = raw.slice(start, start + MAX_WORD)
  let end = window.indexOf('?=')
  // In Q, a `?=` may be the sign before an encoded byte: `=?utf-8?q?=C3=A9?=` starts with one.
  if (encoding === 'q' && end === 0 && /^[0-9a-f]{2}/i.test(window.slice(2, 4))) end = window.indexOf('?=', 2)
  if (end < 0) {
    if (raw.length - start > 200 || /\s/.test(window.trim())) return null
    return { charset, encoding, data: window.replace(/\?$/, ''), end: raw.length }
  }
  const data = window.slice(0, end)
  if (data.includes('=?') && encoding === 'b') return null
  return { charset, encoding, data, end: start + end + 2 }
}

function decodeQ(data: string): Buffer {
  return decodeQuotedPrintable(Buffer.from(data.replaceAll('_', ' ').replace(/[\r\n\t]/g, ' '), 'latin1'))
}

function decodeRaw(plain: string, fallback?: string | null): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the question is whether a byte is outside ASCII
  if (!/[^\x00-\x7f]|\x1b\$/.test(plain)) return stripControls(plain)
  const bytes = Buffer.from(plain, 'latin1')
  const guessed = decodeBytes(bytes, null).text
  // A mail in KOI8-R whose subject is raw 8-bit is KOI8-R there too; but UTF-8 proves itself.
  const utf8 = Buffer.from(guessed, 'utf8').equals(bytes)
  return stripControls(utf8 || !fallback ? guessed : decodeBytes(bytes, fallback).text)
}

function stripControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a header
  return text.replace(/[\x00-\x08\x0a-\x1f\x7f]/g, ' ')
}
