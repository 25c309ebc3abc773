import type { DmarcVerdict } from '../threading/threading.ts'
import { believedResults } from './authentication-results.ts'
import type { Resolve } from './names.ts'

export interface DkimSignature {
  domain: string
  result: string
  /** Bytes at the end that the signature does not cover (l=); such a signature proves nothing of them. */
  underSized: boolean
}

/** What is kept beside the mail: shown to agents, asked by threading. */
export interface Verdicts {
  source: 'direct' | 'relay' | 'none'
  spf: string | null
  dkim: { domain: string; result: string }[]
  dmarc: string
  policy: string | null
}

export interface Provenance {
  road: 'smtp' | 'imap' | 'upload'
  remoteAddress: string | null
  helo: string | null
  envelopeFrom: string | null
  /** The From address, lower case, and how many From headers there were. */
  from: string | null
  fromHeaders: number
  headers: readonly { key: string; value: string }[]
  dkim: readonly DkimSignature[]
  /** The mail came through a server of ours whose results count under this name; null: nobody's. */
  believed: string | null
  behindRelay: boolean
}

/**
 * Behind a relay or from IMAP the connection says nothing about the sender: only that server's own results count. On a direct
 * connection we look ourselves (SPF RFC 7208, DKIM RFC 6376, DMARC RFC 9989).
 */
export async function verdictsOf(mail: Provenance, resolve: Resolve): Promise<Verdicts> {
  if (mail.road !== 'smtp' || mail.behindRelay) {
    const results = believedResults(mail.headers, mail.believed)
    if (!results) return { source: 'none', spf: null, dkim: [], dmarc: 'none', policy: null }
    const find = (method: string) => results.methods.filter((one) => one.method === method)
    const dmarc = find('dmarc').find((one) => {
      const from = one.properties['header.from']
      return from === undefined || from === mail.from?.split('@').at(-1)
    })
    return {
      source: 'relay',
      spf: find('spf')[0]?.result ?? null,
      dkim: find('dkim').map((one) => ({
        domain: one.properties['header.d'] ?? one.properties['header.i'] ?? '',
        result: one.result,
      })),
      dmarc: mail.fromHeaders > 1 ? 'fail' : (dmarc?.result ?? 'none'),
      policy: dmarc?.properties['policy.dmarc'] ?? null,
    }
  }
  if (mail.remoteAddress === null) return { source: 'none', spf: null, dkim: [], dmarc: 'none', policy: null }
  checks ??= loadChecks()
  const { spf, dmarc: evaluate } = await checks
  const spfResult = await spf({
    sender: mail.envelopeFrom ?? '',
    ip: mail.remoteAddress,
    helo: mail.helo ?? mail.remoteAddress,
    mta: 'reda',
    resolver: resolve,
  }).catch(() => null)
  const dmarc = await evaluate({
    headerFrom: mail.from === null ? [] : [mail.from],
    fromFields: mail.fromHeaders,
    spfDomains: spfResult?.status.result === 'pass' && spfResult.domain ? [spfResult.domain] : [],
    dkimDomains: mail.dkim
      .filter((signature) => signature.result === 'pass' && !signature.underSized)
      .map((signature, n) => ({ id: String(n), domain: signature.domain })),
    resolver: resolve,
  }).catch(() => false as const)
  return {
    source: 'direct',
    spf: spfResult?.status.result ?? null,
    dkim: mail.dkim.map(({ domain, result }) => ({ domain, result })),
    dmarc: dmarc ? dmarc.status.result : 'none',
    policy: dmarc ? (dmarc.p ?? null) : null,
  }
}

/** `none` also when it could not be looked up: the agent sees which it was, and a token is still needed to join. */
export function dmarcVerdict(verdicts: Verdicts): DmarcVerdict {
  if (verdicts.dmarc === 'pass') return 'pass'
  return verdicts.dmarc === 'fail' ? 'fail' : 'none'
}

interface Checks {
  spf(options: Record<string, unknown>): Promise<{ domain?: string; status: { result: string } } | null>
  dmarc(options: Record<string, unknown>): Promise<{ status: { result: string }; p?: string } | false>
}
let checks: Promise<Checks> | null = null

/** With the first mail that needs them: they bring the public suffix list and more along, and idle memory counts. */
async function loadChecks(): Promise<Checks> {
  const [spf, dmarc] = await Promise.all([import('mailauth/lib/spf/index.js'), import('mailauth/lib/dmarc/index.js')])
  return { spf: spf.default.spf, dmarc: dmarc.default.dmarc } as Checks
}
