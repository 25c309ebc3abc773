import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { Client, escapeIdentifier } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { JOB_SCHEMA, migrateJobs } from '../../jobs/schema.ts'
import { migrate } from '../migrate.ts'
import {
  appSchema,
  columnList,
  type Digest,
  digestOf,
  fixTextForms,
  listTables,
  qualified,
  type Sequence,
  type Table,
} from './catalogue.ts'
import { BrokenBackup, type Frame, json, magic, readFrames } from './frames.ts'
import { loosenRules } from './loosen-rules.ts'
import type { SnapshotHeader } from './write.ts'

export interface RestoreTarget {
  connectionString: string
  /** db/migrations of this version. */
  migrationsFolder: string
  /** Stores a file durably; the same bytes twice are one file. */
  putFile(bytes: Buffer): Promise<{ sha256: Buffer }>
  /** Called with the text of the key file when the backup carries one. */
  putKey(text: string): Promise<void>
  onProgress?(what: string, done: number): void
}

export interface RestoreSummary {
  header: SnapshotHeader
  tables: { table: string; rows: number }[]
  files: number
  /** The backup carried the master key. */
  withKey: boolean
}

/** The target holds an installation already: restoring would mix two. */
export class TargetNotEmpty extends Error {}
/** The backup knows migrations that this program does not. */
export class NewerBackup extends Error {}

/**
 * Brings a backup into an empty database: migrates to the schema the backup was made with, copies everything in one
 * transaction, compares rows and checksums, then migrates to the newest. When anything fails, no row is kept and the
 * target can be tried again.
 */
export async function restoreSnapshot(target: RestoreTarget, backup: AsyncIterable<Buffer>): Promise<RestoreSummary> {
  const client = new Client({ connectionString: target.connectionString, application_name: 'reda restore' })
  client.on('error', () => {})
  await client.connect()
  try {
    await fixTextForms(client)
    await refuseUnlessEmpty(client)
    const frames = readFrames(decompressed(backup))
    const first = await frames.next()
    if (first.done || first.value.kind !== 'H') throw new BrokenBackup('The backup is damaged.')
    const header = json<SnapshotHeader>(first.value)
    await refuseNewerTarget(client, header)
    await migrateAsBackedUp(target, header)
    await client.query('begin')
    const summary = await copyAll(client, target, header, frames)
    await client.query('commit')
    await migrate(target.connectionString, target.migrationsFolder)
    // The planner knows nothing of the rows yet. Only our tables: others are not ours to look at.
    const app = await appSchema(client)
    await client.query(`analyze ${header.tables.map((table) => qualified(table, app)).join(', ')}`)
    return summary
  } finally {
    await client.end().catch(() => {})
  }
}

/** Empty is also a database that was migrated by a first start and never set up. */
async function refuseUnlessEmpty(client: Client): Promise<void> {
  for (const table of ['agents', 'persons', 'tickets', 'inbound_mails']) {
    const { rows } = await client.query('select to_regclass($1) as found', [table])
    if (rows[0].found === null) continue
    const some = await client.query(`select 1 from ${escapeIdentifier(table)} limit 1`)
    if (some.rowCount) throw new TargetNotEmpty(`The database is not empty: it has ${table}.`)
  }
}

async function* decompressed(backup: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const input = backup[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.length < magic.length) {
    const { done, value } = await input.next()
    if (done) throw new BrokenBackup('This is no backup of Reda.')
    head = Buffer.concat([head, value])
  }
  if (head.toString('latin1', 0, magic.length) !== magic) throw new BrokenBackup('This is no backup of Reda.')
  async function* rest(): AsyncGenerator<Buffer> {
    if (head.length > magic.length) yield head.subarray(magic.length)
    for (let next = await input.next(); !next.done; next = await input.next()) yield next.value
  }
  const zstd = createZstdDecompress()
  const feeding = pipeline(Readable.from(rest()), zstd)
  feeding.catch(() => {})
  try {
    for await (const chunk of zstd) yield chunk as Buffer
    await feeding
  } catch (error) {
    if (/^(ZSTD|ERR_ZSTD|Z_)/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new BrokenBackup('The backup is damaged or was cut short.')
    throw error
  }
}

/** An older backup needs the tables it was made with, and migrations only go forward. */
async function refuseNewerTarget(client: Client, header: SnapshotHeader): Promise<void> {
  const { rows } = await client.query(`select to_regclass('schema_migrations') as found`)
  if (rows[0].found === null) return
  const newer = await client.query('select 1 from schema_migrations where name <> all ($1) limit 1', [
    header.migrations,
  ])
  if (newer.rowCount)
    throw new TargetNotEmpty(
      'The database was started with a newer version than the backup. Restore into an untouched one.',
    )
}

/** Only those migrations that the backup's tables had; the rest follows when the rows are there, as in any upgrade. */
async function migrateAsBackedUp(target: RestoreTarget, header: SnapshotHeader): Promise<void> {
  const ours = new Set(await readdir(target.migrationsFolder))
  const unknown = header.migrations.filter((name) => !ours.has(name))
  if (unknown.length > 0)
    throw new NewerBackup(`The backup was made by a newer version (${header.reda}); it knows ${unknown.join(', ')}.`)
  const folder = await mkdtemp(join(tmpdir(), 'reda-migrations-'))
  try {
    for (const name of header.migrations) await copyFile(join(target.migrationsFolder, name), join(folder, name))
    await migrate(target.connectionString, folder)
    await migrateJobs(target.connectionString)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyAll(
  client: Client,
  target: RestoreTarget,
  header: SnapshotHeader,
  frames: AsyncGenerator<Frame>,
): Promise<RestoreSummary> {
  const app = await appSchema(client)
  const here = new Map((await listTables(client)).map((table) => [`${table.room}.${table.name}`, table]))
  const tighten = await loosenRules(client, [app, JOB_SCHEMA])
  for (const table of here.values()) {
    // What migrating puts in is in the backup too, as people have changed it since.
    const some = await client.query(`select 1 from ${qualified(table, app)} limit 1`)
    if (some.rowCount) await client.query(`delete from ${qualified(table, app)}`)
  }
  const summary: RestoreSummary = { header, tables: [], files: 0, withKey: false }
  for await (const frame of frames) {
    if (frame.kind === 'T') {
      const { room, name } = json<{ room: string; name: string }>(frame)
      const theirs = header.tables.find((table) => table.room === room && table.name === name)
      const ours = here.get(`${room}.${name}`)
      if (!theirs || !ours) throw new BrokenBackup(`The backup holds the table ${name}, which is not known here.`)
      const { rows } = await copyTable(client, app, ours, theirs, frames)
      summary.tables.push({ table: name, rows })
      target.onProgress?.(name, rows)
    } else if (frame.kind === 'F') {
      await restoreFile(target, json<{ sha256: string }>(frame).sha256, frames, summary)
    } else if (frame.kind === 'K') {
      await target.putKey(frame.payload.toString())
      summary.withKey = true
    } else if (frame.kind === 'H') {
      for (const sequence of json<{ sequences: Sequence[] }>(frame).sequences) await setSequence(client, app, sequence)
    } else if (frame.kind !== 'Z') throw new BrokenBackup('The backup is damaged.')
  }
  await tighten()
  return summary
}

async function copyTable(
  client: Client,
  app: string,
  ours: Table,
  theirs: Table,
  frames: AsyncGenerator<Frame>,
): Promise<Digest> {
  const into = qualified(ours, app)
  const same = JSON.stringify(ours.columns) === JSON.stringify(theirs.columns)
  // The job runner's tables may have changed between two versions: through a table of the old shape, by name.
  const first = same ? into : 'pg_temp.reda_restored'
  if (!same) {
    const definition = theirs.columns.map(({ name, type }) => `${escapeIdentifier(name)} ${type}`).join(', ')
    await client.query(`create temp table reda_restored (${definition}) on commit drop`)
  }
  let end: Frame | null = null
  async function* bytes(): AsyncGenerator<Buffer> {
    for (;;) {
      const { done, value } = await frames.next()
      if (done) throw new BrokenBackup('The backup was cut short.')
      if (value.kind === 'D') yield value.payload
      else {
        end = value
        return
      }
    }
  }
  await pipeline(
    Readable.from(bytes()),
    client.query(copyFrom(`copy ${first} (${columnList(theirs.columns)}) from stdin (format binary)`)),
  )
  if ((end as Frame | null)?.kind !== 'E') throw new BrokenBackup('The backup is damaged.')
  const expected = json<Digest>(end!)
  const found = await digestOf(client, first, theirs.columns)
  if (found.rows !== expected.rows || found.sum !== expected.sum)
    throw new BrokenBackup(
      `The table ${ours.name} differs from the backup after copying: ${found.rows} of ${expected.rows} rows.`,
    )
  if (!same) {
    const both = ours.columns.filter(({ name }) => theirs.columns.some((column) => column.name === name))
    await client.query(
      `insert into ${into} (${columnList(both)}) overriding system value select ${columnList(both)} from pg_temp.reda_restored`,
    )
    await client.query('drop table pg_temp.reda_restored')
  }
  return found
}

async function restoreFile(
  target: RestoreTarget,
  sha256: string,
  frames: AsyncGenerator<Frame>,
  summary: RestoreSummary,
): Promise<void> {
  const parts: Buffer[] = []
  for (;;) {
    const { done, value } = await frames.next()
    if (done) throw new BrokenBackup('The backup was cut short.')
    if (value.kind === 'D') parts.push(Buffer.from(value.payload))
    else if (value.kind === 'G') {
      if (json<{ erased?: boolean }>(value).erased) return
      break
    } else throw new BrokenBackup('The backup is damaged.')
  }
  const stored = await target.putFile(Buffer.concat(parts))
  if (stored.sha256.toString('hex') !== sha256) throw new BrokenBackup(`The file ${sha256} is damaged in the backup.`)
  summary.files++
  target.onProgress?.('files', summary.files)
}

async function setSequence(client: Client, app: string, { room, table, column, value }: Sequence): Promise<void> {
  if (value === null) return
  await client.query('select setval(pg_get_serial_sequence($1, $2)::regclass, $3::bigint, true)', [
    qualified({ room, name: table }, app),
    column,
    value,
  ])
}
