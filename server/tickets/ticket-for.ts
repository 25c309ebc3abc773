import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { type Actor, NotFound, Problem, type Tx } from '#platform'
import { type Action, can } from './access.ts'
import type { LockedTicket } from './record.ts'
import { fromRow, type Tables } from './row.ts'

/**
 * Locks a ticket for a command, if the actor may. Unknown tickets and those one may not see answer alike (404); what one may see
 * but not do is 403.
 */
export async function ticketFor(tx: Tx, actor: Actor, number: string, action: Action = 'write'): Promise<LockedTicket> {
  const ticket = await lock(tx, number)
  if (ticket === null || !can(actor, 'see', ticket.state)) throw new NotFound()
  if (!can(actor, action, ticket.state)) throw new Problem(403, 'not-allowed')
  return ticket
}

/** Locks several tickets, always in the same order, so that two such commands never wait for each other. */
export async function ticketsFor(tx: Tx, actor: Actor, numbers: readonly string[]): Promise<LockedTicket[]> {
  const { rows } =
    await sql<Row>`select * from tickets where number = any(${[...numbers]}::text[]) order by id for update`.execute(tx)
  const tickets = rows.map(locked)
  return numbers.map((number) => {
    const ticket = tickets.find((t) => t.state.number === number)
    if (!ticket || !can(actor, 'see', ticket.state)) throw new NotFound()
    if (!can(actor, 'write', ticket.state)) throw new Problem(403, 'not-allowed')
    return ticket
  })
}

/** Locks by id, asking nobody: for what comes from outside or from the house itself. */
export async function lockById(tx: Tx, id: number): Promise<LockedTicket | null> {
  const { rows } = await sql<Row>`select * from tickets where id = ${id} for update`.execute(tx)
  return rows[0] ? locked(rows[0]) : null
}

export async function lock(tx: Tx, number: string): Promise<LockedTicket | null> {
  const { rows } = await sql<Row>`select * from tickets where number = ${number} for update`.execute(tx)
  return rows[0] ? locked(rows[0]) : null
}

type Row = Selectable<Tables['tickets']>

function locked(row: Row): LockedTicket {
  return { id: row.id, state: fromRow(row), headHash: row.head_hash }
}
