import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Account, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { here } from './cluster.ts'
import type { Layout } from './layout.ts'
import { type EmbeddedLog, EmbeddedRefusal } from './refusal.ts'
import { ServerLog } from './server-log.ts'
import { Watcher } from './watcher.ts'

export interface ServerExit {
  code: number | null
  signal: NodeJS.Signals | null
  /** The last lines the server wrote, without what may hold people's data. */
  lastWords: string[]
}

/** Waits for our word, so that the server never runs before the watcher knows its number. */
const gate = 'read -r go && exec "$0" "$@" </dev/null'

const stopPatienceMs = 60_000

/** The PostgreSQL process of one cluster folder, with the watcher that outlives us. */
export class Server {
  readonly pid: number
  readonly watcher: Watcher
  readonly exited: Promise<ServerExit>
  readonly #child: ChildProcess
  #running = true

  constructor(layout: Layout, binaries: Binaries, account: Account | null, durable: boolean, log: EmbeddedLog) {
    const words = new ServerLog(log)
    this.watcher = new Watcher(account, () => log.warn({}, 'the database watcher was killed; started another'))
    this.#child = spawn('/bin/sh', ['-c', gate, join(binaries.folder, 'bin/postgres'), ...settings(layout, durable)], {
      ...spawnAs(account),
      cwd: layout.cluster,
      env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
      // A session of its own: Ctrl-C must not reach the database before we have drained.
      detached: true,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    this.pid = this.#child.pid ?? 0
    this.#child.stderr!.on('data', (chunk: Buffer) => words.take(chunk))
    this.exited = new Promise((done) => {
      // `exit`, not `close`: children of the server may hold its stderr a little longer.
      this.#child.once('exit', (code, signal) => {
        this.#running = false
        this.watcher.dismiss()
        // Its last lines may still be in the pipe.
        setImmediate(() => setImmediate(() => done({ code, signal, lastWords: words.last() })))
      })
      this.#child.once('error', (error) => {
        this.#running = false
        this.watcher.dismiss()
        done({ code: null, signal: null, lastWords: [error.message] })
      })
    })
    this.#child.stdin!.on('error', () => {})
    if (!this.pid) return
    this.watcher.watch(this.pid)
    this.#child.stdin!.end('go\n')
  }

  get running(): boolean {
    return this.#running
  }

  /** SIGINT is PostgreSQL's fast stop: open transactions are rolled back, everything committed is on disk. */
  async stop(): Promise<void> {
    if (this.#running) this.#child.kill('SIGINT')
    const hard = new AbortController()
    const late = wait(stopPatienceMs, null, { signal: hard.signal }).then(
      () => this.#child.kill('SIGQUIT'),
      () => {},
    )
    await this.exited
    hard.abort()
    await late
  }
}

/** On the command line, where they beat whatever a settings file in the folder says. */
function settings(layout: Layout, durable: boolean): string[] {
  const safe = durable ? 'on' : 'off'
  const values: Record<string, string> = {
    cluster_name: layout.dataDir.replace(/[^\x20-\x7e]/g, '?').slice(-63),
    listen_addresses: '',
    unix_socket_directories: layout.socketDirForServer,
    unix_socket_permissions: '0700',
    max_connections: '60',
    superuser_reserved_connections: '3',
    shared_buffers: '128MB',
    // Its own I/O processes slow scattered reads down and cost memory.
    io_method: 'sync',
    jit: 'off',
    wal_compression: 'on',
    max_wal_size: '1GB',
    max_logical_replication_workers: '0',
    // Never slower and less safe by a forgotten line in a settings file.
    fsync: safe,
    full_page_writes: safe,
    ...(durable ? {} : { synchronous_commit: 'off', autovacuum_naptime: '1h' }),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_destination: 'stderr',
    logging_collector: 'off',
    log_min_messages: 'warning',
    // Statements and details hold what people wrote; the caller gets the error in full and decides.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_line_prefix: '%e ',
  }
  return ['-D', here, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** The reason a server did not start, in words. */
export function startFailure(exit: ServerExit): EmbeddedRefusal {
  const words = exit.lastWords.join('\n')
  const advice = /No space left/.test(words)
    ? 'The disk is full.'
    : /could not (map|create) .*shared memory|Cannot allocate memory/.test(words)
      ? 'The machine has too little free memory; 256 MB are enough to start.'
      : ''
  return new EmbeddedRefusal(`The embedded database did not start (${exit.signal ?? exit.code}).\n${words}`, advice)
}
