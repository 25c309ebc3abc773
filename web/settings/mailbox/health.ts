import type { Mailbox } from '#contract'
import type { WordKey } from '../../app/words.ts'

export type RoadName = 'imap' | 'smtp' | 'heartbeat'
/** A road that does not work: since when, what the house said of it (English), and its cause where it is known. */
export interface Broken {
  road: RoadName
  since: string
  error: string | null
  cause: string | null
}
export type Standing = 'off' | 'bad' | 'ok' | 'unknown'

interface Noted {
  ok?: boolean
  since?: string
  error?: string | null
  cause?: string | null
}
const noted = (mailbox: Mailbox, road: RoadName) => mailbox.health[road] as Noted | undefined

/** What no longer is in use says nothing: an old failure of fetching does not outlive the fetching. */
const inUse = (mailbox: Mailbox, road: RoadName) =>
  road === 'imap' ? mailbox.imap !== null : road === 'heartbeat' ? mailbox.settings.heartbeat === true : true

const ROADS: RoadName[] = ['imap', 'smtp', 'heartbeat']

export function brokenRoads(mailbox: Mailbox): Broken[] {
  if (!mailbox.active) return []
  return ROADS.flatMap((road) => {
    const health = noted(mailbox, road)
    if (!inUse(mailbox, road) || health?.ok !== false || !health.since) return []
    return [{ road, since: health.since, error: health.error ?? null, cause: health.cause ?? null }]
  })
}

export function standingOf(mailbox: Mailbox): Standing {
  if (!mailbox.active) return 'off'
  if (brokenRoads(mailbox).length > 0) return 'bad'
  const works = ROADS.some((road) => inUse(mailbox, road) && noted(mailbox, road)?.ok === true)
  return works || mailbox.lastReceivedAt !== null ? 'ok' : 'unknown'
}

/** A dropped line that is back within a minute is nobody's worry. */
const WORRY_MS = 60_000
/** What the administrators must know now. */
export function worries(mailboxes: readonly Mailbox[], now: number): { mailbox: Mailbox; broken: Broken }[] {
  return mailboxes.flatMap((mailbox) => {
    const broken = brokenRoads(mailbox).find(({ since }) => now - Date.parse(since) >= WORRY_MS)
    return broken ? [{ mailbox, broken }] : []
  })
}

export const STANDING_WORDS: Record<Standing, WordKey> = {
  off: 'settings.inactive',
  bad: 'mailbox.failing',
  ok: 'mailbox.works',
  unknown: 'mailbox.untried',
}
export const BROKEN_WORDS: Record<RoadName, WordKey> = {
  imap: 'mailbox.downIn',
  smtp: 'mailbox.downOut',
  heartbeat: 'mailbox.downBeat',
}

const CAUSES: Record<string, WordKey> = {
  'unknown-host': 'mailbox.causeUnknownHost',
  refused: 'mailbox.causeRefused',
  timeout: 'mailbox.causeTimeout',
  'wrong-port': 'mailbox.causeWrongPort',
  'no-starttls': 'mailbox.causeNoStarttls',
  certificate: 'mailbox.causeCertificate',
  'app-password': 'mailbox.causeAppPassword',
  'oauth-needed': 'mailbox.causeOauthNeeded',
  consent: 'mailbox.causeConsent',
  'wrong-password': 'mailbox.causeWrongPassword',
  'no-folder': 'mailbox.causeNoFolder',
  'sender-refused': 'mailbox.causeSenderRefused',
  'no-way-out': 'mailbox.causeNoWayOut',
}
/** What stands in the way, and what to do about it. */
export const causeWords = (cause: string | null): WordKey => CAUSES[cause ?? ''] ?? 'mailbox.causeUnknown'
/** Whether the far side's own words say more than ours. */
export const saysMore = (cause: string | null): boolean => !CAUSES[cause ?? ''] || cause === 'sender-refused'
