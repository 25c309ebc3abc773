import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, visibleText } from './fold.ts'

/** What stays when only quotes and forwards are folded. */
const own = (text: string, forward = false) =>
  visibleText(text, foldText(text, { forward }).folds, ['quote', 'forward'])

const ATTRIBUTIONS: [client: string, line: string][] = [
  ['Thunderbird nb', 'Den 12.01.2026 10:22, skrev Ola Nordmann:'],
  ['Thunderbird nn', 'Den 12.01.2026 10:22, skreiv Ola Nordmann:'],
  ['Thunderbird da', 'Den 12-01-2026 kl. 10:22 skrev Mette Sørensen:'],
  ['Thunderbird sv', 'Den 2026-01-12 kl. 10:22, skrev Anna Öberg:'],
  ['Thunderbird fi', 'Matti Meikäläinen kirjoitti 12.1.2026 klo 10.22:'],
  ['Thunderbird en', 'On 12/01/2026 10:22, Ola Nordmann wrote:'],
  ['Thunderbird de', 'Am 12.01.2026 um 10:22 schrieb Ola Nordmann:'],
  ['author and date nb', 'Ola Nordmann skrev den 12.01.2026 10:22:'],
  ['author and date nn', 'Ola Nordmann skreiv den 12.01.2026 10:22:'],
  ['author and date sv', 'Anna Öberg skrev den 2026-01-12 kl. 10:22:'],
  ['author and date en', 'Ola Nordmann wrote on 12/01/2026 10:22:'],
  ['Gmail nb', 'man. 12. jan. 2026 kl. 10:22 skrev Ola Nordmann <ola@example.no>:'],
  ['Gmail da', 'Den man. 12. jan. 2026 kl. 10.22 skrev Mette Sørensen <mette@example.dk>:'],
  ['Gmail sv', 'Den mån 12 jan. 2026 kl 10:22 skrev Anna Öberg <anna@example.se>:'],
  ['Gmail fi', 'ma 12. tammik. 2026 klo 10.22 Matti Meikäläinen <matti@example.fi> kirjoitti:'],
  ['Gmail fi, older', 'maanantaina 12. tammikuuta 2026 Matti Meikäläinen (matti@example.fi) kirjoitti:'],
  ['Gmail en-US', 'On Mon, Jan 12, 2026 at 10:22 AM Ola Nordmann <ola@example.no> wrote:'],
  ['Gmail en-GB', 'On Mon, 12 Jan 2026 at 10:22, Ola Nordmann <ola@example.no> wrote:'],
  ['Gmail de', 'Am Mo., 12. Jan. 2026 um 10:22 Uhr schrieb Ola Nordmann <ola@example.no>:'],
  ['Gmail 2013', '2013/1/3 Ola Nordmann <ola@example.no>'],
  ['Gmail 2014', 'Den torsdag 13. februar 2014 skrev Ola Nordmann <ola@example.no>'],
  ['Gmail 2012', '05:24 6. mars 2012 skrev <ola@example.no> følgende:'],
  ['Gmail zone', '2014-10-17 11:28 GMT+03:00 Ola Nordmann <ola@example.no>:'],
  ['Apple nb', '12. jan. 2026 kl. 10:22 skrev Ola Nordmann <ola@example.no>:'],
  ['Apple nb, older', 'Den 19. jan. 2014 kl. 13:29 skrev "Ola Nordmann" <ola@example.no>:'],
  ['Apple da', 'Den 12. jan. 2026 kl. 10.22 skrev Mette Sørensen <mette@example.dk>:'],
  ['Apple sv', '12 jan. 2026 kl. 10:22 skrev Anna Öberg <anna@example.se>:'],
  ['Apple fi', 'Matti Meikäläinen <matti@example.fi> kirjoitti 12.1.2026 kello 10.22:'],
  ['Apple en', 'On 12 Jan 2026, at 10:22, Ola Nordmann <ola@example.no> wrote:'],
  ['Apple en, narrow blank', 'On Jan 12, 2026, at 10:22\u202fAM, Ola Nordmann <ola@example.no> wrote:'],
  ['Apple de', 'Am 12.01.2026 um 10:22 schrieb Ola Nordmann <ola@example.no>:'],
  ['Apple nl', 'Op 12 jan. 2026, om 10:22 heeft Ola Nordmann <ola@example.no> het volgende geschreven:'],
  ['Gmail nl', 'Op 12 januari 2026 10:22 schreef Ola Nordmann het volgende:'],
  ['sent, not wrote', 'On 12-Jan-2026, at 10:22 AM, Ola Nordmann <ola@example.no> sent:'],
  ['Outlook Mac nb', 'Ola Nordmann <ola@example.no> skrev følgende den 28/10/2021, 12:46:'],
  ['Outlook Mac da', 'D. 28/10/2021 12.46 skrev "Mette Sørensen" <mette@example.dk>:'],
  ['Outlook Mac sv', 'Den 28/10/2021 12:46 skrev "Anna Öberg" <anna@example.se> följande:'],
  ['Outlook Mac fi', 'Matti Meikäläinen <matti@example.fi> kirjoitti 28/10/2021 12.46:'],
  ['Outlook Mac en', 'On 28/10/2021, 12:46, "Ola Nordmann" <ola@example.no> wrote:'],
  ['Outlook Mac de', 'Am 28.10.21, 12:46 schrieb "Ola Nordmann" <ola@example.no>:'],
  ['Yahoo nb', 'På mandag 12. januar 2026 kl. 10:22:00 CET, Ola Nordmann <ola@example.no> skrev:'],
  ['Yahoo da', 'Den mandag den 12. januar 2026 10.22.00 CET, Mette Sørensen <mette@example.dk> skrev:'],
  ['Yahoo sv', 'Den måndag 12 januari 2026 10:22:00 CET, Anna Öberg <anna@example.se> skrev:'],
  ['Yahoo fi', 'maanantai 12. tammikuuta 2026 klo 10.22.00 UTC+2, Matti Meikäläinen <matti@example.fi> kirjoitti:'],
  ['Yahoo en', 'On Monday, January 12, 2026, 10:22 AM, Ola Nordmann <ola@example.no> wrote:'],
  ['Yahoo de', 'Am Montag, 12. Januar 2026 um 10:22:00 MEZ hat Ola Nordmann <ola@example.no> Folgendes geschrieben:'],
  ['Proton', 'On Monday, January 12th, 2026 at 10:22, Ola Nordmann <ola@example.no> wrote:'],
  ['Notes', 'Ola Nordmann <ola@example.no> skrev den 12.01.2026 10:22:'],
  ['Thunderbird, old', 'Ola Nordmann said the following on 12/01/2026 10:22:'],
  ['Zoho', '---- On Mon, 12 Jan 2026 10:22:00 +0100 Ola Nordmann <ola@example.no> wrote ----'],
  ['French', 'Le lun. 12 janv. 2026 à 10:22, Ola Nordmann <ola@example.no> a écrit :'],
  ['Dutch', 'Op ma 12 jan 2026 om 10:22 schreef Ola Nordmann <ola@example.no>:'],
  ['Spanish', 'El lun, 12 ene 2026 a las 10:22, Ola Nordmann (<ola@example.no>) escribió:'],
  ['Italian', 'Il giorno lun 12 gen 2026 alle ore 10:22 Ola Nordmann <ola@example.no> ha scritto:'],
  ['Polish', 'pon., 12 sty 2026 o 10:22 Ola Nordmann <ola@example.no> napisał(a):'],
  ['Russian', 'пн, 12 янв. 2026 г. в 10:22, Ola Nordmann <ola@example.no>:'],
  ['Icelandic', 'Þann mán., 12. jan. 2026 kl. 10:22 skrifaði Ola Nordmann <ola@example.no>:'],
  ['Estonian', 'Kuupäev E, 12. jaanuar 2026 kell 10:22 kirjutas Ola Nordmann <ola@example.no>:'],
]

describe('attribution lines', () => {
  it.each(ATTRIBUTIONS)('fold the quote below: %s', (_client, line) => {
    expect(own(`Det virker nå, takk.\n\n${line}\n\n> Prøv igjen.\n`)).toBe('Det virker nå, takk.')
    if (/[:：-]$/.test(line))
      expect(own(`Det virker nå, takk.\n\n${line}\n\nPrøv igjen.\n`)).toBe('Det virker nå, takk.')
  })

  it.each(ATTRIBUTIONS.filter(([, line]) => line.includes('<')))(
    'are read when the mailer wrapped them before the address: %s',
    (_client, line) => {
      const wrapped = line.replace(' <', '\n<')
      expect(own(`Takk.\n\n${wrapped}\n\n> Prøv igjen.\n`)).toBe('Takk.')
    },
  )

  it('are read when the mailer wrapped them behind the angle bracket', () => {
    expect(own('Takk.\n\nman. 12. jan. 2026 kl. 10:22 skrev Ola Nordmann <\nola@example.no>:\n\n> Hei\n')).toBe('Takk.')
    expect(own('Takk.\n\nman. 12. jan. 2026 kl. 10:22 skrev Ola Nordmann <ola@example.no\n>:\n\n> Hei\n')).toBe('Takk.')
  })

  it('do not swallow the author’s line before them', () => {
    expect(own('Se bestilling 1042\nOn 12 Jan 2026, at 10:22, Ola <ola@example.no> wrote:\n> Hei')).toBe(
      'Se bestilling 1042',
    )
    expect(own('Takk\nDen 12. jan. 2026 kl. 10:22 skrev Ola <ola@example.no>:\n> Hei')).toBe('Takk')
  })

  it.each([
    'Jeg skrev til dere 12. januar 2026 kl. 10:22, men har ikke fått svar.',
    'Vi skrev den 12.01.2026 10:22:',
    'Asiakas kirjoitti meille eilen.',
    'Han skrev at fakturaen var feil:',
    'I wrote to you on 12 January 2026:',
    'As your colleague wrote: the invoice is paid.',
    'On the surface it looks fine, and on Monday 12 January 2026 it still did.',
    'Møtet er 12.01.2026 10:22, si fra til ola@example.no.',
    'Kunden skrev til oss 3. mai 2026:',
    'Den 3. mai 2026 kl. 10:22 skrev en kollega dette til dere:',
    'Jag skrev ett mejl den 3 maj 2026 kl. 10:22:',
  ])('are not seen in a sentence: %s', (line) => {
    // With words before it: nothing is ever folded when nothing would stay.
    const text = `Hei,\n\n${line}\nKan dere se på det?`
    expect(own(text)).toBe(text)
  })
})

const BLOCKS: [language: string, block: string][] = [
  [
    'nb',
    'Fra: Ola Nordmann <ola@example.no>\nSendt: mandag 12. januar 2026 10:22\nTil: Support <support@example.no>\nKopi: Kari <kari@example.no>\nEmne: Faktura',
  ],
  [
    'nn',
    'Frå: Ola Nordmann <ola@example.no>\nSendt: måndag 12. januar 2026 10:22\nTil: Support <support@example.no>\nEmne: Faktura',
  ],
  [
    'da',
    'Fra: Mette Sørensen <mette@example.dk>\nSendt: 12. januar 2026 10:22\nTil: Support <support@example.dk>\nEmne: SV: Faktura\nVedhæftede filer: a.pdf',
  ],
  [
    'sv',
    'Från: Anna Öberg <anna@example.se>\nSkickat: den 12 januari 2026 10:22\nTill: Support <support@example.se>\nKopia: B <b@example.se>\nÄmne: Faktura',
  ],
  [
    'fi',
    'Lähettäjä: Matti Meikäläinen <matti@example.fi>\nLähetetty: maanantai 12. tammikuuta 2026 10.22\nVastaanottaja: Tuki <tuki@example.fi>\nAihe: Lasku',
  ],
  [
    'en',
    'From: Ola Nordmann <ola@example.no>\nSent: Monday, January 12, 2026 10:22 AM\nTo: Support <support@example.no>\nCc: Kari\nSubject: Invoice',
  ],
  [
    'de',
    'Von: Ola Nordmann <ola@example.no>\nGesendet: Montag, 12. Januar 2026 10:22\nAn: Support <support@example.no>\nBetreff: Rechnung',
  ],
  [
    'bold',
    '*Fra:* Ola Nordmann <ola@example.no>\n*Sendt:* mandag 12. januar 2026 10:22\n*Til:* Support\n*Emne:* Faktura',
  ],
  [
    'mixed',
    'Fra: Ola Nordmann <ola@example.no>\nDate: man. 12. jan. 2026 kl. 10:22\nSubject: Faktura\nTo: <support@example.no>',
  ],
  [
    'wrapped',
    'From: Ola Nordmann \n<ola@example.no> \nSent: Monday, January 12, 2026 10:22 AM\nTo: Support <support@example.no>; Kari <kari@example.no>;\n Per <per@example.no>\nSubject: Invoice',
  ],
  [
    'double-spaced',
    'From: Ola Nordmann <ola@example.no>\n\nSent: Monday, January 12, 2026 10:22 AM\n\nTo: Support <support@example.no>\n\nSubject: Invoice',
  ],
]

describe('header blocks', () => {
  it.each(BLOCKS)('fold what they introduce: %s', (_language, block) => {
    for (const rule of [
      '',
      '________________________________\n',
      '------------------------------\n\n',
      '-----Original Message-----\n',
      '-----Opprinnelig melding-----\n',
    ])
      expect(own(`Det stemmer.\n\n${rule}${block}\n\nHei\nHer er fakturaen.\n`)).toBe('Det stemmer.')
  })

  it('need no blank line behind the subject (new Outlook on the Mac)', () => {
    expect(own(`Ok.\n\n${BLOCKS[0]![1]}\nTekst uten luft\n`)).toBe('Ok.')
  })

  it.each([
    'Fra: Oslo\nTil: Bergen\nDato: 12. januar 2026\nKan dere endre reisen?',
    'Til: hvem sender jeg dette?\nJeg lurer bare.',
    'Emne: mangler i skjemaet\nDet står ingenting der.',
    'From: $100\nTo: $200\nWhat is the price?',
    'Navn: Kari\nDato: 3. mai\nBeskrivelse: Skjermen er svart',
  ])('are not seen in what a customer lists: %s', (text) => {
    expect(own(text)).toBe(text)
    expect(own(`Hei,\n\n${text}`)).toBe(`Hei,\n\n${text}`)
  })
})

describe('separators', () => {
  it.each([
    '-----Opprinnelig melding-----',
    '-----Opphavleg melding-----',
    '-----Oprindelig meddelelse-----',
    '-----Original meddelelse-----',
    '-----Ursprungligt meddelande-----',
    '-----Alkuperäinen viesti-----',
    '-----Original Message-----',
    '-----Ursprüngliche Nachricht-----',
    '-------- Original-Nachricht --------',
    '-------- Originalmeddelande --------',
    '-------- Alkuperäinen viesti / Orig.Msg. --------',
    '-----Opprinnelig avtale-----',
    '>>> Ola Nordmann <ola@example.no> 12.01.2026 10:22 >>>',
    '------- Original Message -------',
    '-------- Oprindelig besked --------',
    '## Skriv svaret ditt over denne linjen ##',
    'Skriv svaret ditt over denne linja',
    'Skriv dit svar over denne linje',
    'Skriv ditt svar ovanför den här raden',
    'Kirjoita vastauksesi tämän rivin yläpuolelle',
    'Write your reply above this line',
    '##- Please type your reply above this line -##',
  ])('fold what follows: %s', (line) => {
    expect(own(`Takk.\n\n${line}\nHei Kari, her er svaret vårt.\n`)).toBe('Takk.')
  })

  it.each([
    [
      'Thunderbird nb',
      '-------- Videresendt melding --------\nEmne: \tFaktura\nDato: \tMon, 12 Jan 2026 10:22:00 +0100\nFra: \tOla <ola@example.no>\nTil: \tsupport@example.com',
    ],
    [
      'Thunderbird nn',
      '-------- Vidaresend melding --------\nEmne: \tFaktura\nDato: \tMon, 12 Jan 2026 10:22:00 +0100\nFrå: \tOla <ola@example.no>\nTil: \tsupport@example.com',
    ],
    [
      'Thunderbird fi',
      '-------- Välitetty viesti / Fwd.Msg --------\nAihe: \tLasku\nPäiväys: \tMon, 12 Jan 2026 10:22:00 +0100\nLähettäjä: \tOla <ola@example.no>',
    ],
    [
      'Gmail sv',
      '---------- Forwarded message ---------\nFrån: Ola <ola@example.no>\nDate: mån 12 jan. 2026 kl 10:22\nSubject: Faktura\nTo: <support@example.com>',
    ],
    [
      'Apple nb',
      'Videresendt melding:\n\nFra: Ola <ola@example.no>\nEmne: Faktura\nDato: 12. januar 2026 kl. 10:22:00 CET\nTil: support@example.com',
    ],
    [
      'Apple da',
      'Start på videresendt besked:\n\nFra: Ola <ola@example.no>\nEmne: Faktura\nDato: 12. januar 2026 kl. 10.22.00 CET\nTil: support@example.com',
    ],
    [
      'Apple sv',
      'Vidarebefordrat mejl:\n\nFrån: Ola <ola@example.no>\nÄmne: Faktura\nDatum: 12 januari 2026 10:22:00 CET\nTill: support@example.com',
    ],
    [
      'Apple fi',
      'Välitetty viesti alkaa:\n\nLähettäjä: Ola <ola@example.no>\nAihe: Lasku\nPäivämäärä: 12. tammikuuta 2026 klo 10.22.00 UTC+2\nVastaanottaja: support@example.com',
    ],
    [
      'Apple en, quoted',
      '> Begin forwarded message:\n> \n> From: Ola <ola@example.no>\n> Subject: Invoice\n> Date: January 12, 2026 at 10:22:00 GMT+1\n> To: support@example.com',
    ],
    [
      'MailMate',
      'Forwarded message:\n\n> From: Ola <ola@example.no>\n> To: support@example.com\n> Subject: Invoice\n> Date: Mon, 12 Jan 2026 10:22:00 +0100',
    ],
    [
      'Yahoo da',
      '----- Videresendt meddelelse -----\nFra: Ola <ola@example.no>\nTil: support@example.com\nSendt: mandag den 12. januar 2026 10.22\nEmne: Faktura',
    ],
    [
      'Notes',
      '----- Forwarded by Kari Nordmann/Org on 12.01.2026 10:22 -----\n\nFrom: Ola <ola@example.no>\nTo: support@example.com\nDate: 12.01.2026 10:22\nSubject: Faktura',
    ],
  ])('mark a forward and name its sender: %s', (_client, block) => {
    const text = `Til orientering\n\n${block}\n\nHei, fakturaen er feil.\n`
    const folded = foldText(text)
    expect(folded.folds.map((fold) => fold.kind)).toEqual(['forward'])
    expect(own(text)).toBe('Til orientering')
    expect(folded.block?.from).toContain('ola@example.no')
  })
})

describe('answers in other places', () => {
  it('show an answer below the quote', () => {
    expect(own('On 12/01/2026 10:22, Ola wrote:\n> Which order?\n\nOrder 1042.\n')).toBe('Order 1042.')
    expect(own('Takk!\n\nOn 12/01/2026 10:22, Ola wrote:\n> Which order?\n\nOrder 1042.\n')).toBe(
      'Takk!\n\n\nOrder 1042.',
    )
  })

  it('fold nothing when the answers stand between the quoted lines', () => {
    const text = 'On 12/01/2026 10:22, Ola wrote:\n> Which order?\n\n1042.\n\n> Which size?\n\nLarge.\n'
    expect(own(text)).toBe(text.trim())
  })

  it('keep one quoted line that the author answers, without an attribution', () => {
    const text = '> Which order?\n1042, as I said.'
    expect(own(text)).toBe(text)
  })

  it('fold a last block of quoted lines without an attribution', () => {
    expect(own('Order 1042.\n\n> Which order?\n> And which size?\n')).toBe('Order 1042.')
  })

  it('read quoted lines that were wrapped on their way as quoted', () => {
    const text =
      'Ja.\n\nDen 12.01.2026 10:22, skrev Ola:\n> En lang linje som en eller annen maskin mente var for lang for denne\nverden.\n> Og videre.\n'
    expect(own(text)).toBe('Ja.')
  })

  it('read a link that broke off a quoted line as quoted, and a bare link as an answer', () => {
    const head = 'Ja.\n\nDen 12.01.2026 10:22, skrev Ola:\n> Se'
    expect(own(`${head} saken (http://helpdesk.example/sak\n?nr=1042)\n> og svar.\n`)).toBe('Ja.')
    expect(own(`${head} her:\n(http://helpdesk.example/sak)\n> og svar.\n`)).toBe('Ja.')
    expect(own(`${head} hvor?\nhttp://kunde.example/her\n> Og videre?\n`)).toContain('http://kunde.example/her')
  })

  it('keep the words that share their line with the attribution of the quote', () => {
    const quote = '\n> Hvilken ordre?\n'
    expect(own(`Ordre 1042 On Mon, Jan 12, 2026 at 10:22 AM, Ola <ola@example.no> wrote:${quote}`)).toBe('Ordre 1042')
    expect(own(`Hei\nTakk - takk--- On Mon, Jan 12, 2026 at 10:22 AM, ola@example.no wrote:${quote}`)).toBe(
      'Hei\nTakk - takk',
    )
    const told = 'This is what he said. On Mon, Jan 12, 2026 at 10:22 AM, Ola wrote:\n\nWhich order do you mean?'
    expect(own(told)).toBe(told)
  })

  it('show everything when nothing but a quote or a signature would stay', () => {
    for (const text of [
      '> Bare et sitat',
      '-----Original Message-----\nFrom: Ola <ola@example.no>\nSent: Monday\nSubject: x\n\nHi',
      'Sendt fra min iPhone\n\nOn 12/01/2026 10:22, Ola wrote:\n> Hi',
    ])
      expect(foldText(text).visible).toBe(text.trim())
  })
})

describe('every folding', () => {
  const piece = fc.constantFrom(
    'Hei',
    'Takk!',
    '',
    '> sitat',
    '>> eldre',
    'Den 12.01.2026 10:22, skrev Ola:',
    'On Mon, 12 Jan 2026 at 10:22, Ola <ola@example.no> wrote:',
    '-- ',
    'Mvh',
    'Ola Nordmann',
    'Fra: Ola <ola@example.no>',
    'Sendt: mandag 12. januar 2026 10:22',
    'Til: Support',
    'Emne: Faktura',
    '-----Original Message-----',
    '________________________________',
    'Sendt fra min iPhone',
    'Denne e-posten er kun ment for mottakeren.',
    'Kan dere se på det?',
    'Videresendt melding:',
    '\u00a0',
    '\ufeff',
  )
  const text = fc.oneof(
    fc.array(piece, { maxLength: 25 }).map((lines) => lines.join('\n')),
    fc.string({ unit: fc.constantFrom('>', ' ', '\n', 'a', 'skrev ', ':', '@', '<', '2026', '-', '_', 'Fra', '\t') }),
  )

  it('leaves the text whole: visible and folded make it up, in order', () => {
    fc.assert(
      fc.property(text, (body) => {
        const { folds } = foldText(body)
        let at = 0
        for (const fold of folds) {
          expect(fold.start).toBeGreaterThanOrEqual(at)
          expect(fold.end).toBeGreaterThan(fold.start)
          at = fold.end
        }
        expect(at).toBeLessThanOrEqual(body.length)
      }),
      { numRuns: 500 },
    )
  })

  it('never hides all: where there were words, words stay', () => {
    fc.assert(
      fc.property(text, (body) => {
        const bare = (s: string) => s.replace(/[\s\u00a0\ufeff]/g, '')
        if (bare(body) !== '') expect(bare(foldText(body).visible)).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('is settled: folding what stays hides no quote more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ATTRIBUTIONS),
        fc.constantFrom('Takk', 'Hei,\n\nDet virker.', 'Ja'),
        ([, line], words) => {
          const once = own(`${words}\n\n${line}\n\n> Hei\n`)
          expect(own(once)).toBe(once)
        },
      ),
    )
  })
})
