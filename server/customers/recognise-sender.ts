import { sql } from 'kysely'
import type { Language } from '#contract'
import type { Tx } from '#platform'
import { domainsOf } from './free-mail.ts'

export interface Sender {
  email: string
  /** Fills an empty name; never changes one. */
  name: string
  /** As detected; kept when the person has none yet. */
  language?: Language | null
}
export interface Person {
  id: number
  name: string
  /** The address they were recognised by, else their first. */
  email: string | null
  phone: string | null
  language: string | null
  organisationId: number | null
}

/** The person behind an address, made when it is new. Two mails at once from a new sender find one person. */
export async function recogniseSender(tx: Tx, sender: Sender): Promise<Person> {
  const [person] = await recogniseSenders(tx, [sender])
  return person!
}

/** The same for several at once, in the order given: fewer questions, and no deadlock between mails with the same people. */
export async function recogniseSenders(tx: Tx, senders: readonly Sender[]): Promise<Person[]> {
  const wanted = new Map<string, Sender>()
  for (const sender of senders) {
    const email = addressOf(sender.email)
    const known = wanted.get(email)
    if (known === undefined || known.name === '') wanted.set(email, sender)
  }
  const found = await peopleOf(tx, [...wanted.keys()])
  const missing = [...wanted.keys()].filter((email) => !found.has(email)).sort()
  if (missing.length > 0) {
    await makePeople(
      tx,
      missing.map((email) => ({ ...wanted.get(email)!, email })),
    )
    for (const [email, person] of await peopleOf(tx, missing)) found.set(email, person)
  }
  for (const [email, person] of found) await complete(tx, person, wanted.get(email)!)
  return senders.map(({ email }) => found.get(addressOf(email))!)
}

/** Addresses are compared without case: no provider tells Kari@ from kari@. */
export function addressOf(email: string): string {
  return email.trim().normalize('NFC').toLowerCase()
}

async function peopleOf(tx: Tx, emails: readonly string[]): Promise<Map<string, Person>> {
  if (emails.length === 0) return new Map()
  const { rows } = await sql<Person & { email: string; organisation_id: number | null }>`
    select a.address as email, p.id, p.name, p.phone, p.language, p.organisation_id
    from person_addresses a join persons p on p.id = a.person_id
    where a.address = any(${[...emails]}::text[])`.execute(tx)
  return new Map(rows.map(({ organisation_id, ...row }) => [row.email, { ...row, organisationId: organisation_id }]))
}

/** Persons and addresses in one statement; whoever was quicker with an address keeps it, and our person for it goes. */
async function makePeople(tx: Tx, senders: readonly Sender[]): Promise<void> {
  const rows = senders.map(({ email, name, language }) => ({
    email,
    name: name.trim().slice(0, 200),
    language: language ?? null,
    domains: domainsOf(email),
  }))
  const { rows: made } = await sql<{ id: number; kept: boolean }>`
    with wanted as materialized (
      select nextval(pg_get_serial_sequence('persons', 'id')) as id, w.*,
        (select d.organisation_id from organisation_domains d where d.domain = any(w.domains) order by length(d.domain) desc limit 1) as organisation_id
      from json_to_recordset(${JSON.stringify(rows)}::json) as w (email text, name text, language text, domains text[])
    ), people as (
      insert into persons (id, name, language, organisation_id) overriding system value
      select id, name, language, organisation_id from wanted
    ), addresses as (
      insert into person_addresses (address, person_id) select email, id from wanted order by email
      on conflict (address) do nothing returning person_id
    )
    select w.id, a.person_id is not null as kept from wanted w left join addresses a on a.person_id = w.id`.execute(tx)
  const lost = made.filter((row) => !row.kept).map((row) => row.id)
  if (lost.length > 0) await tx.deleteFrom('persons').where('id', 'in', lost).execute()
}

async function complete(tx: Tx, person: Person, { name, language }: Sender): Promise<void> {
  const newName = person.name === '' ? name.trim().slice(0, 200) : ''
  const newLanguage = person.language === null ? (language ?? null) : null
  if (newName === '' && newLanguage === null) return
  person.name = newName || person.name
  person.language = newLanguage ?? person.language
  await sql`update persons set name = ${person.name}, language = ${person.language}, updated_at = now() where id = ${person.id}`.execute(
    tx,
  )
}
