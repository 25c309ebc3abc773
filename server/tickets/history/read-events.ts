import { sql } from 'kysely'
import type { ActorType, EventKind, TicketEvent } from '#contract'
import type { Db, Tx } from '#platform'
import type { Cause } from '../record.ts'
import type { FoldedEvent } from '../ticket.ts'

export type StoredEvent = FoldedEvent & { id: number; cause: Cause | null; erased: boolean }

/** A ticket's history in order, or as much of it as had happened by a time. */
export async function eventsOf(db: Db | Tx, ticketId: number, until: Date | null = null): Promise<StoredEvent[]> {
  const { rows } = await sql<{
    id: number
    seq: number
    at: Date
    actorType: ActorType
    actorId: number | null
    kind: EventKind
    data: unknown
    cause: Cause | null
    erased: boolean
  }>`
    select id, seq, at, actor_type as "actorType", actor_id as "actorId", kind, data, cause, salt is null as erased
    from ticket_events where ticket_id = ${ticketId} ${until === null ? sql`` : sql`and at <= ${until}`} order by seq`.execute(
    db,
  )
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }) as unknown as StoredEvent & TicketEvent)
}
