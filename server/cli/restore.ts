import { createReadStream, existsSync } from 'node:fs'
import { link, mkdir, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/db/pool.ts'
import { BrokenBackup, NewerBackup, restoreSnapshot, TargetNotEmpty } from '../platform/db/snapshot/index.ts'
import { createLog } from '../platform/log.ts'
import { packageFolder } from '../platform/package.ts'
import { readKeyFile } from '../platform/secrets/key-file.ts'
import { createDiskStorage } from '../platform/storage/disk-storage.ts'
import { CommandRefused, type Given } from './command.ts'
import { withDatabase } from './database.ts'

/** `reda restore FILE`: all or nothing. */
export async function restore(given: Given): Promise<number> {
  const config = readConfig()
  const [name] = given.positionals as [string]
  const file = name === '-' ? null : resolve(name)
  if (file !== null && !existsSync(file)) throw new CommandRefused(`There is no file ${file}.`)
  const source: AsyncIterable<Buffer> =
    file === null ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 })
  try {
    const summary = await withDatabase(config, 'restore', true, async ({ connectionString, owner }) => {
      if (owner === 'another')
        throw new CommandRefused(
          `Another process serves the data folder ${config.dataDir}.`,
          'Stop it first, or restore into another folder with REDA_DATA_DIR.',
        )
      const { db, close } = openDatabase(connectionString, { max: 1, log: createLog('warn') })
      try {
        const storage = createDiskStorage(config.dataDir, db)
        return await restoreSnapshot(
          {
            connectionString,
            migrationsFolder: join(packageFolder, 'db/migrations'),
            putFile: (bytes) => storage.put(bytes),
            putKey: (text) => putKey(config.secretKeyFile, text),
          },
          source,
        )
      } finally {
        await close()
      }
    })
    const rows = summary.tables.reduce((sum, table) => sum + table.rows, 0)
    console.error(
      `Restored as of ${summary.header.madeAt}: ${summary.tables.length} tables with ${rows} rows, ${summary.files} files.`,
    )
    const kid = (await readKeyFile(config.secretKeyFile))?.kid ?? null
    if (summary.header.kid !== null && kid !== summary.header.kid)
      console.error(
        `Put the master key ${summary.header.kid} of the old installation into ${config.secretKeyFile} before you start:\n` +
          'without it stored passwords and tokens cannot be read, and signed reply addresses are not known again.',
      )
    return 0
  } catch (error) {
    if (error instanceof BrokenBackup) throw new CommandRefused(error.message, 'Nothing was restored.')
    if (error instanceof NewerBackup)
      throw new CommandRefused(error.message, 'Restore it with that version or a newer one.')
    if (error instanceof TargetNotEmpty)
      throw new CommandRefused(error.message, 'Restore into an empty data folder (REDA_DATA_DIR) or an empty database.')
    throw error
  }
}

/** Refuses to replace another key: what that one sealed could never be read again. */
async function putKey(file: string, text: string): Promise<void> {
  const mine = await readKeyFile(file)
  if (mine && `${mine.kid}:${mine.key.toString('base64')}` === text.trim()) return
  if (mine) throw new CommandRefused(`${file} holds another master key than the backup.`, 'Move it away first.')
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.new`
  await writeFile(temporary, text, { mode: 0o600, flush: true })
  await link(temporary, file)
  await unlink(temporary)
}
