import { compile } from 'html-to-text'
import { SANITISER_VERSION, sanitiseHtml } from '#platform'
import { fileAddress } from '../files/attachments.ts'

export interface BodyInput {
  bodyHtml?: string
  bodyText?: string
}

/** What an agent wrote, sanitised, and as plain text. Pasted images stay when they are uploads. */
export function bodyOf(input: BodyInput): { html: string | null; text: string; sanitiserVersion: number } {
  if (input.bodyHtml === undefined) {
    return { html: null, text: (input.bodyText ?? '').replaceAll('\r\n', '\n'), sanitiserVersion: 0 }
  }
  const html = sanitiseHtml(input.bodyHtml, ownImage)
  return { html, text: input.bodyText ?? textOf(html), sanitiserVersion: SANITISER_VERSION }
}

/** An upload's address; whether the reader may fetch it is asked when it is fetched. */
export function ownImage(contentId: string): string | null {
  return /^[\w-]{22}$/.test(contentId) ? fileAddress(contentId) : null
}

export function textOf(html: string): string {
  return toText(html).trim()
}

/** Made once: it builds a decision tree out of the selectors. */
const toText = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'skip' },
    // Without this cells run together.
    { selector: 'table', format: 'dataTable' },
  ],
})
