import { Parser } from 'htmlparser2'
import { limitDepth } from '#html'

/** A small tree of HTML: enough to mark quotes and to read text, bounded in depth and size. */
export interface HtmlElement {
  kind: 'element'
  tag: string
  attrs: Record<string, string>
  parent: HtmlElement | null
  children: HtmlNode[]
}

export interface HtmlText {
  kind: 'text'
  text: string
  parent: HtmlElement
}

export type HtmlNode = HtmlElement | HtmlText

const MAX_DEPTH = 200
const MAX_NODES = 200_000
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** Their text is never shown; style is kept, so that the sanitiser decides about it. */
const DROPPED = new Set(['script', 'noscript', 'template', 'title'])

/** Reads HTML. Tags beyond the depth that people write are dropped and their text kept; comments and scripts are not kept. */
export function readHtml(html: string): HtmlElement {
  const root: HtmlElement = { kind: 'element', tag: '#root', attrs: {}, parent: null, children: [] }
  let current = root
  let depth = 0
  let skipped = 0
  let dropping = 0
  let nodes = 0
  const parser = new Parser(
    {
      onopentag(tag, attrs) {
        if (DROPPED.has(tag)) dropping++
        if (dropping > 0) return
        const element: HtmlElement = { kind: 'element', tag, attrs, parent: current, children: [] }
        if (VOID.has(tag)) {
          if (nodes++ < MAX_NODES) current.children.push(element)
          return
        }
        if (depth >= MAX_DEPTH || nodes >= MAX_NODES) {
          skipped++
          return
        }
        nodes++
        current.children.push(element)
        current = element
        depth++
      },
      ontext(text) {
        if (dropping > 0) return
        const last = current.children.at(-1)
        if (last?.kind === 'text') last.text += text
        else current.children.push({ kind: 'text', text, parent: current })
      },
      onclosetag(tag) {
        if (DROPPED.has(tag)) {
          dropping = Math.max(0, dropping - 1)
          return
        }
        if (dropping > 0 || VOID.has(tag)) return
        if (skipped > 0) skipped--
        else if (current.parent) {
          current = current.parent
          depth--
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(limitDepth(html))
  parser.end()
  return root
}

const escapeText = (text: string) => text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))
const escapeAttr = (text: string) =>
  text.replace(/[&<>"]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : c === '>' ? '&gt;' : '&quot;'))

/** The tree as HTML again. */
export function writeHtml(root: HtmlElement): string {
  const out: string[] = []
  walk(
    root,
    (element) => {
      if (element.tag === '#root') return
      out.push(`<${element.tag}`)
      for (const [name, value] of Object.entries(element.attrs))
        if (/^[a-z_][\w:.-]{0,60}$/.test(name)) out.push(` ${name}="${escapeAttr(value)}"`)
      out.push('>')
    },
    (element) => {
      if (element.tag !== '#root' && !VOID.has(element.tag)) out.push(`</${element.tag}>`)
    },
    (text) => out.push(text.parent.tag === 'style' ? text.text.replace(/<\//g, '<\\/') : escapeText(text.text)),
  )
  return out.join('')
}

/** Visits the tree in the order of the document. `enter` may return false to skip what is inside. */
export function walk(
  root: HtmlElement,
  enter: (element: HtmlElement) => boolean | undefined,
  leave?: (element: HtmlElement) => void,
  text?: (text: HtmlText) => void,
): void {
  const stack: { element: HtmlElement; next: number }[] = []
  if (enter(root) === false) return
  stack.push({ element: root, next: 0 })
  while (stack.length > 0) {
    const top = stack[stack.length - 1]!
    const child = top.element.children[top.next++]
    if (!child) {
      leave?.(top.element)
      stack.pop()
    } else if (child.kind === 'text') text?.(child)
    else if (enter(child) !== false) stack.push({ element: child, next: 0 })
  }
}
