import { describe, expect, it } from 'vitest'
import { SANITISER_VERSION } from '#platform'
import { type Framed, frameDocument, framePolicy } from './frame.ts'

const framed = (more: Partial<Framed>): Framed => ({
  bodyText: '',
  bodyHtml: null,
  sanitiserVersion: SANITISER_VERSION,
  folds: [],
  images: new Map(),
  ...more,
})
const show = (more: Partial<Framed>, withImages = false) =>
  frameDocument(framed(more), { folded: 'Vis sitert tekst', language: 'nb', withImages })
const body = (html: string) => /<body>(.*)<\/body>/s.exec(html)![1]

describe('the frame of a mail', () => {
  it('shows plain text with links, and folds what was quoted', () => {
    const bodyText = 'Hei <b>\nse https://nordlys.example\n\n> gammelt'
    const html = show({ bodyText, folds: [{ start: bodyText.indexOf('>', 8), end: bodyText.length, kind: 'quote' }] })
    expect(html).toContain('<html lang="nb">')
    expect(body(html)).toContain('Hei &lt;b&gt;<br>')
    expect(body(html)).toContain('<a href="https://nordlys.example"')
    expect(body(html)).toMatch(/<details><summary>Vis sitert tekst<\/summary>&gt; gammelt<\/details>$/)
  })

  it('folds the outermost quote of HTML once, and none inside a table', () => {
    const bodyHtml =
      '<p>Nytt</p><blockquote data-quote="quote"><p>Gammelt</p><div data-quote="signature">Per</div></blockquote><table><tbody><tr data-quote="quote"><td>x</td></tr></tbody></table>'
    expect(body(show({ bodyHtml }))).toBe(
      '<p>Nytt</p><details><summary>Vis sitert tekst</summary><blockquote data-quote="quote"><p>Gammelt</p><div data-quote="signature">Per</div></blockquote></details><table><tbody><tr data-quote="quote"><td>x</td></tr></tbody></table>',
    )
  })

  it('loads remote images only when asked, only over TLS, and says that there are some', () => {
    const bodyHtml = '<img data-remote-src="https://a.example/x.png"><img data-remote-src="http://b.example/x.png">'
    const hidden = show({ bodyHtml })
    expect(hidden).toContain('<html lang="nb" data-remote-images>')
    expect(body(hidden)).not.toMatch(/ src=/)
    const shown = body(show({ bodyHtml }, true))
    expect(shown).toContain(' src="https://a.example/x.png"')
    expect(shown).not.toContain(' src="http://b.example')
    expect(framePolicy(false)).toContain("img-src 'self' data:;")
    expect(framePolicy(true)).toContain("img-src 'self' data: https:;")
    expect(framePolicy(true)).not.toMatch(/script|unsafe-eval/)
  })

  it('cleans again what an older sanitiser let through', () => {
    const bodyHtml = '<p onclick="x()">Hei<script>x()</script><style>p{}</style></p>'
    expect(body(show({ bodyHtml, sanitiserVersion: 0 }))).toBe('<p>Hei</p>')
  })

  it('keeps inline images of the message by their addresses', () => {
    const html = show({
      bodyHtml: '<img src="cid:logo@x">',
      sanitiserVersion: 0,
      images: new Map([['logo@x', '/api/v1/attachments/abc']]),
    })
    expect(body(html)).toContain('src="/api/v1/attachments/abc"')
  })

  it('stays well-formed whatever attribute values hold', () => {
    expect(body(show({ bodyHtml: '<a href="https://x.example/?a=1&amp;b=&quot;&lt;">x</a>' }))).toBe(
      '<a href="https://x.example/?a=1&amp;b=&quot;&lt;">x</a>',
    )
  })
})
