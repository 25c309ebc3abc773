import { describe, expect, it } from 'vitest'
import { chooseAccount, parsePasswd } from './account.ts'

const entries = parsePasswd(
  [
    'root:x:0:0:root:/root:/bin/bash',
    'nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin',
    'reda:x:998:997::/srv/reda:/bin/sh',
    'broken line',
    '+::::::',
  ].join('\n'),
)
const root = { uid: 0, gid: 0 }

it('reads the accounts of the machine and skips lines that are none', () => {
  expect(entries.map(({ name }) => name)).toEqual(['root', 'nobody', 'reda'])
})

describe('started as root', () => {
  it('runs the database as the owner of the data folder', () => {
    expect(chooseAccount({ uid: 998, gid: 997 }, undefined, entries)).toEqual({ uid: 998, gid: 997, named: true })
    expect(chooseAccount({ uid: 998, gid: 997 }, 'nobody', entries).uid).toBe(998)
  })

  it('knows when that owner has no name, which initdb asks for', () => {
    expect(chooseAccount({ uid: 54321, gid: 54321 }, undefined, entries).named).toBe(false)
  })

  it('runs it as the account that was asked for, by name or number, when root owns the folder', () => {
    expect(chooseAccount(root, 'reda', entries)).toEqual({ uid: 998, gid: 997, named: true })
    expect(chooseAccount(root, '998', entries).gid).toBe(997)
  })

  it('runs it as nobody when nobody was asked for', () => {
    expect(chooseAccount(root, undefined, entries)).toEqual({ uid: 65534, gid: 65534, named: true })
    expect(chooseAccount(root, undefined, []).uid).toBe(65534)
  })

  it('refuses an account that does not exist, and root itself', () => {
    expect(() => chooseAccount(root, 'radea', entries)).toThrow('There is no account radea')
    expect(() => chooseAccount(root, 'root', entries)).toThrow('must not run as root')
  })
})
