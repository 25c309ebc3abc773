import { cleanFilename } from './attachments.ts'
import { decodeBytes } from './charset.ts'

/** What a winmail.dat (TNEF, [MS-OXTNEF]) holds: files, and the body when it is plain text or HTML. */
export interface TnefContents {
  text: string | null
  html: string | null
  files: { filename: string; contentType: string; content: Buffer; contentId: string | null }[]
}

const SIGNATURE = 0x223e9f78
const MAX_FILES = 200
const ATT_BODY = 0x2800c
const ATT_MAPI_PROPS = 0x69003
const ATT_ATTACH_DATA = 0x6800f
const ATT_ATTACH_TITLE = 0x18010
const ATT_ATTACH_REND = 0x69002
const ATT_ATTACHMENT = 0x69005
const ATT_CODEPAGE = 0x69007

const PR_BODY = 0x1000
const PR_BODY_HTML = 0x1013
const PR_ATTACH_DATA = 0x3701
const PR_ATTACH_FILENAME = 0x3704
const PR_ATTACH_LONG_FILENAME = 0x3707
const PR_ATTACH_MIME_TAG = 0x370e
const PR_ATTACH_CONTENT_ID = 0x3712
const PR_DISPLAY_NAME = 0x3001

/** Decodes TNEF; null on any doubt, so that the file itself is kept and shown. */
export function readTnef(data: Buffer): TnefContents | null {
  try {
    return decode(data)
  } catch {
    // a length that points outside: not worth a guess
    return null
  }
}

function decode(data: Buffer): TnefContents | null {
  if (data.length < 6 || data.readUInt32LE(0) !== SIGNATURE) return null
  const out: TnefContents = { text: null, html: null, files: [] }
  let codepage = 'windows-1252'
  let file: TnefContents['files'][number] | null = null
  let at = 6
  while (at + 9 <= data.length) {
    const level = data[at]!
    const id = data.readUInt32LE(at + 1)
    const length = data.readUInt32LE(at + 5)
    const start = at + 9
    if ((level !== 1 && level !== 2) || start + length + 2 > data.length) return null
    const value = data.subarray(start, start + length)
    if (checksum(value) !== data.readUInt16LE(start + length)) return null
    at = start + length + 2
    if (id === ATT_CODEPAGE && length >= 4) codepage = `windows-${value.readUInt32LE(0)}`
    else if (id === ATT_BODY) out.text = cString(value, codepage)
    else if (id === ATT_MAPI_PROPS) bodyProps(value, codepage, out)
    else if (id === ATT_ATTACH_REND) {
      if (out.files.length >= MAX_FILES) return null
      file = { filename: '', contentType: 'application/octet-stream', content: Buffer.alloc(0), contentId: null }
      out.files.push(file)
    } else if (file && id === ATT_ATTACH_TITLE) file.filename ||= cleanFilename(cString(value, codepage))
    else if (file && id === ATT_ATTACH_DATA) file.content = Buffer.from(value)
    else if (file && id === ATT_ATTACHMENT) fileProps(value, codepage, file)
  }
  for (const [i, entry] of out.files.entries()) entry.filename ||= `attachment-${i + 1}.bin`
  return out
}

function checksum(value: Buffer): number {
  let sum = 0
  for (let i = 0; i < value.length; i++) sum = (sum + value[i]!) & 0xffff
  return sum
}

function cString(value: Buffer, codepage: string): string {
  const end = value.indexOf(0)
  return decodeBytes(end >= 0 ? value.subarray(0, end) : value, codepage).text
}

function bodyProps(value: Buffer, codepage: string, out: TnefContents): void {
  for (const { id, type, data } of properties(value)) {
    if (id === PR_BODY && out.text === null) out.text = propText(type, data, codepage)
    else if (id === PR_BODY_HTML)
      out.html = type === 0x102 ? decodeBytes(data, codepage).text : propText(type, data, codepage)
  }
}

function fileProps(value: Buffer, codepage: string, file: TnefContents['files'][number]): void {
  let long = ''
  for (const { id, type, data } of properties(value)) {
    if (id === PR_ATTACH_LONG_FILENAME) long = cleanFilename(propText(type, data, codepage))
    else if (id === PR_ATTACH_FILENAME || id === PR_DISPLAY_NAME)
      file.filename ||= cleanFilename(propText(type, data, codepage))
    else if (id === PR_ATTACH_MIME_TAG)
      file.contentType = propText(type, data, codepage).toLowerCase().slice(0, 100) || file.contentType
    else if (id === PR_ATTACH_CONTENT_ID) file.contentId = propText(type, data, codepage).replace(/^<|>$/g, '') || null
    else if (id === PR_ATTACH_DATA && file.content.length === 0 && type === 0x102) file.content = Buffer.from(data)
  }
  if (long) file.filename = long
}

function propText(type: number, data: Buffer, codepage: string): string {
  if (type === 0x1f) return data.toString('utf16le').replace(/\0+$/, '')
  return cString(data, codepage)
}

interface Property {
  id: number
  type: number
  data: Buffer
}

/** MAPI properties ([MS-OXTNEF] 2.1.3.4). Throws when a length points outside the value. */
function properties(value: Buffer): Property[] {
  const out: Property[] = []
  const count = value.readUInt32LE(0)
  if (count > 2_000) throw new RangeError('too many properties')
  let at = 4
  for (let i = 0; i < count; i++) {
    const type = value.readUInt16LE(at)
    const id = value.readUInt16LE(at + 2)
    at += 4
    if (id >= 0x8000) at = skipName(value, at)
    const kind = type & 0xfff
    const many = (type & 0x1000) !== 0
    const variable = kind === 0x1e || kind === 0x1f || kind === 0x102 || kind === 0x0d
    let values = 1
    if (many || variable) {
      values = value.readUInt32LE(at)
      at += 4
      if (values > 10_000) throw new RangeError('too many values')
    }
    for (let v = 0; v < values; v++) {
      let size = variable ? 0 : fixedSize(kind)
      if (variable) {
        size = value.readUInt32LE(at)
        at += 4
      }
      if (at + size > value.length) throw new RangeError('property outside the value')
      if (v === 0) out.push({ id, type: kind, data: value.subarray(at, at + size) })
      at += variable ? (size + 3) & ~3 : size
    }
  }
  return out
}

function skipName(value: Buffer, at: number): number {
  const kind = value.readUInt32LE(at + 16)
  if (kind === 0) return at + 24
  const length = value.readUInt32LE(at + 20)
  if (length > 2_000) throw new RangeError('name too long')
  return at + 24 + ((length + 3) & ~3)
}

function fixedSize(kind: number): number {
  if (kind === 0x48) return 16
  if (kind === 0x05 || kind === 0x06 || kind === 0x07 || kind === 0x14 || kind === 0x40) return 8
  if ([0x00, 0x01, 0x02, 0x03, 0x04, 0x0a, 0x0b].includes(kind)) return 4
  throw new RangeError('unknown property type')
}
