import { CompiledQuery } from 'kysely'
import type { z } from 'zod'
import type { Event } from '#contract'
import { type AgentActor, type House, prepared } from '#platform'
import { fromCursor, toCursor } from '../lists/page.ts'
import { seenTicketId } from '../seen-ticket.ts'

type View = z.input<typeof Event>
type Row = Omit<View, 'at' | 'actor'> & {
  at: Date
  actorType: View['actor']['type']
  actorId: number | null
  name: string
}

const PAGE =
  prepared(`select e.id, e.seq, e.at, e.actor_type as "actorType", e.actor_id as "actorId", e.kind, e.data, e.cause,
    e.salt is null as erased, coalesce(a.name, p.name, case e.actor_type when 'import' then 'Import' else 'Reda' end) as name
  from ticket_events e
    left join agents a on e.actor_type = 'agent' and a.id = e.actor_id
    left join persons p on e.actor_type = 'customer' and p.id = e.actor_id
  where e.ticket_id = $1 and e.seq > $2 order by e.seq limit $3`)

/** Everything that happened to a ticket, oldest first, with the names that people have today. */
export async function listEvents(
  house: House,
  me: AgentActor,
  number: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ items: View[]; nextCursor: string | null }> {
  const from = cursor === undefined ? 0 : fromCursor(cursor, ['number'])[0]
  const ticketId = await seenTicketId(house.db, me, number)
  const { rows } = await house.db.executeQuery<Row>(CompiledQuery.raw(PAGE, [ticketId, from, limit + 1]))
  const items = rows.slice(0, limit).map(
    ({ actorType, actorId, name, at, ...event }): View => ({
      ...event,
      at: at.toISOString(),
      actor: { type: actorType, id: actorId, name },
    }),
  )
  return { items, nextCursor: rows.length > limit ? toCursor([items.at(-1)!.seq]) : null }
}
