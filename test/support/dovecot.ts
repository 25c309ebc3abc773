import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { ImapFlow } from 'imapflow'

/** Debian's Dovecot with one user, as a real far side for IMAP. */
export interface Dovecot {
  port: number
  user: string
  password: string
  /** For `mailbox add --imap`. */
  url(query?: string, folder?: string): string
  /** A client of our own, to put mail in and look at what became of it. */
  client(): Promise<ImapFlow>
  stop(): Promise<void>
  start(): Promise<void>
  /** Stops it and throws its mail away. */
  remove(): Promise<void>
  /** The folder where the mail lies (Maildir). */
  maildir: string
}

const program = '/usr/sbin/dovecot'
export const hasDovecot = existsSync(program)

export async function startDovecot(): Promise<Dovecot> {
  const home = mkdtempSync(join(tmpdir(), 'reda-dovecot-'))
  // Its processes run as other users.
  chmodSync(home, 0o755)
  const port = await freePort()
  const root = process.getuid!() === 0
  const owner = root ? 'nobody' : userInfo().username
  const group = root ? 'nogroup' : String(userInfo().gid)
  const maildir = join(home, 'mail')
  mkdirSync(join(home, 'run'))
  mkdirSync(maildir, { mode: 0o777 })
  chmodSync(maildir, 0o777)
  const user = 'support@firma.example'
  const password = 'hemmelig_ord'
  writeFileSync(
    join(home, 'dovecot.conf'),
    `
protocols = imap
listen = 127.0.0.1
base_dir = ${home}/run
state_dir = ${home}/run
log_path = ${home}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 0
default_internal_user = ${root ? 'dovecot' : owner}
default_login_user = ${root ? 'dovenull' : owner}
default_internal_group = ${root ? 'dovecot' : group}
mail_location = maildir:${maildir}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner} gid=${group} home=${maildir}
}
`,
  )
  let child: ChildProcess | null = null
  const dovecot: Dovecot = {
    port,
    user,
    password,
    maildir,
    url: (query = '', folder = 'INBOX') =>
      `imap://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${folder}?security=none${query}`,
    async client() {
      const client = new ImapFlow({
        host: '127.0.0.1',
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: password },
        logger: false,
      })
      client.on('error', () => undefined)
      await client.connect()
      return client
    },
    async start() {
      child = spawn(program, ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'inherit' })
      for (;;) {
        if (child.exitCode !== null) throw new Error(`Dovecot did not start; look at ${home}/log`)
        try {
          await (await dovecot.client()).logout()
          return
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 30))
        }
      }
    },
    async stop() {
      if (!child || child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
      child = null
    },
    async remove() {
      await dovecot.stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
  await dovecot.start()
  return dovecot
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
