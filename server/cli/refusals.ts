import { BadConfig } from '../platform/config.ts'
import { EmbeddedRefusal } from '../platform/db/embedded/index.ts'
import { KeyRefused } from '../platform/secrets/secrets.ts'
import { CommandRefused } from './command.ts'

export interface Refused {
  words: string[]
  exitCode: number
}

/** Codes of the system and of PostgreSQL that a person can do something about. */
const known: Record<string, string> = {
  ECONNREFUSED: 'The database does not answer. Is it running, and is DATABASE_URL right?',
  ENOTFOUND: 'The host in DATABASE_URL is not known.',
  EAI_AGAIN: 'The host in DATABASE_URL cannot be looked up now.',
  ETIMEDOUT: 'The database does not answer in time.',
  '28P01': 'The database refuses the password in DATABASE_URL.',
  '28000': 'The database refuses this user; see its pg_hba.conf.',
  '3D000': 'The database that DATABASE_URL names does not exist.',
  '42501': 'The database role in DATABASE_URL lacks a right.',
  '53300': 'The database has no free connection; raise its max_connections or lower REDA_DB_POOL.',
  '57P01': 'The database was stopped in the middle of this command; nothing half-done was kept.',
  EADDRINUSE: 'Another program listens on that port. Choose another with PORT (web) or REDA_SMTP_PORT (mail).',
  EACCES: 'This account may not do that.',
  ENOSPC: 'The disk is full.',
}

/** Words for an error that ended a command; null when it is a fault of ours, which deserves its stack. */
export function explain(error: unknown): Refused | null {
  if (error instanceof CommandRefused) return { words: words(error.message, error.advice), exitCode: error.exitCode }
  if (error instanceof EmbeddedRefusal) return { words: words(error.message, error.advice), exitCode: 1 }
  if (!(error instanceof Error)) return null
  if (error instanceof BadConfig) return { words: ['Wrong settings:', error.message], exitCode: 2 }
  // Already sentences for whoever starts it.
  if (error instanceof KeyRefused || /^The database was made by a newer version/.test(error.message))
    return { words: [error.message], exitCode: 1 }
  // So are problems that the API would answer with.
  const problem = error as { status?: unknown; type?: unknown; errors?: { path: string; message: string }[] }
  if (typeof problem.status === 'number' && typeof problem.type === 'string')
    return { words: [error.message, ...(problem.errors ?? []).map((e) => `  ${e.path}: ${e.message}`)], exitCode: 1 }
  const code = (error as { code?: string }).code ?? ''
  const advice = known[code]
  return advice ? { words: words(advice, `(${firstLine(error)})`), exitCode: 1 } : null
}

const words = (message: string, advice: string) => (advice ? [message, advice] : [message])
const firstLine = (error: Error) => (error.message || String((error as { code?: string }).code)).split('\n')[0]!
