import type { BounceRecipient } from './bounce.ts'
import { parseFields } from './fields.ts'
import { type Verdict, verdictOf } from './status.ts'

/** What a `message/delivery-status` part says (RFC 3464): one entry for each recipient that failed or is delayed. */
export function readDeliveryStatus(text: string): BounceRecipient[] {
  const groups = parseFields(text)
  const out: BounceRecipient[] = []
  for (const group of groups) {
    const final = addressField(group.get('final-recipient')) ?? addressField(group.get('x-actual-recipient'))
    const original = addressField(group.get('original-recipient'))
    const actual = addressField(group.get('x-actual-recipient'))
    const address = final ?? original
    if (!address) continue
    const action = (group.get('action') ?? '').toLowerCase().split(/[\s(;]/, 1)[0] ?? ''
    if (['delivered', 'relayed', 'expanded'].includes(action)) continue
    const diagnostic = (group.get('diagnostic-code') ?? group.get('x-supplementary-info') ?? '').replace(
      /^[\w-]{1,20}\s*;\s*/,
      '',
    )
    const verdict = judge(statusField(group.get('status')), diagnostic, action)
    out.push({
      address,
      original: original && original !== address ? original : actual && actual !== address ? actual : null,
      ...verdict,
      reason: reasonOf(diagnostic, action),
    })
  }
  return out
}

/** A code in the remote server's own words is nearer to the cause than the status that the reporting server chose. */
function judge(status: string | null, diagnostic: string, action: string): Verdict {
  const said = verdictOf(diagnostic)
  const exact = /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\d)/.test(diagnostic)
  const vague = status === null || /\.0\.0$/.test(status)
  const best = said?.status && (exact || vague) ? said.status : status
  if (action === 'delayed') return { status: best?.startsWith('4') ? best : status, permanent: false }
  if (best === null) return { status: null, permanent: true }
  // A phrase alone does not overrule the class that the report names.
  const ruling = exact || status === null ? best : status
  return { status: ruling[0] === best[0] ? best : ruling, permanent: ruling.startsWith('5') }
}

function statusField(value: string | undefined): string | null {
  return /(?<!\d)[245]\.\d{1,3}\.\d{1,3}/.exec(value ?? '')?.[0] ?? null
}

/** `rfc822; kari@example.no`, `<kari@example.no>`, `RFC822; "kari"@example.no (comment)`. */
export function addressField(value: string | undefined): string | null {
  if (!value) return null
  const bare = value
    .replace(/^\s*(?:rfc822|utf-8|smtp|x400|x-local|local|system|unknown|addrtype|822)\s*;\s*/i, '')
    .replace(/\([^()]*\)/g, '')
    .trim()
  const angle = /<([^<>\s]{1,320})>/.exec(bare)?.[1] ?? bare.split(/[\s;,]/, 1)[0] ?? ''
  const clean = angle.replace(/^[<'"(]+|[>'")]+$/g, '').replace(/^smtp:/i, '')
  return clean.includes('@') && clean.length <= 320 ? clean.toLowerCase() : null
}

function reasonOf(diagnostic: string, action: string): string {
  return diagnostic.replace(/\s+/g, ' ').trim().slice(0, 500) || action
}
