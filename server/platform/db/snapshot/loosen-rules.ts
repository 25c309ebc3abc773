import { type Client, escapeIdentifier } from 'pg'

/**
 * Takes foreign keys and triggers of these schemas away until the answered function puts them back, in the caller's
 * transaction. Rows can then come in any order; putting the keys back checks every one of them. Works for the owner
 * of the tables, who need not be a superuser.
 */
export async function loosenRules(client: Client, schemas: string[]): Promise<() => Promise<void>> {
  const keys = await client.query<{ place: string; name: string; definition: string }>(
    `select format('%I.%I', n.nspname, c.relname) as place, k.conname as name, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  const triggers = await client.query<{ place: string; name: string; mode: string }>(
    `select format('%I.%I', n.nspname, c.relname) as place, t.tgname as name, t.tgenabled as mode
       from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not t.tgisinternal and t.tgparentid = 0 and t.tgenabled <> 'D' and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
  for (const { place, name } of keys.rows)
    await client.query(`alter table ${place} drop constraint ${escapeIdentifier(name)}`)
  for (const { place, name } of triggers.rows)
    await client.query(`alter table ${place} disable trigger ${escapeIdentifier(name)}`)
  const enable: Record<string, string> = { O: 'enable', R: 'enable replica', A: 'enable always' }
  return async () => {
    for (const { place, name, mode } of triggers.rows)
      await client.query(`alter table ${place} ${enable[mode]} trigger ${escapeIdentifier(name)}`)
    for (const { place, name, definition } of keys.rows)
      await client.query(`alter table ${place} add constraint ${escapeIdentifier(name)} ${definition}`)
  }
}
