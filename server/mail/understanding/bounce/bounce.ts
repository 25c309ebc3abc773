import { parseFields } from './fields.ts'
import { readFreeForm } from './free-form.ts'
import { readNotification } from './notification.ts'
import { readDeliveryStatus } from './report.ts'
import { embeddedHeaders, returnedAt } from './returned-mail.ts'

export interface BounceRecipient {
  /** The address that failed, lower case. */
  address: string
  /** Another name of the same recipient: the address that the mail was sent to first. */
  original: string | null
  /** Enhanced status code (RFC 3463), or null. */
  status: string | null
  permanent: boolean
  /** The server's own words, shortened. */
  reason: string
}

export interface Bounce {
  recipients: BounceRecipient[]
  /** With angle brackets, as in the mail that failed. */
  originalMessageId: string | null
  originalReferences: string[]
}

/** What of a mail is looked at to tell a bounce. All strings are decoded; header names are lower case. */
export interface BounceEvidence {
  header: (name: string) => string | null
  from: { email: string; name: string } | null
  to: readonly { email: string }[]
  subject: string
  contentType: string
  reportType: string
  /** The body, and after it the text of further text parts. */
  text: string
  reports: readonly { type: string; text: string }[]
  /** Header blocks (or whole mails) that came inside, as text. */
  nested: readonly string[]
}

/** Reads a bounce: a report (RFC 3464), or one of the forms that servers invented; null when the mail is none. */
export function readBounce(mail: BounceEvidence): Bounce | null {
  const statuses = mail.reports.filter((report) => /delivery-status$/.test(report.type))
  const feedback = mail.reports.some((report) => report.type === 'message/feedback-report')
  if (feedback) return null
  if (mail.reports.some((report) => report.type === 'message/disposition-notification')) return null
  let recipients = statuses.flatMap((report) => readDeliveryStatus(report.text))
  const good = statuses.length > 0 && recipients.length === 0 && statuses.every((report) => saysDelivered(report.text))
  if (good) return null
  const notified = readNotification(mail.text)
  const looks = statuses.length > 0 || notified.length > 0 || looksLikeBounce(mail)
  if (!looks) return null
  if (recipients.length === 0) recipients = notified.length > 0 ? notified : readFreeForm(mail)
  else recipients = withWordsOfBody(recipients, mail)
  if (recipients.length === 0 && statuses.length === 0 && !isDaemon(mail)) return null
  const original = originalIds(mail)
  return { recipients: unique(recipients), ...original }
}

function saysDelivered(text: string): boolean {
  const actions = parseFields(text)
    .map((group) => (group.get('action') ?? '').toLowerCase())
    .filter(Boolean)
  return actions.length > 0 && actions.every((action) => /^(delivered|relayed|expanded)/.test(action))
}

/** A report without a code (`5.0.0`, or none) often has one in the words for people. */
function withWordsOfBody(recipients: BounceRecipient[], mail: BounceEvidence): BounceRecipient[] {
  if (recipients.every((r) => r.status && !/\.0\.0$/.test(r.status))) return recipients
  const words = new Map(readFreeForm(mail).map((r) => [r.address, r]))
  return recipients.map((r) => {
    const said = words.get(r.address)
    if (!said?.status || (r.status && !/\.0\.0$/.test(r.status)) || (r.status && said.permanent !== r.permanent))
      return r
    return { ...r, status: said.status, reason: r.reason || said.reason }
  })
}

const DAEMON =
  /^(?:mailer-?daemon|mail-?daemon|post[_-]?master|mdaemon|mail ?delivery|mail\.delivery|bounces?|double-bounce|mailadmin|mail-?system|maildelivery|delivery|smtp-?daemon|uucp|ms-?exchange|microsoftexchange[0-9a-f]*|mail-?er|mta|administrator|root|nobody|mailhub|daemon)(?:[+_-][^@]{0,200})?@?/i
const DAEMON_NAME =
  /mail ?er[- ]?daemon|mail(?:er)? delivery (?:sub)?system|mail delivery|postmaster|system administrator|system attendant|delivery (?:notification|subsystem|status)|mail(?:system|server) administrator|undeliver|bounce|microsoft outlook|internet mail delivery|mail administrator|smtp gateway|mail system/i
const SUBJECT =
  /undeliver(?:able|ed|y)|delivery (?:status notification|failure|failed|report|problem|notification|error|has failed|to the following|unsuccessful|delayed)|(?:mail|message) (?:delivery )?(?:failed|failure|could not be|not delivered|error|undeliverable|status report|system error)|failure (?:notice|notification|delivery)|returned (?:mail|e-?mail|to sender|message)|mail (?:delivery|returned|status report|rejected|system error)|(?:could not|unable to|cannot|can't) (?:be )?(?:send|deliver)|non(?:-| )?(?:deliver|remise|recapito)|nondeliverable|not deliver(?:ed|able)|unzustellbar|unzustellbarkeit|zustellung|mislykket levering|kan ikke leveres|ikke leveret|levering mislykket|kunne ikke leveres|ikke leverbar|olevererbart|olevererbar|kunde inte levereras|kan inte levereras|leveransfel|ei voida toimittaa|toimittaminen ei|viestiä ei|toimitusvirhe|échec|non remis|no se puede|mancato recapito|onbestelbaar|niedostarczon|delivery incomplete|warning: (?:could not|message)|user unknown|mail failure|rejected (?:mail|message|posting)|message status|permanent error|mail error|error sending|nicht zugestellt|no entregado|配信|送信|エラー|failed mail|\bdsn\b|\bndr\b|auto-?notice: undelivered|your message to .{1,80} (?:couldn't|could not|awaits)/i

function isDaemon(mail: BounceEvidence): boolean {
  return (
    (mail.from !== null && (DAEMON.test(mail.from.email) || DAEMON_NAME.test(mail.from.name))) || nullReturnPath(mail)
  )
}

const nullReturnPath = (mail: BounceEvidence) => /^\s*<\s*>\s*$/.test(mail.header('return-path') ?? '')

/** Free-form bounces: two signs of the sender, the subject, the form and the body. */
function looksLikeBounce(mail: BounceEvidence): boolean {
  if (mail.header('x-failed-recipients')) return true
  if (mail.reportType === 'delivery-status') return true
  const auto = mail.header('auto-submitted') ?? ''
  const subject = SUBJECT.test(mail.subject.slice(0, 300))
  const sender = mail.from !== null && (DAEMON.test(mail.from.email) || DAEMON_NAME.test(mail.from.name))
  const body = bodySigns(mail.text)
  if (/auto-replied/i.test(auto) && !sender && !body) return false
  const form = hasForm(mail.text)
  if (sender && (subject || (body && (form || /^(?:mailer|mail)-?daemon/i.test(mail.from?.email ?? ''))))) return true
  if (sender || nullReturnPath(mail)) return body && (form || subject || mail.nested.length > 0)
  // A person who writes about a bounce has its words, but not its form.
  return subject && (mail.nested.length > 0 || (body && form))
}

const BODY_SIGNS =
  /(?:could ?n[o']t|cannot|can'?t|unable to|was not|were not|not able to|could not be|failed to|have been unable to) (?:be )?(?:deliver|send|sent|reach)|undeliver|delivery (?:to the following|failed|has failed|failure|of the following|attempt|status)|did not reach|permanent(?: fatal)? error|fatal errors?|following (?:address|recipient|user|destination)|returned (?:mail|to sender)|transcript of session|this is (?:the|a) (?:mail|qmail|postfix|permanent)|(?:user|host|recipient|mailbox) (?:is )?(?:unknown|not found|unavailable)|unknown user|no such user|mailbox (?:is )?full|over ?quota|message (?:was )?(?:rejected|refused|bounced)|mail ?er.daemon|(?:kunne|kan|kunde) (?:ikke|inte) leveres|(?:nicht|konnte).{0,20}zugestellt|n'a pas pu|could not be|unrouteable|ei voitu toimittaa|not delivered|delivery error|<<< ?[45]\d\d|smtp(?:;| error|-)|宛先|配信|送信でき|失敗し|届けられ|配達でき|Original message follows|error-for:|не (?:может быть )?доставлен|requested action not taken|^\s*[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3}/im

/** Lines that only programs write: an address alone in its line, a server's reply, the mark before a returned mail. */
function hasForm(text: string): boolean {
  const lines = text.slice(0, 12_000).split('\n', 300)
  return (
    returnedAt(lines) < lines.length ||
    lines.some((line) =>
      /^\s{0,10}<?[^\s<>@]{1,64}@[\w.-]{3,200}>?:?\s*$|^\s{0,10}(?:<<< |>>> )?[45]\d\d[ -]/.test(line.slice(0, 400)),
    )
  )
}

const bodySigns = (text: string) => BODY_SIGNS.test(text.slice(0, 12_000))

function originalIds(mail: BounceEvidence): { originalMessageId: string | null; originalReferences: string[] } {
  for (const text of [...mail.nested, embeddedHeaders(mail.text)]) {
    const fields = parseFields(text.slice(0, 100_000).replace(/\r\n/g, '\n').split(/\n\n/, 1)[0] ?? '')[0]
    const id = messageIds(fields?.get('message-id') ?? '')[0]
    if (!fields || !id) continue
    return {
      originalMessageId: id,
      originalReferences: messageIds(`${fields.get('references') ?? ''} ${fields.get('in-reply-to') ?? ''}`).slice(
        0,
        100,
      ),
    }
  }
  const inText = /^\s*(?:>\s*)?message-id:\s*(<[^<>\s]{3,300}>)/im.exec(mail.text.slice(0, 200_000))?.[1]
  const own = inText ?? messageIds(`${mail.header('in-reply-to') ?? ''} ${mail.header('references') ?? ''}`)[0] ?? null
  return { originalMessageId: own, originalReferences: [] }
}

const messageIds = (value: string) => [...value.slice(0, 16_000).matchAll(/<[^<>\s]{1,300}>/g)].map((m) => m[0])

function unique(recipients: BounceRecipient[]): BounceRecipient[] {
  const seen = new Map<string, BounceRecipient>()
  for (const recipient of recipients) if (!seen.has(recipient.address)) seen.set(recipient.address, recipient)
  return [...seen.values()].slice(0, 500)
}
