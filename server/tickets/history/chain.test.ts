import { createHash, createHmac } from 'node:crypto'
import { expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { type ChainLink, digestOf, GENESIS, hashOf, newSalt, SALT_BYTES } from './chain.ts'

const link: ChainLink = {
  ticketId: 7,
  seq: 3,
  at: '2026-01-12T09:22:00.000Z',
  actorType: 'agent',
  actorId: 12,
  kind: 'noteAdded',
  cause: null,
}

it('commits to data by HMAC-SHA-256 of its canonical form', () => {
  const salt = Buffer.alloc(SALT_BYTES, 5)
  const data = { b: [1, 'å'], a: { z: null, y: undefined } }
  expect(digestOf(salt, data)).toEqual(createHmac('sha256', salt).update('{"a":{"z":null},"b":[1,"å"]}').digest())
})

it.each([link, { ...link, actorType: 'system', actorId: null } as const, { ...link, cause: { with: 2, undo: 'x"y' } }])(
  'chains by SHA-256 of the hash before and the canonical link (%#)',
  (one) => {
    const digest = digestOf(newSalt(), { any: 1 })
    const text = canonicalJson({ ...one, digest: digest.toString('hex') })
    expect(hashOf(GENESIS, one, digest)).toEqual(createHash('sha256').update(GENESIS).update(text).digest())
  },
)

it('never gives a salt twice', () => {
  const salts = Array.from({ length: 2_000 }, () => newSalt())
  expect(new Set(salts.map((salt) => salt.toString('hex'))).size).toBe(2_000)
  expect(salts.every((salt) => salt.length === SALT_BYTES)).toBe(true)
})
