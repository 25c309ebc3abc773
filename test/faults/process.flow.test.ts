import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { serverPid } from '../../server/platform/db/embedded/index.ts'
import { makeDataFolder } from '../support/postgres.ts'
import { buildServer, familyOf, isRunning, type RedaProcess, runReda, startReda } from '../support/reda-process.ts'

const patience = { timeout: 30_000, interval: 20 }
const reda = join(import.meta.dirname, '../../bin/reda')
const user = { email: 'kari@firma.example', password: 'ni-blå-båter-på-vannet' }

let folder: string
let dataDir: string
let env: Record<string, string>
const started: RedaProcess[] = []
const seen = new Set<number>()

/** Quicker than a first start; only what is about first starts does without. */
async function haveDataFolder(): Promise<void> {
  if (!existsSync(dataDir)) await makeDataFolder(dataDir)
}

async function start(...command: [string, ...string[]] | []): Promise<RedaProcess> {
  await haveDataFolder()
  return startAnew(...command)
}

async function startAnew(...command: [string, ...string[]] | []): Promise<RedaProcess> {
  const made = await startReda(env, command.length ? (command as [string, ...string[]]) : undefined)
  started.push(made)
  for (const pid of made.pids()) seen.add(pid)
  return made
}

const nothingLeft = () =>
  vi.waitFor(() => {
    expect([...seen].filter(isRunning), 'processes that are still there').toEqual([])
    expect(serverPid(dataDir)).toBeNull()
  }, patience)

const status = async (address: string, path: string) => (await fetch(address + path)).status
const setup = async () => {
  await haveDataFolder()
  return runReda(
    [
      ...['setup', '--organisation', 'Firma', '--admin-email', user.email, '--admin-name', 'Kari'],
      ...['--admin-password', user.password, '--language', 'nb'],
    ],
    env,
  )
}

beforeAll(buildServer)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reda-app-'))
  dataDir = join(folder, 'data')
  env = { REDA_DATA_DIR: dataDir }
})
afterEach(async () => {
  for (const { child } of started.splice(0)) child.kill('SIGKILL')
  await nothingLeft()
  seen.clear()
  rmSync(folder, { recursive: true, force: true })
})

describe('reda start', () => {
  it('makes a data folder at the first start only, and answers when it is ready', async () => {
    const first = await startAnew()
    expect(first.said()).toContain('Preparing the database for the first time')
    expect(first.said()).toContain('It asks for your organisation and the first administrator.')
    expect(await status(first.address, '/healthz')).toBe(200)
    expect(await status(first.address, '/readyz')).toBe(200)
    first.child.kill('SIGTERM')
    expect(await first.exit).toEqual({ code: 0, signal: null })
    const second = await start()
    expect(second.said()).not.toContain('Preparing')
  })

  it('stops everything by Ctrl-C, which reaches the whole group and comes twice through npm', async () => {
    const app = await start()
    process.kill(-app.child.pid!, 'SIGINT')
    app.child.kill('SIGINT')
    expect(await app.exit).toEqual({ code: 0, signal: null })
    expect(app.said()).toContain('Stopped.')
    await nothingLeft()
  })

  it('keeps what was stored when it is killed', async () => {
    const app = await start()
    expect((await setup()).code).toBe(0)
    app.child.kill('SIGKILL')
    await nothingLeft()
    await start()
    const key = await runReda(['api-key', 'create', '--agent', user.email, '--name', 'test'], env)
    expect(key).toMatchObject({ code: 0 })
  })

  it('ends when its database is killed, says so, and starts again', async () => {
    const app = await start()
    process.kill(serverPid(dataDir)!, 'SIGKILL')
    expect(await app.exit).toEqual({ code: 1, signal: null })
    expect(app.said()).toContain('Nothing that was stored is lost')
    await vi.waitFor(() => expect([...seen].filter(isRunning)).toEqual([]), patience)
    const next = await start()
    expect(await status(next.address, '/readyz')).toBe(200)
  })

  it('is refused on a folder that another one serves, which goes on', async () => {
    const app = await start()
    const second = await runReda(['start', '--port', '0'], env)
    expect(second.code).toBe(1)
    expect(second.stderr).toContain(`The data folder ${dataDir} is in use by reda start (process ${app.child.pid}).`)
    expect(await status(app.address, '/readyz')).toBe(200)
  })

  it('says that a port is taken, and leaves nothing running', async () => {
    await haveDataFolder()
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const refused = await runReda(['start', '--port', String(port)], env)
    other.close()
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('Another program listens on that port.')
    expect(serverPid(dataDir)).toBeNull()
  })

  it('can be interrupted while it starts', async () => {
    await haveDataFolder()
    const child = spawn(process.execPath, [reda, 'start', '--port', '0'], {
      env: { ...process.env, ...env, REDA_SMTP_PORT: '0' },
      stdio: 'ignore',
    })
    await vi.waitFor(() => expect(serverPid(dataDir)).not.toBeNull(), patience)
    for (const pid of familyOf(child.pid!)) seen.add(pid)
    child.kill('SIGTERM')
    await once(child, 'exit')
    await nothingLeft()
  })
})

describe('whoever started it', () => {
  it('npm killed: the app ends by itself', async () => {
    // As npm does it: a shell between npm and the app, and nobody left to pass a signal on.
    const npm = join(folder, 'npm')
    writeFileSync(npm, `#!/bin/sh\nsh -c '"$0" "$@"; true' "$@"\n`)
    chmodSync(npm, 0o755)
    env.npm_lifecycle_event = 'start'
    const app = await start(npm, process.execPath, reda, 'start', '--port', '0')
    app.child.kill('SIGKILL')
    await nothingLeft()
  })

  const old = oldNode()
  it.runIf(old)('an older Node: signals and the exit code pass through, and its death ends the app', async () => {
    const polite = await start(old!, reda, 'start', '--port', '0')
    polite.child.kill('SIGTERM')
    expect(await polite.exit).toEqual({ code: 0, signal: null })
    const killed = await start(old!, reda, 'start', '--port', '0')
    killed.child.kill('SIGKILL')
    await nothingLeft()
  })
})

/** A Node of the machine that cannot replace itself (before 22.15), if there is one. */
function oldNode(): string | null {
  for (const file of ['/usr/bin/node', '/usr/local/bin/node']) {
    try {
      if (execFileSync(file, ['-p', 'typeof process.execve'], { encoding: 'utf8' }).trim() === 'undefined') return file
    } catch {
      // Not there.
    }
  }
  return null
}

describe('commands', () => {
  it('work without a running server, and beside one', async () => {
    expect(await setup()).toMatchObject({ code: 0, stdout: 'Set up for Firma. Sign in as kari@firma.example.\n' })
    const words = ['api-key', 'create', '--agent', user.email, '--name', 'skript']
    const alone = await runReda(words, env)
    const app = await start()
    const beside = await runReda(words, env)
    for (const { code, stdout } of [alone, beside]) {
      expect(code).toBe(0)
      expect(stdout).toMatch(/^reda_live_\S+\n$/)
      const me = await fetch(`${app.address}/api/v1/session`, { headers: { authorization: `Bearer ${stdout.trim()}` } })
      expect(me.status).toBe(200)
    }
  })

  it.each([
    [['strat'], 2, 'There is no command strat. Did you mean start?'],
    [['api-key'], 2, 'api-key needs one more word: api-key create'],
    [['setup', '--organisation', 'Firma'], 2, 'Missing: --admin-email EMAIL'],
    [['start', '--role', 'boss'], 2, '--role is one of all, web, worker, mail; not boss.'],
    [['api-key', 'create', '--agent', 'a@b.example', '--name', 'x'], 1, 'This installation is not set up yet.'],
    [['restore', '/nowhere/x.reda'], 1, 'There is no file /nowhere/x.reda.'],
    [['restore', reda], 1, 'This is no backup of Reda.\nNothing was restored.'],
    [['backup', reda], 1, 'exists already.'],
  ])('say what is wrong: reda %j', async (words, code, message) => {
    if (code === 1) await haveDataFolder()
    const refused = await runReda(words, env)
    expect(refused.stderr).toContain(message)
    expect(refused).toMatchObject({ code, stdout: '' })
  })

  it('make no installation by the way in a folder that has none', async () => {
    const refused = await runReda(['api-key', 'create', '--agent', user.email, '--name', 'x'], env)
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`There is no installation in ${dataDir}.`),
    })
    expect(existsSync(dataDir)).toBe(false)
  })

  it('say what is wrong with the settings and with an external database', async () => {
    expect(await runReda(['start'], { ...env, PORT: 'abc' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('PORT'),
    })
    const unreachable = { ...env, DATABASE_URL: 'postgres://reda:hemmelig@127.0.0.1:9/reda' }
    const refused = await runReda(['start', '--port', '0'], unreachable)
    expect(refused.code).toBe(1)
    expect(refused.stderr).toContain('The database does not answer.')
    expect(refused.stderr).not.toContain('hemmelig')
  })

  it('answer help and version without touching the data folder', async () => {
    expect((await runReda(['help'], env)).stdout).toContain('Usage: reda COMMAND')
    expect((await runReda(['backup', '--help'], env)).stdout).toContain('Usage: reda backup')
    const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
    expect((await runReda(['--version'], env)).stdout).toContain(`reda ${version}`)
    expect(existsSync(dataDir)).toBe(false)
  })
})
