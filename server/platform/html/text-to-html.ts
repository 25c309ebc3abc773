const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (c) => ESCAPES[c]!)

const MAX_LINK = 2_000
// A link begins at one of these; how far it goes is found by a scan of its own.
const START = /https?:\/\/|www\.(?=[\p{L}\d])/giu
const ADDRESS = /(?<![\w.+-])[\w.+-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,190}[a-z0-9])?\.[a-z]{2,24}(?![\w@])/gi

/** Plain text as safe HTML: everything escaped, addresses of pages and mailboxes made links, line ends kept. */
export function textToHtml(text: string): string {
  const out: string[] = []
  let at = 0
  START.lastIndex = 0
  for (let hit = START.exec(text); hit; hit = START.exec(text)) {
    const before = hit.index > 0 ? text[hit.index - 1]! : ' '
    const end = /[\p{L}\p{N}@/]/u.test(before) ? hit.index : linkEnd(text, hit.index)
    const shown = text.slice(hit.index, end)
    const href = /^www\./i.test(shown) ? `https://${shown}` : shown
    if (end - hit.index < 8 || !isUrl(href)) {
      START.lastIndex = Math.max(end, hit.index + hit[0].length)
      continue
    }
    out.push(withAddresses(text.slice(at, hit.index)), link(href, shown))
    at = end
    START.lastIndex = end
  }
  out.push(withAddresses(text.slice(at)))
  return out.join('').replace(/\r\n?|\n/g, '<br>\n')
}

const link = (href: string, shown: string) =>
  `<a href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer">${escapeHtml(shown)}</a>`

function withAddresses(text: string): string {
  let out = ''
  let at = 0
  for (const hit of text.matchAll(ADDRESS)) {
    out += escapeHtml(text.slice(at, hit.index)) + link(`mailto:${hit[0]}`, hit[0])
    at = hit.index + hit[0].length
  }
  return out + escapeHtml(text.slice(at))
}

/** A link ends at a blank, a bracket or a quote; punctuation at its end belongs to the sentence. */
function linkEnd(text: string, start: number): number {
  let end = start
  let open = 0
  while (end < text.length && end - start < MAX_LINK) {
    const c = text[end]!
    if (/[\s<>"«»“”\u200b\ufeff]/.test(c) || c < ' ') break
    if (c === '(') open++
    else if (c === ')' && --open < 0) break
    end++
  }
  while (end > start && /[.,;:!?'*_\]]/.test(text[end - 1]!)) end--
  return end
}

function isUrl(href: string): boolean {
  try {
    const url = new URL(href)
    return (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.hostname.length > 0
  } catch {
    return false
  }
}
