import type { Attempt } from './vector.ts'

type Load = (url: string) => string

const css =
  (declaration: Load): Load =>
  (url) =>
    `<div style="${declaration(url)};width:9px;height:9px;display:block">x</div>`
const sheet =
  (rule: Load): Load =>
  (url) =>
    `<style>${rule(url)}</style>`

/** Properties that take a picture, in a style attribute and in a style element. */
const PROPERTIES = [
  'background',
  'background-image',
  'list-style',
  'list-style-image',
  'cursor',
  'border-image',
  'border-image-source',
  'content',
  'mask',
  'mask-image',
  '-webkit-mask-image',
  '-webkit-mask-box-image',
  'filter',
  'backdrop-filter',
  'clip-path',
  'shape-outside',
  'offset-path',
  '-webkit-box-reflect',
  'marker-end',
  'fill',
  '--x',
]

const STYLES: Load[] = [
  ...PROPERTIES.map((name) => css((url) => `${name}:url(${url}) 1 2,auto`)),
  ...PROPERTIES.map((name) => css((url) => `${name}:url('${url}')`)),
  css((url) => `background:u\\72l(${url})`),
  css((url) => `background:/*x*/url(/*x*/${url})`),
  css((url) => `background-image:image-set('${url}' 1x)`),
  css((url) => `background-image:-webkit-image-set(url(${url}) 1x)`),
  css((url) => `background-image:cross-fade(url(${url}),url(${url}),50%)`),
  css((url) => `background-image:src('${url}')`),
  css((url) => `color:red;}</div><img src=${url}>{`),
  css((url) => `font-family:x&quot;;background:url(${url})`),
  sheet((url) => `@import "${url}";`),
  sheet((url) => `@import url(${url}) screen;`),
  sheet((url) => `@\\69mport "${url}";`),
  sheet((url) => `@font-face{font-family:leak${url.length};src:url(${url})}b{font-family:leak${url.length}}`),
  sheet((url) => `body::before{content:url(${url})}`),
  sheet((url) => `a[href^="https"]{background:url(${url})}`),
  sheet((url) => `@namespace x url(${url});*{background:url(${url})}`),
  sheet((url) => `@media all{*{list-style:url(${url})}}`),
  sheet((url) => `::selection{background:url(${url})}:root{--a:url(${url});background:var(--a)}`),
  (url) => `<svg><style>*{background:url(${url});fill:url(${url}#x)}</style><rect width=9 height=9></rect></svg>`,
  (url) => `<math><mtext><style>@import "${url}"</style></mtext></math>`,
]

const PICTURES: Load[] = [
  (url) => `<img src="${url}">`,
  (url) => `<img src=" ${url}">`,
  (url) => `<img src="${url.replace(':', ':\t')}">`,
  (url) => `<img src="${url.replace('http:', '')}">`,
  (url) => `<img src="${url.replace('http://', '\\\\')}">`,
  (url) => `<img src="${url.replace('http://', '/\\')}">`,
  (url) => `<img src="${url.replace('http://', '/\t/')}">`,
  (url) => `<img src="${url.replace('http', 'HtTp')}">`,
  (url) => `<img src=x srcset="${url} 1x, ${url}?2 2x">`,
  (url) => `<img sizes=100vw srcset="${url} 99999w">`,
  (url) => `<picture><source srcset="${url}"><img src=x></picture>`,
  (url) => `<picture><source media="(min-width:1px)" srcset="${url}"><img></picture>`,
  (url) => `<image src="${url}">`,
  (url) => `<img loading=eager fetchpriority=high src="${url}">`,
  (url) => `<img lowsrc="${url}" dynsrc="${url}" longdesc="${url}" src="${url}">`,
  (url) => `<input type=image src="${url}">`,
  (url) => `<img src=cid:x data-remote-src="${url}"><img data-cid="${url}" src="${url}">`,
  (url) => `<table background="${url}"><tr background="${url}"><td background="${url}">x</table>`,
  (url) => `<thead background="${url}"><th background="${url}">x</thead><table><th background="${url}">x</table>`,
  (url) => `<svg><image href="${url}" width=9 height=9 /></svg>`,
  (url) => `<svg><image xlink:href="${url}" width=9 height=9 /></svg>`,
  (url) => `<svg><use href="${url}#x" /></svg>`,
  (url) => `<svg><filter id=f><feImage href="${url}" /></filter><rect filter="url(#f)" width=9 height=9 /></svg>`,
  (url) => `<svg><rect fill="url(${url}#x)" filter="url(${url}#y)" mask="url(${url}#z)" width=9 height=9 /></svg>`,
  (url) => `<svg><image><set attributeName=href to="${url}" /></image></svg>`,
  (url) => `<svg width=9 height=9 style="background:url(${url})"></svg>`,
  (url) => `<svg><pattern id=p><image href="${url}" /></pattern><script href="${url}"></script></svg>`,
]

const OTHERS: Load[] = [
  (url) => `<video poster="${url}"></video>`,
  (url) => `<video autoplay preload=auto src="${url}"></video>`,
  (url) => `<video autoplay><source src="${url}"></video>`,
  (url) => `<audio autoplay src="${url}"></audio>`,
  (url) => `<video src=x><track default kind=captions src="${url}"></video>`,
  (url) => `<iframe src="${url}"></iframe>`,
  (url) => `<iframe srcdoc="<img src='${url}'>"></iframe>`,
  (url) => `<object data="${url}"></object>`,
  (url) => `<object data="${url}" type="image/png"><img src="${url}"></object>`,
  (url) => `<embed src="${url}">`,
  (url) => `<applet archive="${url}" codebase="${url}" code=x></applet>`,
  (url) => `<script src="${url}"></script>`,
  (url) => `<script type=module src="${url}"></script>`,
  (url) => `<bgsound src="${url}">`,
  (url) => `<portal src="${url}"></portal>`,
  (url) => `<noscript><img src="${url}"></noscript>`,
  (url) => `<noframes><img src="${url}"></noframes><xmp><img src="${url}"></xmp>`,
  (url) => `<template><img src="${url}"></template><template shadowrootmode=open><img src="${url}"></template>`,
  (url) => `<div data-quote=quote><img src="${url}"></div>`,
  (url) => `<a href="${url}" ping="${url}">x</a>`,
  (url) => `<form action="${url}" method=post><input name=x autofocus></form>`,
  (url) => `<q cite="${url}">x</q><blockquote cite="${url}">x</blockquote><del cite="${url}">x</del>`,
  (url) => `<link rel=stylesheet href="${url}">`,
  (url) => `<link rel="alternate stylesheet" title=x href="${url}">`,
  (url) => `<link rel=preload as=image href="${url}">`,
  (url) => `<link rel=preload as=style href="${url}">`,
  (url) => `<link rel=preload as=font crossorigin href="${url}">`,
  (url) => `<link rel=preload as=fetch crossorigin href="${url}">`,
  (url) => `<link rel=preload as=image imagesrcset="${url} 1x">`,
  (url) => `<link rel=modulepreload href="${url}">`,
  (url) => `<link rel=prefetch href="${url}">`,
  (url) => `<link rel=icon href="${url}">`,
  (url) => `<link rel=manifest href="${url}">`,
  (url) => `<link rel=dns-prefetch href="${url}">`,
  (url) => `<link rel=preconnect href="${url}">`,
  (url) => `<link rel=prerender href="${url}">`,
  (url) => `<link rel=expect href="${url}"><link rel=compression-dictionary href="${url}">`,
  (url) => `<script type=speculationrules>{"prefetch":[{"urls":["${url}"]}]}</script>`,
]

const ALONE: Load[] = [
  (url) => `<meta http-equiv=refresh content="0;url=${url}">`,
  (url) => `<meta http-equiv=refresh content="0; ${url}">`,
  (url) =>
    `<meta http-equiv=Link content="<${url}>; rel=stylesheet"><meta http-equiv=x-dns-prefetch-control content=on>`,
  (url) => `<meta http-equiv=Content-Security-Policy content="img-src 'none'; report-uri ${url}"><img src=x>`,
  (url) => `<base href="${url}/"><img src=x>`,
  (url) => `<body background="${url}">`,
  (url) => `<html manifest="${url}"><frameset><frame src="${url}"></frameset></html>`,
]

export const loadAttempts: Attempt[] = [
  ...STYLES.map((load) => ({ family: 'load by style', load, alone: false })),
  ...PICTURES.map((load) => ({ family: 'load by picture', load, alone: false })),
  ...OTHERS.map((load) => ({ family: 'load by other elements', load, alone: false })),
  ...ALONE.map((load) => ({ family: 'load by document', load, alone: true })),
].map(({ family, load, alone }) => ({
  family,
  alone,
  wants: 'load' as const,
  html: (_js: string, url: string) => load(url),
}))
