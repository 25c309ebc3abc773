import fc from 'fast-check'
import { expect, it } from 'vitest'
import { LineEnds } from './line-ends.ts'

function bareIn(text: string, cuts: number[]): 'cr' | 'lf' | null {
  const watch = new LineEnds()
  const bytes = Buffer.from(text, 'latin1')
  let from = 0
  for (const cut of [...cuts, bytes.length].map((c) => Math.min(c, bytes.length)).sort((a, b) => a - b)) {
    watch.see(bytes.subarray(from, cut))
    from = cut
  }
  watch.end()
  return watch.bare
}

it('finds a lone CR or LF wherever the network cuts the mail', () => {
  const piece = fc.constantFrom('a', '\r\n', '\r', '\n', '.', '\r\n.\r\n')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.array(fc.nat(40), { maxLength: 6 }), (pieces, cuts) => {
      const text = pieces.join('')
      const strict = !/\r(?!\n)|(?<!\r)\n/.test(text)
      expect(bareIn(text, cuts) === null).toBe(strict)
    }),
  )
})

it('says which of the two it was', () => {
  expect(bareIn('a\r\nb\nc', [])).toBe('lf')
  expect(bareIn('a\rb', [])).toBe('cr')
  expect(bareIn('a\r', [])).toBe('cr')
})
