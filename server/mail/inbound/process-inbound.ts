import { sql } from 'kysely'
import { type House, Problem } from '#platform'
import { activeMailboxes } from '../mailboxes/mailbox.ts'
import { createParsePool, MailRefused, type ParsePool } from '../parse-pool.ts'
import { type QueueOwner, unclaimed } from '../queue-owner.ts'
import { recentRaw } from '../receiving/store-inbound.ts'
import { nameServers, trustedRelays } from '../settings.ts'
import { dkimKeyNames, fetchKeys } from '../trust/dkim-keys.ts'
import { createResolver, type Resolve } from '../trust/names.ts'
import { verdictsOf } from '../trust/verdicts.ts'
import type { ClaimedMail } from './arrived.ts'
import { createRoom } from './memory.ts'
import { storeMail } from './store-mail.ts'

const AT_ONCE = 16
/** Raw mails in memory at once; each costs several times its size while it is read. */
const MOST_RAW_BYTES = 48 * 1024 * 1024
const POLL_MS = 3_000
/** Waits before the next try; a mail that failed as often as this has entries goes to the administrators. */
const RETRY_SECONDS = [2, 10, 60, 300]
/** These say the same however often they are tried. */
const FINAL = new Set(['too-large', 'empty'])

export interface Inbound {
  /** Something arrived. */
  poke(): void
  close(): Promise<void>
}

/** Brings waiting mails to their tickets, a few at a time. Any number of processes may do this on one database. */
export function startInbound(house: House, owner: QueueOwner): Inbound {
  const pool = createParsePool()
  const room = createRoom(MOST_RAW_BYTES)
  const running = new Set<Promise<void>>()
  const ids = new Set<number>()
  let closed = false
  let looking = false
  let again = false
  let resolver: { servers: string; resolve: Resolve } | null = null

  async function resolve(): Promise<Resolve> {
    const servers = await house.settings.get(nameServers)
    if (resolver?.servers !== servers.join()) resolver = { servers: servers.join(), resolve: createResolver(servers) }
    return resolver.resolve
  }

  async function handle(row: ClaimedMail): Promise<void> {
    const leave = await room.take(row.size)
    try {
      await processOne(house, owner.id, row, pool, await resolve())
    } catch (error) {
      // Then it is taken again: by us, who do not work on it any more, or by others when we are gone.
      await putBack(house, owner.id, row, error).catch((err) =>
        house.log.error({ err, inboundMail: row.id }, 'A mail could not be put back'),
      )
    } finally {
      leave()
    }
  }

  async function look(): Promise<void> {
    if (looking || closed) {
      again = true
      return
    }
    looking = true
    try {
      do {
        again = false
        const free = AT_ONCE - running.size
        if (free <= 0) break
        const rows = await claim(house, owner.id, free, [...ids])
        for (const row of rows) {
          ids.add(row.id)
          const work = handle(row).finally(() => {
            ids.delete(row.id)
            running.delete(work)
            void look()
          })
          running.add(work)
        }
        if (rows.length === free) again = running.size < AT_ONCE
      } while (again && !closed)
    } catch (err) {
      house.log.warn({ err }, 'The waiting mails could not be looked at')
    } finally {
      looking = false
    }
    if (again && running.size < AT_ONCE && !closed) void look()
  }
  const timer = setInterval(() => void look(), POLL_MS)
  owner.on('inbound', () => void look())
  void look()
  return {
    poke: () => void look(),
    async close() {
      closed = true
      clearInterval(timer)
      await Promise.all(running)
      await pool.close()
    },
  }
}

async function claim(house: House, owner: number, most: number, mine: readonly number[]): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    update inbound_mails set claimed_by = ${owner}, attempts = attempts + 1
    where id = any(array(
      select id from inbound_mails where state = 'received' and next_attempt_at <= ${house.now()} and ${unclaimed(owner, mine)}
      order by next_attempt_at, id limit ${most} for update skip locked))
    returning id, mailbox_id as "mailboxId", road, raw_sha256 as "rawSha256", size, envelope_from as "envelopeFrom", envelope_to as "envelopeTo",
      remote_address as "remoteAddress", session, received_at as "receivedAt", attempts`.execute(house.db)
  return rows.sort((a, b) => a.id - b.id)
}

async function processOne(
  house: House,
  owner: number,
  row: ClaimedMail,
  pool: ParsePool,
  resolve: Resolve,
): Promise<void> {
  const raw = recentRaw(house, row.id) ?? (await house.storage.read(row.rawSha256))
  const relays = await house.settings.get(trustedRelays)
  const behindRelay = row.remoteAddress !== null && relays.includes(row.remoteAddress)
  const isDirect = row.road === 'smtp' && !behindRelay
  const keys = isDirect ? await fetchKeys(dkimKeyNames(raw), resolve) : {}
  const mail = await pool.read({ raw, keys })
  const mailbox = [...(await activeMailboxes(house)).values()].find((one) => one.id === row.mailboxId)
  const verdicts = await verdictsOf(
    {
      road: row.road,
      remoteAddress: row.remoteAddress,
      helo: typeof row.session.helo === 'string' ? row.session.helo : null,
      envelopeFrom: row.envelopeFrom,
      from: mail.from?.email.toLowerCase() ?? null,
      fromHeaders: mail.warnings.includes('two-froms') ? 2 : 1,
      headers: mail.headers,
      dkim: mail.dkim,
      believed: mailbox?.settings.authservId ?? null,
      behindRelay,
    },
    resolve,
  )
  await storeMail(house, row, mail, verdicts, owner)
}

/** Nothing is thrown away: it is tried again, and then shown to administrators with the reason. */
async function putBack(house: House, owner: number, row: ClaimedMail, error: unknown): Promise<void> {
  const code = error instanceof MailRefused ? error.code : 'not-stored'
  const isOurs = !(error instanceof MailRefused) && isOutage(error)
  if (!isOurs)
    house.log.warn({ err: error, inboundMail: row.id, attempts: row.attempts }, 'A mail could not be processed')
  const wait = RETRY_SECONDS[row.attempts - 1]
  const gone = FINAL.has(code) || (wait === undefined && !isOurs)
  const message = error instanceof Error ? error.message : String(error)
  const shown = error instanceof MailRefused ? message : `It could not be stored: ${message}`.slice(0, 1_000)
  const next = new Date(house.now().getTime() + (isOurs ? 5 : (wait ?? 0)) * 1_000)
  await sql`
    update inbound_mails set claimed_by = null, next_attempt_at = ${next}, attempts = ${isOurs ? row.attempts - 1 : row.attempts},
      state = ${gone ? 'quarantined' : 'received'}, error = ${JSON.stringify({ code, message: shown })}::jsonb
    where id = ${row.id} and state = 'received' and claimed_by = ${owner}`.execute(house.db)
}

/** The house cannot store at the moment: that is no fault of the mail, and does not count as a try. */
function isOutage(error: unknown): boolean {
  if (error instanceof Problem) return error.type === 'storage-full' || error.type === 'database-unavailable'
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return /connection|timeout/i.test((error as Error)?.message ?? '')
  return /^(?:08|53|57P|ECONN|EPIPE|ENOSPC|EIO|EDQUOT|40001|40P01|55P03)/.test(code)
}
