import { OauthRefused } from './oauth.ts'
import { providerOfHost } from './providers.ts'

export type Cause =
  | 'unknown-host'
  | 'refused'
  | 'timeout'
  | 'wrong-port'
  | 'no-starttls'
  | 'certificate'
  | 'app-password'
  | 'oauth-needed'
  | 'consent'
  | 'wrong-password'
  | 'no-folder'
  | 'sender-refused'
  | 'unknown'

interface Failure {
  code?: unknown
  message?: string
  response?: unknown
  responseText?: unknown
  responseCode?: unknown
  authenticationFailed?: boolean
  serverResponseCode?: unknown
}

const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET))/

/** Names what stands in the way, so that a person can remove it. The sentence tells what to do; it holds no secret. */
export function causeOf(
  error: unknown,
  server: { host: string; port: number; security: string },
): { cause: Cause; words: string } {
  const failure = (error ?? {}) as Failure
  const code = String(failure.code ?? '')
  const said = [failure.responseText, failure.response, failure.message].find((one) => typeof one === 'string') as
    | string
    | undefined
  const text = `${code} ${said ?? ''}`
  const at = `${server.host}:${server.port}`
  const provider = providerOfHost(server.host)
  const name = (cause: Cause, words: string) => ({ cause, words })

  if (error instanceof OauthRefused) {
    return error.consent
      ? name(
          'consent',
          'The provider wants a new consent: sign in there again as this mailbox, or have its administrator allow it',
        )
      : name('oauth-needed', `${error.message}: check the client's id and secret`)
  }
  if (/ENOTFOUND|EAI_AGAIN|EDNS/.test(text))
    return name('unknown-host', `There is no server called ${server.host}: check the spelling`)
  if (
    /WRONG_VERSION_NUMBER|EPROTO|wrong version number|packet length too long|Failed to upgrade|Invalid greeting|greeting was never received/i.test(
      text,
    )
  ) {
    return name(
      'wrong-port',
      `${at} speaks another way than asked for: IMAP is 993 with TLS or 143 with STARTTLS, sending 465 with TLS or 587 with STARTTLS`,
    )
  }
  if (CERTIFICATE.test(code) || /certificate/i.test(text)) {
    return name(
      'certificate',
      `${server.host} shows a certificate that cannot be trusted (${code || 'unknown'}): is the name right, or is it a server of your own?`,
    )
  }
  if (/ECONNREFUSED/.test(text)) return name('refused', `Nothing answers on ${at}: wrong port, or the server is down`)
  if (/ETIMEDOUT|TIMEOUT|ETIMEOUT|timed? ?out/i.test(text))
    return name('timeout', `${at} did not answer in time: wrong port, a firewall, or the server is down`)
  if (
    failure.authenticationFailed ||
    code === 'EAUTH' ||
    failure.responseCode === 535 ||
    /AUTHENTICATIONFAILED|authentication failed|invalid credentials|535/i.test(text)
  ) {
    if (
      /app(?:lication)?[- ]specific|app password/i.test(text) ||
      provider === 'google' ||
      provider === 'icloud' ||
      provider === 'yahoo' ||
      provider === 'fastmail'
    ) {
      return name(
        'app-password',
        'This provider takes no ordinary password here: make an app password in the account, or use OAuth',
      )
    }
    if (provider === 'microsoft365' || /basic authentication is disabled|BasicAuthBlocked/i.test(text)) {
      return name('oauth-needed', 'Microsoft takes no passwords here any more: set up OAuth for this mailbox')
    }
    return name('wrong-password', 'User name or password is wrong')
  }
  if (/STARTTLS|\bETLS\b/i.test(text))
    return name('no-starttls', `${at} offers no encryption (STARTTLS): choose another port`)
  if (/NONEXISTENT|TRYCREATE|Mailbox doesn't exist|unknown mailbox|no such mailbox/i.test(text))
    return name('no-folder', 'There is no such folder')
  if (failure.responseCode === 550 || failure.responseCode === 553 || failure.responseCode === 554) {
    return name('sender-refused', `The server refuses to send for this address: ${(said ?? '').slice(0, 200)}`)
  }
  return name('unknown', (said ?? 'It does not work, and nothing says why').slice(0, 300))
}
