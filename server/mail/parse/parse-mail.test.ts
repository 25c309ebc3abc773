import { describe, expect, it } from 'vitest'
import { ParseRefused, parseMail } from './index.ts'

const HEAD =
  'From: Kari Nordmann <kari@customer.example>\r\nTo: Support <support@helpdesk.example>\r\nDate: Mon, 12 Jan 2026 10:22:00 +0100\r\nMessage-ID: <a@customer.example>\r\nMIME-Version: 1.0\r\n'
/** A mail from latin-1 text: each character is one byte. */
const bytes = (text: string) => Buffer.from(text, 'latin1')
const mail = (headers: string, body: string | Buffer) =>
  parseMail(Buffer.concat([bytes(`${HEAD}${headers}\r\n\r\n`), typeof body === 'string' ? bytes(body) : body]))
const utf8 = (text: string) => Buffer.from(text, 'utf8')

describe('character sets', () => {
  const SENTENCE = 'Blåbærsyltetøy på øya, sa Åse.'
  it.each([
    ['utf-8', utf8(SENTENCE)],
    ['iso-8859-1', Buffer.from(SENTENCE, 'latin1')],
    ['us-ascii', Buffer.from(SENTENCE, 'latin1')],
    ['iso-8859-1', utf8(SENTENCE)],
    ['utf-8', Buffer.from(SENTENCE, 'latin1')],
    ['x-unknown', utf8(SENTENCE)],
    ['utf-7', bytes('Bl+AOU-b+AOY-rsyltet+APg-y p+AOU +APg-ya, sa +AMU-se.')],
    [
      'cp850',
      Buffer.from([
        0x42, 0x6c, 0x86, 0x62, 0x91, 0x72, 0x73, 0x79, 0x6c, 0x74, 0x65, 0x74, 0x9b, 0x79, 0x20, 0x70, 0x86, 0x20,
        0x9b, 0x79, 0x61, 0x2c, 0x20, 0x73, 0x61, 0x20, 0x8f, 0x73, 0x65, 0x2e,
      ]),
    ],
  ])('are read under the label %s', async (charset, body) => {
    expect((await mail(`Content-Type: text/plain; charset=${charset}`, body)).text).toBe(SENTENCE)
  })

  it.each([
    [
      'windows-1252 named iso-8859-1',
      'iso-8859-1',
      Buffer.from([0x93, 0x48, 0x65, 0x69, 0x94, 0x20, 0x96, 0x20, 0x80, 0x35]),
      '“Hei” – €5',
    ],
    ['iso-2022-jp', 'iso-2022-jp', bytes('\x1b$B$3$s$K$A$O\x1b(B'), 'こんにちは'],
    ['iso-2022-jp without a label', '', bytes('\x1b$B$3$s$K$A$O\x1b(B'), 'こんにちは'],
    ['koi8-r', 'koi8-r', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]), 'Привет'],
    ['ks_c_5601-1987', 'ks_c_5601-1987', Buffer.from([0xbe, 0xc8, 0xb3, 0xe7]), '안녕'],
    ['gb2312', 'gb2312', Buffer.from([0xc4, 0xe3, 0xba, 0xc3]), '你好'],
    ['utf-8 with one broken byte', 'utf-8', Buffer.concat([utf8('på '), Buffer.from([0xf8]), utf8('ya')]), 'på øya'],
    [
      'utf-16 with its mark',
      '',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Hei på deg', 'utf16le')]),
      'Hei på deg',
    ],
  ])('are read: %s', async (_name, charset, body, text) => {
    expect((await mail(`Content-Type: text/plain${charset && `; charset="${charset}"`}`, body)).text).toBe(text)
  })

  it('are noted when no one knows them', async () => {
    expect((await mail('Content-Type: text/plain; charset=klingon', utf8('på'))).warnings).toContain('unknown-charset')
  })
})

describe('subjects and names', () => {
  const subject = async (raw: string | Buffer) =>
    (
      await parseMail(
        Buffer.concat([
          bytes('From: a@b.example\r\nSubject: '),
          typeof raw === 'string' ? bytes(raw) : raw,
          bytes('\r\n\r\nHei'),
        ]),
      )
    ).subject

  it.each([
    ['=?utf-8?Q?Sp=C3=B8rsm=C3=A5l?=', 'Spørsmål'],
    ['=?UTF-8?B?U3DDuHJzbcOlbA==?=', 'Spørsmål'],
    ['=?iso-8859-1?q?Sp=F8rsm=E5l?= om =?iso-8859-1?q?f=F8ring?=', 'Spørsmål om føring'],
    ['=?utf-8?B?U3DD?= =?utf-8?B?uHJzbcOlbA==?=', 'Spørsmål'],
    ['=?utf-8?Q?Sp=C3?=\r\n =?utf-8?Q?=B8rsm=C3=A5l?=', 'Spørsmål'],
    ['=?utf-8?Q?Sp=C3=B8rsm=C3=A5l om alt?=', 'Spørsmål om alt'],
    ['=?utf-8?Q?Sp=C3=B8rsm=C3=A5l', 'Spørsmål'],
    ['=?utf-8*nb?Q?Sp=C3=B8rsm=C3=A5l?=', 'Spørsmål'],
    ['=?utf-8?Q?=C3=98?=', 'Ø'],
    ['=?x-nothing?Q?abc?=', 'abc'],
    ['What =? is this?=', 'What =? is this?='],
  ])('are decoded: %s', async (raw, text) => {
    expect(await subject(raw)).toBe(text)
  })

  it('are read from raw bytes, whatever they are', async () => {
    expect(await subject(utf8('Spørsmål'))).toBe('Spørsmål')
    expect(await subject(Buffer.from('Spørsmål', 'latin1'))).toBe('Spørsmål')
  })

  it.each([
    ['Kari Nordmann <kari@example.no>', 'kari@example.no', 'Kari Nordmann'],
    ['"Nordmann, Kari" <kari@example.no>', 'kari@example.no', 'Nordmann, Kari'],
    ['Nordmann, Kari <kari@example.no>', 'kari@example.no', 'Nordmann, Kari'],
    ['kari@example.no (Kari Nordmann)', 'kari@example.no', 'Kari Nordmann'],
    ['<kari@example.no>', 'kari@example.no', ''],
    ['kari@example.no', 'kari@example.no', ''],
    ['=?utf-8?Q?K=C3=A5re?= <kare@example.no>', 'kare@example.no', 'Kåre'],
    ['"=?utf-8?Q?K=C3=A5re?=" <kare@example.no>', 'kare@example.no', 'Kåre'],
    ['=?utf-8?B?S8OlcmUgPGthcmVAZXhhbXBsZS5ubz4=?=', 'kare@example.no', 'Kåre'],
    ["'Kari' <kari@example.no>", 'kari@example.no', 'Kari'],
    ['Kari <kari@example.no', 'kari@example.no', 'Kari'],
    ['Kari "Nordmann <kari@example.no>', 'kari@example.no', 'Kari Nordmann'],
    ['"kari nordmann"@example.no', '"kari nordmann"@example.no', ''],
    ['Kari <SMTP: kari@example.no>', 'SMTP:kari@example.no', 'Kari'],
  ])('of senders are read: %s', async (raw, email, name) => {
    const { from } = await parseMail(bytes(`From: ${raw}\r\nSubject: x\r\n\r\nHei`))
    expect(from).toEqual({ email, name })
  })

  it('of groups are their members', async () => {
    const { to } = await parseMail(
      bytes(
        'From: a@b.example\r\nTo: Team: Kari <kari@example.no>, per@example.no;, Andre: ola@example.no;, Undisclosed recipients:;\r\n\r\nHei',
      ),
    )
    expect(to).toEqual([
      { email: 'kari@example.no', name: 'Kari' },
      { email: 'per@example.no', name: '' },
      { email: 'ola@example.no', name: '' },
    ])
  })

  it('are missing without being made up, and two senders are noted', async () => {
    const none = await parseMail(bytes('Subject: x\r\n\r\nHei'))
    expect(none.from).toBeNull()
    expect(none.warnings).toContain('no-from')
    const nameless = await parseMail(bytes('From: "Kari" <>\r\nSubject: x\r\n\r\nHei'))
    expect([nameless.from, nameless.fromAll]).toEqual([null, [{ email: '', name: 'Kari' }]])
    const two = await parseMail(bytes('From: a@x.example\r\nFrom: b@y.example\r\nSubject: x\r\n\r\nHei'))
    expect(two.fromAll.map((address) => address.email)).toEqual(['a@x.example', 'b@y.example'])
    expect(two.warnings).toContain('two-froms')
  })
})

describe('file names', () => {
  const name = async (disposition: string | Buffer, type = 'application/pdf') => {
    const head = bytes(
      `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSe vedlegg\r\n--b\r\nContent-Type: ${type}\r\nContent-Disposition: attachment; `,
    )
    const parsed = await parseMail(
      Buffer.concat([
        head,
        typeof disposition === 'string' ? bytes(disposition) : disposition,
        bytes('\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--\r\n'),
      ]),
    )
    expect(Buffer.from(parsed.attachments[0]!.content).toString()).toBe('ABC')
    return parsed.attachments[0]!.filename
  }

  it.each([
    ['filename="søknad.pdf"', 'søknad.pdf'],
    ["filename*=utf-8''s%C3%B8knad.pdf", 'søknad.pdf'],
    ['filename*0*=utf-8\'\'s%C3%B8; filename*1="knad "; filename*2*=%C3%A5r.pdf', 'søknad år.pdf'],
    ['filename="=?utf-8?Q?s=C3=B8knad.pdf?="', 'søknad.pdf'],
    ['filename==?utf-8?Q?s=C3=B8knad=2Epdf?=', 'søknad.pdf'],
    ['filename=min søknad.pdf', 'min søknad.pdf'],
    ['filename="a; b.pdf"', 'a; b.pdf'],
    ['filename="the "best" offer.pdf"', 'the "best" offer.pdf'],
    ['filename="..\\\\..\\\\etc\\\\passwd"', 'passwd'],
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="C:\\Users\\kari\\søknad.pdf"', 'søknad.pdf'],
    ['filename="unclosed.pdf', 'unclosed.pdf'],
    ['filename=""', 'attachment-1.pdf'],
    ['filename="a\u202efdp.exe"', 'a fdp.exe'],
  ])('are read and made harmless: %s', async (raw, filename) => {
    expect(await name(utf8(raw))).toBe(filename)
  })

  it('in raw latin-1 are read, too', async () => {
    expect(await name(Buffer.from('filename="søknad.pdf"', 'latin1'))).toBe('søknad.pdf')
  })

  it('come from the place where an image lay when nothing else names it', async () => {
    const named = async (header: string) =>
      (await mail('Content-Type: multipart/mixed; boundary=b', `--b\r\n${header}\r\n\r\nx\r\n--b--`)).attachments.map(
        (file) => file.filename,
      )
    expect(await named('Content-Type: image/jpeg\r\nContent-Location: Bilde25.jpg')).toEqual(['Bilde25.jpg'])
    expect(await named('Content-Type: image/png\r\nContent-Location: http://kunde.example/a/logo.png?v=2')).toEqual([
      'logo.png',
    ])
    expect(await named('Content-Type: image/png\r\nContent-Location: http://kunde.example/')).toEqual(['image-1.png'])
  })

  it('come from the type when the disposition has none', async () => {
    expect(await name('size=3', 'application/pdf; name="rapport.pdf"')).toBe('rapport.pdf')
  })
})

describe('bodies', () => {
  it('of format=flowed are joined, quotes and signature kept apart', async () => {
    const parsed = await mail(
      'Content-Type: text/plain; format=flowed',
      'En lang \r\nlinje.\r\n> Sitert \r\n> linje.\r\n-- \r\nKari\r\n',
    )
    expect(parsed.text).toBe('En lang linje.\n> Sitert linje.\n-- \nKari\n')
  })

  it('of format=flowed with DelSp lose the blank', async () => {
    expect((await mail('Content-Type: text/plain; format=flowed; delsp=yes', 'sammen \r\nsatt\r\n')).text).toBe(
      'sammensatt\n',
    )
  })

  it('without a text part are made from the HTML', async () => {
    const parsed = await mail('Content-Type: text/html; charset=utf-8', utf8('<p>Hei &amp; hå</p><p>Åse</p>'))
    expect(parsed.text.trim()).toBe('Hei & hå\n\nÅse')
    expect(parsed.html).toContain('Hei &amp; hå')
  })

  it('that only ask for another program give way to the HTML', async () => {
    const parsed = await mail(
      'Content-Type: multipart/alternative; boundary=b',
      '--b\r\nContent-Type: text/plain\r\n\r\nYour mail program cannot view HTML.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Skjermen min er svart, og jeg har startet den flere ganger uten at det hjelper det minste. Kan dere se paa det i dag?</p>\r\n--b--',
    )
    expect(parsed.text).toContain('Skjermen min er svart')
  })

  it('whose text part shows no quote learn from the HTML where it begins', async () => {
    const parsed = await mail(
      'Content-Type: multipart/alternative; boundary=b',
      '--b\r\nContent-Type: text/plain\r\n\r\nDet virker.\r\n\r\nKutoka: Ola Nordmann\r\nTarehe: Jumatatu 12\r\n\r\nPrev.\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Det virker.</p><div id="divRplyFwdMsg"><b>Kutoka:</b> Ola Nordmann<br><b>Tarehe:</b> Jumatatu 12</div><p>Prev.</p>\r\n--b--',
    )
    expect(parsed.replyText).toBe('Det virker.')
    expect(parsed.folds).toHaveLength(1)
  })

  it('in several pieces around files are all there', async () => {
    const parsed = await mail(
      'Content-Type: multipart/mixed; boundary=b',
      '--b\r\nContent-Type: text/plain\r\n\r\nFirst.\r\n--b\r\nContent-Type: image/png; name=a.png\r\n\r\nx\r\n--b\r\nContent-Type: text/plain\r\n\r\nSecond.\r\n--b--',
    )
    expect(parsed.text).toContain('First.')
    expect(parsed.text).toContain('Second.')
    expect(parsed.attachments.map((file) => file.filename)).toEqual(['a.png'])
  })

  it('whose boundary never comes, or has no name, are still text', async () => {
    expect((await mail('Content-Type: multipart/mixed; boundary=b', 'Just text')).text).toBe('Just text')
    expect(
      (
        await mail(
          'Content-Type: multipart/mixed',
          '--unnamed-boundary\r\nContent-Type: text/plain\r\n\r\nHei\r\n--unnamed-boundary--',
        )
      ).text.trim(),
    ).toBe('Hei')
  })

  it('whose blank line before the first delimiter was forgotten are found', async () => {
    const parsed = await parseMail(
      bytes(
        `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n--b\r\nContent-Type: text/plain\r\n\r\nHei\r\n--b--\r\n`,
      ),
    )
    expect(parsed.text.trim()).toBe('Hei')
    expect(parsed.warnings).toEqual([])
  })

  it('of an invitation alone are the invitation', async () => {
    const parsed = await mail(
      'Content-Type: text/calendar; method=REPLY',
      'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nSUMMARY:Demo\r\nDTSTART;VALUE=DATE:20260112\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    )
    expect(parsed.calendar).toEqual({ method: 'REPLY', summary: 'Demo', start: '2026-01-12' })
    expect(parsed.attachments.map((file) => file.filename)).toEqual(['invite.ics'])
  })

  it('whose label says base64 while they are text stay text', async () => {
    expect(
      (
        await mail(
          'Content-Type: text/plain\r\nContent-Transfer-Encoding: base64',
          'This is not base64 at all, only words.',
        )
      ).text,
    ).toBe('This is not base64 at all, only words.')
  })

  it('that forgot their last delimiter, or a header, are read', async () => {
    const open = await mail('Content-Type: multipart/mixed; boundary=b', '--b\r\n\r\nHei\r\n')
    expect([open.text.trim(), open.warnings]).toEqual(['Hei', ['unclosed-multipart']])
    expect((await parseMail(bytes('No header at all,\r\nonly text.\r\n'))).text).toBe('No header at all,\nonly text.\n')
  })

  it('clear-signed with PGP are the words between the lines', async () => {
    const parsed = await mail(
      'Content-Type: text/plain',
      '-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nHei\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\nabc\r\n-----END PGP SIGNATURE-----\r\n',
    )
    expect(parsed.text.trim()).toBe('Hei')
    expect(parsed.signed).toBe('pgp')
  })

  it('over the limit are cut, and kept whole beside', async () => {
    const parsed = await parseMail(bytes(`${HEAD}Content-Type: text/plain\r\n\r\n${'a'.repeat(5_000)}`), {
      text: 1_000,
    })
    expect(parsed.text).toHaveLength(1_000)
    expect(parsed.attachments[0]!.content).toHaveLength(5_000)
    expect(parsed.warnings).toContain('long-body')
  })
})

describe('what comes with a mail', () => {
  it('inline images keep the name by which the HTML calls them', async () => {
    const parsed = await mail(
      'Content-Type: multipart/related; boundary=b',
      '--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:logo@x">\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <logo@x>\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--',
    )
    expect(parsed.attachments).toMatchObject([{ filename: 'image-1.png', contentId: 'logo@x', inline: true }])
  })

  it('a mail inside is a file of its own, named by its subject', async () => {
    const parsed = await mail(
      'Content-Type: multipart/mixed; boundary=b',
      '--b\r\n\r\nSe her\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: ola@example.no\r\nSubject: Faktura\r\n\r\nHei\r\n--b--',
    )
    expect(parsed.attachments.map((file) => file.filename)).toEqual(['Faktura.eml'])
    expect(parsed.text.trim()).toBe('Se her')
  })

  it('an invitation is summed up and kept as a file', async () => {
    const parsed = await mail(
      'Content-Type: multipart/alternative; boundary=b',
      '--b\r\nContent-Type: text/plain\r\n\r\nMeeting\r\n--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Demo\\, part 1\r\nDTSTART:20260112T092200Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--b--',
    )
    expect(parsed.calendar).toEqual({ method: 'REQUEST', summary: 'Demo, part 1', start: '2026-01-12T09:22:00Z' })
    expect(parsed.attachments.map((file) => file.filename)).toEqual(['invite.ics'])
  })

  it('signatures of S/MIME are shown, open and opaque', async () => {
    const open = await mail(
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; boundary=b',
      '--b\r\n\r\nHei\r\n--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\nQUJD\r\n--b--',
    )
    expect([open.signed, open.text.trim(), open.attachments[0]!.filename]).toEqual(['smime', 'Hei', 'smime.p7s'])
    const opaque = await mail(
      'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\r\nContent-Transfer-Encoding: base64',
      'QUJD',
    )
    expect([opaque.signed, opaque.attachments[0]!.filename]).toEqual(['smime', 'smime.p7m'])
  })

  it('files put into the text by old mailers are taken out of it', async () => {
    const parsed = await mail(
      'Content-Type: text/plain',
      'Se vedlegg\r\nbegin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\nHilsen Kari\r\n',
    )
    expect(parsed.attachments.map((file) => [file.filename, Buffer.from(file.content).toString()])).toEqual([
      ['a.txt', 'Cat'],
    ])
    expect(parsed.text).toContain('Hilsen Kari')
  })
})

describe('headers', () => {
  it('give ids with their brackets, references once each', async () => {
    const parsed = await mail('In-Reply-To: <1@x>\r\nReferences: <0@x>\r\n <1@x> <0@x>\r\nReturn-Path: <>', 'Hei')
    expect(parsed).toMatchObject({
      messageId: '<a@customer.example>',
      inReplyTo: '<1@x>',
      references: ['<0@x>', '<1@x>'],
      returnPath: '',
    })
    expect(parsed.date?.toISOString()).toBe('2026-01-12T09:22:00.000Z')
  })

  it.each([
    ['Mon, 12 Jan 2026 10:22 +0100', '2026-01-12T09:22:00.000Z'],
    ['12 Jan 26 10:22:05 GMT', '2026-01-12T10:22:05.000Z'],
    ['Mon, 12 Jan 2026 10:22:00 -0500 (EST)', '2026-01-12T15:22:00.000Z'],
    ['2026-01-12T10:22:00+01:00', '2026-01-12T09:22:00.000Z'],
    ['Mon Jan 12 10:22:00 2026', '2026-01-12T10:22:00.000Z'],
    ['yesterday', undefined],
    ['Mon, 99 Jan 2026 10:22:00 +0100', undefined],
  ])('tell the date %s', async (raw, iso) => {
    const parsed = await parseMail(bytes(`From: a@b.example\r\nDate: ${raw}\r\n\r\nHei`))
    expect(parsed.date?.toISOString()).toBe(iso)
  })

  it('badly folded go on, and a text without a header begins where it begins', async () => {
    const parsed = await parseMail(
      bytes('From: a@b.example\r\nSubject: En lang\r\nlinje til\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\n\r\nHei'),
    )
    expect([parsed.subject, parsed.to[0]?.email, parsed.text]).toEqual(['En lang linje til', 'c@d.example', 'Hei'])
    const bare = await parseMail(
      bytes('From: a@b.example\r\nSubject: x\r\nHere the body begins.\r\nNote: it has a colon.\r\n'),
    )
    expect(bare.text).toContain('Here the body begins.')
  })

  it('behind a mailbox line or blank lines are found', async () => {
    expect(
      (
        await parseMail(
          bytes('\r\n\r\nFrom kari@example.no Mon Jan 12 10:22:00 2026\r\nFrom: a@b.example\r\nSubject: x\r\n\r\nHei'),
        )
      ).subject,
    ).toBe('x')
  })
})

describe('limits', () => {
  it('refuse a mail that is too large, in words for an administrator', async () => {
    await expect(parseMail(Buffer.alloc(2_000, 'a'), { bytes: 1_000 })).rejects.toThrow(ParseRefused)
    await expect(parseMail(Buffer.alloc(0))).rejects.toMatchObject({ code: 'empty' })
  })
})

describe('forwards', () => {
  it('name who wrote first, from the block and from a mail that came as a file', async () => {
    const inText = await parseMail(
      utf8(
        'From: agent@helpdesk.example\r\nSubject: VS: Faktura\r\n\r\nFYI\r\n\r\nFra: Ola Nordmann <ola@example.no>\r\nSendt: mandag 12. januar 2026 10:22\r\nTil: Kari\r\nEmne: Faktura\r\n\r\nHei\r\n',
      ),
    )
    expect(inText.replyText).toBe('FYI')
    expect(inText.forwardedFrom).toEqual({ email: 'ola@example.no', name: 'Ola Nordmann' })
    const asFile = await mail(
      'Subject: Fwd: Faktura\r\nContent-Type: multipart/mixed; boundary=b',
      '--b\r\n\r\nFYI\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Ola <ola@example.no>\r\n\r\nHei\r\n--b--',
    )
    expect(asFile.forwardedFrom).toEqual({ email: 'ola@example.no', name: 'Ola' })
    const finnish = await parseMail(
      utf8(
        'From: asiakas@example.fi\r\nSubject: VS: Lasku\r\n\r\nKiitos.\r\n\r\nLähettäjä: Tuki <tuki@example.fi>\r\nLähetetty: maanantai 12. tammikuuta 2026 10.22\r\nVastaanottaja: Matti\r\nAihe: Lasku\r\n\r\nHei\r\n',
      ),
    )
    expect(finnish.forwardedFrom).toBeNull()
    const bare = await parseMail(
      utf8(
        'From: agent@helpdesk.example\r\nSubject: Fwd: Faktura\r\n\r\n---------- Forwarded message ---------\r\nFra: Ola <ola@example.no>\r\nDate: man. 12. jan. 2026\r\nSubject: Faktura\r\n\r\nHei\r\n',
      ),
    )
    expect(bare.forwardedFrom?.email).toBe('ola@example.no')
    expect(bare.replyText).toContain('Hei')
  })
})
