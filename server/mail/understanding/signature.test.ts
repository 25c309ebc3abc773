import { describe, expect, it } from 'vitest'
import { foldText } from './fold.ts'
import { isClientLine, isDisclaimer } from './signature.ts'

describe('a line that a program adds', () => {
  it.each([
    'Sendt fra min iPhone',
    'Sendt fra min iPad',
    'Sendt fra min mobil',
    'Sendt fra min Galaxy',
    'Sendt fra Outlook for iOS',
    'Sendt fra Outlook for Android',
    'Sendt fra E-post for Windows',
    'Hent Outlook for iOS',
    'Hent Outlook til Android',
    'Hentet fra Outlook for Android',
    'Send frå min iPhone',
    'Skickat från min iPhone',
    'Skickat från Outlook för iOS',
    'Skaffa Outlook för Android',
    'Lähetetty iPhonestani',
    'Lähetetty Galaxy-puhelimestani',
    'Hanki Outlook for Android',
    'Sent from my iPhone',
    'Sent from my Verizon Wireless BlackBerry',
    'Sent from Yahoo Mail on Android',
    'Sent from Outlook for iOS<https://aka.ms/o0ukef>',
    'Get Outlook for Android<https://aka.ms/AAb9ysg>',
    'Sent with Proton Mail secure email.',
    'Von meinem iPhone gesendet',
    'Gesendet von Outlook für Android',
    '*Sendt fra min iPhone*',
    '(Sent from mobile device)',
    '<<Sent by Galaxy>>',
    'Sendt fra mobil',
    'Skickat från mobilen',
    'Lähetetty puhelimesta',
    'Sent from my phone, please excuse any typos.',
    'Sendt fra min mobil – beklager skrivefeil',
    'iPhoneから送信',
  ])('is known: %s', (line) => {
    expect(isClientLine(line)).toBe(true)
  })

  it.each([
    'Sendt fra lageret i går, men ikke mottatt',
    'Sendt fra min bror i går',
    'Sent from my desk, which is much easier',
    'Sent from my desk',
    'The notification was sent from my iPhone app to all users.',
    'Skickat från lagret',
    'Hent pakken i dag',
    'Get Outlook to work, please!',
    'Sent from the warehouse in Oslo',
  ])('is not made of a sentence: %s', (line) => {
    expect(isClientLine(line)).toBe(false)
  })
})

describe('a signature at the end', () => {
  const visible = (text: string) => foldText(text).visible

  it.each([
    'Med vennlig hilsen\nKari Nordmann\nRegnskapsfører\nTlf. 22 33 44 55',
    'Mvh\nKari',
    'Mvh.\n\nKari Nordmann',
    'Med venleg helsing\nKari',
    'Med venlig hilsen\nMette Sørensen',
    'Kh\nMette',
    'Med vänliga hälsningar,\nAnna Öberg\n08-123 45 67',
    '/Anna',
    'Ystävällisin terveisin\nMatti Meikäläinen\nmatti@example.fi',
    'Mit freundlichen Grüßen\nMax Mustermann',
    '-- \nKari Nordmann\nExample AS',
    '--\nKari',
    'Sendt fra min iPhone',
    'Mvh\nKari\n\nSendt fra min iPhone',
    '-- \nKari\n\nDenne e-posten er kun ment for mottakeren.',
  ])('is folded: %j', (signature) => {
    expect(visible(`Skjermen er svart.\n\n${signature}\n`)).toBe('Skjermen er svart.')
  })

  it.each([
    'Thanks,\nBob',
    'Thanks!',
    'Regards,\nBob',
    'Hilsen til Ola og de andre, de var flinke.',
    'Mvh',
    'Med vennlig hilsen var det han skrev.\nHva mener dere?',
    'Hilsen\nKari. Kan dere ringe meg på 22 33 44 55 i dag, etter klokken tre?',
    '- en ting\n- en til',
    '----\nMer tekst under streken som kunden selv har skrevet.',
  ])('is not made of words: %j', (ending) => {
    expect(visible(`Skjermen er svart.\n\n${ending}`)).toBe(`Skjermen er svart.\n\n${ending}`)
  })

  it('leaves the name behind an English closing, and folds the contact lines', () => {
    expect(visible('It works.\n\nBest regards,\nBob Smith\nSales Manager\n+47 22 33 44 55\nwww.example.com')).toBe(
      'It works.\n\nBest regards,\nBob Smith',
    )
  })

  it('before the quote is folded apart from it', () => {
    const { folds } = foldText('Takk.\n\nMvh\nKari\n\nDen 12.01.2026 10:22, skrev Ola:\n> Hei\n')
    expect(folds.map((fold) => fold.kind)).toEqual(['signature', 'quote'])
  })

  it('of a mailing list is folded', () => {
    expect(
      visible(
        'How do I do this?\n\n_______________________________________________\nusers mailing list\nusers@lists.example\nhttps://lists.example/listinfo/users\n',
      ),
    ).toBe('How do I do this?')
  })

  it('that is all there is stays', () => {
    expect(visible('Mvh\nKari')).toBe('Mvh\nKari')
  })
})

describe('small print', () => {
  it.each([
    'Denne e-posten er kun ment for mottakeren, og kan inneholde fortrolig informasjon.',
    'Denne e-mail er fortrolig og kun beregnet for modtageren.',
    'Detta e-postmeddelande kan innehålla konfidentiell information.',
    'Tämä viesti on tarkoitettu vain vastaanottajalle.',
    'This email and any files transmitted with it are confidential.',
    'Please consider the environment before printing this email.',
    'CONFIDENTIALITY NOTICE: The contents are private.',
  ])('is folded at the end: %s', (line) => {
    expect(isDisclaimer(line)).toBe(true)
    expect(foldText(`Skjermen er svart.\n\n${line}\nTake no action.`).folds.map((fold) => fold.kind)).toEqual([
      'disclaimer',
    ])
  })

  it.each([
    'This message has an order number in it.\nI hope that you can read it.',
    'This email was sent to the wrong department before.',
    'Denne e-posten kom tilbake tre ganger i går.',
    'Denne meldingen er sendt på nytt, slik dere ba om.',
    'Detta mejl är det tredje jag skickar.',
    'Tämä viesti on jo kolmas.',
    'Disclaimer',
  ])('is not made of a sentence about a mail: %j', (ending) => {
    const text = `Skjermen er svart.\n\n${ending}`
    expect(foldText(text).visible).toBe(text)
  })

  it('is not seen where a question follows it', () => {
    const text = 'Hei.\n\nDenne e-posten er kun ment for mottakeren.\n\nHvorfor står det?'
    expect(foldText(text).folds).toEqual([])
  })
})

describe('a warning that a gateway wrote above the mail', () => {
  it.each([
    'CAUTION: This email originated from outside of the organization. Do not click links unless you know the sender.',
    '[EKSTERN] Denne e-posten kommer fra utenfor virksomheten.\nVær forsiktig med lenker.',
    'EXTERN: Detta mejl kommer från en avsändare utanför organisationen.',
    'ADVARSEL: Denne mail kommer fra en ekstern afsender.',
    'HUOMIO: viesti on lähetetty organisaation ulkopuolelta.',
    "You don't often get email from kari@customer.example. Learn why this is important",
    'Du får ikke ofte e-post fra kari@customer.example. Finn ut hvorfor dette er viktig',
  ])('is folded: %j', (banner) => {
    const { folds, visible } = foldText(`${banner}\n\nHei,\nskjermen er svart.\n`)
    expect(visible).toBe('Hei,\nskjermen er svart.')
    expect(folds.map((fold) => fold.kind)).toEqual(['disclaimer'])
  })

  it.each([
    'OBS: skjermen er svart.',
    'Ekstern disk virker ikke.',
    'Warning: the printer is on fire outside the office.',
    'CAUTION: This email originated from outside of the organization.',
  ])('is not what the author wrote, nor all there is: %s', (line) => {
    for (const text of [line, `${line.replace(/^CAUTION.*/, 'Obs, obs.')}\n\nHva gjør vi?`])
      expect(foldText(text).visible).toBe(text)
  })
})
