import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
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
