import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'

/** `kid` names the key in what it sealed, so that it can be exchanged one day. */
export interface MasterKey {
  kid: string
  key: Buffer
}

/** One line, `kid:base64`. Null: there is no such file. */
export async function readKeyFile(file: string): Promise<MasterKey | null> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return null
    throw error
  }
  const [, kid, base64] = /^([A-Za-z0-9]{1,16}):([A-Za-z0-9+/]{43}=)\s*$/.exec(text) ?? []
  if (kid === undefined || base64 === undefined) throw new Error(`${file} does not hold a master key`)
  return { kid, key: Buffer.from(base64, 'base64') }
}

/** Makes the key durable under its name at once, or reads the one that another start made meanwhile. */
export async function createKeyFile(file: string): Promise<MasterKey> {
  const made: MasterKey = { kid: randomBytes(4).toString('hex'), key: randomBytes(32) }
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${randomBytes(6).toString('hex')}.new`
  const handle = await open(temporary, 'wx', 0o600)
  try {
    await handle.writeFile(`${made.kid}:${made.key.toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    // link() refuses an existing name; rename() would overwrite a key that is in use.
    await link(temporary, file)
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
    const theirs = await readKeyFile(file)
    if (theirs === null) throw error
    return theirs
  } finally {
    await unlink(temporary)
  }
  const folder = await open(dirname(file), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
  return made
}
