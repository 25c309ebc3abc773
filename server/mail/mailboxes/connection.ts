import { z } from 'zod'
import { InvalidInput, type Secrets } from '#platform'

const Oauth = z.strictObject({
  provider: z.enum(['microsoft365', 'google', 'other']).default('other'),
  tokenUrl: z.url(),
  clientId: z.string().min(1).max(500),
  clientSecret: z.string().max(2_000).optional(),
  refreshToken: z.string().max(8_000).optional(),
  scope: z.string().max(1_000).optional(),
})

const Server = {
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
  /** `tls`: from the first byte. `starttls`: must be offered. `opportunistic`: used when offered. `none`: refused to be used. */
  security: z.enum(['tls', 'starttls', 'opportunistic', 'none']),
  /** Take a certificate that no authority vouches for (a server of one's own). */
  anyCertificate: z.boolean().default(false),
  user: z.string().max(320).nullable().default(null),
  password: z.string().max(2_000).nullable().default(null),
  oauth: Oauth.nullable().default(null),
}

export const ImapConnection = z.strictObject({
  ...Server,
  folders: z.array(z.string().min(1).max(500)).min(1).max(50).default(['INBOX']),
  /** What happens to a mail once it is stored here. */
  after: z.enum(['seen', 'move', 'delete', 'nothing']).default('seen'),
  moveTo: z.string().max(500).default('Reda'),
  /** The first connection takes mail that is at most this old; 0: only what comes from now on. */
  importDays: z.int().min(0).max(3_650).default(0),
})
export type ImapConnection = z.infer<typeof ImapConnection>

export const SmtpConnection = z.strictObject(Server)
export type SmtpConnection = z.infer<typeof SmtpConnection>

/** Which words in `imap` and `smtp` are kept sealed and never given back. */
const SECRETS = ['password'] as const
const OAUTH_SECRETS = ['clientSecret', 'refreshToken'] as const

function fromUrl(text: string, protocols: Record<string, { port: number; security: string }>): Record<string, unknown> {
  const url = URL.parse(text)
  const protocol = url ? protocols[url.protocol] : undefined
  if (!url || !protocol || url.hostname === '') {
    throw new Error(`Write it as ${Object.keys(protocols)[0]}//user:password@host:port`)
  }
  const query = Object.fromEntries(url.searchParams)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? protocol.port : Number(url.port),
    security: query.security ?? protocol.security,
    ...(query.anyCertificate === 'true' ? { anyCertificate: true } : {}),
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  }
}

/** `imaps://user:password@host:993/INBOX?after=move&moveTo=Done&importDays=7`, or the same as an object. */
export function readImap(input: string | Record<string, unknown>): ImapConnection {
  return read('imap', () => {
    if (typeof input !== 'string') return ImapConnection.parse(input)
    const server = fromUrl(input, {
      'imaps:': { port: 993, security: 'tls' },
      'imap:': { port: 143, security: 'starttls' },
    })
    const url = new URL(input)
    const folder = decodeURIComponent(url.pathname.replace(/^\//, ''))
    const query = Object.fromEntries(url.searchParams)
    return ImapConnection.parse({
      ...server,
      ...(folder === '' ? {} : { folders: folder.split(',') }),
      ...(query.after ? { after: query.after } : {}),
      ...(query.moveTo ? { moveTo: query.moveTo } : {}),
      ...(query.importDays ? { importDays: Number(query.importDays) } : {}),
    })
  })
}

/** `smtps://…` (TLS from the start), `smtp://…` (STARTTLS when offered; `?security=starttls` insists on it), or an object. */
export function readSmtp(input: string | Record<string, unknown>): SmtpConnection {
  return read('smtp', () =>
    SmtpConnection.parse(
      typeof input === 'string'
        ? fromUrl(input, {
            'smtp:': { port: 25, security: 'opportunistic' },
            'smtps:': { port: 465, security: 'tls' },
          })
        : input,
    ),
  )
}

function read<T>(path: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined
    throw new InvalidInput(
      issue ? [path, ...issue.path].join('.') : path,
      issue ? issue.message : (error as Error).message,
    )
  }
}

type Connection = ImapConnection | SmtpConnection

/**
 * The form that is stored: secrets sealed for this mailbox and road. A secret left out keeps the stored one, so that a form can be
 * saved without knowing it; but only for the same server and user, else a changed host would be sent the old password.
 */
export function sealConnection(
  secrets: Secrets,
  place: string,
  connection: Connection,
  stored: Record<string, unknown> | null,
): Record<string, unknown> {
  const kept = stored !== null && stored.host === connection.host && stored.user === connection.user ? stored : null
  const sealed: Record<string, unknown> = { ...connection }
  for (const name of SECRETS) {
    const plain = connection[name]
    sealed[name] = plain === null ? (kept?.[name] ?? null) : secrets.seal(plain, `${place}.${name}`)
  }
  if (connection.oauth) {
    const old = kept?.oauth as Record<string, unknown> | null | undefined
    const same = old?.tokenUrl === connection.oauth.tokenUrl && old?.clientId === connection.oauth.clientId ? old : null
    const oauth: Record<string, unknown> = { ...connection.oauth }
    for (const name of OAUTH_SECRETS) {
      const plain = connection.oauth[name]
      oauth[name] = plain === undefined ? (same?.[name] ?? null) : secrets.seal(plain, `${place}.oauth.${name}`)
    }
    sealed.oauth = oauth
  }
  return sealed
}

export function openConnection<T extends Connection>(
  secrets: Secrets,
  place: string,
  stored: Record<string, unknown>,
): T {
  const open: Record<string, unknown> = { ...stored }
  for (const name of SECRETS) {
    if (typeof stored[name] === 'string') open[name] = secrets.open(stored[name], `${place}.${name}`)
  }
  if (stored.oauth) {
    const oauth: Record<string, unknown> = { ...(stored.oauth as Record<string, unknown>) }
    for (const name of OAUTH_SECRETS) {
      if (typeof oauth[name] === 'string') oauth[name] = secrets.open(oauth[name], `${place}.oauth.${name}`)
      else delete oauth[name]
    }
    open.oauth = oauth
  }
  return open as T
}

/** What the API shows: no secret, only that one is kept. */
export function withoutSecrets(stored: Record<string, unknown> | null): Record<string, unknown> | null {
  if (stored === null) return null
  const { password, oauth, ...rest } = stored
  const shown: Record<string, unknown> = { ...rest, hasPassword: password !== null && password !== undefined }
  if (oauth && typeof oauth === 'object') {
    const { clientSecret, refreshToken, ...visible } = oauth as Record<string, unknown>
    shown.oauth = { ...visible, hasClientSecret: Boolean(clientSecret), hasToken: Boolean(refreshToken) }
  }
  return shown
}
