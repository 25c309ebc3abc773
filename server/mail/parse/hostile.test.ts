import { describe, expect, it } from 'vitest'
import { readMail, sanitiseHtml, textToHtml } from './index.ts'

const HEAD = 'From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n'
const TEXT = `${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n`
const HTML = `${HEAD}Content-Type: text/html; charset=utf-8\r\n\r\n`

/** The runner's limit is the proof: work that grew with the square would take hours at these sizes, on any machine. */
const LIMIT = 120_000

const read = (raw: string) => {
  const mail = readMail(Buffer.from(raw))
  if (mail.html !== null) sanitiseHtml(mail.html)
  else textToHtml(mail.text.slice(0, 500_000))
  return mail
}

const multipart = (parts: number) =>
  `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(parts)}--b--\r\n`

function nested(depth: number): string {
  let raw = `${HEAD}Content-Type: multipart/mixed; boundary=b0\r\n\r\n`
  for (let i = 1; i <= depth; i++) raw += `--b${i - 1}\r\nContent-Type: multipart/mixed; boundary=b${i}\r\n\r\n`
  return `${raw}--b${depth}\r\n\r\nfar down\r\n`
}

const ATTACKS: [name: string, raw: string][] = [
  ['100,000 quote marks in one line', TEXT + '>'.repeat(100_000)],
  ['100,000 quoted lines', `${TEXT}hi\n${'>\n'.repeat(100_000)}`],
  ['a line of 2 MB with «skrev» in it all over', TEXT + 'Den 12. januar 2026 kl. 10:22 skrev '.repeat(60_000)],
  [
    '30,000 lines that look like attributions',
    TEXT + 'Den 12. januar 2026 kl. 10.22 skrev Ola Nordmann ola at example\n'.repeat(30_000),
  ],
  ['40,000 header blocks that never end', TEXT + 'Fra: x\nSendt: y\n'.repeat(40_000)],
  ['100,000 closings', TEXT + 'Mvh\nOla\n'.repeat(100_000)],
  ['50,000 beginnings of small print', TEXT + 'Denne e-posten er kun ment for\n\n'.repeat(50_000)],
  ['20,000 parts', multipart(20_000)],
  ['multiparts 5,000 deep', nested(5_000)],
  ['a line of 25 MB', TEXT + 'a'.repeat(25_000_000)],
  ['reply marks of Outlook 200 deep', `${HTML}${'<div id=divRplyFwdMsg>'.repeat(200)}hi`],
  ['reply marks of Outlook 50,000 times side by side', `${HTML}${'<div id="divRplyFwdMsg"></div>'.repeat(50_000)}hi`],
  ['300,000 open elements', `${HTML}${'<b>'.repeat(300_000)}x`],
  ['50,000 open tables', `${HTML}${'<table><tr><td>'.repeat(50_000)}x`],
  ['50,000 open quotes', HTML + '<blockquote type=cite>x'.repeat(50_000)],
  ['300,000 angle brackets', HTML + '<'.repeat(300_000)],
  ['300,000 beginnings of links', TEXT + 'http://'.repeat(300_000)],
  ['a tag with 500,000 attributes', `${HTML}<p ${'a=b '.repeat(500_000)}>x`],
  ['200,000 header fields', `${'X-A: b\r\n'.repeat(200_000)}\r\nhi`],
  ['a subject of 500,000 beginnings of encoded words', `Subject: ${'=?utf-8?q?'.repeat(500_000)}\r\n\r\nhi`],
  ['500,000 recipients', `To: ${'a@b.c, '.repeat(500_000)}\r\n\r\nhi`],
  ['500,000 colons for groups', `To: ${':'.repeat(500_000)};\r\n\r\nhi`],
  ['lines that are no header and never end it', 'Subject: x\r\nabc\r\nTo: y\r\n'.repeat(100_000)],
  [
    '50,000 recipients in a report',
    `${HEAD}Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${'Final-Recipient: rfc822; a@b.example\r\nAction: failed\r\n\r\n'.repeat(50_000)}--b--`,
  ],
  [
    'reports 300 deep in each other',
    Array.from({ length: 300 }).reduce<string>(
      (inner, _, i) =>
        `From: MAILER-DAEMON@x.example\r\nSubject: failure notice\r\nContent-Type: multipart/report; boundary=q${i}\r\n\r\n--q${i}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n--q${i}--\r\n`,
      'Subject: in\r\n\r\nx',
    ),
  ],
  [
    '2,000,000 lines that are almost a boundary',
    `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--x\r\n'.repeat(500_000)}`,
  ],
]

describe('a hostile mail', () => {
  it.each(ATTACKS)(
    'is read all the same: %s',
    (_name, raw) => {
      const mail = read(raw)
      expect(mail.text.length + mail.attachments.length).toBeGreaterThan(0)
      if (mail.text.trim() !== '') expect(mail.replyText).not.toBe('')
    },
    LIMIT,
  )

  it('loses no byte of the parts beyond the limit: they stay together in one file', () => {
    const mail = read(multipart(20_000))
    expect(mail.warnings).toContain('too-many-parts')
    const rest = mail.attachments.at(-1)!
    expect(
      Buffer.from(rest.content)
        .toString()
        .match(/Content-Type/g),
    ).toHaveLength(19_001)
  })

  it('keeps what lies too deep as one file', () => {
    const mail = read(nested(60))
    expect(mail.warnings).toContain('too-deep')
    expect(Buffer.from(mail.attachments[0]!.content).toString()).toContain('far down')
  })

  it(
    'keeps a line of 25 MB whole beside the text that is shown',
    () => {
      expect(read(TEXT + 'a'.repeat(25_000_000)).attachments[0]!.content).toHaveLength(25_000_000)
    },
    LIMIT,
  )
})

describe('a mutated mail', () => {
  const SEED = Buffer.from(
    `${HEAD}Content-Type: multipart/mixed; boundary="b b"\r\n\r\n--b b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>Bl=C3=A5 <a href=3D"https://example.no">her</a></p><blockquote type=3D"cite">x</blockquote>\r\n--b b\r\nContent-Type: application/pdf; name*=utf-8''%C3%A5.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJDREVG\r\n--b b--\r\n`,
  )

  it(
    'is read without a crash, whichever bytes were changed',
    () => {
      let state = 20260112
      const random = (n: number) => {
        state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
        return state % n
      }
      for (let i = 0; i < 1_000; i++) {
        const bytes = Buffer.from(SEED)
        for (let k = 0; k <= random(8); k++) bytes[random(bytes.length)] = random(256)
        const mail = readMail(bytes.subarray(0, 20 + random(bytes.length - 20)))
        expect(typeof mail.replyText).toBe('string')
        if (mail.html !== null) expect(sanitiseHtml(mail.html)).not.toContain('<script')
      }
    },
    LIMIT,
  )
})
