import { renderHtml } from '../parse/html-text.ts'
import { type HtmlElement, type HtmlNode, readHtml, walk, writeHtml } from '../parse/html-tree.ts'
import { type Fold, type Folded, type FoldOptions, foldText } from './fold.ts'
import { quoteMarks, signatureMarks } from './quote-marks.ts'

export interface FoldedHtml {
  /** The HTML, not sanitised, with `data-quote` on what is folded. */
  html: string
  /** The same as text, and the folds over that text. */
  text: string
  folded: Folded
}

interface Hint {
  start: number
  end: number
  kind: 'quote' | 'forward'
}

const MAX_TEXT = 2 * 1024 * 1024

/**
 * Folds the body of an HTML mail: the marks of the mail programs first, then the words of its text. What is folded is wrapped in
 * elements with `data-quote="quote|forward|signature"`, before the sanitiser takes classes and ids away.
 */
export function foldHtml(html: string, options: Omit<FoldOptions, 'hints'> = {}): FoldedHtml {
  const root = readHtml(html)
  dropForeignMarks(root)
  const { text, ranges } = renderHtml(root, MAX_TEXT)
  const hints: Hint[] = []
  for (const mark of quoteMarks(root)) {
    const range = ranges.get(mark.element)
    if (!range) continue
    const end = mark.reach === 'rest' ? text.length : range.end
    if (text.slice(range.start, end).trim() === '') continue
    hints.push({ start: range.start, end, kind: mark.kind })
  }
  const folded = withMarkedSignatures(
    foldText(text, { ...options, hints: joinNeighbours(text, hints) }),
    text,
    signatureMarks(root),
    ranges,
  )
  for (const fold of folded.folds) markRange(root, ranges, fold)
  return { html: writeHtml(root), text, folded }
}

/** Quotes that stand side by side are one: Outlook on a phone puts header and text into two elements. */
function joinNeighbours(text: string, hints: readonly Hint[]): Hint[] {
  const out: Hint[] = []
  for (const hint of hints) {
    const last = out.at(-1)
    if (last && hint.start <= last.end + 200 && text.slice(last.end, Math.max(last.end, hint.start)).trim() === '')
      last.end = Math.max(last.end, hint.end)
    else out.push({ ...hint })
  }
  return out
}

/** `data-quote` is ours: a sender must not fold or unfold anything by writing it. */
function dropForeignMarks(root: HtmlElement): void {
  walk(root, (element) => {
    delete element.attrs['data-quote']
  })
}

/** A signature that the program marked is folded too, when words stay visible without it. */
function withMarkedSignatures(
  folded: Folded,
  text: string,
  marks: readonly HtmlElement[],
  ranges: Map<HtmlNode, { start: number; end: number }>,
): Folded {
  const folds = [...folded.folds]
  for (const mark of marks.slice(0, 20)) {
    const range = ranges.get(mark)
    if (
      !range ||
      text.slice(range.start, range.end).trim() === '' ||
      folds.some((fold) => fold.start < range.end && range.start < fold.end)
    )
      continue
    const candidate: Fold[] = [...folds, { ...range, kind: 'signature' as const }].sort((a, b) => a.start - b.start)
    if (shown(text, candidate)) folds.splice(0, folds.length, ...candidate)
  }
  if (folds.length === folded.folds.length) return folded
  return { ...folded, folds, visible: shown(text, folds) }
}

function shown(text: string, folds: readonly Fold[]): string {
  let out = ''
  let at = 0
  for (const fold of folds) {
    out += text.slice(at, fold.start)
    at = Math.max(at, fold.end)
  }
  return (out + text.slice(at))
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}

const NO_WRAPPER_INSIDE = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'colgroup', 'select'])

/** Puts the nodes that lie inside the fold into wrappers; nodes that only touch it stay as they are. */
function markRange(root: HtmlElement, ranges: Map<HtmlNode, { start: number; end: number }>, fold: Fold): void {
  const kind = fold.kind === 'disclaimer' ? 'signature' : fold.kind
  const parents: { parent: HtmlElement; nodes: HtmlNode[] }[] = []
  walk(root, (element) => {
    let run: HtmlNode[] = []
    const close = () => {
      if (run.some((node) => covers(ranges, node, fold) === 'inside')) parents.push({ parent: element, nodes: run })
      run = []
    }
    if (element.tag === 'pre') splitPre(element, ranges, fold)
    for (const child of element.children) {
      const how = covers(ranges, child, fold)
      if (how === 'inside' || (how === 'empty' && run.length > 0)) run.push(child)
      else close()
    }
    close()
    return element.tag === '#root' || covers(ranges, element, fold) !== 'inside'
  })
  const inside = new Set<HtmlNode>()
  for (const { parent, nodes } of parents) {
    if (hasAncestor(parent, inside)) continue
    for (const node of nodes) inside.add(node)
    if (NO_WRAPPER_INSIDE.has(parent.tag)) {
      for (const node of nodes) if (node.kind === 'element') node.attrs['data-quote'] = kind
      continue
    }
    const only = nodes.length === 1 ? nodes[0]! : null
    if (only?.kind === 'element' && only.tag === 'div') {
      only.attrs['data-quote'] = kind
      continue
    }
    const wrapper: HtmlElement = { kind: 'element', tag: 'div', attrs: { 'data-quote': kind }, parent, children: [] }
    const at = parent.children.indexOf(nodes[0]!)
    parent.children.splice(at, nodes.length, wrapper)
    for (const node of nodes) node.parent = wrapper
    wrapper.children = nodes
  }
}

function hasAncestor(element: HtmlElement, marked: Set<HtmlNode>): boolean {
  for (let node: HtmlElement | null = element; node; node = node.parent) if (marked.has(node)) return true
  return false
}

function covers(
  ranges: Map<HtmlNode, { start: number; end: number }>,
  node: HtmlNode,
  fold: Fold,
): 'inside' | 'empty' | 'outside' {
  const range = ranges.get(node)
  if (!range || range.end === range.start) {
    if (range && (range.start < fold.start || range.start > fold.end)) return 'outside'
    return 'empty'
  }
  return range.start >= fold.start && range.end <= fold.end ? 'inside' : 'outside'
}

/** A whole mail inside one `<pre>`: its text is cut where the fold begins. */
function splitPre(pre: HtmlElement, ranges: Map<HtmlNode, { start: number; end: number }>, fold: Fold): void {
  for (const [i, child] of pre.children.entries()) {
    if (child.kind !== 'text') continue
    const range = ranges.get(child)
    if (!range || range.start >= fold.start || range.end <= fold.start || range.end - range.start !== child.text.length)
      continue
    const cut = fold.start - range.start
    const rest: HtmlNode = { kind: 'text', text: child.text.slice(cut), parent: pre }
    child.text = child.text.slice(0, cut)
    pre.children.splice(i + 1, 0, rest)
    ranges.set(rest, { start: fold.start, end: range.end })
    ranges.set(child, { start: range.start, end: fold.start })
    return
  }
}
