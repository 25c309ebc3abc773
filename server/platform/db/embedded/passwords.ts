import { randomBytes } from 'node:crypto'
import { closeSync, fchownSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Layout } from './layout.ts'

export interface Passwords {
  superuser: string
  app: string
}

/** Null when a file is missing: the folder was never started, or somebody removed it. */
export function readPasswords(layout: Layout): Passwords | null {
  const superuser = readOrNull(layout.superuserPassword)
  const app = readOrNull(layout.password)
  return superuser && app ? { superuser, app } : null
}

/** New random passwords, durable before the cluster that needs them. */
export function makePasswords(layout: Layout): Passwords {
  const made = { superuser: randomBytes(24).toString('base64url'), app: randomBytes(24).toString('base64url') }
  writeDurably(layout.superuserPassword, made.superuser)
  writeDurably(layout.password, made.app)
  return made
}

function writeDurably(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}`
  const file = openSync(unfinished, 'w', 0o600)
  writeSync(file, `${text}\n`)
  fsyncSync(file)
  // Made by root in somebody's folder: theirs, so that they can start without root next time.
  const { uid, gid } = statSync(dirname(path))
  if (process.getuid?.() === 0) fchownSync(file, uid, gid)
  closeSync(file)
  renameSync(unfinished, path)
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
