import { expect, it } from 'vitest'
import { pressesOf } from './shortcuts.ts'

it.each([
  ['R', ['R']],
  ['Shift R', ['Shift+R']],
  ['G I', ['G', 'I']],
  ['Mod K', ['$mod+K']],
  ['Mod Shift Enter', ['$mod+Shift+Enter']],
  ['?', ['[Shift]+?']],
  ['!', ['[Shift]+!']],
  ['/', ['[Shift]+/']],
  ['F6', ['F6']],
])('reads the key %s', (keys, presses) => expect(pressesOf(keys)).toEqual(presses))
