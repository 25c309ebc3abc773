import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../..')

/** A number given by name on the command line. */
export function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? otherwise : Number(process.argv[at + 1])
}

/** An installation in a temporary folder with the embedded database, set up, with a mailbox and an owner's API key. */
export interface Installation {
  key: string
  /** Runs `reda …` on it and gives what it printed. */
  reda(...words: string[]): string
  start(): Promise<Server>
  remove(): void
}

export interface Server {
  /** `http://localhost:PORT` */
  url: string
  /** CPU of the app, the database and all else it started, in ms, since they began. */
  cpu(): { app: number; database: number }
  stop(): Promise<void>
}

/** Of what was built last (`npm run build`). `more`: further variables of its environment. */
export function install(more: Record<string, string> = {}): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'reda-bench-'))
  const env = {
    ...process.env,
    REDA_DATA_DIR: join(folder, 'data'),
    REDA_SMTP_PORT: '0',
    REDA_LOG_LEVEL: 'error',
    ...more,
  }
  const bin = join(root, 'bin/reda')
  const reda = (...words: string[]) =>
    execFileSync(process.execPath, [bin, ...words], {
      cwd: root,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim()
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const person = [
      '--admin-email',
      'bench@reda.example',
      '--admin-name',
      'Bench',
      '--admin-password',
      'en lang setning om målinger',
    ]
    reda('setup', '--organisation', 'Målestasjonen', ...person, '--language', 'nb')
    const key = reda('api-key', 'create', '--agent', 'bench@reda.example', '--name', 'bench')
    reda('mailbox', 'add', '--address', 'support@bench.example', '--name', 'Support')
    const start = async () => {
      const app = spawn(process.execPath, [bin, 'start', '--port', '0'], {
        cwd: root,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const url = await addressOf(app)
      app.stdout!.resume()
      return {
        url,
        cpu: () => cpuOf(app.pid!),
        async stop() {
          app.kill('SIGTERM')
          await once(app, 'exit')
        },
      }
    }
    return { key, reda, start, remove }
  } catch (error) {
    remove()
    throw error
  }
}

async function addressOf(app: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: app.stdout! })) {
    const found = /^ +Web +(http\S+)/.exec(line)?.[1]
    if (found) return found
  }
  throw new Error('reda start ended before it was ready')
}

interface Process {
  parent: number
  name: string
  /** Its own and that of its children that have ended, ms. */
  cpu: number
}

/** Fields of proc_pid_stat(5): 4 is the parent, 14 to 17 are CPU in hundredths of a second. */
function processes(): Map<number, Process> {
  const all = new Map<number, Process>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      const fields = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .map(Number)
      const cpu = (fields[11]! + fields[12]! + fields[13]! + fields[14]!) * 10
      all.set(Number(pid), { parent: fields[1]!, name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')), cpu })
    } catch {
      // Ended meanwhile.
    }
  }
  return all
}

function cpuOf(app: number): { app: number; database: number } {
  const all = processes()
  const isOurs = (pid: number): boolean => pid === app || (all.has(pid) && isOurs(all.get(pid)!.parent))
  const sum = { app: 0, database: 0 }
  for (const [pid, { name, cpu }] of all) if (isOurs(pid)) sum[name === 'postgres' ? 'database' : 'app'] += cpu
  return sum
}
