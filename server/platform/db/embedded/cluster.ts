import { spawn } from 'node:child_process'
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  lchownSync,
  mkdirSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { type Account, passwd, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { type Layout, layoutOf, major } from './layout.ts'
import { EmbeddedRefusal } from './refusal.ts'

/**
 * A folder named from inside itself. PostgreSQL only ever goes to its own folder, so a server that is started there
 * works even below folders that its account may not pass through (/root, a private temp folder).
 */
export const here = existsSync('/proc/self/cwd') ? '/proc/self/cwd' : '.'

/** Makes the folders and their owners right, whatever they were; the cluster itself is made by `createCluster`. */
export function prepareFolder(dataDir: string): Layout {
  const wanted = resolve(dataDir)
  try {
    if (!existsSync(wanted)) mkdirSync(wanted, { recursive: true, mode: 0o700 })
    accessSync(wanted, constants.R_OK | constants.W_OK | constants.X_OK)
    return layoutOf(realpathSync(wanted))
  } catch (error) {
    throw new EmbeddedRefusal(
      `The data folder ${wanted} cannot be used: ${(error as Error).message}`,
      'Give REDA_DATA_DIR a folder that this account may write to.',
    )
  }
}

export function prepareHome(layout: Layout, account: Account | null): void {
  const majors = existsSync(layout.home) ? readdirSync(layout.home).filter((name) => /^pg\d+$/.test(name)) : []
  const other = majors.find((name) => name !== `pg${major}`)
  if (other && !majors.includes(`pg${major}`))
    throw new EmbeddedRefusal(
      `${layout.home} holds a database of PostgreSQL ${other.slice(2)}; this version of Reda keeps PostgreSQL ${major}.`,
      'Make a backup with the version that wrote it, and restore that into a new data folder.',
    )
  try {
    for (const folder of [layout.home, layout.socketDir]) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      own(folder, account)
      chmodSync(folder, 0o700)
    }
    if (account && existsSync(layout.cluster) && statSync(layout.cluster).uid !== account.uid)
      ownAll(layout.cluster, account)
  } catch (error) {
    const owner = existsSync(layout.home) ? statSync(layout.home).uid : process.getuid?.()
    throw new EmbeddedRefusal(
      `The database folder ${layout.home} cannot be used: ${(error as Error).message}`,
      owner === process.getuid?.()
        ? ''
        : `It belongs to account number ${owner}. Start as root, or give it to this account: chown -R ${process.getuid?.()} ${layout.dataDir}`,
    )
  }
}

/** initdb into a temporary name, renamed when complete: a crash in between leaves nothing half-made behind. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  superuserPassword: string,
  durable: boolean,
): Promise<void> {
  // With patience: the initdb of a start that was killed may still be writing for a moment.
  rmSync(layout.unfinished, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  // initdb asks for the account's name; an account without one gets the finished folder as a gift from `nobody`.
  const maker = account && !account.named ? nobody() : account
  mkdirSync(layout.unfinished, { mode: 0o700 })
  own(layout.home, maker)
  own(layout.unfinished, maker)
  const passwordFile = join(layout.home, 'initdb-password')
  try {
    writeFileSync(passwordFile, `${superuserPassword}\n`, { mode: 0o600 })
    own(passwordFile, maker)
    await initdb(layout, binaries, maker, durable)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  if (account && maker !== account) {
    ownAll(layout.unfinished, account)
    own(layout.home, account)
  }
  renameSync(layout.unfinished, layout.cluster)
  const home = openSync(layout.home, 'r')
  fsyncSync(home)
  closeSync(home)
}

async function initdb(layout: Layout, binaries: Binaries, account: Account | null, durable: boolean): Promise<void> {
  const child = spawn(
    join(binaries.folder, 'bin/initdb'),
    [
      ...['-D', here, '--username=postgres', `--pwfile=${here}/../initdb-password`],
      ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
      ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions'],
      ...(durable ? [] : ['--no-sync']),
    ],
    {
      ...spawnAs(account),
      cwd: layout.unfinished,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', done)
  })
  if (code === 0) return
  const advice = said.includes('could not look up effective user ID')
    ? `Account number ${process.getuid?.()} has no name in /etc/passwd, and initdb asks for one: add a line for it, or start as root.`
    : said.includes('No space left')
      ? 'The disk is full.'
      : ''
  rmSync(layout.unfinished, { recursive: true, force: true })
  throw new EmbeddedRefusal(`The database folder could not be made.\n${said.trim()}`, advice)
}

function nobody(): Account {
  const entry = passwd().find(({ name }) => name === 'nobody')
  return { uid: entry?.uid ?? 65534, gid: entry?.gid ?? 65534, named: true }
}

function own(path: string, account: Account | null): void {
  if (account) chownSync(path, account.uid, account.gid)
}

function ownAll(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid)
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inside = join(path, entry.name)
    if (entry.isDirectory()) ownAll(inside, account)
    else lchownSync(inside, account.uid, account.gid)
  }
}
