import type { BounceEvidence, BounceRecipient } from './bounce.ts'
import { parseFields } from './fields.ts'
import { addressField } from './report.ts'
import { embeddedHeaders, returnedAt } from './returned-mail.ts'
import { soundsLikeFailure, type Verdict, verdictOf } from './status.ts'

const MAX_LINES = 1_000
// Bounded quantifiers on both sides of the sign: linear.
const ADDRESS = /(?<![\w.+@%=/-])[\w.+%=!#$&'*/?^`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,190}[a-z0-9])?(?![\w@])/gi

/** Recipients of a bounce that has no machine-readable report, from its header and its words. */
export function readFreeForm(mail: BounceEvidence): BounceRecipient[] {
  const lines = mail.text.split('\n', MAX_LINES).map((line) => line.slice(0, 1_000))
  const stop = returnedAt(lines)
  const words = lines.slice(0, stop)
  const all = words.join('\n')
  const own = ownAddresses(mail)
  const named = headerRecipients(mail, own)
  const found = named.length > 0 ? named : inWords(words, own)
  const addresses = found.length > 0 ? found : inReturnedMail(mail, lines.slice(stop), own)
  return addresses.slice(0, 100).map((address) => {
    const near = around(words, address)
    const verdict = judge(near, all, mail.subject)
    const delayed =
      /\b(?:delayed|will (?:be )?(?:retr|keep trying|continue to)|still (?:being )?(?:trying|queued)|not yet been delivered|warning message only|this is a warning|no action is required)/i.test(
        `${mail.subject}\n${all.slice(0, 3_000)}`,
      )
    return {
      address,
      original: forwardedFrom(near, address),
      status: verdict?.status ?? null,
      permanent: delayed ? false : (verdict?.permanent ?? true),
      reason: reasonNear(near, address),
    }
  })
}

/** Exim names the address that it forwarded to, and behind it the one that we wrote to. */
function forwardedFrom(near: string, address: string): string | null {
  const from =
    /\((?:ultimately )?generated from ([^\s()<>]{1,64}@[\w.-]{1,200})\)/i.exec(near)?.[1]?.toLowerCase() ?? null
  return from === address ? null : from
}

function ownAddresses(mail: BounceEvidence): Set<string> {
  const own = new Set(mail.to.map((to) => to.email.toLowerCase()))
  if (mail.from) own.add(mail.from.email.toLowerCase())
  return own
}

const usable = (address: string, own: ReadonlySet<string>) =>
  !own.has(address) &&
  !/^(?:mailer-?daemon|postmaster|mail-?daemon|abuse|hostmaster|support|helpdesk|security)@/i.test(address)

function headerRecipients(mail: BounceEvidence, own: ReadonlySet<string>): string[] {
  const value =
    mail.header('x-failed-recipients') ?? mail.header('x-failed-recipient') ?? mail.header('original-recipient') ?? ''
  const list = value.split(/[,;\s]+/).flatMap((piece) => addressField(piece) ?? [])
  return [...new Set(list)].filter((address) => address !== '' && !(list.length > 1 && own.has(address)))
}

/** A line that says: those who were not reached are named next. */
const ANNOUNCES =
  /(?:following|these|below|intended|all|one or more|each|listed).{0,40}(?:recipient|address|user|destination|people|mailbox|account|e-?mail)|did not reach|could ?n[o']t be (?:delivered|sent|reached) (?:to|for)|undeliverable to|failed (?:recipient|address)|delivery (?:to|failed|failure).{0,60}:\s*$|(?:unable|not able) to deliver.{0,60}:\s*$|errors? -{2,}\s*$|følgende (?:mottaker|modtager|adresse)|följande (?:mottagare|adress)|seuraav(?:alle|ille|aan)|folgenden? (?:adresse|empfänger)|destinataires? suivants?|siguientes? (?:destinatario|direcci)|получател|メールアドレス|宛先/i
const NOT_A_RECIPIENT =
  /^\s*(?:from|reply-to|sender|message-id|received|return-path|date|subject|x-[\w-]{1,40}|references|in-reply-to|mail from|reporting-mta|errors-to|delivered-to|by|id|cc|arrival-date|remote-mta|received-from-mta):/i

/** Addresses in the words of the bounce, the surest form first. */
function inWords(lines: readonly string[], own: ReadonlySet<string>): string[] {
  const tiers: string[][] = [[], [], [], [], []]
  const announced = lines.findIndex((line) => ANNOUNCES.test(line.slice(0, 300)))
  for (const [i, line] of lines.entries()) {
    if (NOT_A_RECIPIENT.test(line)) continue
    if (/<<<|>>> ?(?:mail from|helo|ehlo|data|quit)/i.test(line) && !/rcpt to/i.test(line) && !/[45]\d\d/.test(line))
      continue
    const addresses = (line.match(ADDRESS) ?? []).map((address) => address.toLowerCase().replace(/^[`']+|['`]+$/g, ''))
    for (const address of addresses) {
      if (!usable(address, own)) continue
      const named = announced >= 0 && i > announced && i <= announced + 30
      // Right below the announcement, the first word of a line is the one that was announced.
      const listed =
        named && i <= announced + 6 && /^[<"'(*\s-]*$/.test(line.slice(0, line.toLowerCase().indexOf(address)))
      const tier = listed ? 0 : tierOf(line, lines, i, address)
      tiers[named ? tier : tier + 1]!.push(address)
    }
  }
  const best = tiers.find((tier) => tier.length > 0) ?? []
  return [...new Set(best)]
}

function tierOf(line: string, lines: readonly string[], i: number, address: string): number {
  const text = line.trim().toLowerCase()
  const at = text.indexOf(address)
  const before = text.slice(0, at)
  const after = text.slice(at + address.length)
  if (/^<?$/.test(before) && /^>?:/.test(after)) return 0 // qmail, Postfix: `<kari@example.no>:`
  if (LABELLED.test(before)) return 0
  const first = /^[<"'(*-]*\s*$/.test(before)
  if (first && /^[>"')]*\s*$/.test(after)) return 0 // alone in its line: Exim, sendmail, Exchange
  if (first && soundsLikeFailure(after)) return 0
  const near = `${line} ${lines[i + 1] ?? ''} ${lines[i + 2] ?? ''}`
  if (soundsLikeFailure(line)) return 1
  return first || soundsLikeFailure(near) ? 2 : 3
}

const LABELLED =
  /(?:^|[\s(])(?:final-recipient|original-recipient|recipient(?: address)?|to|intended recipient|failed recipient|rcpt to|error-for|user|mottaker|modtager|mottagare|vastaanottaja|empfänger|destinataire)\s*[:=]\s*(?:rfc822;\s*)?[<"']*(?:smtp:)?$/

/** No address in the words at all: the one that the returned mail was sent to. */
function inReturnedMail(mail: BounceEvidence, rest: readonly string[], own: ReadonlySet<string>): string[] {
  for (const text of [...mail.nested, embeddedHeaders(rest.join('\n')), embeddedHeaders(mail.text)]) {
    const fields = parseFields(text.slice(0, 60_000).split(/\r?\n\r?\n/, 1)[0] ?? '')[0]
    const to = fields?.get('to') ?? fields?.get('x-original-to') ?? ''
    const list = (to.match(ADDRESS) ?? []).map((address) => address.toLowerCase())
    const others = list.filter((address) => !own.has(address))
    if (others.length > 0) return [...new Set(others)]
    if (list.length > 0) return [...new Set(list)]
  }
  return []
}

/** A code decides; without one, a server that calls its error permanent is believed. */
function judge(near: string, all: string, subject: string): Verdict | null {
  const verdict = verdictOf(near) ?? verdictOf(all) ?? verdictOf(subject)
  if (verdict === null || verdict.permanent || CODE.test(near)) return verdict
  return /this is a permanent error|permanent(?: fatal)? error|giving up|i've given up/i.test(all.slice(0, 6_000))
    ? { status: verdict.status && `5${verdict.status.slice(1)}`, permanent: true }
    : verdict
}

const CODE = /(?<![\d./-])(?<!\d:)4(?:\.\d{1,3}\.\d{1,3}|[0-5]\d)(?=[\s\-:#;,.)\]]|$)/

/** The lines around an address: what the server said about it. */
function around(lines: readonly string[], address: string): string {
  const at = lines.findIndex((line) => line.toLowerCase().includes(address))
  if (at < 0) return ''
  const out = [lines[at]!]
  for (let i = at + 1; i < Math.min(lines.length, at + 8); i++) {
    const other = (lines[i]!.match(ADDRESS) ?? []).some((found) => found.toLowerCase() !== address)
    if (other && /^\s*<?[^\s<>]+@[^\s<>]+>?:?\s*$/.test(lines[i]!)) break
    out.push(lines[i]!)
  }
  return out.join('\n')
}

function reasonNear(near: string, address: string): string {
  const text = near.replace(/\s+/g, ' ').trim()
  const at = text.toLowerCase().indexOf(address)
  return text
    .slice(at === 0 || at === 1 ? at + address.length : 0)
    .replace(/^[>:\s.]+/, '')
    .slice(0, 500)
}
