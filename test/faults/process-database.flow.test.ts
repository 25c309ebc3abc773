import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  DataFolderInUse,
  type Embedded,
  openEmbedded,
  serverPid,
  startEmbedded,
} from '../../server/platform/db/embedded/index.ts'
import { birth } from '../../server/platform/db/embedded/start-lock.ts'
import { makeDataFolder } from '../support/postgres.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }
const patience = { timeout: 30_000, interval: 20 }

interface App {
  child: ChildProcess
  /** The newest word on the processes it started. */
  pids: { server: number; watcher: number }
  connectionString: string
  adminConnectionString: string
  said: string
  exit: Promise<number | null>
}

let dataDir: string
const apps: App[] = []

async function startApp(): Promise<App> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../support/embedded-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const app = { child, said: '' } as App
  app.exit = new Promise((done) => child.once('exit', done))
  child.stderr.on('data', (chunk) => {
    app.said += chunk
  })
  await new Promise<void>((ready, fail) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { server, watcher, ...strings } = JSON.parse(line)
      Object.assign(app, strings, { pids: { server, watcher } })
      ready()
    })
    child.once('exit', () => fail(new Error(app.said)))
  })
  apps.push(app)
  return app
}

const alive = (pid: number) => birth(pid) !== null && !isZombie(pid)
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return true
  }
}

const nothingLeft = (...pids: number[]) =>
  vi.waitFor(() => expect(pids.filter(alive), 'processes that are still there').toEqual([]), patience)

async function client(url: string): Promise<Client> {
  const made = new Client({ connectionString: url })
  made.on('error', () => {})
  await made.connect()
  return made
}

/** Writes rows one by one until the connection breaks; answers the last number that was acknowledged. */
async function writeUntilBroken(url: string, enough: () => void): Promise<number> {
  const connection = await client(url)
  await connection.query('create table if not exists ledger (n int primary key)')
  const { rows } = await connection.query('select coalesce(max(n), 0) as n from ledger')
  let acknowledged: number = rows[0].n
  const first = acknowledged
  try {
    for (;;) {
      await connection.query('insert into ledger values ($1)', [acknowledged + 1])
      acknowledged++
      if (acknowledged === first + 100) enough()
    }
  } catch {
    return acknowledged
  }
}

async function ledger(url: string): Promise<number> {
  const connection = await client(url)
  const { rows } = await connection.query('select count(*)::int as n from ledger')
  await connection.end()
  return rows[0].n
}

beforeEach(async () => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'reda-process-')), 'data')
  await makeDataFolder(dataDir)
})
afterEach(async () => {
  for (const { child, pids } of apps.splice(0)) {
    child.kill('SIGKILL')
    await nothingLeft(child.pid!, pids.server, pids.watcher)
  }
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
})

describe('an app that is killed', () => {
  it('leaves no server and no watcher behind, and nothing acknowledged is lost', async () => {
    const app = await startApp()
    const acknowledged = await writeUntilBroken(app.connectionString, () => app.child.kill('SIGKILL'))
    await nothingLeft(app.child.pid!, app.pids.server, app.pids.watcher)
    expect(existsSync(join(dataDir, 'database/pg18/postmaster.pid'))).toBe(false)
    const next = await startApp()
    expect(await ledger(next.connectionString)).toBeGreaterThanOrEqual(acknowledged)
    expect(acknowledged).toBeGreaterThanOrEqual(100)
  })

  it('leaves a server to its watcher even when the watcher was killed before', async () => {
    const app = await startApp()
    const { watcher } = app.pids
    process.kill(watcher, 'SIGKILL')
    await vi.waitFor(() => expect(app.pids.watcher).not.toBe(watcher), patience)
    app.child.kill('SIGKILL')
    await nothingLeft(app.child.pid!, app.pids.server, app.pids.watcher, watcher)
  })

  it('and its watcher with it: the next start stops the orphan and goes on', async () => {
    const app = await startApp()
    const connection = await client(app.connectionString)
    await connection.query('create table kept (n int)')
    app.child.kill('SIGSTOP')
    process.kill(app.pids.watcher, 'SIGKILL')
    app.child.kill('SIGKILL')
    await app.exit
    expect(alive(app.pids.server)).toBe(true)
    const next = await startApp()
    expect(next.said).toContain('a dead run left behind')
    await nothingLeft(app.pids.server)
    const again = await client(next.connectionString)
    expect((await again.query('select * from kept')).rows).toEqual([])
    await again.end()
    await connection.end().catch(() => {})
  })
})

describe('a database that is killed', () => {
  it('takes the app with it, and nothing acknowledged is lost', async () => {
    const app = await startApp()
    const acknowledged = await writeUntilBroken(app.connectionString, () => process.kill(app.pids.server, 'SIGKILL'))
    expect(await app.exit).toBe(1)
    expect(app.said).toContain('ended')
    await nothingLeft(app.child.pid!, app.pids.server, app.pids.watcher)
    const next = await startApp()
    expect(await ledger(next.connectionString)).toBeGreaterThanOrEqual(acknowledged)
  })

  it('in one of its sessions only: it recovers, and the folder stays ours', async () => {
    const app = await startApp()
    const connection = await client(app.connectionString)
    const { rows } = await connection.query('select pg_backend_pid() as pid')
    process.kill(rows[0].pid, 'SIGKILL')
    // The lock is held again by a new connection: a second app is still refused.
    await vi.waitFor(async () => {
      const admin = await client(app.adminConnectionString)
      const held = await admin.query(
        `select 1 from pg_locks where locktype = 'advisory' and classid = 7261 and objid = 1 and granted`,
      )
      await admin.end()
      expect(held.rowCount).toBe(1)
    }, patience)
    await expect(startEmbedded({ dataDir, log: silent })).rejects.toBeInstanceOf(DataFolderInUse)
    expect(app.child.exitCode).toBeNull()
  })
})

describe('a data folder', () => {
  it('is refused to a second start by the name of the first, which goes on', async () => {
    const app = await startApp()
    await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(`${dataDir} is in use by the test app.`)
    expect(await client(app.connectionString).then((c) => c.end())).toBeUndefined()
  })

  it('is given to exactly one of several first starts at the same instant', async () => {
    rmSync(dataDir, { recursive: true })
    const starts = await Promise.allSettled(
      [1, 2, 3].map((n) => startEmbedded({ dataDir, log: silent, durable: false, who: `start ${n}` })),
    )
    const [winner, ...more] = starts.flatMap((s) => (s.status === 'fulfilled' ? [s.value] : []))
    await winner?.stop()
    expect(winner).toBeDefined()
    expect(more).toEqual([])
    for (const s of starts) if (s.status === 'rejected') expect(s.reason).toBeInstanceOf(DataFolderInUse)
  })

  it('stops cleanly by SIGTERM and starts again', async () => {
    const app = await startApp()
    app.child.kill('SIGTERM')
    expect(await app.exit).toBe(0)
    await nothingLeft(app.pids.server, app.pids.watcher)
    await startApp()
  })

  it('lets commands use the running server, and serves them itself when none runs', async () => {
    const alone = await openEmbedded({ dataDir, log: silent, durable: false })
    expect(alone.owner).toBe('us')
    const guest = await openEmbedded({ dataDir, log: silent })
    expect(guest.owner).toBe('another')
    expect(guest.connectionString).toBe(alone.connectionString)
    // The owner waits for its guest: a command is never cut short because another one was quicker.
    let stopped = false
    const stopping = alone.stop().then(() => {
      stopped = true
    })
    const connection = await client(guest.connectionString)
    expect((await connection.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(stopped).toBe(false)
    await connection.end()
    await guest.stop()
    await stopping
    expect(serverPid(dataDir)).toBeNull()
  })
})

describe('what a crash leaves behind', () => {
  let embedded: Embedded | null = null
  const start = async () => {
    embedded = await startEmbedded({ dataDir, log: silent, durable: false })
    return embedded
  }
  const stop = async () => {
    await embedded?.stop()
    embedded = null
  }
  afterEach(stop)

  it.each([
    ['an empty pid file', ''],
    ['the number of a process that is gone', '4194303\n/x\n'],
    ['the number of a living process that is no database', `${process.pid}\n/x\n`],
  ])('does not stop the next start: %s', async (_, text) => {
    writeFileSync(join(dataDir, 'database/pg18/postmaster.pid'), text)
    await start()
    expect(serverPid(dataDir)).toBe(embedded?.pids.server)
  })

  it('does not stop the next start: a half-made folder', async () => {
    rmSync(join(dataDir, 'database/pg18'), { recursive: true })
    mkdirSync(join(dataDir, 'database/pg18.new/base'), { recursive: true })
    writeFileSync(join(dataDir, 'database/pg18.new/PG_VERSION'), '18\n')
    await start()
    expect(existsSync(join(dataDir, 'database/pg18.new'))).toBe(false)
  })

  it('does not lock anybody out: passwords that were removed are made anew', async () => {
    rmSync(join(dataDir, 'database-password'))
    rmSync(join(dataDir, 'database-superuser-password'))
    const { connectionString } = await start()
    await (await client(connectionString)).end()
    expect(statSync(join(dataDir, 'database-password')).mode & 0o777).toBe(0o600)
  })

  it('is never worsened by a settings file: what is stored stays durable', async () => {
    await stop()
    writeFileSync(join(dataDir, 'database/pg18/postgresql.auto.conf'), "fsync = off\nlisten_addresses = '*'\n")
    embedded = await startEmbedded({ dataDir, log: silent })
    const connection = await client(embedded.connectionString)
    const { rows } = await connection.query(
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses`,
    )
    await connection.end()
    expect(rows).toEqual([{ fsync: 'on', addresses: '' }])
  })
})

describe.runIf(process.getuid?.() === 0)('as root', () => {
  it('runs the database as somebody else, below folders that somebody may not enter', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'reda-closed-'))
    chmodSync(closed, 0o700)
    const embedded = await startEmbedded({ dataDir: join(closed, 'med mellomrom, og ø'), log: silent, durable: false })
    const status = readFileSync(`/proc/${embedded.pids.server}/status`, 'utf8')
    await embedded.stop()
    rmSync(closed, { recursive: true })
    expect(/^Uid:\s+(\d+)/m.exec(status)![1]).not.toBe('0')
    expect(/^Groups:[ \t]*(.*)$/m.exec(status)![1]!.trim()).toBe('')
  })

  it('keeps the socket short when the folder is deep', async () => {
    const deep = mkdtempSync(join(tmpdir(), 'reda-deep-'))
    const embedded = await startEmbedded({ dataDir: join(deep, 'lang/'.repeat(20)), log: silent, durable: false })
    const connection = await client(embedded.connectionString)
    await connection.end()
    await embedded.stop()
    rmSync(deep, { recursive: true })
    expect(embedded.connectionString).toContain(encodeURIComponent('/tmp/reda-'))
  })
})
