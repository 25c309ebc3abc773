import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { escapeLiteral } from 'pg'
import { type Account, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { here } from './cluster.ts'
import type { Layout } from './layout.ts'
import { EmbeddedRefusal } from './refusal.ts'

/**
 * Gives the superuser a new password when the password files are gone (a copied folder, a tidy hand). Who can write
 * the database files needs no password for it: PostgreSQL's single-user mode asks none. Only while no server runs.
 */
export async function setSuperuserPassword(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  password: string,
): Promise<void> {
  const child = spawn(join(binaries.folder, 'bin/postgres'), ['--single', '-D', here, 'postgres'], {
    ...spawnAs(account),
    cwd: layout.cluster,
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' },
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2000)
  })
  child.stdin.on('error', () => {})
  child.stdin.end(`alter role postgres password ${escapeLiteral(password)};\n`)
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', done)
  })
  if (code !== 0 || /ERROR|FATAL/.test(said))
    throw new EmbeddedRefusal(`The lost database passwords could not be set anew.\n${said.trim()}`)
}
