import type { EmbeddedLog } from './refusal.ts'

type Level = 'debug' | 'info' | 'warn' | 'error'

export interface ServerLine {
  level: Level
  sqlstate: string
  text: string
}

const levels: Record<string, Level> = {
  LOG: 'debug',
  WARNING: 'warn',
  // Ends one session, not the server.
  FATAL: 'warn',
  PANIC: 'error',
  ERROR: 'debug',
}

/** Routine refusals of the server while it starts or stops: told to who connects, no news for the log. */
const routine = new Set(['57P03', '57P01'])

/** One line of the server's stderr, written with `log_line_prefix = '%e '`. Lines of other shapes are kept as they are. */
export function readServerLine(line: string): ServerLine | null {
  const parts = /^([0-9A-Z]{5}) ([A-Z]+): {2}(.*)$/.exec(line)
  if (!parts) return line.trim() === '' ? null : { level: 'info', sqlstate: '', text: line.trim() }
  const [, sqlstate, severity, text] = parts as unknown as [string, string, string, string]
  // The words of a failed statement may quote what a person wrote; the code alone says what kind it was.
  if (severity === 'ERROR') return { level: 'debug', sqlstate, text: 'a statement failed' }
  const level = routine.has(sqlstate) ? 'debug' : (levels[severity] ?? 'info')
  return { level, sqlstate, text: `${severity}: ${text}` }
}

/** Passes the server's lines to our log and remembers the last ones. */
export class ServerLog {
  readonly #log: EmbeddedLog
  #rest = ''
  #last: string[] = []

  constructor(log: EmbeddedLog) {
    this.#log = log
  }

  take(chunk: Buffer): void {
    const lines = (this.#rest + chunk.toString()).split('\n')
    this.#rest = lines.pop()!.slice(-10_000)
    for (const raw of lines) {
      const line = readServerLine(raw)
      if (!line) continue
      this.#last = [...this.#last.slice(-19), line.text]
      this.#log[line.level]({ from: 'postgres', sqlstate: line.sqlstate }, line.text)
    }
  }

  last(): string[] {
    return this.#last
  }
}
