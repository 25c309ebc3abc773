import { sql } from 'kysely'
import type { z } from 'zod'
import type { RequesterInput } from '#contract'
import { InvalidInput, type Tx } from '#platform'
import { organisationByName } from './organisations.ts'
import { type Person, recogniseSender } from './recognise-sender.ts'

/**
 * Who is meant by what a caller says of a requester: by id, by address (made when new), or a new person with only a name or a phone
 * number. An organisation named with them becomes theirs when they have none. Refuses unknown ids and an empty description.
 */
export async function personFor(tx: Tx, input: z.output<typeof RequesterInput>): Promise<Person> {
  if ('id' in input) return personById(tx, input.id)
  const { email, name = '', phone = null, organisation } = input
  if (email === undefined && name === '' && !phone) {
    throw new InvalidInput('requester', 'Give an address, a name or a phone number')
  }
  const person = email === undefined ? await unaddressed(tx, name, phone) : await recogniseSender(tx, { email, name })
  const organisationId =
    organisation === undefined || person.organisationId !== null
      ? null
      : (await organisationByName(tx, organisation)).id
  const newPhone = person.phone === null && phone ? phone : null
  if (organisationId !== null || newPhone !== null) {
    person.organisationId ??= organisationId
    person.phone ??= newPhone
    await sql`update persons set organisation_id = ${person.organisationId}, phone = ${person.phone}, updated_at = now() where id = ${person.id}`.execute(
      tx,
    )
  }
  return person
}

async function personById(tx: Tx, id: number): Promise<Person> {
  const { rows } = await sql<Omit<Person, 'organisationId'> & { organisation_id: number | null }>`
    select p.id, p.name, p.phone, p.language, p.organisation_id,
      (select address from person_addresses a where a.person_id = p.id order by position, address limit 1) as email
    from persons p where p.id = ${id}`.execute(tx)
  if (rows[0] === undefined) throw new InvalidInput('requester.id', 'There is no such person')
  const { organisation_id, ...person } = rows[0]
  return { ...person, organisationId: organisation_id }
}

async function unaddressed(tx: Tx, name: string, phone: string | null): Promise<Person> {
  const row = await tx.insertInto('persons').values({ name, phone }).returning('id').executeTakeFirstOrThrow()
  return { id: row.id, name, email: null, phone, language: null, organisationId: null }
}
