import { expect, it } from 'vitest'
import { row } from './copy-text.ts'

it('writes each kind of value as COPY reads it', () => {
  const at = new Date('2026-01-02T03:04:05.678Z')
  expect(row([null, 1, true, 'å', at, Buffer.from('ff00', 'hex'), [1, 2], []])).toBe(
    '\\N\t1\tt\tå\t2026-01-02T03:04:05.678Z\t\\\\xff00\t{1,2}\t{}\n',
  )
})

it('lets no tab, line end or backslash of a text divide a row', () => {
  expect(row(['a\tb\nc\rd\\e'])).toBe('a\\tb\\nc\\rd\\\\e\n')
})

it('quotes what stands in an array', () => {
  expect(row([['ny kunde', 'a"b\\c', 'x,y']])).toBe('{"ny kunde","a\\\\"b\\\\\\\\c","x,y"}\n')
})

it('refuses what it does not know rather than writing nonsense', () => {
  expect(() => row([{ a: 1 }])).toThrow(TypeError)
})
