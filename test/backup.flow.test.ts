import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Embedded, startEmbedded } from '../server/platform/db/embedded/index.ts'
import { everything } from './support/everything.ts'
import { createTestDatabase, makeDataFolder } from './support/postgres.ts'
import { buildServer, runReda, startReda } from './support/reda-process.ts'

/*
 * An installation with tickets, people, files and a key, backed up by `reda backup` and brought back by `reda restore`: into another data
 * folder, and into an external database, which is how an installation moves there.
 */
const silent = { debug() {}, info() {}, warn() {}, error() {} }

let folder: string
let old: { dataDir: string; contents: Record<string, string[]> }
let backup: string
let withKey: string

async function withServer<T>(dataDir: string, work: (server: Embedded) => Promise<T>): Promise<T> {
  const server = await startEmbedded({ dataDir, log: silent, durable: false })
  try {
    return await work(server)
  } finally {
    await server.stop()
  }
}

async function startAndStop(dataDir: string, meanwhile = async () => {}): Promise<void> {
  const app = await startReda({ REDA_DATA_DIR: dataDir })
  await meanwhile()
  app.child.kill('SIGTERM')
  await app.exit
}

const filesOf = (dataDir: string) =>
  Object.fromEntries(
    readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(dataDir.length), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )

beforeAll(async () => {
  await buildServer()
  folder = mkdtempSync(join(tmpdir(), 'reda-backup-'))
  const dataDir = join(folder, 'old')
  backup = join(folder, 'all.reda')
  withKey = join(folder, 'with-key.reda')
  await makeDataFolder(dataDir)
  const setup = ['setup', '--organisation', 'Blåbær AS', '--admin-email', 'kari@firma.example', '--admin-name', 'Kari']
  const password = ['--admin-password', 'ni-blå-båter-på-vannet']
  expect(await runReda([...setup, ...password], { REDA_DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  expect(await runReda(['demo', '--language', 'nn'], { REDA_DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  // Once up and down, so that the job runner has left its marks too.
  await startAndStop(dataDir)
  const contents = await withServer(dataDir, ({ connectionString }) => everything(connectionString))
  old = { dataDir, contents }
  expect(await runReda(['backup', backup], { REDA_DATA_DIR: dataDir })).toMatchObject({ code: 0 })
  expect(await runReda(['backup', withKey, '--with-key'], { REDA_DATA_DIR: dataDir })).toMatchObject({ code: 0 })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('writes one private file while Reda runs, and never over another', async () => {
  const env = { REDA_DATA_DIR: old.dataDir }
  const live = join(folder, 'live.reda')
  await startAndStop(old.dataDir, async () => {
    const written = await runReda(['backup', live], env)
    expect(written).toMatchObject({ code: 0, stdout: '' })
    expect(written.stderr).toContain(
      `The master key is not inside. Keep a copy of ${join(old.dataDir, 'secret.key')} elsewhere.`,
    )
    expect(await runReda(['backup', live], env)).toMatchObject({ code: 1 })
  })
  expect(statSync(live).mode & 0o777).toBe(0o600)
  expect(await runReda(['restore', live], { REDA_DATA_DIR: join(folder, 'from-live') })).toMatchObject({ code: 0 })
})

it('brings everything into an empty data folder', async () => {
  const dataDir = join(folder, 'new')
  const restored = await runReda(['restore', backup], { REDA_DATA_DIR: dataDir })
  expect(restored).toMatchObject({ code: 0 })
  expect(restored.stderr).toContain('Put the master key')
  expect(filesOf(dataDir)).toEqual(filesOf(old.dataDir))
  expect(Object.keys(filesOf(dataDir)).length).toBeGreaterThan(20)
  await withServer(dataDir, async ({ connectionString }) => {
    expect(await everything(connectionString)).toEqual(old.contents)
  })
  // Without its key the old installation's secrets are closed, and nothing pretends otherwise.
  const closed = await runReda(['verify'], { REDA_DATA_DIR: dataDir })
  expect(closed).toMatchObject({ code: 1, stderr: expect.stringContaining('secret.key') })
  copyFileSync(join(old.dataDir, 'secret.key'), join(dataDir, 'secret.key'))
  expect(await runReda(['verify'], { REDA_DATA_DIR: dataDir })).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Sound: 200 tickets/),
  })
  const again = await runReda(['restore', backup], { REDA_DATA_DIR: dataDir })
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('The database is not empty') })
})

it('moves an installation into an empty external database, key included when asked', async () => {
  const external = await createTestDatabase()
  // Untouched: not even migrated.
  const client = new Client({ connectionString: external.url })
  await client.connect()
  await client.query('drop owned by current_user cascade').catch(() => {})
  await client.query('create schema if not exists public')
  await client.end()
  const env = { REDA_DATA_DIR: join(folder, 'moved'), DATABASE_URL: external.url }
  expect(await runReda(['restore', withKey], env)).toMatchObject({ code: 0 })
  expect(await everything(external.url)).toEqual(old.contents)
  expect(filesOf(env.REDA_DATA_DIR)).toEqual(filesOf(old.dataDir))
  const key = (dataDir: string) => readFileSync(join(dataDir, 'secret.key'), 'utf8')
  expect(key(env.REDA_DATA_DIR)).toBe(key(old.dataDir))
  expect(existsSync(join(env.REDA_DATA_DIR, 'database'))).toBe(false)
  const app = await startReda(env)
  expect((await fetch(`${app.address}/readyz`)).status).toBe(200)
  app.child.kill('SIGTERM')
  await app.exit
  await external.drop()
})

it('restores nothing from a file that is cut', async () => {
  const cut = join(folder, 'cut.reda')
  const whole = readFileSync(backup)
  writeFileSync(cut, whole.subarray(0, whole.length - 1000))
  const dataDir = join(folder, 'cut')
  const refused = await runReda(['restore', cut], { REDA_DATA_DIR: dataDir })
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was restored.') })
  expect(await runReda(['restore', backup], { REDA_DATA_DIR: dataDir })).toMatchObject({ code: 0 })
})
