import { CompiledQuery } from 'kysely'
import { Problem, prepared, type Tx } from '#platform'
import type { TicketState } from '../ticket.ts'
import type { MailAddress } from './message.ts'

export interface Recipients {
  /** The mailbox that answers, when one does. */
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
}

interface Found {
  kind: 'person' | 'address' | 'mailbox'
  id: number
  /** Null: a person without an address. */
  email: string | null
  name: string
}
const MAILBOX = `select 'mailbox' as kind, m.id, m.name, m.address as email from mailboxes m
  where m.id = coalesce($1::bigint, (select min(id) from mailboxes where active))`
const PERSON = `select 'person' as kind, p.id, p.name,
  (select address from person_addresses where person_id = p.id order by position, address limit 1) as email from persons p`
/** Nearly every answer goes to one person whom nobody names: with one value instead of lists the server keeps its plan. */
const ONE = prepared(`${MAILBOX} union all ${PERSON} where p.id = $2::bigint`)
const ALL = prepared(`${MAILBOX} union all ${PERSON} where p.id = any($2::bigint[]) union all
  select 'address', p.id, p.name, a.address from person_addresses a join persons p on p.id = a.person_id where a.address = any($3::text[])`)

/**
 * Who gets an answer: those named, else the requester with the people in copy. Names come from the persons we know. Refuses when
 * there is nobody (no-recipient). The mailbox's address is read from mail's table: SQL may look at what another room wrote, code may
 * not call it.
 */
export async function recipientsOf(
  tx: Tx,
  state: TicketState,
  named: { to?: readonly string[]; cc?: readonly string[]; bcc?: readonly string[] },
): Promise<Recipients> {
  const people = [...(state.requesterId === null ? [] : [state.requesterId]), ...state.participants]
  const addresses = [...(named.to ?? []), ...(named.cc ?? []), ...(named.bcc ?? [])].map((a) => a.toLowerCase())
  const question =
    people.length < 2 && addresses.length === 0
      ? CompiledQuery.raw(ONE, [state.mailboxId, people[0] ?? null])
      : CompiledQuery.raw(ALL, [state.mailboxId, people, addresses])
  const { rows } = await tx.executeQuery<Found>(question)
  const byAddress = (email: string): MailAddress => ({
    email,
    name: rows.find((row) => row.kind === 'address' && row.email === email.toLowerCase())?.name ?? '',
  })
  const byPerson = (ids: readonly number[]) =>
    ids.flatMap((id) => {
      const found = rows.find((row) => row.kind === 'person' && row.id === id)
      return found?.email ? [{ email: found.email, name: found.name }] : []
    })

  const to = named.to?.length
    ? distinct(named.to).map(byAddress)
    : byPerson(state.requesterId === null ? [] : [state.requesterId])
  if (to.length === 0) throw new Problem(422, 'no-recipient')
  const isIn = (list: readonly MailAddress[]) => (a: MailAddress) =>
    list.some((b) => b.email.toLowerCase() === a.email.toLowerCase())
  const cc = (named.cc ? distinct(named.cc).map(byAddress) : named.to ? [] : byPerson(state.participants)).filter(
    (a) => !isIn(to)(a),
  )
  const bcc = distinct(named.bcc ?? [])
    .map(byAddress)
    .filter((a) => !isIn(to)(a) && !isIn(cc)(a))
  const mailbox = rows.find((row) => row.kind === 'mailbox')
  return { from: mailbox?.email ? { email: mailbox.email, name: mailbox.name } : null, to, cc, bcc }
}

function distinct(addresses: readonly string[]): string[] {
  const seen = new Set<string>()
  return addresses.filter((a) => !seen.has(a.toLowerCase()) && seen.add(a.toLowerCase()))
}
