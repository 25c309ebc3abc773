const MAX_OPEN = 1_000
/** Elements that hold nothing, or that the next one of their kind closes: they do not nest without limit. */
const FLAT = new Set(
  'area base br col embed hr img input link meta param source track wbr p li td th tr dd dt option optgroup tbody thead tfoot colgroup rp rt'.split(
    ' ',
  ),
)
const MAX_TAG = 100_000

/**
 * HTML whose tags nest deeper than any parser should be asked to follow loses the tags beyond, and keeps their text. The parsers
 * behind us keep their open elements in lists that grow slow with depth. Ordinary HTML comes back as it was.
 */
export function limitDepth(html: string): string {
  let depth = 0
  let out: string[] | null = null
  let kept = 0
  for (let at = html.indexOf('<'); at >= 0; ) {
    const code = html.charCodeAt(at + 1) | 0x20
    const closing = html[at + 1] === '/'
    let skip = false
    let end = at + 1
    if (closing || (code >= 0x61 && code <= 0x7a)) {
      const name = /^[a-z][a-z0-9]{0,20}/i.exec(html.slice(at + (closing ? 2 : 1), at + 24))?.[0].toLowerCase() ?? ''
      if (name && !FLAT.has(name)) {
        if (closing) depth = Math.max(0, depth - 1)
        else if (++depth > MAX_OPEN) skip = true
      }
    }
    if (skip) {
      const stop = html.slice(at, at + MAX_TAG).indexOf('>')
      end = stop < 0 ? Math.min(html.length, at + MAX_TAG) : at + stop + 1
      out ??= []
      out.push(html.slice(kept, at))
      kept = end
    }
    at = html.indexOf('<', end)
  }
  if (out === null) return html
  out.push(html.slice(kept))
  return out.join('')
}
