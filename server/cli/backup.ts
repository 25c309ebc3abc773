import { createWriteStream, existsSync } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/db/pool.ts'
import { writeSnapshot } from '../platform/db/snapshot/index.ts'
import { createLog } from '../platform/log.ts'
import { version } from '../platform/package.ts'
import { readKeyFile } from '../platform/secrets/key-file.ts'
import { createDiskStorage } from '../platform/storage/disk-storage.ts'
import { CommandRefused, type Given } from './command.ts'
import { withDatabase } from './database.ts'

/** `reda backup FILE`: into a temporary name, renamed when it is whole and on the disk. */
export async function backup(given: Given): Promise<number> {
  const config = readConfig()
  const [name] = given.positionals as [string]
  const file = name === '-' ? null : resolve(name)
  if (file !== null && existsSync(file))
    throw new CommandRefused(`${file} exists already.`, 'Choose another name, or remove it first.')
  if (file !== null && !existsSync(dirname(file))) throw new CommandRefused(`There is no folder ${dirname(file)}.`)
  if (file === null && process.stdout.isTTY)
    throw new CommandRefused('A backup is no text for a screen.', 'Send it somewhere: reda backup - | …')
  const key = await readKeyFile(config.secretKeyFile)
  const withKey = given.switches.has('with-key')
  if (withKey && key === null) throw new CommandRefused(`There is no master key ${config.secretKeyFile}.`)
  const unfinished = `${file}.${process.pid}.part`
  try {
    const summary = await withDatabase(config, 'backup', false, async ({ connectionString }) => {
      const { db, close } = openDatabase(connectionString, { max: 1, log: createLog('warn') })
      try {
        const storage = createDiskStorage(config.dataDir, db)
        return await writeSnapshot(
          {
            connectionString,
            openFile: (sha256) => storage.stream(sha256),
            version: version,
            kid: key?.kid ?? null,
            key: withKey && key ? `${key.kid}:${key.key.toString('base64')}\n` : null,
          },
          file === null ? process.stdout : createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }),
        )
      } finally {
        await close()
      }
    })
    if (file !== null) await publish(unfinished, file)
    const rows = summary.tables.reduce((sum, table) => sum + table.rows, 0)
    console.error(
      `${summary.tables.length} tables with ${rows} rows, ${summary.files} files (${summary.fileBytes} bytes).`,
    )
    if (summary.erased > 0) console.error(`${summary.erased} files were erased while the backup ran.`)
    if (withKey) console.error('The master key is inside: keep this file as secret as the key.')
    else if (key) console.error(`The master key is not inside. Keep a copy of ${config.secretKeyFile} elsewhere.`)
    return 0
  } catch (error) {
    if (file !== null) await unlink(unfinished).catch(() => {})
    throw error
  }
}

async function publish(unfinished: string, file: string): Promise<void> {
  await rename(unfinished, file)
  const folder = await open(dirname(file), 'r')
  await folder.sync()
  await folder.close()
}
