import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordWeakness } from './password-rules.ts'

describe('a new password', () => {
  it.each([
    'kort',
    'elleve tegn',
    'aaaaaaaaaaaaaaa',
    'abababababab',
    'abcabcabcabcabc',
    'hunter2hunter2',
    '123456789012',
    '1234567890123456',
    'qwertyuiopasdf',
    'QWERTYuiop123',
    'zxcvbnmasdfghjkl',
    '1q2w3e4r5t6y',
    'abcdefghijkl',
    'passwordpassword1',
    'Password1234!',
    'P4ssw0rd2024!',
    'passord123456',
    'Sommeren2026!',
    'Velkommen2026',
    'Lösenord12345',
    'salasana12345',
    'Kesäkuu2026!!',
    'administrator1',
    'iloveyou12345',
    'SommerVinter26',
    'adgangskode2026',
    'letmein!!!!!!2026',
  ])('is refused when it is guessed first: %s', (password) => {
    expect(passwordWeakness(password)).not.toBeNull()
  })

  it.each([
    ['Nordlys Kontor AS', 'nordlyskontor'],
    ['Nordlys Kontor AS', 'Nordlys2026!!'],
    ['kari.nordmann@firma.example', 'KariNordmann1'],
  ])('is refused when it is made of what a guesser knows: %s → %s', (about, password) => {
    expect(passwordWeakness(password, [about])).not.toBeNull()
  })

  it.each([
    'riktig hest batteri stift',
    'fjord-lampe-tannbørste',
    'x7#kQ9!vLm2pR',
    'tolv små fisker under broen',
    'blåbærsyltetøy på brødskive',
    'saunalämpömittari järvellä',
    'Vm4-tHjo-9sKe',
  ])('is taken when it is long and its own: %s', (password) => {
    expect(passwordWeakness(password, ['Nordlys Kontor AS', 'Kari Nordmann', 'kari@firma.example'])).toBeNull()
  })

  it('is judged, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 200, unit: 'binary' }), (password) => {
        expect(() => passwordWeakness(password)).not.toThrow()
      }),
    )
  })
})
