import type { House } from '#platform'
import type { ImapConnection, SmtpConnection } from './connection.ts'

type Oauth = NonNullable<ImapConnection['oauth']>

/** The provider refused to give a token; `consent` when somebody must sign in at the provider again. */
export class OauthRefused extends Error {
  readonly consent: boolean
  constructor(message: string, consent: boolean) {
    super(message)
    this.consent = consent
  }
}

interface Token {
  accessToken: string
  until: number
}
const tokens = new WeakMap<House, Map<string, Promise<Token>>>()

const TIMEOUT_MS = 15_000
/** Used up to a minute before it ends, so that it does not end on its way. */
const EARLY_MS = 60_000

/** An access token for IMAP or SMTP (RFC 6749, 6: refreshed with the stored refresh token), kept as long as it lives. */
export async function accessToken(
  house: House,
  connection: ImapConnection | SmtpConnection,
  renew = false,
): Promise<string> {
  const oauth = connection.oauth
  if (!oauth?.refreshToken) throw new OauthRefused('Nobody has given consent yet: sign in at the provider', true)
  const kept = tokens.get(house) ?? new Map<string, Promise<Token>>()
  tokens.set(house, kept)
  const key = `${oauth.tokenUrl} ${oauth.clientId} ${oauth.refreshToken}`
  const known = await kept.get(key)?.catch(() => null)
  if (known && !renew && known.until > Date.now() + EARLY_MS) return known.accessToken
  const next = refresh(oauth)
  kept.set(key, next)
  return (await next).accessToken
}

async function refresh(oauth: Oauth): Promise<Token> {
  const body = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: oauth.clientId,
    refresh_token: oauth.refreshToken!,
  })
  if (oauth.clientSecret) body.set('client_secret', oauth.clientSecret)
  if (oauth.scope) body.set('scope', oauth.scope)
  const response = await fetch(oauth.tokenUrl, {
    method: 'POST',
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  const answer = (await response.json().catch(() => ({}))) as {
    access_token?: unknown
    expires_in?: unknown
    error?: unknown
  }
  if (!response.ok || typeof answer.access_token !== 'string') {
    const consent =
      answer.error === 'invalid_grant' || answer.error === 'interaction_required' || answer.error === 'consent_required'
    const code = typeof answer.error === 'string' ? answer.error.slice(0, 100) : `HTTP ${response.status}`
    throw new OauthRefused(`The provider gave no token (${code})`, consent)
  }
  const seconds = typeof answer.expires_in === 'number' ? answer.expires_in : 3_600
  return { accessToken: answer.access_token, until: Date.now() + seconds * 1_000 }
}
