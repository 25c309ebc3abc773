import { expect, it } from 'vitest'
import { canonicalJson, keepable } from './canonical-json.ts'

it('writes members in one order, without spaces, leaving out what is undefined (RFC 8785)', () => {
  expect(canonicalJson({ b: 1, a: [undefined, null, 'é"\n'], ä: { d: undefined, c: 1e21 } })).toBe(
    '{"a":[null,null,"é\\"\\n"],"b":1,"ä":{"c":1e+21}}',
  )
})

it('takes away what PostgreSQL cannot keep, wherever it stands, and nothing else', () => {
  const fine = { a: 'blåbær 🫐', b: [1, null, { c: 'x' }] }
  expect(keepable(fine)).toBe(fine)
  expect(keepable({ a: 'x\u0000y', b: [{ c: 'half \ud83d pair' }], 'k\u0000': 1 })).toEqual({
    a: 'xy',
    b: [{ c: 'half \ufffd pair' }],
    k: 1,
  })
})
