const SIGNATURES: readonly { type: string; at: number; bytes: readonly number[] }[] = [
  { type: 'image/png', at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/webp', at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: 'application/pdf', at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
]
/** How much of a file `shownType` wants to see. */
export const SNIFFED_BYTES = 2_048

/**
 * What a file is, judged by its first bytes, if it may be shown in a page at all: a raster image, a PDF, plain text; else null, and it
 * is only handed over as a download. What the sender called it decides nothing but text against download.
 */
export function shownType(head: Uint8Array, claimed: string): string | null {
  const hit = SIGNATURES.find(({ at, bytes }) => bytes.every((byte, i) => head[at + i] === byte))
  if (hit) return hit.type === 'image/webp' && String.fromCharCode(...head.subarray(0, 4)) !== 'RIFF' ? null : hit.type
  return /^text\/plain\b/i.test(claimed) && isText(head) ? 'text/plain; charset=utf-8' : null
}

/** UTF-8 without control characters (a character cut off at the end is allowed) and without anything a browser could take for a page. */
function isText(head: Uint8Array): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
  } catch {
    return false
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) && !/^\s*<(!doctype|\?xml|[a-z!/])/i.test(text)
}

/** A type as a header can carry it; nonsense becomes the type of nothing in particular. */
export function cleanType(type: string): string {
  const bare = type.split(';')[0]!.trim().toLowerCase()
  return /^[a-z0-9][a-z0-9!#$&^_.+-]{0,60}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,80}$/.test(bare)
    ? bare
    : 'application/octet-stream'
}

/** A file's name without folders, control characters or tricks with direction; never empty, at most 200 characters. */
export function cleanName(name: string): string {
  const bare = name
    .normalize('NFC')
    .split(/[/\\]/)
    .at(-1)!
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a header or a disk
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return [...bare].slice(0, 200).join('') || 'file'
}

/** The header for a download, with the name in both forms (RFC 6266, RFC 8187). */
export function contentDisposition(kind: 'inline' | 'attachment', filename: string): string {
  const plain =
    filename
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\%]/g, '_') || 'file'
  const coded = encodeURIComponent(filename).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${coded}`
}
