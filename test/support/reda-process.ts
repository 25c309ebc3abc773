import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')
const reda = join(root, 'bin/reda')

/** Brings dist/server up to date; the web app is not needed to see processes come and go. */
export async function buildServer(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'bin/setup'), '--server'])
}

export interface Said {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs `reda …` to its end. */
export function runReda(words: string[], env: Record<string, string>): Promise<Said> {
  return new Promise((done) => {
    execFile(process.execPath, [reda, ...words], { env: environment(env), cwd: root }, (error, stdout, stderr) => {
      done({ code: error ? ((error.code as unknown as number) ?? null) : 0, stdout, stderr })
    })
  })
}

export interface RedaProcess {
  child: ChildProcess
  address: string
  /** All that it has said so far, both streams. */
  said(): string
  exit: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  /** Itself and everything it started that runs now. */
  pids(): number[]
}

/** Starts `reda start` on a free port, in a process group of its own, and answers when it says its address. */
export async function startReda(
  env: Record<string, string>,
  command: [string, ...string[]] = [process.execPath, reda, 'start', '--port', '0'],
): Promise<RedaProcess> {
  const [file, ...words] = command
  const child = spawn(file, words, {
    env: environment(env),
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const exit: RedaProcess['exit'] = new Promise((done) => child.once('exit', (code, signal) => done({ code, signal })))
  const address = await new Promise<string>((ready, fail) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
        const found = /^ +Web +(http\S+)[\s\S]*Ctrl-C/m.exec(said)?.[1]
        if (found) ready(found)
      })
    void exit.then(({ code }) => fail(new Error(`reda start ended with ${code}:\n${said}`)))
  })
  return { child, address, said: () => said, exit, pids: () => familyOf(child.pid!) }
}

/** Nothing of the surroundings may decide a test: no outer settings, no npm above us. */
function environment(env: Record<string, string>): NodeJS.ProcessEnv {
  const outer = Object.entries(process.env).filter(
    ([name]) => !/^(REDA_|npm_|DATABASE_URL$|PORT$|NODE_|VITEST)/.test(name),
  )
  return { ...Object.fromEntries(outer), REDA_SMTP_PORT: '0', REDA_LOG_LEVEL: 'warn', ...env }
}

/** A process and all that descend from it. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const parent = parentOf(Number(name))
    if (parent !== null) parents.set(Number(name), parent)
  }
  const family = [pid]
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child)
  return family
}

function parentOf(pid: number): number | null {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    )
  } catch {
    return null
  }
}

/** A zombie has ended: only its parent has not asked yet. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
  } catch {
    return false
  }
}
