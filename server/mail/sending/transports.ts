import { createHash } from 'node:crypto'
import { createTransport, type Transporter } from 'nodemailer'
import type SMTPPool from 'nodemailer/lib/smtp-pool'
import type { House } from '#platform'
import { readSmtp, type SmtpConnection } from '../mailboxes/connection.ts'
import { type Mailbox, placeOf, smtpOf } from '../mailboxes/mailbox.ts'
import { accessToken } from '../mailboxes/oauth.ts'

type Pooled = Transporter<SMTPPool.SentMessageInfo, SMTPPool.Options>

const IDLE_MS = 60_000

/** How a mailbox's mail goes out: by its own server, else by the installation's relay; null: there is no way yet. */
export function wayOut(house: House, mailbox: Mailbox | null): SmtpConnection | null {
  const own = mailbox && smtpOf(house, mailbox)
  if (own) return own
  return house.config.outboundSmtpUrl === null ? null : readSmtp(house.config.outboundSmtpUrl)
}

export function smtpOptions(house: House, connection: SmtpConnection): SMTPPool.Options {
  const { security, user } = connection
  return {
    pool: true,
    host: connection.host,
    port: connection.port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    // Without credentials to lose, encryption with an unproven peer beats none (RFC 7435).
    tls: { rejectUnauthorized: !(connection.anyCertificate || (security === 'opportunistic' && user === null)) },
    name: new URL(house.config.baseUrl).hostname,
    ...(user === null
      ? {}
      : { auth: connection.oauth ? { type: 'OAuth2', user } : { user, pass: connection.password ?? '' } }),
    maxConnections: 3,
    maxMessages: 100,
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPPool.Options
}

export interface Transports {
  for(mailbox: Mailbox | null, connection: SmtpConnection): Pooled
  close(): void
}

/** One pool of connections for each way out; an unused one is closed after a minute, a changed one at once. */
export function createTransports(house: House): Transports {
  const open = new Map<string, { made: string; transport: Pooled; idle: NodeJS.Timeout }>()
  function end(key: string): void {
    const entry = open.get(key)
    if (!entry) return
    open.delete(key)
    clearTimeout(entry.idle)
    entry.transport.close()
  }
  return {
    for(mailbox, connection) {
      const key = mailbox?.smtp ? placeOf(mailbox.id, 'smtp') : 'relay'
      const made = createHash('sha256').update(JSON.stringify(connection)).digest('hex')
      if (open.get(key)?.made !== made) end(key)
      let entry = open.get(key)
      if (!entry) {
        const transport = createTransport(smtpOptions(house, connection)) as Pooled
        transport.on('error', (err) =>
          house.log.warn({ err, mailbox: mailbox?.id }, 'An outgoing mail connection broke'),
        )
        if (connection.oauth) {
          transport.set('oauth2_provision_cb', (_user, renew, done) => {
            accessToken(house, connection, renew).then((token) => done(null, token), done)
          })
        }
        entry = { made, transport, idle: setTimeout(() => end(key), IDLE_MS) }
        entry.idle.unref()
        open.set(key, entry)
      }
      entry.idle.refresh()
      return entry.transport
    },
    close() {
      for (const key of [...open.keys()]) end(key)
    },
  }
}
