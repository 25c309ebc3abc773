import { sql } from 'kysely'
import type { Tx } from '#platform'

export interface LoadedPerson {
  name: string
  email: string
  language: string
  /** Place in the list of organisations; null: none. */
  organisation: number | null
}

/**
 * Many customers at once, for load data: persons by their addresses, organisations by their names; what is there already is found
 * and left as it is. Gives their ids in the order asked.
 */
export async function loadCustomers(
  tx: Tx,
  { organisations, persons }: { organisations: readonly string[]; persons: readonly LoadedPerson[] },
): Promise<{ organisationIds: number[]; personIds: number[] }> {
  const named = await sql<{ id: number; place: number }>`
    with wanted as (select name, place from unnest(${[...organisations]}::text[]) with ordinality as w (name, place)),
      known as (select w.place, min(o.id) as id from wanted w join organisations o on lower(o.name) = lower(w.name) group by w.place),
      fresh as (select nextval(pg_get_serial_sequence('organisations', 'id')) as id, name, place
        from wanted where place not in (select place from known)),
      added as (insert into organisations (id, name) overriding system value select id, name from fresh)
    select id, place::int from known union all select id, place::int from fresh order by place`.execute(tx)
  const organisationIds = named.rows.map((row) => row.id)
  const addressed = await sql<{ id: number; place: number }>`
    with wanted as (
      select * from unnest(${persons.map((p) => p.name)}::text[], ${persons.map((p) => p.email)}::text[], ${persons.map((p) => p.language)}::text[],
        ${persons.map((p) => (p.organisation === null ? null : organisationIds[p.organisation]!))}::bigint[])
        with ordinality as w (name, address, language, organisation_id, place)),
      known as (select w.place, a.person_id as id from wanted w join person_addresses a on a.address = w.address),
      fresh as (select nextval(pg_get_serial_sequence('persons', 'id')) as id, w.* from wanted w where place not in (select place from known)),
      added as (insert into persons (id, name, language, organisation_id) overriding system value
        select id, name, language, organisation_id from fresh),
      reached as (insert into person_addresses (address, person_id) select address, id from fresh)
    select id, place::int from known union all select id, place::int from fresh order by place`.execute(tx)
  return { organisationIds, personIds: addressed.rows.map((row) => row.id) }
}
