import { sql } from 'kysely'
import type { Tx } from '#platform'

/**
 * Deletes persons and organisations that nothing points at; the others stay. An organisation stays too while people belong to it.
 * Gives how many went.
 */
export async function deleteCustomers(
  tx: Tx,
  { personIds, organisationIds }: { personIds: readonly number[]; organisationIds: readonly number[] },
): Promise<{ persons: number; organisations: number }> {
  let persons = 0
  for (const id of personIds) {
    if (await went(tx, () => sql`delete from persons where id = ${id}`.execute(tx))) persons++
  }
  let organisations = 0
  for (const id of organisationIds) {
    const remove = () =>
      sql`delete from organisations o where o.id = ${id}
        and not exists (select from persons where organisation_id = o.id)`.execute(tx)
    if (await went(tx, remove)) organisations++
  }
  return { persons, organisations }
}

/** Who points at customers is known only above this ring, so the database's foreign keys are asked. */
async function went(tx: Tx, remove: () => Promise<{ numAffectedRows?: bigint | undefined }>): Promise<boolean> {
  await sql`savepoint deletion`.execute(tx)
  try {
    const { numAffectedRows = 0n } = await remove()
    await sql`release savepoint deletion`.execute(tx)
    return numAffectedRows > 0n
  } catch (error) {
    if ((error as { code?: string }).code !== '23503') throw error
    await sql`rollback to savepoint deletion`.execute(tx)
    return false
  }
}
