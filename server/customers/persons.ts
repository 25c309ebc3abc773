import { sql } from 'kysely'
import { type Body, type Customer, type customers, Language, type Query } from '#contract'
import { type AgentActor, type House, InvalidInput, NotFound, Problem, type Tx } from '#platform'
import { matching, type Page, pageAfter } from './finding.ts'
import { addressOf } from './recognise-sender.ts'
import type { TicketCounts } from './ticket-counts.ts'

/** By name; `q` finds parts of names and addresses, and phone numbers however they are spaced. */
export async function persons(
  house: House,
  actor: AgentActor,
  counts: TicketCounts,
  query: Query<typeof customers.list>,
): Promise<Page<Customer>> {
  const find = matching(query.q)
  const digits = (query.q ?? '').replace(/[^\d]/g, '')
  const { rows } = await sql<Row>`
    select ${columns}, lower(p.name) as sort from persons p left join organisations o on o.id = p.organisation_id
    where ${
      find === null
        ? sql`true`
        : sql`p.id in (
        select id from persons where lower(name) like ${find}
        union select person_id from person_addresses where address like ${find}
        ${digits.length < 4 ? sql`` : sql`union select id from persons where phone is not null and regexp_replace(phone, '\\D', '', 'g') like ${`%${digits}%`}`})`
    }
      and ${pageAfter(query.cursor, sql`(lower(p.name) collate "C", p.id)`)}
    order by lower(p.name) collate "C", p.id limit ${query.limit + 1}`.execute(house.db)
  return page(house, actor, counts, rows, query.limit)
}

export async function personById(house: House, actor: AgentActor, counts: TicketCounts, id: number): Promise<Customer> {
  const { rows } = await sql<Row>`
    select ${columns}, '' as sort from persons p left join organisations o on o.id = p.organisation_id where p.id = ${id}`.execute(
    house.db,
  )
  const [found] = (await page(house, actor, counts, rows, 1)).items
  if (found === undefined) throw new NotFound()
  return found
}

/** Refuses an address that somebody has, and an unknown organisation. */
export async function addPerson(tx: Tx, input: Body<typeof customers.add>): Promise<number> {
  await checkOrganisation(tx, input.organisationId)
  const { id } = await tx
    .insertInto('persons')
    .values({
      name: input.name,
      phone: input.phone ?? null,
      language: input.language ?? null,
      organisation_id: input.organisationId ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (input.email !== undefined) await addAddresses(tx, id, [input.email])
  return id
}

export async function changePerson(tx: Tx, id: number, input: Body<typeof customers.change>): Promise<void> {
  await checkOrganisation(tx, input.organisationId)
  const row = await tx
    .updateTable('persons')
    .set({
      updated_at: sql<Date>`now()`,
      ...(input.name === undefined ? {} : { name: input.name }),
      ...(input.phone === undefined ? {} : { phone: input.phone }),
      ...(input.language === undefined ? {} : { language: input.language }),
      ...(input.organisationId === undefined ? {} : { organisation_id: input.organisationId }),
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (row === undefined) throw new NotFound()
  const removed = (input.removeEmails ?? []).map(addressOf)
  if (removed.length > 0) {
    await tx.deleteFrom('person_addresses').where('person_id', '=', id).where('address', 'in', removed).execute()
  }
  await addAddresses(tx, id, input.addEmails ?? [])
}

async function checkOrganisation(tx: Tx, id: number | null | undefined): Promise<void> {
  if (id == null) return
  const found = await tx.selectFrom('organisations').select('id').where('id', '=', id).executeTakeFirst()
  if (found === undefined) throw new InvalidInput('organisationId', 'There is no such organisation')
}

async function addAddresses(tx: Tx, personId: number, emails: readonly string[]): Promise<void> {
  const wanted = [...new Set(emails.map(addressOf))].sort()
  if (wanted.length === 0) return
  const { rows } = await sql<{ taken: boolean }>`
    insert into person_addresses as a (address, person_id, position)
    select e.address, ${personId}, e.place + coalesce((select max(position) + 1 from person_addresses where person_id = ${personId}), 0)
    from unnest(${wanted}::text[]) with ordinality as e (address, place) order by e.address
    on conflict (address) do update set position = a.position
    returning a.person_id <> ${personId} as taken`.execute(tx)
  if (rows.some((row) => row.taken)) throw new Problem(409, 'address-taken')
}

interface Row {
  id: number
  name: string
  phone: string | null
  language: string | null
  organisation_id: number | null
  organisation_name: string | null
  created_at: Date
  emails: string[]
  sort: string
}
const columns = sql`p.id, p.name, p.phone, p.language, p.organisation_id, o.name as organisation_name, p.created_at,
  array(select a.address from person_addresses a where a.person_id = p.id order by a.position, a.address) as emails`

async function page(
  house: House,
  actor: AgentActor,
  counts: TicketCounts,
  rows: Row[],
  limit: number,
): Promise<Page<Customer>> {
  const shown = rows.slice(0, limit)
  const tickets = await counts.ofPersons(
    house,
    actor,
    shown.map((row) => row.id),
  )
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      email: row.emails[0] ?? null,
      emails: row.emails,
      phone: row.phone,
      language: Language.nullable().catch(null).parse(row.language),
      organisation:
        row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name ?? '' },
      ticketCount: tickets.get(row.id) ?? 0,
      createdAt: row.created_at.toISOString(),
    })),
    nextCursor:
      rows.length > limit && last ? Buffer.from(JSON.stringify([last.sort, last.id])).toString('base64url') : null,
  }
}
