import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, stat, statfs, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/pool.ts'
import type { Storage, StoredFile } from '../house.ts'
import { Problem } from '../problem.ts'

/**
 * Room that files leave to others, above all to the database's log: PostgreSQL stops when that finds none. The smaller of this and a
 * fiftieth of the disk.
 */
const RESERVE_BYTES = 64 * 1024 * 1024

/** The bytes are in `dataDir/files/ab/cdef…`, named by their SHA-256: no name of ours or theirs ever reaches the disk. */
export function createDiskStorage(dataDir: string, db: Db): Storage {
  const root = join(dataDir, 'files')
  const known = new Set<string>()

  function placeOf(sha256: Uint8Array): string {
    const hex = Buffer.from(sha256).toString('hex')
    if (hex.length !== 64) throw new Error('A stored file is named by 32 bytes')
    return join(root, hex.slice(0, 2), hex.slice(2))
  }

  async function prepare(folder: string): Promise<void> {
    if (known.has(folder)) return
    await mkdir(folder, { recursive: true, mode: 0o700 })
    // Folders are entries of their parents: without this a crash may lose the folder and all that is in it.
    await syncFolder(dirname(folder))
    await syncFolder(dirname(dirname(folder)))
    known.add(folder)
  }

  return {
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest()
      const place = placeOf(sha256)
      const folder = dirname(place)
      try {
        await prepare(folder)
        if ((await sizeOf(place)) !== bytes.byteLength) {
          await leaveRoom(folder, bytes.byteLength)
          await writeDurably(place, bytes)
        }
        await syncFolder(folder)
      } catch (error) {
        known.delete(folder)
        throw asProblem(error)
      }
      return { sha256, size: bytes.byteLength }
    },

    async remember(tx: Tx, file: StoredFile) {
      // A file that is there already is locked by the update, so that forget() waits and then sees the new reference.
      const { rows } = await sql<{ fresh: boolean }>`
        insert into stored_files (sha256, size) values (${file.sha256}, ${file.size})
        on conflict (sha256) do update set size = excluded.size
        returning (xmax = 0) as fresh`.execute(tx)
      if (rows[0]?.fresh && (await sizeOf(placeOf(file.sha256))) !== file.size) {
        throw new Error('The file was erased meanwhile; store it again')
      }
    },

    read: (sha256) => readFile(placeOf(sha256)),
    stream: (sha256) => createReadStream(placeOf(sha256)),

    async forget(sha256) {
      try {
        await db.transaction().execute(async (tx) => {
          const gone = await tx
            .deleteFrom('stored_files')
            .where('sha256', '=', Buffer.from(sha256))
            .executeTakeFirstOrThrow()
          // Unlinked before the commit: whoever wants the same bytes waits for the row and then looks for the file.
          if (gone.numDeletedRows > 0n) await unlink(placeOf(sha256)).catch(ignoreMissing)
        })
      } catch (error) {
        // Some row points at it still (foreign_key_violation): the bytes stay.
        if ((error as { code?: string }).code !== '23503') throw error
      }
    },
  }
}

async function leaveRoom(folder: string, size: number): Promise<void> {
  const { bavail, blocks, bsize } = await statfs(folder)
  if (bavail * bsize - size < Math.min(RESERVE_BYTES, (blocks * bsize) / 50)) throw new Problem(507, 'storage-full')
}

async function writeDurably(place: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${place}.${randomBytes(6).toString('hex')}.part`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, place)
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function sizeOf(place: string): Promise<number | null> {
  try {
    return (await stat(place)).size
  } catch (error) {
    ignoreMissing(error)
    return null
  }
}

function ignoreMissing(error: unknown): void {
  if ((error as { code?: string }).code !== 'ENOENT') throw error
}

function asProblem(error: unknown): unknown {
  const code = (error as { code?: string }).code
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Problem(507, 'storage-full') : error
}
