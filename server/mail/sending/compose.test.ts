import { describe, expect, it } from 'vitest'
import { MailboxSettings } from '../settings.ts'
import { composeReply, type ReplyParts } from './compose.ts'
import { assertSafe, headerWords, isDeliverable, UnsafeMail } from './content.ts'
import { threadIndex } from './thread-index.ts'

const at = new Date('2026-01-12T09:22:00Z')
const parts = (change: Partial<ReplyParts> = {}, settings: Partial<MailboxSettings> = {}): ReplyParts => ({
  mailbox: {
    address: 'support@firma.example',
    name: 'Støtte',
    settings: { ...MailboxSettings.parse({}), ...settings },
  },
  ticket: {
    number: '260112001',
    title: 'Faktura mangler',
    createdAt: new Date('2026-01-12T08:00:00Z'),
    conversation: Buffer.alloc(16, 7),
  },
  reply: {
    author: 'Kari Nordmann',
    text: 'Hei!\n\nHer er den.',
    html: '<p>Hei!</p><p>Her er <b>den</b>. <img src="/api/v1/attachments/abc_1"></p>',
    at,
    to: [{ email: 'ola@kunde.example', name: 'Ola' }],
    cc: [],
  },
  attachments: [
    { publicId: 'abc_1', sha256: '00', filename: 'bilde.png', contentType: 'image/png', inline: true },
    { publicId: 'def', sha256: '01', filename: 'faktura.pdf', contentType: 'application/pdf', inline: false },
  ],
  earlier: [
    { author: 'Ola', text: 'Hvor er <fakturaen>?\nHilsen Ola', html: null, at: new Date('2026-01-12T08:00:00Z') },
  ],
  thread: ['<first@kunde.example>', '<second@kunde.example>'],
  replyToken: 'a'.repeat(32),
  language: 'nb',
  timezone: 'Europe/Oslo',
  loopMark: 'mark',
  ...change,
})

describe('a reply', () => {
  it('continues the thread: number and one Re: in the subject, both thread headers, a signed reply address', () => {
    const mail = composeReply(parts())
    expect(mail.subject).toBe('Re: [260112001] Faktura mangler')
    expect(mail.inReplyTo).toBe('<second@kunde.example>')
    expect(mail.references).toEqual(['<first@kunde.example>', '<second@kunde.example>'])
    expect(mail.replyTo).toBe(`support+${'a'.repeat(32)}@firma.example`)
    expect(mail.envelopeFrom).toBe('support@firma.example')
  })

  it('quotes what it answers, below our line, escaped in HTML', () => {
    const mail = composeReply(parts())
    expect(mail.text).toBe(
      'Hei!\n\nHer er den.\n\n--- Skriv svaret ditt over denne linjen ---\n\nOla skrev 12. jan. 2026, 09:00:\n> Hvor er <fakturaen>?\n> Hilsen Ola\n',
    )
    expect(mail.html).toContain('Hvor er &lt;fakturaen&gt;?<br>Hilsen Ola')
  })

  it('carries its inline image with it, and leaves other addresses alone', () => {
    const mail = composeReply(parts())
    expect(mail.html).toContain('src="cid:abc_1@reda"')
    expect(mail.attachments.map((file) => file.contentId)).toEqual(['abc_1@reda', null])
  })

  it('quotes nothing, or everything, and names the agent, when the mailbox wants so', () => {
    expect(composeReply(parts({}, { quote: 'none' })).text).toBe('Hei!\n\nHer er den.\n')
    expect(composeReply(parts({}, { agentInFromName: true })).from.name).toBe('Kari Nordmann via Støtte')
  })

  it('signs in the language of the customer', () => {
    const signatures = { nb: 'Hilsen {agent}', sv: 'Hälsningar {agent}' }
    expect(composeReply(parts({ language: 'sv' }, { signatures, quote: 'none' })).text).toBe(
      'Hei!\n\nHer er den.\n\n-- \nHälsningar Kari Nordmann\n',
    )
  })

  it('begins a conversation without Re: and without thread headers', () => {
    const mail = composeReply(parts({ thread: [], earlier: [] }))
    expect(mail.subject).toBe('[260112001] Faktura mangler')
    expect(mail.inReplyTo).toBeNull()
  })

  it('keeps the first and the newest of a very long thread', () => {
    const thread = Array.from({ length: 200 }, (_, n) => `<${n}@kunde.example>`)
    const { references } = composeReply(parts({ thread }))
    expect(references).toHaveLength(20)
    expect([references[0], references.at(-1)]).toEqual(['<0@kunde.example>', '<199@kunde.example>'])
  })
})

describe('no field', () => {
  const breaks = ['\r\n', '\n', '\r', '\0', '\u2028', '\u2029', '\u0085', '\u000b']
  it('of a mail can begin a new header', () => {
    for (const evil of breaks) {
      const mail = composeReply(
        parts(
          {
            ticket: { ...parts().ticket, title: `a${evil}Bcc: x@evil.example` },
            reply: {
              ...parts().reply,
              author: `K${evil}Bcc: x@evil.example`,
              to: [{ email: 'ola@kunde.example', name: `O${evil}Bcc: y` }],
            },
            thread: [`<a${evil}@x>`],
            attachments: [
              { publicId: 'a', sha256: '00', filename: `f${evil}.pdf`, contentType: `a/b${evil}`, inline: false },
            ],
          },
          { agentInFromName: true },
        ),
      )
      expect(() => assertSafe(mail, '<t.1@firma.example>')).not.toThrow()
      expect(headerWords(mail.subject)).toBe(mail.subject)
      for (const broken of [
        { ...mail, subject: `x${evil}` },
        { ...mail, inReplyTo: `<x${evil}>` },
        { ...mail, from: { email: `a${evil}@b.example`, name: '' } },
        { ...mail, to: [{ email: `a@b.example${evil}`, name: '' }] },
        { ...mail, headers: { 'X-A': `x${evil}` } },
        { ...mail, headers: { [`X-A${evil}`]: 'x' } },
      ])
        expect(() => assertSafe(broken, '<t.1@firma.example>')).toThrow(UnsafeMail)
    }
  })

  it('names another recipient than the one that is shown', () => {
    for (const odd of [
      '"a@evil.example"@b.example',
      'a@b.example (c)',
      '<a@b.example>',
      'a@b.example,c@d.example',
      '@r:a@b.example',
      'a b@c.example',
      'a@',
      '@b',
      'a@b..c',
      'a@-b.example',
      'a\u200b@b.example',
      'a@b.exam ple',
      'a@[127.0.0.1]',
      `${'a'.repeat(65)}@b.example`,
      'a@b;c',
      'a\\@b@c.example',
    ])
      expect(isDeliverable(odd), odd).toBe(false)
    for (const fine of [
      'ola@kunde.example',
      "o'hara+x@kunde.example",
      'åse@bærum.example',
      'a@localhost',
      'a_b.c@sub.domain.example',
    ])
      expect(isDeliverable(fine), fine).toBe(true)
  })
})

it('threads in Outlook: the same 22 bytes begin every mail of a conversation', () => {
  const began = new Date('2026-01-12T08:00:00Z')
  const first = Buffer.from(threadIndex(Buffer.alloc(16, 7), began, began), 'base64')
  const later = Buffer.from(threadIndex(Buffer.alloc(16, 7), began, at), 'base64')
  expect(first).toHaveLength(22)
  expect(first[0]).toBe(1)
  expect(later).toHaveLength(27)
  expect(later.subarray(0, 22)).toEqual(first)
})
