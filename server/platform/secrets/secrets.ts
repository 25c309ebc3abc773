import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Secrets } from '../house.ts'
import { createKeyFile, type MasterKey, readKeyFile } from './key-file.ts'

/** The installation cannot open its secrets: it does not start. The sentence is for the person who starts it. */
export class KeyRefused extends Error {}

const SEALED = /^v1\.([A-Za-z0-9]{1,16})\.([A-Za-z0-9_-]+)$/
const WITNESS = 'platform.key-witness'

/** AES-256-GCM under a key derived from the master key; the place (table, row, column) is authenticated with it. */
export function createSecrets(master: MasterKey): Secrets {
  const sealing = derive(master.key, 'seal')
  const signing = new Map<string, Buffer>()
  return {
    seal(plain, place) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      cipher.setAAD(Buffer.from(place))
      const box = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `v1.${master.kid}.${box.toString('base64url')}`
    },
    open(sealed, place) {
      const [, kid, text] = SEALED.exec(sealed) ?? []
      if (kid === undefined || text === undefined) throw new Error('This is not a sealed secret')
      if (kid !== master.kid) throw new Error('This secret was sealed with another key')
      const box = Buffer.from(text, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealing, box.subarray(0, 12))
      decipher.setAAD(Buffer.from(place))
      decipher.setAuthTag(box.subarray(-16))
      return Buffer.concat([decipher.update(box.subarray(12, -16)), decipher.final()]).toString('utf8')
    },
    sign(purpose, text) {
      let key = signing.get(purpose)
      if (key === undefined) {
        key = derive(master.key, `sign ${purpose}`)
        signing.set(purpose, key)
      }
      return createHmac('sha256', key).update(text).digest()
    },
  }
}

/**
 * Reads the master key, or makes one when the installation is new. The database keeps a witness (a signature under the key),
 * so that a lost or exchanged key file is noticed at start and not when the first password cannot be opened.
 */
export async function openSecrets(file: string, db: Db): Promise<Secrets> {
  const { rows } = await sql<{ value: { kid: string; proof: string } }>`
    select value from settings where key = ${WITNESS}`.execute(db)
  const witness = rows[0]?.value
  const master = await readKeyFile(file)
  if (master === null && witness !== undefined) {
    throw new KeyRefused(
      `The master key ${file} is missing, but this database holds secrets sealed with it. Put the file back (it is in your backup only if you made it with --with-key).`,
    )
  }
  const used = master ?? (await createKeyFile(file))
  const secrets = createSecrets(used)
  const proof = secrets.sign('witness', used.kid)
  if (witness === undefined) {
    await sql`insert into settings (key, value) values (${WITNESS}, ${JSON.stringify({ kid: used.kid, proof: proof.toString('hex') })}::jsonb)
      on conflict (key) do nothing`.execute(db)
    // Two first starts at once: whoever came second finds a witness that is not its own, and refuses.
    return master === null ? openSecrets(file, db) : secrets
  }
  const expected = Buffer.from(witness.proof, 'hex')
  if (witness.kid !== used.kid || expected.length !== proof.length || !timingSafeEqual(expected, proof)) {
    throw new KeyRefused(`The master key ${file} is not the one that this database's secrets were sealed with.`)
  }
  return secrets
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `reda ${purpose}`, 32))
}
