import { sql } from 'kysely'
import { afterCommit, houseOf, NotFound, Problem, type Tx } from '#platform'
import { wake } from '../queue-owner.ts'

/**
 * Has a stored mail read again: one in quarantine, or one that was set aside. A mail that is a message already stays that message
 * (409); what a newer version would make of it is the re-reading's matter.
 */
export async function reprocess(tx: Tx, id: number): Promise<void> {
  const house = houseOf(tx)
  const row = await tx
    .selectFrom('inbound_mails')
    .select(['state', 'message_id'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new NotFound()
  if (row.message_id !== null)
    throw new Problem(409, 'conflict', { detail: 'This mail is a message of a ticket already' })
  await sql`
    update inbound_mails set state = 'received', attempts = 0, next_attempt_at = ${house.now()}, claimed_by = null, error = null,
      fingerprint = null, explanation = '{}'
    where id = ${id}`.execute(tx)
  afterCommit(tx, () => wake(house, 'inbound'))
}
