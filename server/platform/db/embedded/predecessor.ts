import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { own, ownerName, tryConnect } from './folder-lock.ts'
import type { Layout } from './layout.ts'
import { DataFolderInUse, type EmbeddedLog, EmbeddedRefusal } from './refusal.ts'
import { isAlive } from './start-lock.ts'

export interface Running {
  pid: number
}

/**
 * The server that runs on this folder now, by its `postmaster.pid`; null when none does. A file that a crash left
 * behind is removed: PostgreSQL itself refuses for ever when it is empty, or when a process of the same account has
 * got its number since, which is the normal case in a container. Never removed while a server lives.
 */
export async function runningServer(layout: Layout, log: EmbeddedLog): Promise<Running | null> {
  const path = join(layout.cluster, 'postmaster.pid')
  let text = readOrNull(path)
  for (let i = 0; text?.trim() === '' && i < 100; i++) {
    await wait(20)
    text = readOrNull(path)
  }
  if (text === null) return null
  const pid = Number.parseInt(text, 10)
  if (pid > 0 && isAlive(pid) && isServerOf(layout.cluster, pid)) return { pid }
  log.warn({ pid: pid || null }, 'removed the pid file of a database server that is gone')
  rmSync(path, { force: true })
  return null
}

function isServerOf(cluster: string, pid: number): boolean {
  try {
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false
  } catch {
    // No /proc on this system, or gone this instant: the connection attempt will tell.
    return isAlive(pid)
  }
  try {
    // A server stands in its own folder all its life.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT'
  }
}

/**
 * Leaves the folder without a server: an orphan of a dead app is stopped, a server that is just stopping is waited
 * for, and when a living app owns it this throws DataFolderInUse.
 */
export async function settlePredecessor(
  layout: Layout,
  password: string,
  who: string,
  log: EmbeddedLog,
  patienceMs: number,
): Promise<void> {
  const until = performance.now() + patienceMs
  let told = false
  let unreachable = 0
  for (;;) {
    const server = await runningServer(layout, log)
    if (!server) return
    const attempt = await tryConnect(layout, password, who)
    if (attempt.state === 'connected') {
      unreachable = 0
      await stopOrphan(layout, attempt.client, server, log)
    } else if (attempt.state === 'absent') unreachable++
    if (!told && attempt.state === 'busy') log.info({}, 'waiting for the database server of the last run to end')
    told = true
    if (performance.now() > until || unreachable > 250)
      throw new EmbeddedRefusal(
        `A database server (process ${server.pid}) runs on ${layout.cluster} and cannot be reached.`,
        `If no Reda uses it, stop it: kill -INT ${server.pid}`,
      )
    await wait(20)
  }
}

async function stopOrphan(
  layout: Layout,
  client: import('pg').Client,
  server: Running,
  log: EmbeddedLog,
): Promise<void> {
  try {
    if (!(await own(client))) throw new DataFolderInUse(layout.dataDir, await ownerName(client))
    log.warn({ pid: server.pid }, 'stopping the database server that a dead run left behind')
    process.kill(server.pid, 'SIGINT')
  } catch (error) {
    if (error instanceof DataFolderInUse) throw error
    // It stopped meanwhile, by its watcher: as good.
    if (!/ESRCH|terminat|ended|not queryable/i.test(String(error))) throw error
  } finally {
    await client.end().catch(() => {})
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
