import { expect, it } from 'vitest'
import { initialsOf } from './initials.ts'

it.each([
  ['Åse Kristoffersen', 'ÅK'],
  ['Hansen, Øyvind (HR)', 'ØH'],
  ['Per-Arne Nygård', 'PN'],
  ['kundeservice@firma.example', 'K'],
  ['Madonna', 'M'],
  ['  ', '?'],
  ['ødegård kari', 'ØK'],
])('shortens %s to %s', (name, initials) => expect(initialsOf(name)).toBe(initials))
