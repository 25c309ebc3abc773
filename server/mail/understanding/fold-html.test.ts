import { describe, expect, it } from 'vitest'
import { foldHtml } from './fold-html.ts'

/** The text outside the marked elements, roughly. */
function visibleHtml(html: string): string {
  let depth = 0
  let out = ''
  const open: boolean[] = []
  for (const [token] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      if (depth === 0) out += token
    } else if (token.startsWith('</')) {
      if (open.pop()) depth--
    } else if (!/^<(?:br|hr|img|meta)\b/.test(token)) {
      const marked = token.includes('data-quote=')
      open.push(marked)
      if (marked) depth++
    }
  }
  return out.replace(/\s+/g, ' ').trim()
}

const CLIENTS: [client: string, html: string][] = [
  [
    'Gmail',
    '<div dir="ltr">Det virker nå.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">man. 12. jan. 2026 kl. 10:22 skrev Ola &lt;<a href="mailto:ola@example.no">ola@example.no</a>&gt;:<br></div><blockquote class="gmail_quote" style="margin:0">Prøv igjen.</blockquote></div>',
  ],
  [
    'Outlook web',
    '<div>Det virker nå.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font><b>Fra:</b> Ola &lt;ola@example.no&gt;<br><b>Sendt:</b> mandag 12. januar 2026 10:22<br><b>Til:</b> Support<br><b>Emne:</b> Faktura</font></div><div>Prøv igjen.</div>',
  ],
  [
    'Outlook web, through another Outlook',
    '<div>Det virker nå.</div><hr tabindex="-1"><div id="x_x_divRplyFwdMsg"><b>From:</b> Ola</div><div>Prøv igjen.</div>',
  ],
  [
    'Outlook desktop',
    '<div class="WordSection1"><p class="MsoNormal">Det virker nå.</p><p class="MsoNormal">&nbsp;</p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>Fra:</b> Ola &lt;ola@example.no&gt; <br><b>Sendt:</b> mandag 12. januar 2026 10:22<br><b>Til:</b> Support<br><b>Emne:</b> Faktura</p></div></div><p class="MsoNormal">Prøv igjen.</p></div>',
  ],
  [
    'Outlook desktop 2010',
    '<div><p>Det virker nå.</p><div style="border:none; border-top: solid #B5C4DF 1.0pt; padding: 3.0pt 0in 0in 0in"><p><b>Från:</b> Ola</p></div><p>Prøv igjen.</p></div>',
  ],
  [
    'Outlook on a phone',
    '<div>Det virker nå.</div><div class="ms-outlook-mobile-reference-message skipProofing"><b>Från:</b> Ola &lt;ola@example.no&gt;<br><b>Skickat:</b> måndag<br><b>Till:</b> S<br><b>Ämne:</b> F</div><div class="ms-outlook-mobile-reference-message">Prøv igjen.</div>',
  ],
  [
    'Notes, a section',
    '<font>Det virker nå.</font><br><div class="domino-section"><div class="domino-section-head">Ola --- Faktura ---</div><div class="domino-section-body">Prøv igjen.</div></div>',
  ],
  [
    'Notes, a table',
    '<font>Det virker nå.</font><br><table><tr><td><font color="#5F5F5F">Fra:</font></td><td>Ola &lt;ola@example.no&gt;</td></tr><tr><td><font>Til</font></td><td>Support</td></tr><tr><td><font>Dato:</font></td><td>12.01.2026 10:22</td></tr><tr><td><font>Emne</font></td><td>Faktura</td></tr></table><pre>Prøv igjen.</pre>',
  ],
  [
    'Apple Mail',
    '<div>Det virker nå.<br><div><br><blockquote type="cite"><div>12. jan. 2026 kl. 10:22 skrev Ola &lt;ola@example.no&gt;:</div><br class="Apple-interchange-newline"><div>Prøv igjen.</div></blockquote></div></div>',
  ],
  [
    'Thunderbird',
    '<p>Det virker nå.</p><div class="moz-cite-prefix">Den 12.01.2026 10:22, skrev Ola:<br></div><blockquote type="cite" cite="mid:abc@example.no">Prøv igjen.</blockquote>',
  ],
  [
    'Yahoo',
    '<div>Det virker nå.</div><div id="yahoo_quoted_123" class="yahoo_quoted"><div>På mandag 12. januar 2026 kl. 10:22:00 CET, Ola &lt;ola@example.no&gt; skrev:</div><div>Prøv igjen.</div></div>',
  ],
  [
    'Proton',
    '<div>Det virker nå.</div><div class="protonmail_quote">On Monday, January 12th, 2026 at 10:22, Ola &lt;ola@example.no&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">Prøv igjen.</blockquote></div>',
  ],
  [
    'Zoho',
    '<div>Det virker nå.</div><div class="zmail_extra"><div>---- On Mon, 12 Jan 2026 10:22:00 +0100 <b>Ola &lt;ola@example.no&gt;</b> wrote ----</div><blockquote>Prøv igjen.</blockquote></div>',
  ],
  [
    'Zimbra',
    '<div>Det virker nå.</div><hr id="zwchr" data-marker="__DIVIDER__"><div><b>From: </b>"Ola"<br><b>To: </b>S</div><div>Prøv igjen.</div>',
  ],
  [
    'no marks at all',
    '<p>Det virker nå.</p><p>Den 12.01.2026 10:22, skrev Ola Nordmann &lt;ola@example.no&gt;:</p><p>Prøv igjen.</p>',
  ],
  [
    'our own mail',
    '<p>Det virker nå.</p><div class="hd-reply-above" data-ticket="260112001">Skriv svaret ditt over denne linjen</div><p>Prøv igjen.</p>',
  ],
  ['one pre', '<pre>Det virker nå.\n\nDen 12.01.2026 10:22, skrev Ola:\n&gt; Prøv igjen.\n</pre>'],
]

describe('HTML of each mail program', () => {
  it.each(CLIENTS)('keeps the answer and folds the quote: %s', (_client, html) => {
    const folded = foldHtml(`<html><head><title>x</title></head><body>${html}</body></html>`)
    expect(folded.folded.visible).toBe('Det virker nå.')
    expect(visibleHtml(folded.html)).toBe('Det virker nå.')
    expect(folded.html).toContain('Prøv igjen.')
  })

  it('marks a Gmail forward as a forward', () => {
    const html =
      '<div dir="ltr">FYI<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>Fra: <b>Ola</b> &lt;ola@example.no&gt;<br>Date: man. 12. jan. 2026<br>Subject: Faktura<br>To: S<br></div>Hei</div></div>'
    const { folded, html: marked } = foldHtml(html)
    expect(folded.folds.map((fold) => fold.kind)).toEqual(['forward'])
    expect(folded.block?.from).toContain('ola@example.no')
    expect(marked).toContain('data-quote="forward"')
  })

  it('shows an answer below the quote', () => {
    const html =
      '<div class="moz-cite-prefix">Den 12.01.2026 10:22, skrev Ola:</div><blockquote type="cite">Hvilken?</blockquote><p>Nummer 1042.</p>'
    expect(foldHtml(html).folded.visible).toBe('Nummer 1042.')
  })

  it('leaves a new mail alone, though Outlook put its mark into it', () => {
    const { folded, html } = foldHtml('<div>Hei, skjermen er svart.</div><div id="appendonsend"></div>')
    expect(folded.folds).toEqual([])
    expect(html).not.toContain('data-quote')
  })

  it('folds the signature that a program marked, and keeps the words', () => {
    const { folded, html } = foldHtml(
      '<div dir="ltr">Hei, skjermen er svart.<div><br></div>-- <br><div class="gmail_signature" data-smartmail="gmail_signature">Ola Nordmann<br>Sjef</div></div>',
    )
    expect(folded.visible).toBe('Hei, skjermen er svart.')
    expect(html).toContain('data-quote="signature"')
  })

  it('lets no sender fold or unfold by writing our own mark', () => {
    expect(foldHtml('<p data-quote="quote">Betal nå</p><p>Hei</p>').html).not.toContain('data-quote')
  })

  it('keeps every word of the mail, marked or not', () => {
    for (const [, html] of CLIENTS) {
      const words = (text: string) =>
        text
          .replace(/<[^>]*>/g, ' ')
          .replace(/&\w+;/g, ' ')
          .replace(/[\s\u00a0]+/g, '')
      expect(words(foldHtml(html).html)).toBe(words(html))
    }
  })
})

describe('text from HTML', () => {
  const text = (html: string) => foldHtml(html).text

  it('puts blocks on lines of their own and lists behind their signs', () => {
    expect(text('<p>Hei</p><p>To ting:</p><ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>').trim()).toBe(
      'Hei\n\nTo ting:\n\n* a\n* b\n\n1. c',
    )
  })

  it('says where a link leads when its words do not', () => {
    expect(text('<a href="https://example.no/a">her</a> og <a href="https://example.no/">example.no</a>')).toBe(
      'her <https://example.no/a> og example.no',
    )
  })

  it('keeps the blanks of a pre and joins those of a paragraph', () => {
    expect(text('<pre>a  b\n  c</pre>').trim()).toBe('a  b\n  c')
    expect(text('<p>a\n   b\tc</p>').trim()).toBe('a b c')
  })

  it('leaves out what no reader saw', () => {
    expect(text('<style>p{}</style><script>x</script><div style="display:none">preheader</div><p>Hei</p>').trim()).toBe(
      'Hei',
    )
  })
})

it('leaves a table of the author’s own as it is, though its first column holds such words', () => {
  const html =
    '<p>Bestillingen vår:</p><table><tr><td>Til</td><td>Kari</td></tr><tr><td>Dato</td><td>12.01.2026</td></tr><tr><td>Antall</td><td>4</td></tr></table><p>Når kommer den?</p>'
  expect(visibleHtml(foldHtml(html).html)).toContain('Når kommer den?')
  expect(foldHtml(html).folded.folds).toEqual([])
})
