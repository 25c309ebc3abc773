import { CompiledQuery, type Selectable, sql } from 'kysely'
import { type Actor, NotFound, Problem, prepared, type Tx } from '#platform'
import { type Action, can } from './access.ts'
import type { LockedTicket } from './record.ts'
import { fromRow, STATE_COLUMNS, type StateColumn, type Tables } from './row.ts'

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
  const tickets = await query(tx, SEVERAL, [...numbers])
  return numbers.map((number) => {
    const ticket = tickets.find((t) => t.state.number === number)
    if (!ticket || !can(actor, 'see', ticket.state)) throw new NotFound()
    if (!can(actor, 'write', ticket.state)) throw new Problem(403, 'not-allowed')
    return ticket
  })
}

/** Locks by id, asking nobody: for what comes from outside or from the house itself. */
export async function lockById(tx: Tx, id: number): Promise<LockedTicket | null> {
  return (await query(tx, BY_ID, id))[0] ?? null
}

export async function lock(tx: Tx, number: string): Promise<LockedTicket | null> {
  return (await query(tx, BY_NUMBER, number))[0] ?? null
}

/** The identifier for a message that this command writes. */
export async function messageIdFor(tx: Tx, ticket: LockedTicket): Promise<number> {
  const spare = ticket.spareMessageId
  ticket.spareMessageId = null
  return spare ?? (await sql<{ id: number }>`select nextval('messages_id_seq') as id`.execute(tx)).rows[0]!.id
}

// No key update: what only points at the ticket (a draft, a reading) does not wait for the command.
// Columns by name: a kept plan must not break when a migration adds one.
const SELECT = `select id, head_hash, nextval('messages_id_seq') as spare, ${Object.keys(STATE_COLUMNS).join(', ')} from tickets`
const BY_NUMBER = prepared(`${SELECT} where number = $1 for no key update`)
const BY_ID = prepared(`${SELECT} where id = $1 for no key update`)
const SEVERAL = prepared(`${SELECT} where number = any($1::text[]) order by id for no key update`)

type Row = Pick<Selectable<Tables['tickets']>, StateColumn | 'id' | 'head_hash'> & { spare: number }

async function query(tx: Tx, text: string, value: unknown): Promise<LockedTicket[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(text, [value]))
  return rows.map((row) => ({
    id: row.id,
    state: fromRow(row),
    headHash: row.head_hash,
    spareMessageId: row.spare,
  }))
}
