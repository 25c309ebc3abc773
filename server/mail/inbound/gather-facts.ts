import { sql } from 'kysely'
import type { House } from '#platform'
import type { Mailbox } from '../mailboxes/mailbox.ts'
import type { ReadMail } from '../parse-worker.ts'
import { replyKeys } from '../settings.ts'
import { isMachineAddress, splitAddress } from '../threading/addresses.ts'
import type { Candidate, ThreadingFacts } from '../threading/threading.ts'
import { isOwnMail, readBounceToken, readReplyToken, readTicketMessageId } from '../threading/tokens.ts'
import { dmarcVerdict, type Verdicts } from '../trust/verdicts.ts'

export interface Arrival {
  mail: ReadMail
  verdicts: Verdicts
  /** Where it was sent to: envelope first, then the addresses in the header (IMAP has no envelope). */
  addressedTo: readonly string[]
  mailboxes: ReadonlyMap<string, Mailbox>
  /** The mailbox that takes it. */
  mailbox: Mailbox | null
}

export interface Facts extends ThreadingFacts {
  duplicateOf: number | null
  /** The sent mail that this bounce is about. */
  bounced: { outboundMailId: number; messageId: number | null; ticketId: number | null; number: string | null } | null
  agentRow: { id: number; name: string } | null
}

interface Found {
  duplicate: number | null
  person: number | null
  agent: { id: number; name: string } | null
  tickets: { id: number; number: string; requester: number | null; participants: number[] }[]
  numbered: string | null
  live: string | null
  outbound: { id: number; messageId: number | null; ticketId: number | null; number: string | null } | null
}

const LOOKS_SIGNED = /^[a-z2-7]{32}$/

/** All that threading needs to know, in one question to the database. */
export async function gatherFacts(
  house: House,
  { mail, verdicts, addressedTo, mailboxes, mailbox }: Arrival,
): Promise<Facts> {
  const sign = house.secrets.sign.bind(house.secrets)
  const keys = await house.settings.get(replyKeys)
  const now = house.now()
  const from = mail.from?.email.includes('@') ? mail.from.email.toLowerCase() : null

  const tags = addressedTo
    .map(splitAddress)
    .filter(({ plain, tag }) => tag !== null && mailboxes.has(plain))
    .map(({ tag }) => tag!)
  const holder = tags.map((tag) => readReplyToken(sign, keys, tag, now)).find((token) => token !== null) ?? null
  const bounceOf = tags.map((tag) => readBounceToken(sign, tag)).find((id) => id !== null) ?? null
  // The newest reference first: it names the mail that is answered.
  const named = [mail.inReplyTo, ...mail.references.toReversed()].filter((id) => id !== null)
  const references = [
    ...new Set(named.map((id) => readTicketMessageId(sign, keys, id, now)).filter((id) => id !== null)),
  ]
  const bouncedIds = mail.bounce
    ? [mail.bounce.originalMessageId, ...mail.bounce.originalReferences].filter((id) => id !== null)
    : []

  const { rows } = await sql<Found>`
    select
      (select id from inbound_mails where fingerprint = ${mail.fingerprint} and state <> 'duplicate') as duplicate,
      (select person_id from person_addresses where address = ${from}) as person,
      (select jsonb_build_object('id', id, 'name', name) from agents where email = ${from} and active) as agent,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'requester', requester_id, 'participants', to_jsonb(participants))), '[]')
        from tickets where id = any(${[...references, ...(holder ? [holder.ticketId] : [])]}::bigint[])) as tickets,
      (select number from tickets where number = ${mail.numberInSubject}) as numbered,
      (select number from tickets where requester_id = (select person_id from person_addresses where address = ${from})
        and folder = 'inbox' and status in ('new', 'open', 'in_progress') order by id desc limit 1) as live,
      (select jsonb_build_object('id', o.id, 'messageId', o.message_id, 'ticketId', o.ticket_id, 'number', t.number)
        from outbound_mails o left join tickets t on t.id = o.ticket_id
        where ${mail.bounce !== null} and (o.id = ${bounceOf} or o.message_id_header = any(${bouncedIds}::text[])) order by o.id desc limit 1) as outbound`.execute(
    house.db,
  )
  const found = rows[0]!
  const candidate = (id: number | undefined): Candidate | null => {
    const ticket = found.tickets.find((one) => one.id === id)
    if (!ticket) return null
    return {
      id: ticket.id,
      number: ticket.number,
      people: [...(ticket.requester === null ? [] : [ticket.requester]), ...ticket.participants],
    }
  }
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? null
  const numbered = found.numbered === null ? [] : [{ number: found.numbered, why: 'number-in-subject' as const }]
  const live =
    found.live === null || found.live === found.numbered ? [] : [{ number: found.live, why: 'same-sender' as const }]
  return {
    from,
    senderPersonId: found.person,
    agent: found.agent && { id: found.agent.id, mayReplyByMail: mailbox?.settings.agentsReplyByMail ?? false },
    agentRow: found.agent,
    ownMailbox: from !== null && mailboxes.has(splitAddress(from).plain),
    ownMail: mail.messageId !== null && isOwnMail(sign, header('x-loop') ?? '', mail.messageId),
    machine:
      from === null ||
      isMachineAddress(from) ||
      (mail.automatic.is && mail.automatic.kind !== 'out-of-office' && mail.automatic.kind !== 'receipt'),
    automatic: mail.automatic.is ? (mail.automatic.kind ?? 'notification') : null,
    severalAuthors: mail.warnings.includes('two-froms'),
    dmarc: dmarcVerdict(verdicts),
    token: holder && { holder, ticket: candidate(holder.ticketId) },
    brokenToken: holder === null && tags.some((tag) => LOOKS_SIGNED.test(tag)),
    reference: references.map(candidate).find((ticket) => ticket !== null) ?? null,
    hints: [...numbered, ...live],
    duplicateOf: found.duplicate,
    bounced: found.outbound && {
      outboundMailId: found.outbound.id,
      messageId: found.outbound.messageId,
      ticketId: found.outbound.ticketId,
      number: found.outbound.number,
    },
  }
}
