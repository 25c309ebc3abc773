import { describe, expect, it } from 'vitest'
import { compareBounce, compareParse, compareReply } from './compare.ts'

const got = {
  subject: 'Re:  Faktura',
  fromEmail: 'Kari@Example.no',
  fromName: '"Kari"',
  text: 'Hei på deg',
  html: '<p>A &amp; <b>B</b></p>',
  attachments: [{ filename: 'a.pdf', size: 3 }],
}

describe('the comparison of a case', () => {
  it('asks only what the case asserts', () => {
    expect(compareParse({ subject: null }, got)).toEqual({})
    expect(
      compareParse(
        {
          subject: 'Re: Faktura',
          fromEmail: 'kari@example.no',
          fromName: 'Kari',
          textContains: ['Hei  på', 'A & B'],
          attachmentNames: ['a.pdf'],
        },
        got,
      ),
    ).toEqual({ subject: true, from: true, 'from name': true, text: true, attachments: true })
    expect(
      compareParse({ subject: 'Faktura', textContains: ['Hade'], attachmentNames: ['a.pdf', 'a.pdf'] }, got),
    ).toEqual({ subject: false, text: false, attachments: false })
  })

  it('accepts any letter where the source itself could not read one', () => {
    expect(compareParse({ subject: 'Sp\ufffdrsm\ufffdl' }, { ...got, subject: 'Spørsmål' })).toEqual({ subject: true })
    expect(compareParse({ subject: 'Sp\ufffdrsm\ufffdl' }, { ...got, subject: 'Sporsmal!' })).toEqual({
      subject: false,
    })
  })

  const reply = { contains: [], notContains: [], compare: 'lines' as const }
  it('tells a lost line from a quote that stayed', () => {
    const whole = 'Takk.\nDet virker.\n\n> En lang sitert linje'
    expect(compareReply({ ...reply, exact: ['Takk.\nDet virker.'] }, 'Takk.\nDet virker.', whole)).toEqual({
      'reply exact': true,
      'reply no-loss': true,
      'reply no-quote': true,
    })
    expect(compareReply({ ...reply, exact: ['Takk.\nDet virker.'] }, 'Takk.', whole)).toEqual({
      'reply exact': false,
      'reply no-loss': false,
      'reply no-quote': true,
    })
    expect(compareReply({ ...reply, exact: ['Takk.\nDet virker.'] }, whole, whole)).toEqual({
      'reply exact': false,
      'reply no-loss': true,
      'reply no-quote': false,
    })
    expect(compareReply({ ...reply, exact: [], contains: ['Takk'], notContains: ['sitert'] }, whole, whole)).toEqual({
      'reply exact': false,
      'reply no-loss': true,
      'reply no-quote': false,
    })
    expect(compareReply({ ...reply, exact: ['Takk.'] }, '', whole)['reply no-loss']).toBe(false)
  })

  it('asks of a bounce the recipient and whether it is final', () => {
    expect(
      compareBounce({ recipients: ['a@b.example'], permanent: true }, { recipients: ['A@b.example'], permanent: true }),
    ).toEqual({ 'bounce detected': true, 'bounce recipient': true, 'bounce permanence': true })
    expect(compareBounce({ recipients: ['a@b.example'], permanent: true }, null)).toEqual({
      'bounce detected': false,
      'bounce recipient': false,
      'bounce permanence': false,
    })
  })
})
