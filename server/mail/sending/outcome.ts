/** What became of one recipient in one try. */
export type Outcome =
  | { address: string; kind: 'delivered' }
  | { address: string; kind: 'later'; reason: string }
  | { address: string; kind: 'never'; reason: string }

interface SmtpError {
  responseCode?: number
  response?: string
  message?: string
  code?: string
  recipient?: string
  rejectedErrors?: SmtpError[]
}

/** Waits in minutes: greylisting lets the second try pass after a few minutes; later ones are for servers that are down. */
const BACK_OFF_MINUTES = [1, 5, 10, 15, 30, 60, 120, 240, 360]

/** When to try again after this many tries. */
export function nextTry(attempts: number, now: Date): Date {
  const minutes = BACK_OFF_MINUTES[Math.min(attempts, BACK_OFF_MINUTES.length) - 1] ?? 1
  return new Date(now.getTime() + minutes * 60_000)
}

function words(error: SmtpError): string {
  return (error.response ?? error.message ?? 'No reason was given').replace(/\s+/g, ' ').slice(0, 500)
}

/** Signing in failed, or the connection did: the recipients are not to blame, whatever code was given. */
const NOT_THE_RECIPIENT = new Set([
  'EAUTH',
  'ECONNECTION',
  'ETIMEDOUT',
  'ESOCKET',
  'EDNS',
  'ETLS',
  'EREQUIRETLS',
  'ENOAUTH',
  'EOAUTH2',
  'EPROXY',
])

function isFinal(error: SmtpError): boolean {
  if (error.code !== undefined && NOT_THE_RECIPIENT.has(error.code)) return false
  return error.responseCode !== undefined && error.responseCode >= 500 && error.responseCode < 600
}

/** Some taken, some refused: each recipient by the answer it got. */
export function outcomesOf(addresses: readonly string[], rejected: readonly SmtpError[]): Outcome[] {
  return addresses.map((address): Outcome => {
    const error = rejected.find((one) => one.recipient?.toLowerCase() === address.toLowerCase())
    if (!error) return { address, kind: 'delivered' }
    return { address, kind: isFinal(error) ? 'never' : 'later', reason: words(error) }
  })
}

/** Nothing was taken: of every recipient the answer it got, else what the whole mail got. */
export function outcomesOfFailure(addresses: readonly string[], error: SmtpError): Outcome[] {
  return addresses.map((address) => {
    const own = error.rejectedErrors?.find((one) => one.recipient?.toLowerCase() === address.toLowerCase()) ?? error
    return { address, kind: isFinal(own) ? 'never' : 'later', reason: words(own) }
  })
}
