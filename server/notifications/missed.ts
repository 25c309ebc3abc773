import { sql } from 'kysely'
import type { LiveTicket } from '#contract'
import type { AgentActor, House } from '#platform'
import { scope } from '#tickets'

/** Events are numbered when written and seen when committed: a few with smaller numbers may have come after the last one heard. */
const OVERLAP = 256
const MOST_TICKETS = 200

export interface Missed {
  /** Where to go on from. */
  lastId: number
  /** Null: too much was missed to tell. */
  tickets: { lastId: number; ticket: LiveTicket }[] | null
}

/** The newest event of all: where a new listener begins. */
export async function newestEventId(house: House): Promise<number> {
  const { rows } = await sql<{ id: number }>`select coalesce(max(id), 0)::bigint as id from ticket_events`.execute(
    house.db,
  )
  return rows[0]!.id
}

/** What happened after an event, ticket by ticket, as far as the agent may see it. */
export async function missedSince(house: House, actor: AgentActor, eventId: number): Promise<Missed> {
  const lastId = await newestEventId(house)
  if (eventId > lastId || lastId - eventId > 50_000) return { lastId, tickets: null }
  const { rows } = await sql<{
    number: string
    version: number
    kinds: string[]
    actor_id: number | null
    last_id: number
  }>`
    select t.number, t.version, e.kinds, e.actor_id, e.last_id
    from (
      select ticket_id, array_agg(distinct kind) as kinds, max(id) as last_id,
        (array_agg(case when actor_type = 'agent' then actor_id end order by id desc))[1] as actor_id
      from ticket_events where id > ${eventId - OVERLAP} group by ticket_id
    ) e join tickets t on t.id = e.ticket_id
    where ${scope(actor)}
    order by e.last_id limit ${MOST_TICKETS + 1}`.execute(house.db)
  if (rows.length > MOST_TICKETS) return { lastId, tickets: null }
  return {
    lastId,
    tickets: rows.map((row) => ({
      lastId: row.last_id,
      ticket: { number: row.number, version: row.version, kinds: row.kinds, actorId: row.actor_id },
    })),
  }
}
