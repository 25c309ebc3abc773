import sanitize from 'sanitize-html'
import { limitDepth } from './html-depth.ts'
import { cleanStyle } from './inline-style.ts'

/** Cached HTML is made anew when this changes. Raise it with every change of what the sanitiser lets through. */
export const SANITISER_VERSION = 1

/** Where the bytes of an inline image are, by its Content-ID; null when the mail holds no such image. */
export type ResolveContentId = (contentId: string) => string | null

const TAGS =
  `a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt em figcaption figure font footer
h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr`.split(
    /\s+/,
  )

/** Elements whose text is not text for the reader: it goes with them. */
const WITHOUT_TEXT = [
  'script',
  'style',
  'textarea',
  'option',
  'select',
  'noscript',
  'template',
  'title',
  'xmp',
  'noembed',
  'noframes',
  'iframe',
  'object',
  'applet',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'plaintext',
]

const QUOTES = new Set(['quote', 'forward', 'signature'])
const TABLE = [
  'align',
  'valign',
  'bgcolor',
  'width',
  'height',
  'border',
  'cellpadding',
  'cellspacing',
  'colspan',
  'rowspan',
  'scope',
  'nowrap',
]
const PLAIN_VALUE = /^[\w\s#%.,:()+-]{0,60}$/

const ALLOWED: Record<string, string[]> = Object.freeze({
  '*': ['style', 'dir', 'lang', 'title', 'data-quote'],
  a: ['href', 'rel', 'target'],
  img: ['src', 'alt', 'width', 'height', 'align', 'border', 'data-cid', 'data-remote-src'],
  font: ['color', 'face', 'size'],
  ol: ['start', 'type'],
  ul: ['type'],
  li: ['value', 'type'],
  time: ['datetime'],
  p: ['align'],
  div: ['align'],
  h1: ['align'],
  h2: ['align'],
  h3: ['align'],
  hr: ['width', 'size', 'color', 'align'],
  ...Object.fromEntries(
    ['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th', 'col', 'colgroup', 'caption'].map((tag) => [tag, TABLE]),
  ),
})

const MAX_DEPTH = 250

/**
 * Mail HTML made harmless, the one way into the house (and not the only wall: it is shown in a sandboxed frame with a policy of
 * its own). An allow-list of elements, attributes and inline properties; links open elsewhere without telling from where; images
 * of the mail itself by `resolve`, remote ones parked in `data-remote-src`, so that nothing loads. Applied twice, it changes nothing.
 */
export function sanitiseHtml(html: string, resolve: ResolveContentId = () => null): string {
  return sanitize(limitDepth(html), {
    allowedTags: TAGS,
    allowedAttributes: ALLOWED,
    nonTextTags: WITHOUT_TEXT,
    disallowedTagsMode: 'discard',
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    // What an image may load was decided in `image` below; no scheme can pass here.
    allowedSchemesByTag: { img: [] },
    allowedSchemesAppliedToAttributes: ['href', 'src'],
    allowProtocolRelative: false,
    enforceHtmlBoundary: false,
    parseStyleAttributes: false,
    nestingLimit: MAX_DEPTH,
    parser: { decodeEntities: true, lowerCaseTags: true },
    transformTags: {
      '*': (tagName, attribs) => ({ tagName, attribs: common(attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: anchor(common(attribs)) }),
      img: (tagName, attribs) => ({ tagName, attribs: image(common(attribs), resolve) }),
    },
  })
}

function common(attribs: Record<string, string>): Record<string, string> {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(attribs)) {
    if (name === 'style') {
      const style = cleanStyle(value)
      if (style) out.style = style
    } else if (name === 'data-quote') {
      if (QUOTES.has(value)) out[name] = value
    } else if (
      name === 'href' ||
      name === 'src' ||
      name === 'alt' ||
      name === 'title' ||
      name === 'data-cid' ||
      name === 'data-remote-src'
    )
      out[name] = value.slice(0, 4_000)
    else if (PLAIN_VALUE.test(value)) out[name] = value
  }
  return out
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers ignore them inside a scheme, so they go before it is read
const IGNORED = /[\u0000-\u0020\u00a0\u200b-\u200f\ufeff]+/g

function anchor(attribs: Record<string, string>): Record<string, string> {
  const { href, rel: _rel, target: _target, ...rest } = attribs
  const clean = (href ?? '')
    .replace(IGNORED, (found) => (/^ +$/.test(found) ? '%20' : ''))
    .replace(/^(?:%20)+|(?:%20)+$/g, '')
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(clean)) return rest
  return { ...rest, href: clean, target: '_blank', rel: 'noopener noreferrer' }
}

function image(attribs: Record<string, string>, resolve: ResolveContentId): Record<string, string> {
  const { src = '', 'data-cid': known, 'data-remote-src': parked, ...rest } = attribs
  const trimmed = src.trim()
  // What an agent pasted stands there by our own address; `resolve` says whether it belongs to this message.
  const own = /^\/api\/v1\/attachments\/([\w-]{1,64})$/.exec(trimmed)?.[1]
  const contentId = /^cid:/i.test(trimmed) ? decodeId(trimmed.slice(4)) : (known ?? own ?? null)
  if (contentId !== null) {
    const address = resolve(contentId)
    return address === null || !/^\/[\w./-]{1,300}$/.test(address) || address.startsWith('//')
      ? rest
      : { ...rest, src: address, 'data-cid': contentId }
  }
  const remote = /^https?:\/\//i.test(trimmed)
    ? trimmed
    : /^\/\/[\w.-]+\//.test(trimmed)
      ? `https:${trimmed}`
      : /^https?:\/\//i.test(parked ?? '')
        ? parked
        : undefined
  return remote === undefined ? rest : { ...rest, 'data-remote-src': remote }
}

function decodeId(id: string): string {
  try {
    return decodeURIComponent(id).trim()
  } catch {
    // a lone percent sign: the id is meant as it stands
    return id.trim()
  }
}
