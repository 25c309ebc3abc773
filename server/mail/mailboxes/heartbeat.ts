import { sql } from 'kysely'
import type { Language } from '#contract'
import { organisation } from '#people'
import { type House, type Tx, transact } from '#platform'
import { queueAlarm, queueHeartbeat } from '../sending/system-mail.ts'
import { wayOut } from '../sending/transports.ts'
import { alarmAddresses } from '../settings.ts'
import { noteHealth, type RoadHealth } from './health.ts'
import { allMailboxes, type Mailbox } from './mailbox.ts'

/** A heartbeat goes out this often; one that is not back by then is late. Both together stay under ten minutes. */
const EVERY_MS = 2 * 60_000
const LATE_MS = 4 * 60_000
/** A road that has not worked for this long is told. */
const ALARM_AFTER_MS = 4 * 60_000

/**
 * Looks after every mailbox, once a minute, by one process: sends heartbeats, sees which did not come back, and tells people by
 * mail through another mailbox or the relay when a road does not work. The banner reads the same health.
 */
export async function lookAfterMailboxes(house: House): Promise<void> {
  const mailboxes = (await allMailboxes(house.db)).filter((mailbox) => mailbox.active)
  for (const mailbox of mailboxes) {
    if (mailbox.settings.heartbeat) await beat(house, mailbox)
  }
  for (const mailbox of (await allMailboxes(house.db)).filter((one) => one.active))
    await alarm(house, mailbox, mailboxes)
}

interface Beats {
  sentAt?: string
  receivedAt?: string
}
const beatsOf = (mailbox: Mailbox) => (mailbox.health.beats ?? {}) as Beats

async function beat(house: House, mailbox: Mailbox): Promise<void> {
  const now = house.now()
  const { sentAt, receivedAt } = beatsOf(mailbox)
  const waits = sentAt !== undefined && (receivedAt === undefined || receivedAt < sentAt)
  if (waits) {
    const late = now.getTime() - Date.parse(sentAt) >= LATE_MS
    if (late)
      await noteHealth(
        house,
        mailbox,
        'heartbeat',
        `A mail that this mailbox sent to itself at ${sentAt} has not come back`,
      )
  }
  if (!waits && sentAt !== undefined) await noteHealth(house, mailbox, 'heartbeat', null)
  // One that is under way is waited for; a late one is followed by another, so that recovery is noticed.
  const last = sentAt === undefined ? 0 : Date.parse(sentAt)
  if (now.getTime() - last < (waits ? LATE_MS + EVERY_MS : EVERY_MS)) return
  if (wayOut(house, mailbox) === null) {
    await noteHealth(house, mailbox, 'smtp', 'No outgoing mail server is set up')
    return
  }
  await transact(house, async (tx) => {
    await queueHeartbeat(tx, mailbox)
    await noteBeat(tx, mailbox.id, 'sentAt', now)
  })
}

/** When a heartbeat went out, or came back. Only our own counts: its loop mark is right. */
export async function noteBeat(tx: Tx, mailboxId: number, what: keyof Beats, at: Date): Promise<void> {
  await sql`
    update mailboxes set health = jsonb_set(health, '{beats}', coalesce(health->'beats', '{}') || jsonb_build_object(${what}::text, ${at.toISOString()}::text))
    where id = ${mailboxId}`.execute(tx)
}

async function alarm(house: House, mailbox: Mailbox, all: readonly Mailbox[]): Promise<void> {
  const now = house.now()
  for (const road of ['imap', 'smtp', 'heartbeat'] as const) {
    const health = mailbox.health[road] as RoadHealth | undefined
    if (!health || health.ok || health.alarmedAt || health.error === null) continue
    const waited = now.getTime() - Date.parse(health.since)
    if (road !== 'heartbeat' && waited < ALARM_AFTER_MS) continue
    house.log.error({ mailbox: mailbox.id, road, since: health.since }, 'A mailbox does not work')
    // Another mailbox whose sending works; else this one: a broken way in says nothing of the way out.
    const works = (one: Mailbox) =>
      (one.health.smtp as RoadHealth | undefined)?.ok !== false && wayOut(house, one) !== null
    const through = all.find((one) => one.id !== mailbox.id && works(one)) ?? (works(mailbox) ? mailbox : null)
    const people = await administrators(house)
    await transact(house, async (tx) => {
      if (through) {
        for (const { email, language } of people) {
          await queueAlarm(tx, through, email, language, {
            mailbox: mailbox.address,
            since: health.since,
            problem: health.error!,
          })
        }
      }
      await sql`update mailboxes set health = jsonb_set(health, ${[road, 'alarmedAt']}::text[], to_jsonb(${now.toISOString()}::text)) where id = ${mailbox.id}`.execute(
        tx,
      )
    })
  }
}

async function administrators(house: House): Promise<{ email: string; language: Language }[]> {
  const { language } = await house.settings.get(organisation)
  const { rows } = await sql<{ email: string; language: Language }>`
    select email, language from agents where active and role in ('owner', 'admin') order by id limit 20`.execute(
    house.db,
  )
  const others = (await house.settings.get(alarmAddresses)).map((email) => ({ email, language }))
  return [...rows, ...others.filter(({ email }) => !rows.some((row) => row.email === email))]
}
