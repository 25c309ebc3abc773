import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { openEmbedded } from '../server/platform/db/embedded/index.ts'

/*
 * Mails a second through SMTP until they are stored tickets, everything durable, on the embedded database: `npm run bench -- mail`.
 * `--mails N` for each round (500), `--generate N` fills the database with that many tickets first and measures again (0),
 * `--fresh-connections` opens a connection for each mail.
 */
const root = join(import.meta.dirname, '..')
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const mails = option('mails', 500)
const generated = option('generate', 0)
const pooled = !process.argv.includes('--fresh-connections')

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const dataDir = mkdtempSync(join(tmpdir(), 'reda-bench-mail-'))
const [port, smtpPort] = [await freePort(), await freePort()]
const environment = {
  ...process.env,
  REDA_DATA_DIR: dataDir,
  PORT: String(port),
  REDA_SMTP_PORT: String(smtpPort),
  REDA_SMTP_LIMITS: 'off',
  REDA_LOG_LEVEL: 'error',
}
const reda = (...command: string[]) =>
  execFileSync(process.execPath, [join(root, 'bin/reda'), ...command], {
    env: environment,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })

function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** CPU in ms of the app, and of all that it started. */
function cpuOfTree(pid: number): { app: number; database: number } {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      parents.set(
        Number(name),
        Number(
          readFileSync(`/proc/${name}/stat`, 'utf8')
            .replace(/^.*\) /s, '')
            .split(' ')[1],
        ),
      )
    } catch {
      // It ended meanwhile.
    }
  }
  const family = new Set([pid])
  for (let grew = true; grew; ) {
    grew = false
    for (const [child, parent] of parents) {
      if (family.has(parent) && !family.has(child)) {
        family.add(child)
        grew = true
      }
    }
  }
  let sum = 0
  for (const one of family) {
    try {
      sum += cpuOf(one)
    } catch {
      // It ended meanwhile.
    }
  }
  return { app: cpuOf(pid), database: sum - cpuOf(pid) }
}

async function start(): Promise<ChildProcess> {
  const app = spawn(process.execPath, [join(root, 'bin/reda'), 'start'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) await wait(20)
  return app
}

let round = 0
const paragraph = 'Vi har ventet på fakturaen i flere uker nå, og lurer på om den er sendt til feil adresse. '

async function measure(
  app: ChildProcess,
  client: pg.Client,
  senders: number,
  attachment: number,
  mails: number,
): Promise<{ accepted: number; stored: number; cpu: { app: number; database: number } }> {
  round++
  const text = paragraph.repeat(Math.ceil(1_500 / paragraph.length))
  const content = Buffer.alloc(attachment, 'x')
  const before = await stored(client)
  const cpu = cpuOfTree(app.pid!)
  const began = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: senders }, async () => {
      const transport = createTransport({
        host: '127.0.0.1',
        port: smtpPort,
        pool: pooled,
        maxConnections: 1,
        maxMessages: Number.POSITIVE_INFINITY,
        ignoreTLS: true,
      } as never)
      for (let n = next++; n < mails; n = next++) {
        await transport.sendMail({
          from: `Kunde ${n} <kunde${n}@kunde${n % 50}.example>`,
          to: 'support@firma.example',
          subject: `Faktura ${round}-${n} mangler`,
          text: `${text}\n\nHilsen kunde ${n}`,
          attachments:
            attachment > 0
              ? [{ filename: 'vedlegg.bin', content: Buffer.concat([content, Buffer.from(String(round * 1e6 + n))]) }]
              : [],
        })
      }
      transport.close()
    }),
  )
  const accepted = mails / ((performance.now() - began) / 1000)
  while ((await stored(client)) < before + mails) await wait(5)
  const seconds = (performance.now() - began) / 1000
  const after = cpuOfTree(app.pid!)
  return {
    accepted,
    stored: mails / seconds,
    cpu: { app: (after.app - cpu.app) / mails, database: (after.database - cpu.database) / mails },
  }
}

async function stored(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select count(*)::int as n from inbound_mails where state = 'processed'`,
  )
  return rows[0]!.n
}

const rounds = [
  { senders: 1, attachment: 0 },
  { senders: 4, attachment: 0 },
  { senders: 1, attachment: 50_000 },
  { senders: 4, attachment: 50_000 },
]

async function all(app: ChildProcess, client: pg.Client, title: string): Promise<number> {
  console.log(title)
  // The worker's code, the pools and the caches are warm in a house that runs.
  await measure(app, client, 4, 0, 100)
  let plain = 0
  for (const { senders, attachment } of rounds) {
    const result = await measure(app, client, senders, attachment, mails)
    if (senders === 4 && attachment === 0) plain = result.stored
    console.log(
      `  ${senders} sender${senders === 1 ? ' ' : 's'}, ${attachment === 0 ? 'plain 2 KB       ' : '50 KB attachment '} ${result.stored.toFixed(0).padStart(5)} stored/s, ${result.accepted.toFixed(0).padStart(5)} accepted/s, CPU a mail: app ${result.cpu.app.toFixed(1)} ms, database ${result.cpu.database.toFixed(1)} ms`,
    )
  }
  return plain
}

try {
  reda(
    'setup',
    '--organisation',
    'Bench',
    '--admin-email',
    'admin@firma.example',
    '--admin-name',
    'Admin',
    '--admin-password',
    'en lang setning for maaling',
    '--language',
    'nb',
    '--timezone',
    'Europe/Oslo',
  )
  reda('mailbox', 'add', '--address', 'support@firma.example', '--name', 'Support')
  const app = await start()
  const embedded = await openEmbedded({
    dataDir,
    log: { debug() {}, info() {}, warn() {}, error: console.error },
    who: 'bench mail',
  })
  const client = new pg.Client({ connectionString: embedded.connectionString })
  await client.connect()
  const empty = await all(
    app,
    client,
    `${mails} mails each, ${pooled ? 'one connection for each sender' : 'a connection for each mail'}, empty database`,
  )
  if (generated > 0) {
    reda('generate', '--tickets', String(generated), '--seed', '1')
    const full = await all(app, client, `the same with ${generated} tickets`)
    console.log(`  4 senders, plain: ${((1 - full / empty) * 100).toFixed(1)} % slower than on the empty database`)
  }
  await client.end()
  await embedded.stop()
  app.kill('SIGTERM')
  await once(app, 'exit')
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}
