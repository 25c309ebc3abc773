import { type HtmlElement, type HtmlNode, type HtmlText, walk } from './html-tree.ts'

/** HTML as plain text, with the range of each node in it. */
export interface RenderedHtml {
  text: string
  ranges: Map<HtmlNode, { start: number; end: number }>
}

const BLOCK = new Set(
  `address article aside blockquote body center dd details div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre
  section summary table tbody tfoot thead tr ul #root`.split(/\s+/),
)
const SPACED = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'pre', 'dl'])
const SILENT = new Set([
  'head',
  'style',
  'script',
  'title',
  'meta',
  'link',
  'template',
  'object',
  'svg',
  'math',
  'iframe',
  'select',
  'textarea',
  'button',
])
const MAX_QUOTE_DEPTH = 8

/** Renders the tree as text in one pass: blocks on their own lines, `> ` before quotes, links with their address when it says more. */
export function renderHtml(root: HtmlElement, max: number): RenderedHtml {
  const ranges: RenderedHtml['ranges'] = new Map()
  const out: string[] = []
  let length = 0
  let column = 0
  let breaks = 2
  let pendingSpace = false
  let quotes = 0
  let pre = 0
  const lists: { ordered: boolean; n: number }[] = []
  const starts = new Map<HtmlElement, number>()

  const emit = (piece: string) => {
    if (length > max) return
    out.push(piece)
    length += piece.length
  }
  const newlines = (n: number) => {
    pendingSpace = false
    while (breaks < n && length > 0) {
      if (column === 0 && quotes > 0 && breaks > 0) emit('> '.repeat(Math.min(quotes, MAX_QUOTE_DEPTH)).trimEnd())
      emit('\n')
      breaks++
      column = 0
    }
  }
  const write = (piece: string) => {
    if (!piece) return
    if (column === 0 && quotes > 0) emit('> '.repeat(Math.min(quotes, MAX_QUOTE_DEPTH)))
    if (pendingSpace && column > 0) emit(' ')
    pendingSpace = false
    emit(piece)
    column += piece.length
    breaks = 0
  }
  const words = (text: string) => {
    if (pre > 0) {
      for (const [i, line] of text.replace(/\r\n?/g, '\n').split('\n').entries()) {
        if (i > 0) lineBreak()
        write(line)
      }
      return
    }
    // A no-break space is text; all other white space is one blank.
    const pieces = text.split(/[ \t\r\n\f]+/)
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) pendingSpace = column > 0
      write(piece)
    }
  }
  const lineBreak = () => {
    pendingSpace = false
    if (column === 0 && quotes > 0) emit('> '.repeat(Math.min(quotes, MAX_QUOTE_DEPTH)).trimEnd())
    emit('\n')
    column = 0
    breaks = Math.min(breaks + 1, 2)
    if (breaks === 0) breaks = 1
  }

  walk(
    root,
    (element) => {
      if (SILENT.has(element.tag) || isHidden(element)) return false
      if (BLOCK.has(element.tag)) newlines(SPACED.has(element.tag) ? 2 : 1)
      starts.set(element, length)
      if (element.tag === 'br') lineBreak()
      else if (element.tag === 'hr') {
        write('________________________________')
        newlines(1)
      } else if (element.tag === 'img') write(imageText(element))
      else if (element.tag === 'blockquote') quotes++
      else if (element.tag === 'pre') pre++
      else if (element.tag === 'ul' || element.tag === 'ol') lists.push({ ordered: element.tag === 'ol', n: 0 })
      else if (element.tag === 'li') {
        const list = lists.at(-1)
        write(`${'  '.repeat(Math.min(lists.length, 6) - (list ? 1 : 0))}${list?.ordered ? `${++list.n}.` : '*'}`)
        pendingSpace = true
      } else if (element.tag === 'td' || element.tag === 'th') pendingSpace = column > 0
    },
    (element) => {
      if (element.tag === 'a') {
        const link = linkText(element, out, starts.get(element) ?? length, length)
        if (link) write(link)
      }
      ranges.set(element, { start: starts.get(element) ?? length, end: length })
      if (element.tag === 'blockquote') {
        newlines(1)
        quotes--
        newlines(2)
      } else if (element.tag === 'pre') pre--
      else if (element.tag === 'ul' || element.tag === 'ol') lists.pop()
      if (BLOCK.has(element.tag) && element.tag !== '#root') newlines(SPACED.has(element.tag) ? 2 : 1)
    },
    (text: HtmlText) => {
      const start = length
      words(text.text)
      ranges.set(text, { start, end: length })
    },
  )
  return { text: out.join('').slice(0, max), ranges }
}

/** Preheaders and tracking texts that no reader of the mail saw. */
function isHidden(element: HtmlElement): boolean {
  const style = element.attrs.style
  return style !== undefined && /(?:^|[;\s])display\s*:\s*none/i.test(style.slice(0, 1_000)) && element.tag !== 'body'
}

function imageText(element: HtmlElement): string {
  const alt = (element.attrs.alt ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)
  return alt && /^cid:/i.test(element.attrs.src ?? '') ? `[${alt}]` : ''
}

function linkText(element: HtmlElement, out: string[], start: number, end: number): string {
  const href = (element.attrs.href ?? '').trim()
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(href) || href.length > 500) return ''
  // Only the last pieces can belong to the link: a link's own text is short.
  let shown = ''
  for (let i = out.length - 1; i >= 0 && shown.length < end - start && shown.length < 600; i--) shown = out[i]! + shown
  shown = shown
    .slice(-(end - start))
    .replace(/\s+/g, ' ')
    .trim()
  if (end === start) return ''
  const bare = href.replace(/^(mailto:|tel:|https?:\/\/)/i, '').replace(/\/$/, '')
  if (
    shown
      .toLowerCase()
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '')
      .includes(bare.toLowerCase()) ||
    /^mailto:/i.test(href) ||
    /^tel:/i.test(href)
  )
    return ''
  return element.children.length > 0 ? ` <${href}>` : ''
}
