import { expect, it } from 'vitest'
import { Counter, isLoopback, limitKey } from './sender-limits.ts'

it('lets so many pass in a window, and again in the next', () => {
  const counter = new Counter({ most: 3, windowMs: 1_000 })
  expect([0, 1, 2, 3].map((at) => counter.allows('a', at))).toEqual([true, true, true, false])
  expect(counter.allows('b', 3)).toBe(true)
  expect(counter.allows('a', 1_001)).toBe(true)
})

it('counts a whole IPv6 network as one sender', () => {
  expect(limitKey('2001:db8::1')).toBe(limitKey('2001:db8:0:0:ffff::2'))
  expect(limitKey('2001:db8:0:1::1')).not.toBe(limitKey('2001:db8::1'))
  expect(limitKey('::ffff:192.0.2.7')).toBe('192.0.2.7')
})

it('knows the machine itself', () => {
  expect(['127.0.0.1', '127.8.0.1', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
  expect(['10.0.0.1', '::2', '1.127.0.0'].some(isLoopback)).toBe(false)
})
