import { describe, expect, it } from 'vitest'
import { warnings } from './warnings.ts'

const kinds = (text: string, attachmentCount = 0, recipientCount = 1) =>
  warnings({ text, attachmentCount, recipientCount }, 3).map((w) => w.kind)

describe('before an answer goes out, the house asks', () => {
  it.each([
    ['en', 'Please find the invoice attached.'],
    ['en', 'I have enclosed the form.'],
    ['nb', 'Se vedlagte faktura.'],
    ['nb', 'Fakturaen ligger i vedlegget.'],
    ['nn', 'Skjemaet er vedlagd.'],
    ['da', 'Jeg har vedhæftet fakturaen.'],
    ['da', 'Se vedhæftede fil.'],
    ['sv', 'Jag bifogar fakturan.'],
    ['sv', 'Fakturan finns som bilaga.'],
    ['fi', 'Lasku on liitteenä.'],
    ['fi', 'Liitin laskun mukaan.'],
    ['fi', 'Ohessa lasku.'],
  ])('where the file is, when %s says that one is attached', (_, text) => {
    expect(kinds(text)).toEqual(['missingAttachment'])
    expect(kinds(text, 1)).toEqual([])
  })

  it.each([
    'Thanks for your attachment.',
    'Takk for vedlegget ditt.',
    'Vi har ikke fått vedlegget du nevner.',
    'Tak for din vedhæftede fil.',
    'Kiitos liitteestä, liitteesi on luettu.',
    'Vi ringer deg i morgen.',
    'Liittymäsi on nyt auki.',
    'Utvedlegget',
  ])('nothing about %s', (text) => {
    expect(kinds(text)).toEqual([])
  })

  it('what belongs in the holes of a template', () => {
    expect(
      warnings({ text: 'Hei {{kunde.fornavn|Hei}}, {{ dato }} {{dato}}', attachmentCount: 0, recipientCount: 1 }, 3),
    ).toEqual([{ kind: 'unfilled', fields: ['kunde.fornavn', 'dato'] }])
  })

  it('whether so many people should get it', () => {
    expect(kinds('Hei', 0, 3)).toEqual([])
    expect(kinds('Hei', 0, 4)).toEqual(['manyRecipients'])
  })
})
