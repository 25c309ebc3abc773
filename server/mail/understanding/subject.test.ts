import { describe, expect, it } from 'vitest'
import { findTicketNumber, stripSubject } from './subject.ts'

describe('a subject without its prefixes', () => {
  it.each([
    ['SV: Faktura 10442', 'Faktura 10442', 'reply'],
    ['Re: SV: Re: Faktura', 'Faktura', 'reply'],
    ['RE[2]: Faktura', 'Faktura', 'reply'],
    ['Re (2): Faktura', 'Faktura', 'reply'],
    ['AW: Rechnung', 'Rechnung', 'reply'],
    ['Antw: Lasku', 'Lasku', 'reply'],
    ['Vedr.: Faktura', 'Faktura', 'reply'],
    ['VS: Lasku', 'Lasku', null],
    ['VS: SV: Faktura', 'Faktura', null],
    ['VL: Lasku', 'Lasku', 'forward'],
    ['VB: Faktura', 'Faktura', 'forward'],
    ['WG: Rechnung', 'Rechnung', 'forward'],
    ['Fwd: Fw: Faktura', 'Faktura', 'forward'],
    ['Videresend: Faktura', 'Faktura', 'forward'],
    ['Re : Faktura', 'Faktura', 'reply'],
    ['Re：Faktura', 'Faktura', 'reply'],
    ['[EKSTERN] SV: [260105001] Re: Faktura', 'Faktura', 'reply'],
    ['*****SPAM***** Re: Faktura', 'Faktura', 'reply'],
    ['Svarfrist: mandag', 'Svarfrist: mandag', null],
    ['I dag: frist', 'I dag: frist', null],
    ['Feil: skjermen er svart', 'Feil: skjermen er svart', null],
    ['Re:', '', 'reply'],
    ['', '', null],
  ] as const)('%s', (subject, clean, kind) => {
    expect(stripSubject(subject)).toMatchObject({ clean, kind })
  })

  it('keeps what it took off', () => {
    expect(stripSubject('[EKSTERN] SV: Re: Faktura').prefixes).toEqual(['[EKSTERN]', 'SV:', 'Re:'])
  })
})

describe('a case number in a subject', () => {
  it.each([
    ['Re: [260105001] Faktura', '260105001'],
    ['Re: [#260105001] Faktura', '260105001'],
    ['Gjelder #260105001', '260105001'],
    ['Re: [2601050A1Z] Faktura', '2601050A1Z'],
    ['Re: [260105a1z] Faktura', '260105A1Z'],
    ['Faktura 260105001', null],
    ['Ordre #1042', null],
    ['[991399001] month thirteen', null],
    ['Kode ##260105001', null],
    ['x#260105001y', null],
  ])('%s', (subject, number) => {
    expect(findTicketNumber(subject)).toBe(number)
  })
})
