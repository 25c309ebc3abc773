import { ImapFlow } from 'imapflow'
import type { House } from '#platform'
import type { ImapConnection } from '../mailboxes/connection.ts'
import { accessToken } from '../mailboxes/oauth.ts'

/** The largest mail that is fetched; a larger one stays where it is, and is told to the administrators. */
export const LARGEST_FETCH = 64 * 1024 * 1024

/** Opens a connection whose every answer is bounded in time and size: servers may be slow, broken or hostile. */
export async function connectImap(house: House, connection: ImapConnection): Promise<ImapFlow> {
  const auth =
    connection.user === null
      ? undefined
      : connection.oauth
        ? { user: connection.user, accessToken: await accessToken(house, connection) }
        : { user: connection.user, pass: connection.password ?? '' }
  const client = new ImapFlow({
    host: connection.host,
    port: connection.port,
    secure: connection.security === 'tls',
    ...(connection.security === 'starttls' ? { doSTARTTLS: true } : {}),
    ...(connection.security === 'none' ? { doSTARTTLS: false } : {}),
    ...(auth ? { auth } : {}),
    tls: { rejectUnauthorized: !connection.anyCertificate },
    logger: false,
    clientInfo: { name: 'Reda' },
    connectionTimeout: 30_000,
    greetingTimeout: 20_000,
    socketTimeout: 5 * 60_000,
    maxIdleTime: 4 * 60_000,
    maxLiteralSize: LARGEST_FETCH + 1024 * 1024,
    disableCompression: true,
    disableAutoIdle: true,
  })
  // Without a listener a broken connection would end the process; the waiting command hears of it too.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
