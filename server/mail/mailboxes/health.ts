import { sql } from 'kysely'
import type { House } from '#platform'
import type { Mailbox } from './mailbox.ts'

export type Road = 'imap' | 'smtp' | 'heartbeat'

/** What the administrators' banner shows of a road: when it last worked, since when it does not, and why. */
export interface RoadHealth {
  ok: boolean
  at: string
  since: string
  error: string | null
  alarmedAt?: string
}

const noted = new WeakMap<House, Map<string, { error: string | null; at: number }>>()
const SAME_AGAIN_MS = 60_000

/** Notes how a road does; the same news again is written at most once a minute. */
export async function noteHealth(
  house: House,
  mailbox: Pick<Mailbox, 'id'> | null,
  road: Road,
  error: string | null,
): Promise<void> {
  if (!mailbox) return
  const known = noted.get(house) ?? new Map<string, { error: string | null; at: number }>()
  noted.set(house, known)
  const key = `${mailbox.id} ${road}`
  const last = known.get(key)
  if (last && last.error === error && Date.now() - last.at < SAME_AGAIN_MS) return
  known.set(key, { error, at: Date.now() })
  const now = house.now().toISOString()
  const next = JSON.stringify({ ok: error === null, at: now, error })
  await sql`
    update mailboxes set health = jsonb_set(health, ${[road]}::text[],
      ${next}::jsonb || jsonb_build_object('since',
        case when health->${road}->>'ok' = ${String(error === null)} then health->${road}->>'since' else ${now} end)
      || case when health->${road}->>'ok' = 'false' and ${error !== null} and health->${road} ? 'alarmedAt'
         then jsonb_build_object('alarmedAt', health->${road}->>'alarmedAt') else '{}' end)
    where id = ${mailbox.id}`.execute(house.db)
}

const received = new WeakMap<House, Map<number, number>>()
const RECEIVED_AGAIN_MS = 10_000

/** Notes that mail came for a mailbox, now and then: a row that every mail writes would make them wait for each other. */
export function noteReceived(house: House, mailboxId: number | null): void {
  if (mailboxId === null) return
  const known = received.get(house) ?? new Map<number, number>()
  received.set(house, known)
  if (Date.now() - (known.get(mailboxId) ?? 0) < RECEIVED_AGAIN_MS) return
  known.set(mailboxId, Date.now())
  sql`update mailboxes set last_received_at = ${house.now()} where id = ${mailboxId}`
    .execute(house.db)
    .catch((err) => house.log.warn({ err }, 'When a mailbox last received could not be noted'))
}
