import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sanitiseHtml } from './sanitise-html.ts'
import { textToHtml } from './text-to-html.ts'

const resolve = (contentId: string) => (contentId === 'logo@x' ? '/api/v1/attachments/abc' : null)

describe('mail HTML', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext></mtext><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<form action="https://evil.example"><input name=p><button>x</button></form>',
    '<style>@import "https://evil.example"</style>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href=" &#1;javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="vbscript:x">x</a>',
    '<object data="x"></object><embed src="x">',
    '<base href="https://evil.example/">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel="stylesheet" href="https://evil.example">',
    '<div style="background:url(https://evil.example/x)">x</div>',
    '<div style="background-image:u\\rl(x);position:fixed;behavior:url(x)">x</div>',
    '<div style="width:expression(alert(1))">x</div>',
    '<div id="a" class="b" name="c" onclick="alert(1)">x</div>',
    '<template><img src=x onerror=alert(1)></template>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<xmp><img src=x onerror=alert(1)></xmp>',
    '<video src="x" poster="https://evil.example"></video>',
    '<table background="https://evil.example/x"><tr><td>x</td></tr></table>',
    '<img srcset="https://evil.example/x 2x">',
    '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    '<isindex action="javascript:alert(1)">',
  ])('loses what could run, load or pretend: %s', (html) => {
    const clean = sanitiseHtml(html)
    expect(clean).not.toMatch(
      /<(?:script|svg|math|iframe|form|input|button|style|object|embed|base|meta|link|template|noscript|xmp|video)/i,
    )
    expect(clean).not.toMatch(
      / on\w+=|javascript:|vbscript:|data:|url\(|expression|position|behavior| (?:id|class|name|srcset|background|action)=/i,
    )
    expect(clean).not.toMatch(/<[^>]*\ssrc="https?:/i)
  })

  it('keeps what people write', () => {
    const html =
      '<p style="color:red;font-size:12px">Hei <b>du</b></p><ul><li>a</li></ul><table border="1"><tr><td colspan="2">x</td></tr></table>'
    expect(sanitiseHtml(html)).toBe(html)
  })

  it('opens links elsewhere and tells no one from where', () => {
    expect(sanitiseHtml('<a href="https://example.no/a?b=1&amp;c=2" target="_top" rel="opener">x</a>')).toBe(
      '<a href="https://example.no/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">x</a>',
    )
    expect(sanitiseHtml('<a href="mailto:a@b.example">x</a>')).toContain('href="mailto:a@b.example"')
    expect(sanitiseHtml('<a href="/relative">x</a>')).toBe('<a>x</a>')
  })

  it('shows images of the mail itself and parks remote ones', () => {
    expect(sanitiseHtml('<img src="cid:logo@x" alt="Logo">', resolve)).toBe(
      '<img alt="Logo" src="/api/v1/attachments/abc" data-cid="logo@x" />',
    )
    expect(sanitiseHtml('<img src="CID:logo%40x">', resolve)).toContain('src="/api/v1/attachments/abc"')
    expect(sanitiseHtml('<img src="cid:unknown">', resolve)).toBe('<img />')
    expect(sanitiseHtml('<img src="https://example.no/a.png">', resolve)).toBe(
      '<img data-remote-src="https://example.no/a.png" />',
    )
    expect(sanitiseHtml('<img src="//example.no/a.png">', resolve)).toBe(
      '<img data-remote-src="https://example.no/a.png" />',
    )
  })

  it('lets no resolver lead an image away from the house', () => {
    for (const address of ['https://evil.example/x', '//evil.example/x', 'javascript:alert(1)', '/a"onerror="x'])
      expect(sanitiseHtml('<img src="cid:a">', () => address)).toBe('<img />')
  })

  it('keeps the marks of folded quotes, and only those values', () => {
    expect(sanitiseHtml('<div data-quote="quote">x</div>')).toBe('<div data-quote="quote">x</div>')
    expect(sanitiseHtml('<div data-quote="open" data-other="1">x</div>')).toBe('<div>x</div>')
  })

  it('changes nothing when it is applied twice', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div style="color:red;position:fixed">',
      '</div>',
      '<a href="https://example.no/æ b">',
      '</a>',
      '<img src="cid:logo@x">',
      '<img src="https://example.no/x">',
      '<b>',
      '&amp;',
      '&lt;',
      '<',
      '>',
      '"',
      "'",
      '&',
      'hei',
      '<script>',
      '</script>',
      '<style>',
      '<svg>',
      '</svg>',
      '<table><tr><td>',
      '<!--',
      '-->',
      '<br>',
      '\u00a0',
      '<textarea>',
      '<a href="tel:+47 22 33">',
      '<font color=red>',
      '<li>',
      '<ol start=3>',
      '<title>',
      '<p style="font-family:\'Arial\',serif">',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const once = sanitiseHtml(pieces.join(''), resolve)
        expect(sanitiseHtml(once, resolve)).toBe(once)
      }),
      { numRuns: 500 },
    )
  })
})

describe('plain text as HTML', () => {
  it('is escaped, with links and line ends', () => {
    expect(textToHtml('<b> & "x"\nse https://example.no/a?b=1&c=2.')).toBe(
      '&lt;b&gt; &amp; &quot;x&quot;<br>\nse <a href="https://example.no/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">https://example.no/a?b=1&amp;c=2</a>.',
    )
  })

  it.each([
    ['www.example.no', 'href="https://www.example.no"'],
    ['(https://example.no/a_(b))', 'href="https://example.no/a_(b)"'],
    ['kari@example.no', 'href="mailto:kari@example.no"'],
    ['https://example.no/på', 'href="https://example.no/på"'],
  ])('finds the link in %s', (text, href) => {
    expect(textToHtml(text)).toContain(href)
  })

  it.each(['javascript:alert(1)', 'http://', 'https://user:pass@evil.example', 'xhttps://example.no', 'www.', 'a@b'])(
    'makes no link to a page of %s',
    (text) => {
      expect(textToHtml(text)).not.toMatch(/href="(?!mailto:)/)
    },
  )

  it('passes the sanitiser unchanged in its words', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(
            '<',
            '>',
            '&',
            '"',
            "'",
            'a',
            ' ',
            '\n',
            'https://example.no',
            'www.x.no',
            '@',
            '.',
            '/',
            '(',
            ')',
          ),
        }),
        (text) => {
          const words = (html: string) => html.replace(/<[^>]*>/g, '')
          expect(
            words(sanitiseHtml(textToHtml(text)))
              .replaceAll('&quot;', '"')
              .replaceAll('&#39;', "'"),
          ).toBe(words(textToHtml(text)).replaceAll('&quot;', '"').replaceAll('&#39;', "'"))
        },
      ),
    )
  })
})
