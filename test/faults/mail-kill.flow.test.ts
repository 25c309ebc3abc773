import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEmbedded, serverPid } from '../../server/platform/db/embedded/index.ts'
import { type Dovecot, hasDovecot, startDovecot } from '../support/dovecot.ts'
import { makeDataFolder } from '../support/postgres.ts'
import { buildServer, isRunning, type RedaProcess, runReda, startReda } from '../support/reda-process.ts'
import { deliverRaw, mailOf } from '../support/smtp.ts'

/*
 * Processes are killed while mail comes in by both roads: every mail that was acknowledged is there exactly once. Short by itself;
 * `REDA_FAULTS=long npx vitest run --project flows test/faults/mail-kill` kills 100 times while 2,000 mails come.
 */
const long = process.env.REDA_FAULTS === 'long'
const KILLS = long ? 100 : 4
const BY_SMTP = long ? 1_400 : 60
const BY_IMAP = long ? 600 : 24

let folder: string
let dataDir: string
let env: Record<string, string>
let smtpPort: number
let far: Dovecot | null = null
const seen = new Set<number>()
let app: RedaProcess | null = null

beforeAll(async () => {
  await buildServer()
  folder = mkdtempSync(join(tmpdir(), 'reda-kill-'))
  dataDir = join(folder, 'data')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  smtpPort = (server.address() as { port: number }).port
  server.close()
  await once(server, 'close')
  env = { REDA_DATA_DIR: dataDir, REDA_SMTP_PORT: String(smtpPort), REDA_SMTP_LIMITS: 'off', REDA_LOG_LEVEL: 'fatal' }
  await makeDataFolder(dataDir)
  expect(
    (
      await runReda(
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
        env,
      )
    ).code,
  ).toBe(0)
  expect((await runReda(['mailbox', 'add', '--address', 'support@firma.example', '--name', 'Support'], env)).code).toBe(
    0,
  )
  if (hasDovecot) {
    far = await startDovecot()
    expect(
      (
        await runReda(
          ['mailbox', 'add', '--address', 'imap@firma.example', '--name', 'Imap', '--imap', far.url('&importDays=30')],
          env,
        )
      ).code,
    ).toBe(0)
  }
}, 300_000)
afterAll(async () => {
  app?.child.kill('SIGKILL')
  await gone()
  await far?.remove()
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

async function gone(): Promise<void> {
  while ([...seen].some(isRunning)) await pause()
  seen.clear()
}
const pause = () => new Promise((resolve) => setTimeout(resolve, 10))

async function start(): Promise<void> {
  app = await startReda(env)
  for (const pid of app.pids()) seen.add(pid)
}

const mailNamed = (name: string) =>
  mailOf(
    {
      From: `Kunde <kunde${name}@kunde.example>`,
      To: 'support@firma.example',
      Subject: `Sak ${name}`,
      'Message-ID': `<${name}@kunde.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
    },
    `Hei, dette er ${name}.`,
  )

it(
  'loses no acknowledged mail and makes none twice, whichever process is killed and when',
  async () => {
    await start()
    let acknowledged = 0
    let done = false
    // Four senders that do as mail servers do: without a 250 they try the same mail again.
    const names = Array.from({ length: BY_SMTP }, (_, n) => `smtp-${n}`)
    const senders = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let name = names.shift(); name !== undefined; name = names.shift()) {
          while (
            !(
              await deliverRaw(smtpPort, 'kunde@kunde.example', 'support@firma.example', mailNamed(name)).catch(
                () => '',
              )
            ).startsWith('250')
          )
            await pause()
          acknowledged++
        }
      }),
    )
    const letters = (async () => {
      if (!far) return
      const client = await far.client()
      for (let n = 0; n < BY_IMAP; n++) await client.append('INBOX', mailNamed(`imap-${n}`))
      await client.logout()
    })()
    const all = Promise.all([senders, letters]).then(() => {
      done = true
    })
    let killed = 0
    for (let n = 0; n < KILLS && !done; n++) {
      const before = acknowledged
      const share = BY_SMTP / (KILLS + 1)
      while (!done && acknowledged < before + share) await pause()
      // The app, its database, or one of the database's workers: each takes a different thing with it.
      const pids = app!.pids()
      for (const pid of pids) seen.add(pid)
      const victim = n % 3 === 0 ? app!.child.pid! : n % 3 === 1 ? serverPid(dataDir) : pids[(n * 7) % pids.length]!
      process.kill(victim ?? app!.child.pid!, 'SIGKILL')
      killed++
      if (victim !== app!.child.pid) {
        // A worker's death may be survived; then the app is what dies.
        await Promise.race([app!.exit, new Promise((resolve) => setTimeout(resolve, 500))])
        app!.child.kill('SIGKILL')
      }
      await app!.exit
      await gone()
      await start()
    }
    await all
    expect(killed).toBe(KILLS)

    const opened = await openEmbedded({
      dataDir,
      who: 'the test',
      log: { debug() {}, info() {}, warn() {}, error: console.error },
    })
    const client = new pg.Client({ connectionString: opened.connectionString })
    client.on('error', () => undefined)
    await client.connect()
    const count = async (sql: string) =>
      Number((await client.query<{ n: string }>(`select count(*) as n ${sql}`)).rows[0]!.n)
    const expected = BY_SMTP + (far ? BY_IMAP : 0)
    while (
      (await count(`from inbound_mails where state = 'received'`)) > 0 ||
      (await count('from (select distinct message_id from messages) m')) < expected
    )
      await pause()
    const { rows } = await client.query<{ message_id: string; n: number }>(
      'select message_id, count(*)::int as n from messages group by 1 having count(*) <> 1',
    )
    expect(rows).toEqual([])
    expect(await count('from messages')).toBe(expected)
    expect(await count('from tickets')).toBe(expected)
    expect(await count(`from inbound_mails where state = 'quarantined'`)).toBe(0)
    await client.end()
    await opened.stop()
    app!.child.kill('SIGTERM')
    await app!.exit
    expect((await runReda(['verify'], env)).code).toBe(0)
  },
  long ? 3_600_000 : 240_000,
)
