import { decodeHeaderText } from './encoded-words.ts'
import { parseStructured } from './header-value.ts'
import { firstRaw } from './headers.ts'
import type { MimePart } from './mime-tree.ts'

/** A file that came with the mail: also inline images, whole mails (`.eml`), invitations and signatures. */
export interface ParsedAttachment {
  filename: string
  /** As the mail says; whoever serves the file must look at the bytes. */
  contentType: string
  content: Uint8Array
  /** The Content-ID without angle brackets, for `cid:` links. */
  contentId: string | null
  inline: boolean
}

const EXTENSIONS: Record<string, string> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/rtf': 'rtf',
  'text/x-vcard': 'vcf',
  'text/vcard': 'vcf',
  'text/rfc822-headers': 'txt',
  'message/rfc822': 'eml',
  'message/global': 'eml',
  'message/delivery-status': 'txt',
  'message/global-delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'application/pdf': 'pdf',
  'application/zip': 'zip',
  'application/ics': 'ics',
  'application/pkcs7-signature': 'p7s',
  'application/x-pkcs7-signature': 'p7s',
  'application/pkcs7-mime': 'p7m',
  'application/x-pkcs7-mime': 'p7m',
  'application/pgp-signature': 'asc',
  'application/pgp-encrypted': 'asc',
  'application/ms-tnef': 'dat',
  'application/json': 'json',
  'application/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'image/heic': 'heic',
  'image/tiff': 'tif',
  'image/bmp': 'bmp',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'audio/amr': 'amr',
  'video/mp4': 'mp4',
}

/** What a part says about being a file. */
export interface PartDisposition {
  disposition: string
  /** The name that the mail gives, '' when it gives none. */
  filename: string
  contentId: string | null
}

export function dispositionOf(part: MimePart): PartDisposition {
  const field = parseStructured(firstRaw(part.fields, 'content-disposition'))
  const filename =
    field.params.get('filename') || part.type.params.get('name') || field.params.get('name') || locationName(part)
  const id = firstRaw(part.fields, 'content-id') ?? firstRaw(part.fields, 'x-attachment-id')
  return {
    disposition: field.value,
    filename: cleanFilename(filename),
    contentId: id ? id.replace(/^[\s<]+|[\s>]+$/g, '').slice(0, 500) || null : null,
  }
}

/** Apple Mail and saved pages name an image only by where it lay: `Content-Location: Photo25.jpg`. */
function locationName(part: MimePart): string {
  if (/^(?:text|multipart|message)\//.test(part.type.value)) return ''
  const location = (firstRaw(part.fields, 'content-location') ?? '').split(/[?#]/, 1)[0]!.trim().slice(0, 2_000)
  const name = location.split(/[\\/]/).at(-1) ?? ''
  return /^[^\s:][^:]{0,200}\.[a-z0-9]{2,5}$/i.test(name) ? name : ''
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what must go
const HIDDEN = /[\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200e\u200f]/g

/** Folders, control and direction characters have no place in a file name; the name itself is kept as it is. */
export function cleanFilename(name: string): string {
  let text = name
  if (text.includes('=?')) text = decodeHeaderText(text)
  const slash = /^(?:[a-z]:)?[\\/]/i.test(text) || /[\\/]\.\.?[\\/]/.test(text)
  if (slash) text = text.split(/[\\/]/).at(-1) ?? text
  text = text.replace(HIDDEN, ' ').replace(/\s+/g, ' ').trim()
  if (/^\.+$/.test(text)) text = ''
  if (text.length <= 240) return text
  const dot = text.lastIndexOf('.')
  return dot > text.length - 12 ? text.slice(0, 240 - (text.length - dot)) + text.slice(dot) : text.slice(0, 240)
}

/** A name for a part that has none, so that it can be saved and opened. */
export function nameFor(contentType: string, number: number, subject?: string): string {
  const ending =
    EXTENSIONS[contentType] ?? /^(?:image|audio|video)\/(?:x-)?([a-z0-9]{2,5})$/.exec(contentType)?.[1] ?? 'bin'
  if (ending === 'eml') {
    const title = cleanFilename((subject ?? '').replace(/[\\/:*?"<>|]/g, ' '))
      .slice(0, 80)
      .trim()
    return `${title || `message-${number}`}.eml`
  }
  if (contentType === 'message/delivery-status' || contentType === 'message/global-delivery-status')
    return 'delivery-status.txt'
  if (contentType === 'message/feedback-report') return 'feedback-report.txt'
  if (contentType === 'message/disposition-notification') return 'disposition-notification.txt'
  if (contentType === 'text/rfc822-headers') return 'headers.txt'
  if (contentType === 'text/calendar') return 'invite.ics'
  if (ending === 'p7s' || ending === 'p7m') return `smime.${ending}`
  if (ending === 'dat') return 'winmail.dat'
  const kind = contentType.startsWith('image/') ? 'image' : 'attachment'
  return `${kind}-${number}.${ending}`
}
