import { sql } from 'kysely'
import { type Actor, type Db, NotFound, type Tx } from '#platform'
import { scope } from './access.ts'

/** The id of a ticket that the actor may see; 404 otherwise. What hangs on a ticket is read through here. */
export async function seenTicketId(db: Db | Tx, actor: Actor, number: string): Promise<number> {
  const { rows } = await sql<{
    id: number
  }>`select t.id from tickets t where t.number = ${number} and ${scope(actor)}`.execute(db)
  if (!rows[0]) throw new NotFound()
  return rows[0].id
}
