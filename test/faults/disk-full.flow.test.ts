import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, cpSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openEmbedded } from '../../server/platform/db/embedded/index.ts'
import { makeDataFolder } from '../support/postgres.ts'
import { buildServer, isRunning, type RedaProcess, runReda, startReda } from '../support/reda-process.ts'
import { deliverRaw, mailOf } from '../support/smtp.ts'

/*
 * A disk that is really full: a small file system of its own in memory, which only root may mount. Elsewhere these are skipped; the
 * refusals themselves are held by mail-faults with a storage that fails.
 */
const mayMount = process.getuid?.() === 0 && canMount()
const patience = { timeout: 60_000, interval: 50 }

let folder: string
let dataDir: string
let env: Record<string, string>
let smtpPort: number
let app: RedaProcess | null = null
let mounted: string | null = null
const seen = new Set<number>()

beforeAll(buildServer)
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'reda-full-'))
  dataDir = join(folder, 'data')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  smtpPort = (server.address() as { port: number }).port
  server.close()
  await once(server, 'close')
  env = { REDA_DATA_DIR: dataDir, REDA_SMTP_PORT: String(smtpPort), REDA_SMTP_LIMITS: 'off', REDA_LOG_LEVEL: 'error' }
  await makeDataFolder(dataDir)
  const words = [
    [
      'setup',
      '--organisation',
      'Firma',
      '--admin-email',
      'kari@firma.example',
      '--admin-name',
      'Kari',
      '--admin-password',
      'ni-blå-båter-på-vannet',
      '--language',
      'nb',
    ],
    ['mailbox', 'add', '--address', 'support@firma.example', '--name', 'Support'],
  ]
  for (const one of words) expect(await runReda(one, env)).toMatchObject({ code: 0 })
})
afterEach(async () => {
  app?.child.kill('SIGKILL')
  await vi.waitFor(() => expect([...seen].filter(isRunning)).toEqual([]), patience)
  seen.clear()
  app = null
  if (mounted) execFileSync('umount', ['-l', mounted])
  mounted = null
  rmSync(folder, { recursive: true, force: true })
})

function canMount(): boolean {
  const place = mkdtempSync(join(tmpdir(), 'reda-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', place], { stdio: 'ignore' })
    execFileSync('umount', [place])
    return true
  } catch {
    return false
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

/** Puts a folder of the installation on a small disk of its own, with all that is in it. */
function onSmallDisk(place: string, megabytes: number): void {
  const aside = `${place}.aside`
  mkdirSync(place, { recursive: true })
  cpSync(place, aside, { recursive: true, preserveTimestamps: true })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'none', place])
  mounted = place
  execFileSync('cp', ['-a', `${aside}/.`, place])
  execFileSync('chown', ['--reference', aside, place])
  rmSync(aside, { recursive: true })
}

/** Takes the last free byte. */
function fill(place: string): () => void {
  const file = join(place, 'filler')
  const handle = openSync(file, 'w')
  for (let size = 1 << 20; size >= 1; ) {
    try {
      writeSync(handle, Buffer.alloc(size))
    } catch {
      size >>= 1
    }
  }
  closeSync(handle)
  return () => rmSync(file)
}

async function start(): Promise<void> {
  app = await startReda(env)
  for (const pid of app.pids()) seen.add(pid)
}

let ids = 0
const aMail = (size = 2_000) => {
  const name = `full-${++ids}`
  return mailOf(
    {
      From: 'Ola <ola@kunde.example>',
      To: 'support@firma.example',
      Subject: `Sak ${name}`,
      'Message-ID': `<${name}@kunde.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
    },
    `Hei! ${name}\n${'x'.repeat(70)}\n`.repeat(Math.ceil(size / 80)),
  )
}
const send = (raw: string) =>
  deliverRaw(smtpPort, 'ola@kunde.example', 'support@firma.example', raw).catch((error) => String(error))

async function database<T>(work: (client: pg.Client) => Promise<T>, asAdmin = false): Promise<T> {
  const opened = await openEmbedded({
    dataDir,
    who: 'the test',
    log: { debug() {}, info() {}, warn() {}, error: console.error },
  })
  const client = new pg.Client({ connectionString: asAdmin ? opened.adminConnectionString : opened.connectionString })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
    await opened.stop()
  }
}

/** How often each mail of ours stands in a ticket. */
const tickets = () =>
  database(async (client) => {
    const { rows } = await client.query<{ message_id: string; n: number }>(
      `select message_id, count(*)::int as n from messages where direction = 'in' group by 1 order by 1`,
    )
    return new Map(rows.map((row) => [row.message_id, row.n]))
  })

async function expectEachOnce(acknowledged: readonly string[]): Promise<void> {
  const wanted = acknowledged.map((raw) => /^Message-ID: (.*)\r$/m.exec(raw)![1]!).sort()
  await vi.waitFor(async () => expect((await tickets()).size).toBeGreaterThanOrEqual(wanted.length), patience)
  expect([...(await tickets())]).toEqual(wanted.map((id) => [id, 1]))
}

/** As a mail server does it: the same mail again until it is taken. */
async function sendUntilTaken(raw: string): Promise<void> {
  await vi.waitFor(async () => expect(await send(raw)).toMatch(/^250 /), patience)
}

describe.runIf(mayMount)('a full disk', () => {
  it('below the files: mail is put off, the desk goes on, and with room again all is taken', async () => {
    const place = join(dataDir, 'files')
    onSmallDisk(place, 8)
    await start()
    const taken = [aMail(), aMail()]
    for (const raw of taken) expect(await send(raw)).toMatch(/^250 /)
    const makeRoom = fill(place)
    const put = [aMail(), aMail(50_000)]
    for (const raw of put) expect(await send(raw)).toMatch(/^452 /)
    expect((await fetch(`${app!.address}/readyz`)).status).toBe(200)
    makeRoom()
    for (const raw of put) expect(await send(raw)).toMatch(/^250 /)
    await expectEachOnce([...taken, ...put])
  })

  it('of everything: files leave the last room to the database', async () => {
    onSmallDisk(dataDir, 200)
    await start()
    const taken: string[] = []
    let said = ''
    // What fits, in mails: the disk is never filled to its end by them.
    for (;;) {
      const raw = aMail(5_000_000)
      said = await send(raw)
      if (!said.startsWith('250')) break
      taken.push(raw)
    }
    expect(said).toMatch(/^452 /)
    expect(taken.length).toBeGreaterThan(3)
    const { bavail, bsize } = statfsSync(dataDir)
    expect(bavail * bsize).toBeGreaterThan(1_000_000)
    expect((await fetch(`${app!.address}/readyz`)).status).toBe(200)
    // Some of them wait for room too: what is long is kept beside the message once more.
    execFileSync('mount', ['-o', 'remount,size=600m', dataDir])
    await expectEachOnce(taken)
    expect(app!.child.exitCode).toBe(null)
  }, 120_000)

  it('below the database: nothing is acknowledged, and with room again it goes on by itself', async () => {
    const place = join(dataDir, 'database')
    onSmallDisk(place, 160)
    await start()
    const taken = [aMail(), aMail()]
    for (const raw of taken) expect(await send(raw)).toMatch(/^250 /)
    await expectEachOnce(taken)
    let makeRoom = fill(place)
    // Rows still fit into pages that are there already; after that nothing does.
    const put: string[] = []
    for (let refused = 0; refused < 3; ) {
      const raw = aMail()
      const said = await send(raw)
      expect(said).toMatch(/^(?:250|4[25][12]) /)
      if (said.startsWith('250')) taken.push(raw)
      else {
        put.push(raw)
        refused++
      }
    }
    expect((await fetch(`${app!.address}/healthz`)).status).toBe(200)
    makeRoom()
    for (const raw of put) await sendUntilTaken(raw)
    taken.push(...put)

    // Its log finds no room either: PostgreSQL itself ends then.
    makeRoom = fill(place)
    await database((client) => client.query('select pg_switch_wal()'), true).catch(() => undefined)
    const late = aMail()
    await vi.waitFor(async () => {
      expect(await send(late)).not.toMatch(/^250/)
      expect(app!.said()).toContain('The disk is full, so the database ended.')
    }, patience)
    expect(app!.child.exitCode).toBe(null)
    makeRoom()
    await sendUntilTaken(late)
    for (const pid of app!.pids()) seen.add(pid)
    await expectEachOnce([...taken, late])
  }, 240_000)
})
