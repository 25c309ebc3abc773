import { describe, expect, it } from 'vitest'
import { foldQuoted, linkParts, quoteRuns } from './plain-text.ts'

describe('quoted text', () => {
  it('below the answer is folded', () => {
    expect(foldQuoted('Takk!\n\nDen 5. jan. skrev Per:\n> Hei\n', 'Takk!')).toEqual({
      shown: 'Takk!',
      quotedBefore: null,
      quotedAfter: 'Den 5. jan. skrev Per:\n> Hei',
    })
  })

  it('above the answer is folded too', () => {
    expect(foldQuoted('> Hei\n\nTakk!', 'Takk!')).toEqual({ shown: 'Takk!', quotedBefore: '> Hei', quotedAfter: null })
  })

  it('between the lines of an answer stays in reach, whole', () => {
    const body = '> Når?\nI morgen.\n> Hvor?\nHer.'
    expect(foldQuoted(body, 'I morgen.\nHer.')).toEqual({
      shown: 'I morgen.\nHer.',
      quotedBefore: null,
      quotedAfter: body,
    })
  })

  it('is shown when nothing else would remain', () => {
    expect(foldQuoted('> bare sitat', '')).toEqual({ shown: '> bare sitat', quotedBefore: null, quotedAfter: null })
    expect(foldQuoted('Hei\r\n', 'Hei')).toEqual({ shown: 'Hei', quotedBefore: null, quotedAfter: null })
  })

  it('is told apart line by line', () => {
    expect(quoteRuns('a\n> b\n> c\nd')).toEqual([
      { quoted: false, text: 'a' },
      { quoted: true, text: '> b\n> c' },
      { quoted: false, text: 'd' },
    ])
  })
})

describe('addresses in plain text', () => {
  it('become links, without the full stop or bracket after them', () => {
    expect(linkParts('Se https://brygge.example/faktura?id=1. (Eller https://x.example/a_(b)).')).toEqual([
      'Se ',
      { link: 'https://brygge.example/faktura?id=1', text: 'https://brygge.example/faktura?id=1' },
      '. (Eller ',
      { link: 'https://x.example/a_(b)', text: 'https://x.example/a_(b)' },
      ').',
    ])
    expect(linkParts('Skriv til ase@bodøbåt.example!')[1]).toEqual({
      link: 'mailto:ase@bodøbåt.example',
      text: 'ase@bodøbåt.example',
    })
  })

  it('never become links to anything but the web and mail', () => {
    expect(linkParts('javascript:alert(1) data:text/html,x')).toEqual(['javascript:alert(1) data:text/html,x'])
  })

  it('lose no character', () => {
    const text = 'a http://x.example, b@c.example; (https://d.example) «https://e.example» z'
    expect(
      linkParts(text)
        .map((p) => (typeof p === 'string' ? p : p.text))
        .join(''),
    ).toBe(text)
  })
})
