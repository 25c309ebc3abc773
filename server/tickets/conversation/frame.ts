import { Parser } from 'htmlparser2'
import { SANITISER_VERSION, sanitiseHtml, textToHtml } from '#platform'
import { ownImage } from './body.ts'

/** A message as the frame shows it. */
export interface Framed {
  bodyText: string
  bodyHtml: string | null
  sanitiserVersion: number
  folds: readonly { start: number; end: number; kind: string }[]
  /** Addresses of this message's inline images by Content-ID. */
  images: ReadonlyMap<string, string>
}

/** The frame document's own policy: the third wall, which holds alone. Remote images only when the reader asked for them. */
export function framePolicy(withImages: boolean): string {
  return [
    'sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    `img-src 'self' data:${withImages ? ' https:' : ''}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
}

const STYLE = `:root{color-scheme:light}html{background:#fff}body{margin:0;padding:2px;font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:#1b1f24;overflow-wrap:anywhere}
img{max-width:100%;height:auto}table{max-width:100%}pre{white-space:pre-wrap}blockquote{margin:0 0 0 .25em;padding-left:.75em;border-left:2px solid #cfd6de;color:#4b5561}
details{margin:.5em 0}summary{display:inline-block;cursor:pointer;color:#4b5561;font-size:13px;padding:2px 8px;border:1px solid #cfd6de;border-radius:10px}
a{color:#0b57d0}`

/** The whole document for a sandboxed frame: sanitised again when it was by an older sanitiser, quotes folded. `language`: of the words. */
export function frameDocument(
  message: Framed,
  { folded, language, withImages }: { folded: string; language: string; withImages: boolean },
): string {
  const { body, remote } =
    message.bodyHtml === null
      ? { body: foldedText(message.bodyText, message.folds, folded), remote: false }
      : foldedHtml(freshlySanitised(message), folded, withImages)
  const flag = remote ? ' data-remote-images' : ''
  return `<!doctype html><html lang="${escapeHtml(language)}"${flag}><head><meta charset="utf-8"><title>${escapeHtml(folded)}</title><meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body>${body}</body></html>`
}

function freshlySanitised({ bodyHtml, sanitiserVersion, images }: Framed): string {
  if (sanitiserVersion === SANITISER_VERSION) return bodyHtml!
  return sanitiseHtml(bodyHtml!, (contentId) => images.get(contentId) ?? ownImage(contentId))
}

function details(summary: string, inside: string): string {
  return `<details><summary>${escapeHtml(summary)}</summary>${inside}</details>`
}

function foldedText(text: string, folds: Framed['folds'], summary: string): string {
  const parts: string[] = []
  let at = 0
  for (const fold of folds) {
    if (fold.start < at || fold.end > text.length) continue
    parts.push(textToHtml(text.slice(at, fold.start)), details(summary, textToHtml(text.slice(fold.start, fold.end))))
    at = fold.end
  }
  parts.push(textToHtml(text.slice(at)))
  return parts.join('')
}

const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'wbr'])
/** Inside a table a browser moves what does not belong there, so such a quote is left open. */
const IN_TABLE = new Set(['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'col', 'colgroup', 'caption'])

/** Folds the outermost quotes and, when asked, lets remote images load. The HTML is sanitised already. */
function foldedHtml(html: string, summary: string, withImages: boolean): { body: string; remote: boolean } {
  const out: string[] = []
  const open: boolean[] = []
  let quotes = 0
  let remote = false
  const parser = new Parser({
    onopentag(name, attributes) {
      const isQuote = 'data-quote' in attributes && quotes === 0 && !IN_TABLE.has(name) && !VOID.has(name)
      if (isQuote) {
        out.push(`<details><summary>${escapeHtml(summary)}</summary>`)
        quotes++
      }
      const parked = name === 'img' ? attributes['data-remote-src'] : undefined
      if (parked !== undefined) remote = true
      const shown =
        parked !== undefined && withImages && /^https:/i.test(parked)
          ? { ...attributes, src: parked, referrerpolicy: 'no-referrer' }
          : attributes
      const text = Object.entries(shown).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
      out.push(`<${name}${text.join('')}>`)
      if (!VOID.has(name)) open.push(isQuote)
    },
    ontext: (text) => void out.push(escapeHtml(text)),
    onclosetag(name) {
      if (VOID.has(name)) return
      out.push(`</${name}>`)
      if (open.pop()) {
        out.push('</details>')
        quotes--
      }
    },
  })
  parser.write(html)
  parser.end()
  return { body: out.join(''), remote }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)
}
