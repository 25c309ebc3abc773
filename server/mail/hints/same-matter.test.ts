import { describe, expect, it } from 'vitest'
import { changesTopic, sameSubject } from './same-matter.ts'

describe('two subjects', () => {
  it.each([
    ['Faktura 48213', 'SV: [260105001] Faktura 48213'],
    ['VS: Re: faktura 48213', 'Faktura 48213'],
    ['Feil adresse på faktura 48213', 'Sv: Feil adresse på fakt…'],
  ])('name the same matter: %s | %s', (one, other) => {
    expect(sameSubject(one, other)).toBe(true)
    expect(sameSubject(other, one)).toBe(true)
  })

  it.each([
    ['Faktura 48213', 'Faktura 48214'],
    ['Faktura', 'Faktura mangler'],
    ['', ''],
    ['Re:', 'Sv:'],
  ])('do not: %s | %s', (one, other) => {
    expect(sameSubject(one, other)).toBe(false)
  })
})

describe('an answer', () => {
  it('changes the topic when its subject is new here', () => {
    expect(changesTopic('Ny kontaktperson', ['Faktura', 'Re: [260105001] Faktura'])).toBe(true)
  })
  it('keeps it when any earlier message had its subject', () => {
    expect(changesTopic('SV: Faktura', ['Purring', '[260105001] Faktura'])).toBe(false)
  })
  it('keeps it when it has no subject', () => {
    expect(changesTopic('Re: ', ['Faktura'])).toBe(false)
  })
})
