import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/*
 * How long `reda start` takes on an existing data folder until the first 200, and what all its processes take of memory when idle,
 * the database included. `--drop-caches` (as root) empties the page cache before each start, `--runs N` repeats, `--settle SECONDS`
 * is how long it idles before memory is read.
 */
const root = join(import.meta.dirname, '..')
const option = (name: string, otherwise: number) => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}
const runs = option('runs', 5)
const settleSeconds = option('settle', 10)
const dropCaches = process.argv.includes('--drop-caches')

interface Run {
  /** From the start of the process to the first 200 of /readyz, ms. */
  ready: number
  /** To the end of all processes after SIGTERM, ms. */
  stop: number
  pss: { app: number; database: number; watcher: number }
  /** CPU of the app until ready, ms. */
  cpu: number
}

async function measure(dataDir: string, settle: number): Promise<Run> {
  if (dropCaches) writeFileSync('/proc/sys/vm/drop_caches', '3')
  const start = performance.now()
  const app = spawn(process.execPath, [join(root, 'bin/reda'), 'start', '--port', '0'], {
    cwd: root,
    env: { ...process.env, REDA_DATA_DIR: dataDir, REDA_SMTP_PORT: '0', REDA_LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await addressOf(app)
  while (!(await fetch(`${address}/readyz`).catch(() => null))?.ok) await wait(5)
  const ready = performance.now() - start
  const cpu = cpuOf(app.pid!)
  await wait(settle * 1000)
  const pss = memoryOf(app.pid!)
  const stopping = performance.now()
  app.kill('SIGTERM')
  await once(app, 'exit')
  return { ready, stop: performance.now() - stopping, pss, cpu }
}

async function addressOf(app: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: app.stdout! })) {
    const found = /^ +Web +(http\S+)/.exec(line)?.[1]
    if (found) return found
  }
  throw new Error('reda start ended before it was ready')
}

/** User and system time of a process, fields 14 and 15 of proc_pid_stat(5), in ms. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** Proportional set size by kind of process, in MB: shared pages are counted once. */
function memoryOf(app: number): Run['pss'] {
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
      // Ended meanwhile.
    }
  }
  const isOurs = (pid: number): boolean => pid === app || (parents.has(pid) && isOurs(parents.get(pid)!))
  const sum = { app: 0, database: 0, watcher: 0 }
  for (const pid of [...parents.keys()].filter(isOurs)) {
    const pss = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]) / 1024
    const comm = readFileSync(`/proc/${pid}/comm`, 'utf8').trim()
    sum[comm === 'postgres' ? 'database' : comm === 'sh' ? 'watcher' : 'app'] += pss
  }
  return sum
}

const sorted = (values: number[]) => values.toSorted((a, b) => a - b)
const median = (values: number[]) => sorted(values)[Math.floor(values.length / 2)]!
const p99 = (values: number[]) => sorted(values)[Math.min(values.length - 1, Math.floor(values.length * 0.99))]!
const line = (name: string, values: number[], unit: string) =>
  console.log(`${name.padEnd(44)} median ${median(values).toFixed(1)} ${unit}, p99 ${p99(values).toFixed(1)} ${unit}`)

const dataDir = join(mkdtempSync(join(tmpdir(), 'reda-bench-')), 'data')
try {
  const first = await measure(dataDir, 0)
  const all: Run[] = []
  for (let i = 0; i < runs; i++) all.push(await measure(dataDir, settleSeconds))
  console.log(`reda start, ${runs} runs${dropCaches ? ', page cache dropped before each' : ''}`)
  line('first start on an empty folder to the first 200', [first.ready], 'ms')
  line(
    'start on an existing folder to the first 200',
    all.map((run) => run.ready),
    'ms',
  )
  line(
    'CPU of the app until then',
    all.map((run) => run.cpu),
    'ms',
  )
  line(
    'SIGTERM to the last process gone',
    all.map((run) => run.stop),
    'ms',
  )
  line(
    `idle memory (PSS) after ${settleSeconds} s, all`,
    all.map(({ pss }) => pss.app + pss.database + pss.watcher),
    'MB',
  )
  line(
    '  app',
    all.map(({ pss }) => pss.app),
    'MB',
  )
  line(
    '  database',
    all.map(({ pss }) => pss.database),
    'MB',
  )
  line(
    '  watcher',
    all.map(({ pss }) => pss.watcher),
    'MB',
  )
} finally {
  rmSync(join(dataDir, '..'), { recursive: true, force: true })
}
