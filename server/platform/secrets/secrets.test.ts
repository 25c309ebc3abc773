import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyFile, readKeyFile } from './key-file.ts'
import { createSecrets } from './secrets.ts'

const master = { kid: 'k1', key: Buffer.alloc(32, 7) }
const secrets = createSecrets(master)

describe('a sealed secret', () => {
  it('opens at its place, and never looks the same twice', () => {
    const sealed = secrets.seal('pässord', 'mailboxes.imap 7')
    expect(secrets.open(sealed, 'mailboxes.imap 7')).toBe('pässord')
    expect(secrets.seal('pässord', 'mailboxes.imap 7')).not.toBe(sealed)
    expect(sealed).not.toContain('pässord')
  })

  it('opens nowhere else, with no other key, and not when a byte was changed', () => {
    const sealed = secrets.seal('x', 'here')
    expect(() => secrets.open(sealed, 'there')).toThrow()
    expect(() => createSecrets({ kid: 'k1', key: Buffer.alloc(32, 8) }).open(sealed, 'here')).toThrow()
    expect(() => createSecrets({ kid: 'k2', key: master.key }).open(sealed, 'here')).toThrow('another key')
    const broken = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'BB' : 'AA')
    expect(() => secrets.open(broken, 'here')).toThrow()
    expect(() => secrets.open('plain text', 'here')).toThrow('not a sealed secret')
  })

  it('is signed for one purpose only', () => {
    expect(secrets.sign('reply address', 'a')).toEqual(secrets.sign('reply address', 'a'))
    expect(secrets.sign('reply address', 'a')).not.toEqual(secrets.sign('message id', 'a'))
  })
})

describe('the key file', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reda-key-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is made for its owner alone and read back', async () => {
    const file = join(folder, 'new', 'secret.key')
    expect(await readKeyFile(file)).toBeNull()
    const made = await createKeyFile(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await readKeyFile(file)).toEqual(made)
  })

  it('is never overwritten: two first starts end with one key', async () => {
    const file = join(folder, 'secret.key')
    const [one, two] = await Promise.all([createKeyFile(file), createKeyFile(file)])
    expect(one).toEqual(two)
    expect(readFileSync(file, 'utf8')).toContain(one.kid)
  })

  it('is refused when it is not one', async () => {
    const file = join(folder, 'secret.key')
    writeFileSync(file, 'hello')
    await expect(readKeyFile(file)).rejects.toThrow('does not hold a master key')
  })
})
