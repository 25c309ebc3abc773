import { createHash } from 'node:crypto'
import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  appSchema,
  columnList,
  digestOf,
  fixTextForms,
  listSequences,
  listTables,
  qualified,
  type Sequence,
  type Table,
} from './catalogue.ts'
import { FrameWriter, magic } from './frames.ts'

export interface SnapshotHeader {
  reda: string
  madeAt: string
  migrations: string[]
  tables: Table[]
  files: number
  fileBytes: number
  /** Which master key sealed the secrets inside; not the key. */
  kid: string | null
}

export interface SnapshotSource {
  connectionString: string
  /** The bytes of a stored file; fails with ENOENT when it was erased meanwhile. */
  openFile(sha256: Buffer): Readable
  /** The version of the program, for the header. */
  version: string
  kid: string | null
  /** The text of the key file, when the backup shall carry it. */
  key: string | null
  onProgress?(what: string, done: number): void
}

export interface SnapshotSummary {
  tables: { table: string; rows: number }[]
  files: number
  fileBytes: number
  /** Files whose rows were in the snapshot and whose bytes were erased before they were read. */
  erased: number
}

const chunkBytes = 256 * 1024

/**
 * Writes everything as of one instant while the installation works on: one REPEATABLE READ transaction for the rows,
 * and files that never change once they are there. Ends `to`.
 */
export async function writeSnapshot(source: SnapshotSource, to: Writable): Promise<SnapshotSummary> {
  const client = new Client({ connectionString: source.connectionString, application_name: 'reda backup' })
  client.on('error', () => {})
  await client.connect()
  const summary: SnapshotSummary = { tables: [], files: 0, fileBytes: 0, erased: 0 }
  try {
    await fixTextForms(client)
    await client.query('begin transaction isolation level repeatable read, read only')
    to.write(magic)
    await pipeline(Readable.from(frames(client, source, summary)), createZstdCompress(), to)
    await client.query('commit')
    return summary
  } finally {
    await client.end().catch(() => {})
  }
}

async function* frames(client: Client, source: SnapshotSource, summary: SnapshotSummary): AsyncGenerator<Buffer> {
  const writer = new FrameWriter()
  const app = await appSchema(client)
  const tables = await listTables(client)
  const migrations = await client.query<{ name: string }>('select name from schema_migrations order by name')
  const files = await client.query<{ sha256: Buffer; size: string }>(
    'select sha256, size::text from stored_files order by sha256',
  )
  const header: SnapshotHeader = {
    reda: source.version,
    madeAt: new Date().toISOString(),
    migrations: migrations.rows.map(({ name }) => name),
    tables,
    files: files.rows.length,
    fileBytes: files.rows.reduce((sum, { size }) => sum + Number(size), 0),
    kid: source.kid,
  }
  yield writer.frame('H', header)
  if (source.key !== null) yield writer.frame('K', Buffer.from(source.key))
  for (const table of tables) {
    const from = qualified(table, app)
    yield writer.frame('T', { room: table.room, name: table.name })
    const copy = client.query(
      copyTo(`copy (select ${columnList(table.columns)} from ${from}) to stdout (format binary)`),
    )
    for await (const chunk of gathered(copy)) yield writer.frame('D', chunk)
    const digest = await digestOf(client, from, table.columns)
    yield writer.frame('E', digest)
    summary.tables.push({ table: table.name, rows: digest.rows })
    source.onProgress?.(table.name, digest.rows)
  }
  for (const { sha256 } of files.rows) yield* fileFrames(writer, source, sha256, summary)
  // Sequences stand outside of snapshots: read last, they are never behind the rows.
  const sequences: Sequence[] = await listSequences(client)
  yield writer.frame('H', { sequences })
  yield writer.end()
}

async function* fileFrames(
  writer: FrameWriter,
  source: SnapshotSource,
  sha256: Buffer,
  summary: SnapshotSummary,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  let size = 0
  const pending: Buffer[] = [writer.frame('F', { sha256: sha256.toString('hex') })]
  try {
    for await (const chunk of gathered(source.openFile(sha256))) {
      hash.update(chunk)
      size += chunk.length
      pending.push(writer.frame('D', chunk))
      yield* pending.splice(0)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    yield* pending.splice(0)
    yield writer.frame('G', { erased: true })
    summary.erased++
    return
  }
  if (!hash.digest().equals(sha256))
    throw new Error(`The stored file ${sha256.toString('hex')} is damaged on the disk.`)
  yield* pending.splice(0)
  yield writer.frame('G', { size })
  summary.files++
  summary.fileBytes += size
  source.onProgress?.('files', summary.files)
}

/** Small pieces gathered into larger ones, large ones cut: a frame costs five bytes and a hash call. */
async function* gathered(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    for (let at = 0; at < part.length; at += chunkBytes) {
      const piece = part.subarray(at, at + chunkBytes)
      parts.push(piece)
      size += piece.length
      if (size < chunkBytes) continue
      yield Buffer.concat(parts)
      parts = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(parts)
}
