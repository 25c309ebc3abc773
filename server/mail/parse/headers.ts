import type { ParseLimits } from './limits.ts'

/** One header field: the lower-case name and its unfolded value, one byte in each character. */
export interface HeaderField {
  key: string
  raw: string
}

export interface HeaderBlock {
  fields: HeaderField[]
  /** Offset of the first byte of the body. */
  bodyStart: number
  truncated: boolean
}

const KNOWN = new Set(
  `received return-path from to cc bcc date subject sender reply-to message-id in-reply-to references mime-version content-type
  content-transfer-encoding content-disposition content-id content-description content-language content-location delivered-to
  user-agent precedence importance priority organization comments keywords status lines auto-submitted errors-to list-id
  list-unsubscribe thread-topic thread-index dkim-signature domainkey-signature authentication-results newsgroups resent-from
  resent-to resent-date resent-message-id disposition-notification-to return-receipt-to envelope-to encoding action`
    .split(/\s+/)
    .filter(Boolean),
)

const LF = 0x0a

interface Line {
  start: number
  /** End without the line break. */
  end: number
  next: number
}

function lineAt(data: Buffer, start: number, stop: number): Line {
  let at = data.indexOf(LF, start)
  if (at < 0 || at >= stop) at = stop
  const end = at > start && data[at - 1] === 0x0d ? at - 1 : at
  return { start, end, next: Math.min(at + 1, stop) }
}

/** The field name of a line, or null when the line is no header field (RFC 5322, 2.2; blanks before the colon are forgiven). */
function fieldName(data: Buffer, line: Line): string | null {
  const limit = Math.min(line.end, line.start + 100)
  let i = line.start
  while (i < limit && data[i]! > 0x20 && data[i]! < 0x7f && data[i] !== 0x3a) i++
  const end = i
  while (i < limit && (data[i] === 0x20 || data[i] === 0x09)) i++
  if (end === line.start || data[i] !== 0x3a) return null
  return data.toString('latin1', line.start, end).toLowerCase()
}

const isBlank = (data: Buffer, line: Line) => {
  for (let i = line.start; i < line.end; i++) if (data[i] !== 0x20 && data[i] !== 0x09) return false
  return true
}

const isKnownField = (data: Buffer, line: Line) => {
  const name = fieldName(data, line)
  return (
    name !== null &&
    (KNOWN.has(name) || name.startsWith('x-') || name.startsWith('content-') || name.startsWith('list-'))
  )
}

/**
 * Reads the header block at `start`. A line that is no field belongs to the field before it when known fields follow before the
 * block ends (a badly folded line), and begins the body otherwise, so that no text is lost.
 */
export function readHeaders(data: Buffer, start: number, stop: number, limits: ParseLimits): HeaderBlock {
  const fields: HeaderField[] = []
  let truncated = false
  let name: string | null = null
  let pieces: string[] = []
  let kept = 0
  const close = () => {
    if (name !== null && fields.length < limits.headerFields) fields.push({ key: name, raw: pieces.join('').trim() })
    else if (name !== null) truncated = true
    name = null
    pieces = []
  }
  const keep = (line: Line, from: number) => {
    const room = Math.min(limits.headerValue * 4 - kept, limits.headerBytes - (line.start - start))
    if (line.end - from > room) truncated = true
    if (room <= 0) return
    const to = Math.min(line.end, from + room)
    kept += to - from
    pieces.push(data.toString('latin1', from, to))
  }

  let at = start
  let lookedAhead = 0
  while (at < stop) {
    const line = lineAt(data, at, stop)
    if (line.end === line.start) {
      close()
      return { fields, bodyStart: line.next, truncated }
    }
    const folded = data[line.start] === 0x20 || data[line.start] === 0x09
    if (folded && isBlank(data, line)) {
      const after = lineAt(data, line.next, stop)
      const goesOn =
        line.next < stop &&
        (isKnownField(data, after) ||
          ((data[after.start] === 0x20 || data[after.start] === 0x09) && !isBlank(data, after)))
      if (!goesOn) {
        close()
        return { fields, bodyStart: line.next, truncated }
      }
      at = line.next
      continue
    }
    if (folded && name !== null) {
      keep(line, line.start)
      at = line.next
      continue
    }
    const found = folded ? indentedField(data, line) : fieldName(data, line)
    if (found === null) {
      // The blank line was forgotten: a delimiter can only be in the body.
      if (fields.length + pieces.length > 0 && data[line.start] === 0x2d && data[line.start + 1] === 0x2d) {
        close()
        return { fields, bodyStart: line.start, truncated }
      }
      const mailbox =
        fields.length === 0 &&
        name === null &&
        /^>?From \S/.test(data.toString('latin1', line.start, Math.min(line.end, line.start + 20)))
      if (mailbox) {
        at = line.next
        continue
      }
      if (lookedAhead++ < 20 && fieldsFollow(data, line.next, stop)) {
        if (name !== null) {
          pieces.push(' ')
          keep(line, line.start)
        }
        at = line.next
        continue
      }
      close()
      return { fields, bodyStart: line.start, truncated }
    }
    close()
    name = found
    kept = 0
    const colon = data.indexOf(0x3a, line.start)
    keep(line, colon + 1)
    at = line.next
  }
  close()
  return { fields, bodyStart: stop, truncated }
}

/** A first line that begins with a blank, such as ` From: …`, is a field all the same when its name is known. */
function indentedField(data: Buffer, line: Line): string | null {
  let i = line.start
  while (data[i] === 0x20 || data[i] === 0x09) i++
  const shifted = { ...line, start: i }
  return isKnownField(data, shifted) ? fieldName(data, shifted) : null
}

/** Do known fields follow, and then the blank line that ends a header? Looks at no more than 60 lines. */
function fieldsFollow(data: Buffer, start: number, stop: number): boolean {
  let known = false
  let at = start
  for (let i = 0; i < 60 && at < stop; i++) {
    const line = lineAt(data, at, stop)
    if (line.end === line.start) return known
    if (isKnownField(data, line)) known = true
    else if (data[line.start] !== 0x20 && data[line.start] !== 0x09 && fieldName(data, line) === null && known)
      return false
    at = line.next
  }
  return false
}

/** The first value of a field, undecoded; null when there is none. */
export function firstRaw(fields: readonly HeaderField[], key: string): string | null {
  return fields.find((field) => field.key === key)?.raw ?? null
}
