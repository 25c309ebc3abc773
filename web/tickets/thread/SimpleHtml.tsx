import { createElement, Fragment, type ReactNode } from 'react'
import styles from './MessageBody.module.css'
import { parseHtml } from './parse-html.ts'

/** What our own editor makes. Anything else is shown in the mail frame. */
const PLAIN = new Set([
  'p',
  'br',
  'strong',
  'b',
  'em',
  'i',
  'u',
  's',
  'ul',
  'ol',
  'li',
  'blockquote',
  'code',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'div',
  'span',
  'hr',
])
const VOID = new Set(['br', 'hr'])
/** Headings of a message stand below the headings of the page. */
const LOWERED: Record<string, string> = { h1: 'h4', h2: 'h4', h3: 'h5', h4: 'h6' }

/**
 * A message of our own editor as React elements: it takes the page's colours and needs no frame. Built from a short list of elements and
 * no attributes but checked addresses, so there is nothing in it that could run. Null when the message holds more than that.
 */
export function simpleHtml(html: string): ReactNode | null {
  const body = parseHtml(html).body
  try {
    return <div className={styles.rich}>{children(body)}</div>
  } catch (error) {
    if (error instanceof TooRich) return null
    throw error
  }
}

class TooRich extends Error {}

function children(parent: Node): ReactNode[] {
  // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes
  return [...parent.childNodes].map((node, i) => <Fragment key={i}>{element(node)}</Fragment>)
}

function element(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent
  if (node.nodeType === Node.COMMENT_NODE) return null
  if (!(node instanceof Element)) throw new TooRich()
  const name = node.localName
  if (node.hasAttribute('style') || node.hasAttribute('bgcolor')) throw new TooRich()
  if (VOID.has(name)) return createElement(name)
  if (PLAIN.has(name)) return createElement(LOWERED[name] ?? name, null, ...children(node))
  if (name === 'a') {
    const href = node.getAttribute('href') ?? ''
    if (!/^(?:https?:|mailto:|tel:)/i.test(href)) return <Fragment>{children(node)}</Fragment>
    return (
      <a href={href} target="_blank" rel="noreferrer noopener">
        {children(node)}
      </a>
    )
  }
  if (name === 'img') {
    const source = node.getAttribute('src') ?? ''
    // Only what was uploaded here; nothing that would tell another server that this is being read.
    if (!source.startsWith('/api/v1/attachments/')) throw new TooRich()
    return <img src={source} alt={node.getAttribute('alt') ?? ''} />
  }
  throw new TooRich()
}
