import { type HtmlElement, type HtmlNode, walk } from '../parse/html-tree.ts'
import { headerLabel } from './vocabulary.ts'

/** An element by which a mail program marks what it quotes. */
export interface QuoteMark {
  element: HtmlElement
  kind: 'quote' | 'forward'
  /** `element`: the quote is inside it. `rest`: the quote begins with it and goes on to the end. */
  reach: 'element' | 'rest'
}

// Names come back changed: `x_gmail_quote` after Outlook, `m_123gmail_quote` after Gmail, `3D"gmail_quote"` after broken encoding.
const names = (value: string | undefined): string[] =>
  (value ?? '')
    .slice(0, 500)
    .replace(/^3D|["']/g, '')
    .split(/\s+/)
    .map((name) => name.replace(/^(?:x_)+/i, '').replace(/^m_-?\d+/, ''))
    .filter(Boolean)

const ELEMENT_CLASSES = new Set([
  'gmail_quote',
  'gmail_quote_container',
  'yahoo_quoted',
  'protonmail_quote',
  'tutanota_quote',
  'zmail_extra',
  'ms-outlook-mobile-reference-message',
  'moz-forward-container',
  'hd-reply-quote',
  'iosymail',
  'cafe_quote',
  'freshdesk_quote',
  'front-blockquote',
  'quoted_text',
  'wordsection-quote',
  'trix-quote',
  'domino-section',
])
const ELEMENT_IDS = new Set([
  'mail-editor-reference-message-container',
  'olk_src_body_section',
  'isreplycontent',
  'reply139content',
  'isforwardcontent',
  'yahoo_quoted',
  'oriMsgHtmlSeperator'.toLowerCase(),
  'orimsghtml',
  'divtagdefaultwrapper-quote',
])
const REST_IDS = new Set([
  'divrplyfwdmsg',
  'appendonsend',
  '_mailoriginal',
  'replysplit',
  'zwchr',
  'stopspelling',
  'spnolk',
])
const REST_CLASSES = new Set(['hd-reply-above', 'outlookmessageheader', 'gmail_extra_rest'])

const MAX_MARKS = 50

/** The marks in the order of the document; one inside another is left out. */
export function quoteMarks(root: HtmlElement): QuoteMark[] {
  const marks: QuoteMark[] = []
  walk(root, (element) => {
    const mark = markOf(element)
    if (!mark) return true
    marks.push(mark)
    return false
  })
  return marks.slice(0, MAX_MARKS).filter((mark) => mark.reach === 'element' || quoteIsBehind(mark.element))
}

function markOf(element: HtmlElement): QuoteMark | null {
  const classes = names(element.attrs.class).map((name) => name.toLowerCase())
  const id = names(element.attrs.id)[0]?.toLowerCase() ?? ''
  const anchor = element.tag === 'a' ? (names(element.attrs.name)[0]?.toLowerCase() ?? '') : ''
  if (id === 'mailcontainerbody') return null
  if (classes.some((name) => ELEMENT_CLASSES.has(name)) || ELEMENT_IDS.has(id) || id.startsWith('yahoo_quoted_')) {
    if (classes.includes('gmail_quote') && classes.includes('gmail_signature')) return null
    return { element, kind: kindOf(element, classes), reach: 'element' }
  }
  if (
    element.tag === 'blockquote' &&
    (/^cite$/i.test(element.attrs.type ?? '') ||
      classes.includes('gmail_quote') ||
      /^(?:mid|cid):/i.test(element.attrs.cite ?? ''))
  )
    return { element, kind: 'quote', reach: 'element' }
  if (element.attrs.name && /^"?quote"?$/i.test(element.attrs.name) && element.tag === 'div')
    return { element, kind: 'quote', reach: 'element' }
  if (REST_IDS.has(id) || REST_IDS.has(anchor) || classes.some((name) => REST_CLASSES.has(name)))
    return { element, kind: 'quote', reach: 'rest' }
  if (
    element.tag === 'hr' &&
    (/__DIVIDER__/.test(element.attrs['data-marker'] ?? '') ||
      (element.attrs.tabindex === '-1' && (element.attrs.style ?? '').includes('98%')))
  )
    return { element, kind: 'quote', reach: 'rest' }
  if (element.tag === 'div' && isOutlookBorder(element.attrs.style)) return { element, kind: 'quote', reach: 'rest' }
  if (element.tag === 'table' && isHeaderTable(element)) return { element, kind: 'quote', reach: 'rest' }
  return null
}

/** Notes and some web mailers set the header block as a table, often without colons: *Fra:* | Ola, *Til* | Kari, *Emne* | … */
function isHeaderTable(table: HtmlElement): boolean {
  const rows: HtmlElement[] = []
  for (const child of elements(table).slice(0, 12))
    rows.push(...(child.tag === 'tr' ? [child] : child.tag === 'tbody' ? elements(child).slice(0, 12) : []))
  const labels = rows.slice(0, 8).map((row) => {
    const [first, second] = elements(row)
    return first && second ? headerLabel(cellText(first)) : null
  })
  const known = new Set(labels.filter((label) => label !== null))
  return labels[0] === 'from' && known.size >= 3 && (known.has('date') || known.has('subject'))
}

const elements = (parent: HtmlElement) => parent.children.filter((child) => child.kind === 'element')

/** The words of a small cell, in lower case and without the colon; '' when it holds more than a label can. */
function cellText(cell: HtmlElement): string {
  let node: HtmlElement = cell
  for (let depth = 0; depth < 6; depth++) {
    if (node.children.length > 4) return ''
    const text = node.children.map((child) => (child.kind === 'text' ? child.text : '')).join('')
    if (text.trim())
      return text.length > 40
        ? ''
        : text
            .replace(/[\s:]+$/, '')
            .trim()
            .toLowerCase()
    const inner = elements(node)
    if (inner.length !== 1) return ''
    node = inner[0]!
  }
  return ''
}

/** Word draws one grey or blue line above the header block. The units and the blanks differ from version to version. */
function isOutlookBorder(style: string | undefined): boolean {
  if (!style || style.length > 400) return false
  const flat = style.toLowerCase().replace(/\s+/g, '')
  return (
    /border-top:(?:solid#(?:e1e1e1|b5c4df)1\.0pt|1(?:\.0)?ptsolid#?(?:e1e1e1|b5c4df))/.test(flat) &&
    /padding:3(?:\.0)?pt0/.test(flat)
  )
}

function kindOf(element: HtmlElement, classes: readonly string[]): 'quote' | 'forward' {
  if (classes.includes('moz-forward-container')) return 'forward'
  return /^\s*-{5,} ?(?:Forwarded message|Videresendt melding|Vidarebefordrat|Välitetty|Edelleenlähetetty)/i.test(
    firstText(element),
  )
    ? 'forward'
    : 'quote'
}

function firstText(element: HtmlElement): string {
  let text = ''
  walk(
    element,
    () => text.length < 80,
    undefined,
    (node) => {
      if (text.length < 80) text += node.text.replace(/\s+/g, ' ').trimStart()
    },
  )
  return text.slice(0, 120)
}

/** Outlook puts `appendonsend` into new mails, too: it marks a quote only when something follows. */
function quoteIsBehind(element: HtmlElement): boolean {
  if (firstText(element).trim()) return true
  let node: HtmlNode = element
  for (let guard = 0; guard < 50 && node.parent; guard++) {
    const parent: HtmlElement = node.parent
    const at = parent.children.indexOf(node)
    for (const sibling of parent.children.slice(at + 1, at + 40)) {
      if (sibling.kind === 'text' ? sibling.text.trim() : firstText(sibling).trim()) return true
    }
    node = parent
  }
  return false
}

/** The signatures that programs mark themselves. */
export function signatureMarks(root: HtmlElement): HtmlElement[] {
  const found: HtmlElement[] = []
  walk(root, (element) => {
    const classes = names(element.attrs.class).map((name) => name.toLowerCase())
    const id = names(element.attrs.id)[0]?.toLowerCase() ?? ''
    const marked =
      classes.some((name) =>
        [
          'gmail_signature',
          'moz-signature',
          'protonmail_signature_block',
          'ms-outlook-ios-signature',
          'gmail_signature_prefix',
          'tutanota_signature',
        ].includes(name),
      ) ||
      [
        'applemailsignature',
        'ms-outlook-mobile-signature',
        'composer_signature',
        'signature',
        'zimbra_signature',
      ].includes(id) ||
      /gmail_signature/i.test(element.attrs['data-smartmail'] ?? '')
    if (!marked) return true
    found.push(element)
    return false
  })
  return found
}
