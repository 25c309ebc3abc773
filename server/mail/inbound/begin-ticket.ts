import { type Person, recogniseSenders, type Sender } from '#customers'
import { wordsIn } from '#i18n'
import type { Tx } from '#platform'
import { openTicket, type TakenNumber } from '#tickets'
import { activeMailboxes } from '../mailboxes/mailbox.ts'
import { isMachineAddress, splitAddress } from '../threading/addresses.ts'
import type { Destination } from '../threading/threading.ts'
import { acknowledge } from './acknowledge.ts'
import { type Arrived, actorOf, messageFrom, type Stored } from './arrived.ts'
import { titleOf } from './incoming-message.ts'

export type ToNew = Extract<Destination, { kind: 'new' }>

/**
 * Whose ticket it is. An agent forwards a customer's mail to us: the customer is who asked. A forged forward gains nothing over
 * forging the customer.
 */
export function askerOf({ mail, facts }: Arrived, to: ToNew): { sender: Sender | null; forwarded: boolean } {
  const original =
    facts.agent !== null && to.trust === 'verified' && mail.forwardedFrom?.email.includes('@')
      ? mail.forwardedFrom
      : null
  const from = original ?? mail.from
  if (!from?.email.includes('@') || facts.ownMailbox) return { sender: null, forwarded: false }
  return {
    sender: { email: from.email.toLowerCase(), name: from.name, language: mail.language },
    forwarded: original !== null,
  }
}

/** Opens a ticket with the mail as its first message; `person` is the asker, recognised. */
export async function beginTicket(
  tx: Tx,
  arrived: Arrived,
  to: ToNew,
  person: Person | null,
  taken: TakenNumber,
): Promise<Stored> {
  const { mail, mailbox, facts, verdicts } = arrived
  const { sender, forwarded } = askerOf(arrived, to)
  const author = { id: person?.id ?? null, ...(forwarded && sender ? { name: sender.name, email: sender.email } : {}) }
  const { ticket, messageId } = await openTicket(tx, actorOf(arrived, person), {
    taken,
    title: titleOf(mail, wordsIn(mailbox?.settings.language ?? arrived.language)('mail.noSubject')),
    channel: 'email',
    folder: 'inbox',
    requesterId: person?.id ?? null,
    organisationId: person?.organisationId ?? null,
    teamId: mailbox?.teamId ?? null,
    mailboxId: mailbox?.id ?? null,
    participants: await copiesThatTakePart(tx, arrived, to),
    message: messageFrom(arrived, author, to.trust),
  })
  const acknowledged =
    mailbox !== null && !forwarded
      ? await acknowledge(tx, { arrived, mailbox, ticketId: ticket.id, number: taken.number, person })
      : false
  return {
    state: 'processed',
    ticketId: ticket.id,
    messageId,
    explanation: {
      went: 'new',
      ticket: taken.number,
      ...(forwarded ? { forwardedBy: facts.agent!.id } : {}),
      ...(to.hints.length > 0 ? { hints: to.hints } : {}),
      ...(to.notes.length > 0 ? { notes: to.notes } : {}),
      ...(acknowledged ? { acknowledged } : {}),
      dmarc: verdicts.dmarc,
    },
  }
}

/** People in copy: only of a mail whose sender is proven, and only where the mailbox wants it. Never robots, never our own. */
async function copiesThatTakePart(tx: Tx, { house, mail, mailbox, facts }: Arrived, to: ToNew): Promise<number[]> {
  if (!mailbox?.settings.copiesTakePart || facts.dmarc !== 'pass' || to.trust !== 'verified' || facts.machine) return []
  const own = await activeMailboxes(house)
  const others = [...mail.to, ...mail.cc]
    .map((address) => ({ email: address.email.toLowerCase(), name: address.name }))
    .filter(
      ({ email }) =>
        email.includes('@') && email !== facts.from && !own.has(splitAddress(email).plain) && !isMachineAddress(email),
    )
    .slice(0, 20)
  return [...new Set((await recogniseSenders(tx, others)).map((person) => person.id))]
}
