/** Properties of inline style that change how text looks and nothing else: none places, loads, animates or covers. */
const PROPERTIES = new Set(
  `color background-color font font-family font-size font-style font-variant font-weight text-align text-decoration text-decoration-line text-indent text-transform
  line-height letter-spacing word-spacing vertical-align white-space direction list-style-type width max-width min-width height max-height
  margin margin-top margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left
  border border-top border-right border-bottom border-left border-color border-style border-width border-collapse border-spacing border-radius
  border-top-color border-right-color border-bottom-color border-left-color border-top-style border-right-style border-bottom-style border-left-style
  border-top-width border-right-width border-bottom-width border-left-width display word-break overflow-wrap word-wrap table-layout`.split(
    /\s+/,
  ),
)

const DISPLAY = new Set(
  'block inline inline-block list-item none table table-row table-cell table-row-group table-header-group table-footer-group'.split(
    ' ',
  ),
)
// No backslash (escapes), no colon, no slash pair: neither an address nor a hidden word fits into a value.
const VALUE = /^[\w#%.,\s"'+!-]*(?:(?:rgba?|hsla?)\([\d\s.,%/-]{1,60}\)[\w#%.,\s"'+!-]*)*$/
const MAX_STYLE = 4_000

/** The declarations of a style attribute that are on the list, written anew; '' when none is left. */
export function cleanStyle(style: string): string {
  const out: string[] = []
  for (const declaration of style.slice(0, MAX_STYLE).split(';').slice(0, 100)) {
    const colon = declaration.indexOf(':')
    if (colon < 1) continue
    const name = declaration.slice(0, colon).trim().toLowerCase()
    const value = declaration
      .slice(colon + 1)
      .replace(/\s+/g, ' ')
      .trim()
    if (!PROPERTIES.has(name) || value === '' || value.length > 200 || !VALUE.test(value)) continue
    if (name === 'display' && !DISPLAY.has(value.toLowerCase().replace(/ ?!important$/, ''))) continue
    if (/(?:^|[\s(])(?:url|expression|image|attr|var|env|calc|javascript|import|behavior|binding)/i.test(value))
      continue
    out.push(`${name}:${value}`)
  }
  return out.join(';')
}
