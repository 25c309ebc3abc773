import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import { type Account, accountFor } from './account.ts'
import { findBinaries } from './binaries.ts'
import { prepareDatabase, resetAppPassword } from './bootstrap.ts'
import { createCluster, prepareFolder, prepareHome } from './cluster.ts'
import { beGuest, FolderLock, own, ownerName, tryConnect, waitForGuests } from './folder-lock.ts'
import { connectionString, type Layout } from './layout.ts'
import { setSuperuserPassword } from './lost-passwords.ts'
import { makePasswords, type Passwords, readPasswords } from './passwords.ts'
import { runningServer, settlePredecessor } from './predecessor.ts'
import { DataFolderInUse, type EmbeddedLog, EmbeddedRefusal } from './refusal.ts'
import { Server, type ServerExit, startFailure } from './server.ts'
import { takeStartLock } from './start-lock.ts'

export { DataFolderInUse, type EmbeddedLog, EmbeddedRefusal } from './refusal.ts'
export type { ServerExit } from './server.ts'

/** Recovery after a crash may take this long; a healthy start takes 0.1 s. */
const startPatienceMs = 120_000

export interface EmbeddedOptions {
  /** Made when it does not exist. */
  dataDir: string
  log: EmbeddedLog
  /** False only for tests: no fsync. Nothing outside the code can ask for it. */
  durable?: boolean
  /** What the next one reads when it is refused: «reda start (process 123)». At most 60 characters. */
  who?: string
}

export interface Embedded {
  /** Role `reda`, owner of database `reda`, no superuser. Over the unix socket. */
  connectionString: string
  /** Role `postgres` on the same database, for what only a superuser may do. */
  adminConnectionString: string
  /** Numbers of the processes we started, for measurements and tests. */
  pids: { server: number; watcher: number | undefined }
  /** Stops the server; everything committed is kept. With `waitForGuests`, other commands on this server end first. */
  stop(options?: { waitForGuests?: boolean }): Promise<void>
  /**
   * The server ended, or the folder was taken over, without `stop()`. The app should end too: everything committed is
   * on disk, everything half done was refused to its sender (SMTP 4xx, HTTP 503) and comes again, and a fresh start
   * is the one road that is tested every day. Called at most once, also when it happened before this call.
   */
  onUnexpectedExit(callback: (exit: ServerExit) => void): void
}

/** Starts the database of a data folder and owns it until `stop()`. Refuses (DataFolderInUse) when another process does. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { log, durable = true, who = `reda (process ${process.pid})` } = options
  const layout = prepareFolder(options.dataDir)
  const account = accountFor(layout.dataDir)
  const releaseStart = await takeStartLock(layout.startLock, startPatienceMs)
  try {
    return await startLocked(layout, account, who, durable, log)
  } finally {
    releaseStart()
  }
}

async function startLocked(
  layout: Layout,
  account: Account | null,
  who: string,
  durable: boolean,
  log: EmbeddedLog,
): Promise<Embedded> {
  prepareHome(layout, account)
  const known = readPasswords(layout)
  if (existsSync(layout.cluster)) await settlePredecessor(layout, known?.superuser ?? '', who, log, startPatienceMs)
  const binaries = findBinaries(layout.dataDir, account)
  const passwords = known ?? makePasswords(layout)
  if (!existsSync(layout.cluster)) {
    log.info({}, 'preparing the database for the first time; this takes a few seconds')
    await createCluster(layout, binaries, account, passwords.superuser, durable)
  } else if (!known) {
    log.warn({}, 'the database passwords were gone; made new ones')
    await setSuperuserPassword(layout, binaries, account, passwords.superuser)
  }
  const server = new Server(layout, binaries, account, durable, log)
  try {
    const client = await untilReady(layout, passwords.superuser, who, server)
    if (!(await own(client))) throw new DataFolderInUse(layout.dataDir, await ownerName(client))
    if (!known) await resetAppPassword(client, passwords)
    await prepareDatabase(client, layout, passwords)
    return embedded(layout, passwords, who, server, client)
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Ready is when a connection succeeds, not when a line in the log says so. */
async function untilReady(layout: Layout, password: string, who: string, server: Server): Promise<Client> {
  const until = performance.now() + startPatienceMs
  while (server.running) {
    const attempt = await tryConnect(layout, password, who)
    if (attempt.state === 'connected') return attempt.client
    if (performance.now() > until) throw new EmbeddedRefusal('The embedded database does not get ready.')
    await Promise.race([wait(10), server.exited])
  }
  throw startFailure(await server.exited)
}

function embedded(layout: Layout, passwords: Passwords, who: string, server: Server, client: Client): Embedded {
  let stopping: Promise<void> | null = null
  let unexpected: ServerExit | null = null
  let tell: ((exit: ServerExit) => void) | null = null
  const ended = (exit: ServerExit) => {
    if (stopping || unexpected) return
    unexpected = exit
    lock.release()
    tell?.(exit)
  }
  const lock = new FolderLock(layout, passwords.superuser, who, client, (holder) =>
    ended({ code: null, signal: null, lastWords: [`the data folder was taken over by ${holder}`] }),
  )
  void server.exited.then(ended)
  return {
    ...strings(layout, passwords),
    get pids() {
      return { server: server.pid, watcher: server.watcher.pid }
    },
    stop({ waitForGuests: wait = false } = {}) {
      stopping ??= (async () => {
        if (wait && server.running) await waitForGuests(lock.client).catch(() => {})
        lock.release()
        // The lock goes with the server, not before it: no moment in which another start could take us for dead.
        await server.stop()
        await lock.close()
      })()
      return stopping
    },
    onUnexpectedExit(callback) {
      tell = callback
      if (unexpected) callback(unexpected)
    },
  }
}

const strings = (layout: Layout, passwords: Passwords) => ({
  connectionString: connectionString(layout, 'reda', passwords.app, 'reda'),
  adminConnectionString: connectionString(layout, 'postgres', passwords.superuser, 'reda'),
})

/** What a command needs of a database, whoever runs it. */
export type Opened = Pick<Embedded, 'connectionString' | 'adminConnectionString' | 'stop' | 'onUnexpectedExit'> & {
  /** Whose server this is: ours, until `stop()`, or another process's. */
  owner: 'us' | 'another'
}

/** The database of a data folder for one command: the server that another process runs, else one of our own. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Opened> {
  for (;;) {
    const guest = await attach(options)
    if (guest) return guest
    try {
      const own = await startEmbedded(options)
      return {
        connectionString: own.connectionString,
        adminConnectionString: own.adminConnectionString,
        stop: () => own.stop({ waitForGuests: true }),
        onUnexpectedExit: own.onUnexpectedExit,
        owner: 'us',
      }
    } catch (error) {
      // Another process was faster: be its guest.
      if (!(error instanceof DataFolderInUse)) throw error
    }
  }
}

async function attach({
  dataDir,
  log,
  who = `reda (process ${process.pid})`,
}: EmbeddedOptions): Promise<Opened | null> {
  const layout = prepareFolder(dataDir)
  const passwords = readPasswords(layout)
  if (!passwords || !existsSync(join(layout.cluster, 'postmaster.pid'))) return null
  if (!(await runningServer(layout, log))) return null
  const attempt = await tryConnect(layout, passwords.superuser, `${who}, guest`)
  if (attempt.state !== 'connected') return null
  const { client } = attempt
  if (await own(client)) {
    await client.end()
    return null
  }
  await beGuest(client)
  let stopping = false
  let ended = false
  let tell: ((exit: ServerExit) => void) | null = null
  const exit: ServerExit = { code: null, signal: null, lastWords: ['the process that ran the database ended'] }
  client.once('end', () => {
    ended = true
    if (!stopping) tell?.(exit)
  })
  return {
    ...strings(layout, passwords),
    owner: 'another',
    async stop() {
      stopping = true
      await client.end().catch(() => {})
    },
    onUnexpectedExit(callback) {
      tell = callback
      if (ended && !stopping) callback(exit)
    },
  }
}

/** The server's number on a data folder, as its own file says; for tests and measurements. */
export function serverPid(dataDir: string): number | null {
  try {
    return Number.parseInt(readFileSync(join(prepareFolder(dataDir).cluster, 'postmaster.pid'), 'utf8'), 10) || null
  } catch {
    return null
  }
}
