import { sql } from 'kysely'
import type { z } from 'zod'
import type { Body, CustomerOrganisation, customers, Query } from '#contract'
import { type AgentActor, type House, InvalidInput, NotFound, Problem, type Tx } from '#platform'
import { matching, type Page, pageAfter } from './finding.ts'
import { isFreeMail } from './free-mail.ts'
import type { TicketCounts } from './ticket-counts.ts'

export type OrganisationView = z.output<typeof CustomerOrganisation>

/** The organisation of this name, whatever its case; made when it is new. Two at once make one. */
export async function organisationByName(tx: Tx, name: string): Promise<{ id: number; name: string }> {
  const wanted = name.trim()
  const find = () =>
    sql<{ id: number; name: string }>`
      select id, name from organisations where lower(name) collate "C" = lower(${wanted}) order by id limit 1`.execute(
      tx,
    )
  const known = (await find()).rows[0]
  if (known !== undefined) return known
  await sql`select pg_advisory_xact_lock(hashtextextended('organisation ' || lower(${wanted}), 0))`.execute(tx)
  const meanwhile = (await find()).rows[0]
  if (meanwhile !== undefined) return meanwhile
  return tx.insertInto('organisations').values({ name: wanted }).returning(['id', 'name']).executeTakeFirstOrThrow()
}

/** By name; `q` finds parts of names and domains. */
export async function organisations(
  house: House,
  actor: AgentActor,
  counts: TicketCounts,
  query: Query<typeof customers.organisations>,
): Promise<Page<OrganisationView>> {
  const find = matching(query.q)
  const { rows } = await sql<Row & { sort: string }>`
    select ${columns}, lower(o.name) as sort from organisations o
    where ${
      find === null
        ? sql`true`
        : sql`o.id in (
        select id from organisations where lower(name) like ${find}
        union select organisation_id from organisation_domains where domain like ${find})`
    }
      and ${pageAfter(query.cursor, sql`(lower(o.name) collate "C", o.id)`)}
    order by lower(o.name) collate "C", o.id limit ${query.limit + 1}`.execute(house.db)
  return page(house, actor, counts, rows, query.limit)
}

export async function organisationById(
  house: House,
  actor: AgentActor,
  counts: TicketCounts,
  id: number,
): Promise<OrganisationView> {
  const { rows } = await sql<Row & { sort: string }>`
    select ${columns}, '' as sort from organisations o where o.id = ${id}`.execute(house.db)
  const [found] = (await page(house, actor, counts, rows, 1)).items
  if (found === undefined) throw new NotFound()
  return found
}

/** With its mail domains; people of these domains who belong nowhere belong to it from now on. Refuses free-mail domains. */
export async function addOrganisation(tx: Tx, input: Body<typeof customers.addOrganisation>): Promise<number> {
  const domains = [...new Set(input.domains.map((domain) => domain.toLowerCase().replace(/^@/, '')))]
  domains.forEach((domain, i) => {
    if (
      !/^(?=.{3,253}$)([a-z0-9\u0080-\uffff]([a-z0-9\u0080-\uffff-]*[a-z0-9\u0080-\uffff])?\.)+[a-z\u0080-\uffff-]{2,}$/.test(
        domain,
      )
    ) {
      throw new InvalidInput(`domains.${i}`, 'This is not a mail domain')
    }
    if (isFreeMail(domain)) throw new InvalidInput(`domains.${i}`, 'Anybody may have an address at this domain')
  })
  const { id } = await tx
    .insertInto('organisations')
    .values({ name: input.name, organisation_number: input.organisationNumber ?? null })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (domains.length > 0) {
    const taken = await tx
      .insertInto('organisation_domains')
      .values(domains.map((domain) => ({ domain, organisation_id: id })))
      .onConflict((c) => c.doNothing())
      .returning('domain')
      .execute()
    const other = domains.find((domain) => !taken.some((row) => row.domain === domain))
    if (other !== undefined)
      throw new Problem(409, 'name-taken', { detail: `Another organisation has the domain ${other}` })
    await sql`
      update persons p set organisation_id = ${id}, updated_at = now()
      where p.organisation_id is null and p.id in (
        select a.person_id from person_addresses a where split_part(a.address, '@', 2) = any(${domains}::text[]))`.execute(
      tx,
    )
  }
  return id
}

interface Row {
  id: number
  name: string
  organisation_number: string | null
  created_at: Date
  domains: string[]
}
const columns = sql`o.id, o.name, o.organisation_number, o.created_at,
  array(select d.domain from organisation_domains d where d.organisation_id = o.id order by d.domain) as domains`

async function page(
  house: House,
  actor: AgentActor,
  counts: TicketCounts,
  rows: (Row & { sort: string })[],
  limit: number,
): Promise<Page<OrganisationView>> {
  const shown = rows.slice(0, limit)
  const tickets = await counts.ofOrganisations(
    house,
    actor,
    shown.map((row) => row.id),
  )
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      id: row.id,
      name: row.name,
      organisationNumber: row.organisation_number,
      domains: row.domains,
      ticketCount: tickets.get(row.id) ?? 0,
      createdAt: row.created_at.toISOString(),
    })),
    nextCursor:
      rows.length > limit && last ? Buffer.from(JSON.stringify([last.sort, last.id])).toString('base64url') : null,
  }
}
