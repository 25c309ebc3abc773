import { describe, expect, it } from 'vitest'
import { fold, matchScore } from './matching.ts'

describe('finding in short lists', () => {
  it.each([
    ['Håkon', 'hakon'],
    ['Aase', 'åse'],
    ['Søk', 'sok'],
    ['Pärt', 'paert'],
    ['MÆLAND', 'maland'],
  ])('finds %s by %s', (text, typed) => expect(matchScore(text, typed)).toBeGreaterThan(0))

  it('puts what begins with the typed above what has it inside', () => {
    expect(matchScore('Faktura', 'fak')).toBeGreaterThan(matchScore('Ny faktura', 'fak'))
    expect(matchScore('Ny faktura', 'fak')).toBeGreaterThan(matchScore('Sjefakt', 'fak'))
  })
  it('wants every typed word', () => {
    expect(matchScore('Utsett til mandag', 'mandag uts')).toBeGreaterThan(0)
    expect(matchScore('Utsett til mandag', 'mandag svar')).toBe(0)
  })
  it('matches everything when nothing is typed', () => expect(matchScore('x', '  ')).toBe(1))
  it('takes signs as they are', () => expect(matchScore('C++ (ny)', 'c++ (')).toBeGreaterThan(0))
  it('folds accents away', () => expect(fold('Café')).toBe('cafe'))
})
