import { parseStructured, type StructuredValue } from './header-value.ts'
import { firstRaw, type HeaderField, readHeaders } from './headers.ts'
import type { ParseLimits } from './limits.ts'

/** A part of a mail: its header, and where its body lies in the raw bytes. */
export interface MimePart {
  fields: HeaderField[]
  type: StructuredValue
  /** The part named no Content-Type; `type` is the default of RFC 2045. */
  untyped: boolean
  bodyStart: number
  bodyEnd: number
  /** The parts of a multipart; empty when it has none or was too deep to open. */
  children: MimePart[]
  /** A multipart that is kept closed because it lies too deep. */
  closed: boolean
}

export interface MimeTree {
  root: MimePart
  parts: number
  warnings: Set<string>
}

const LF = 0x0a
const DASH = 0x2d
const MAX_BOUNDARY = 200

interface Open {
  part: MimePart
  boundary: string
  depth: number
}

/**
 * Reads the tree of parts in one pass over the bytes: each line that begins with two dashes is compared with the boundaries that
 * are open, so the work grows with the bytes and not with the depth.
 */
export function readMimeTree(data: Buffer, start: number, limits: ParseLimits): MimeTree {
  const warnings = new Set<string>()
  const tree = { parts: 0 }
  const read = (at: number, digest: boolean) => {
    tree.parts++
    return readPart(data, at, limits, digest, warnings)
  }
  const root = read(start, false)
  const open: Open[] = []
  const byBoundary = new Map<string, number>()
  let current = root
  let at = root.bodyStart

  const enter = (part: MimePart) => {
    if (!part.type.value.startsWith('multipart/')) return
    if (open.length >= limits.depth) {
      part.closed = true
      warnings.add('too-deep')
      return
    }
    const boundary = (part.type.params.get('boundary') ?? sniffBoundary(data, part.bodyStart)).trimEnd()
    if (!boundary || boundary.length > MAX_BOUNDARY) return
    open.push({ part, boundary, depth: open.length })
    // An inner multipart with the boundary of an outer one: the lines belong to the inner one until it ends.
    byBoundary.set(boundary, open.length - 1)
  }
  const leaveTo = (depth: number) => {
    while (open.length > depth) {
      const gone = open.pop()!
      if (byBoundary.get(gone.boundary) === open.length) {
        byBoundary.delete(gone.boundary)
        for (const [i, other] of open.entries()) if (other.boundary === gone.boundary) byBoundary.set(gone.boundary, i)
      }
    }
  }
  enter(root)

  while (at < data.length && open.length > 0) {
    const stop = data.indexOf(LF, at)
    const end = stop < 0 ? data.length : stop
    const next = stop < 0 ? data.length : stop + 1
    const hit = data[at] === DASH && data[at + 1] === DASH ? delimiter(data, at, end, byBoundary) : null
    if (!hit) {
      at = next
      continue
    }
    const bodyEnd = trimBreak(data, at)
    endOpen(open, current, hit.index, bodyEnd)
    leaveTo(hit.index + 1)
    const holder = open[hit.index]!.part
    if (hit.closes) {
      // What follows belongs to the outer multipart, or is an epilogue; a further delimiter may still come (glued mails).
      holder.bodyEnd = Math.max(holder.bodyStart, Math.min(holder.bodyEnd, bodyEnd))
      current = holder
      at = next
      continue
    }
    if (tree.parts >= limits.parts) {
      warnings.add('too-many-parts')
      const rest = bare(next, data.length)
      holder.children.push(rest)
      break
    }
    const part = read(next, holder.type.value === 'multipart/digest')
    holder.children.push(part)
    current = part
    at = part.bodyStart
    enter(part)
  }
  if (open.length > 0) {
    const unclosed = open.some((o) => o.part.bodyEnd === data.length && o.part.children.length > 0)
    if (unclosed) warnings.add('unclosed-multipart')
  }
  return { root, parts: tree.parts, warnings }
}

/** The current leaf, and each multipart inside the one that was hit, ends before the delimiter line. */
function endOpen(open: Open[], current: MimePart, index: number, end: number): void {
  if (current !== open[index]!.part && current.bodyEnd > end) current.bodyEnd = Math.max(current.bodyStart, end)
  for (let i = index + 1; i < open.length; i++)
    open[i]!.part.bodyEnd = Math.max(open[i]!.part.bodyStart, Math.min(open[i]!.part.bodyEnd, end))
}

function delimiter(
  data: Buffer,
  start: number,
  end: number,
  open: Map<string, number>,
): { index: number; closes: boolean } | null {
  if (end - start > MAX_BOUNDARY + 80) return null
  const line = data.toString('latin1', start + 2, end).trimEnd()
  const exact = open.get(line)
  if (exact !== undefined) return { index: exact, closes: false }
  if (line.endsWith('--')) {
    const closed = open.get(line.slice(0, -2))
    if (closed !== undefined) return { index: closed, closes: true }
  }
  const dashes = line.lastIndexOf('--')
  if (dashes > 0) {
    const glued = open.get(line.slice(0, dashes))
    if (glued !== undefined) return { index: glued, closes: true }
  }
  return null
}

function readPart(data: Buffer, at: number, limits: ParseLimits, digest: boolean, warnings: Set<string>): MimePart {
  const block = readHeaders(data, at, data.length, limits)
  if (block.truncated) warnings.add('truncated-headers')
  const raw = firstRaw(block.fields, 'content-type')
  const named = parseStructured(raw)
  const untyped = !raw || !named.value.includes('/')
  const type = untyped
    ? {
        value: digest ? 'message/rfc822' : named.value === 'text' || !raw ? 'text/plain' : 'text/plain',
        params: named.params,
      }
    : named
  return {
    fields: block.fields,
    type,
    untyped,
    bodyStart: block.bodyStart,
    bodyEnd: data.length,
    children: [],
    closed: false,
  }
}

function bare(start: number, end: number): MimePart {
  const type = { value: 'application/octet-stream', params: new Map([['name', 'further-parts.eml']]) }
  return { fields: [], type, untyped: false, bodyStart: start, bodyEnd: end, children: [], closed: true }
}

/** A multipart that forgot to name its boundary: the first line with two dashes is taken for one. */
function sniffBoundary(data: Buffer, start: number): string {
  const head = data.toString('latin1', start, Math.min(data.length, start + 4_000))
  return /(?:^|\n)--([^\s-][^\r\n]{4,69})\r?\n[\w-]+:/.exec(head)?.[1] ?? ''
}

/** The line break before a delimiter belongs to the delimiter (RFC 2046, 5.1.1). */
function trimBreak(data: Buffer, at: number): number {
  let end = at
  if (end > 0 && data[end - 1] === LF) end--
  if (end > 0 && data[end - 1] === 0x0d) end--
  return end
}
