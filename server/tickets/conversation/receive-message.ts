import { type Actor, houseOf, type Tx } from '#platform'
import { nowIn } from '../clock.ts'
import { countsAsAnswer, decideReceive, mayReopen } from '../lifecycle.ts'
import type { TakenNumber } from '../numbers/take-number.ts'
import { openTicket } from '../open-ticket.ts'
import { type LockedTicket, record } from '../record.ts'
import { REOPEN_DAYS } from '../settings.ts'
import { lock, messageIdFor } from '../ticket-for.ts'
import { type IncomingMessage, prepareIncoming } from './incoming.ts'
import { messagePart } from './message.ts'

/** The ticket takes no more messages, so a new one begins, and that needs a number, drawn outside: call again with `spare`. */
export class NumberNeeded extends Error {
  constructor() {
    super('This message begins a new ticket: call again with a number taken before the transaction')
  }
}

export interface Received {
  /** `merged`: in the ticket that the named one was merged into. `new`: in a new one, linked both ways. */
  went: 'here' | 'merged' | 'new'
  ticketId: number
  number: string
  messageId: number
}

/**
 * A message from outside joins a ticket; whether it may was decided by its channel. A human's verified message sets it back to
 * waiting on us, wakes it, reopens it. To a ticket closed longer than the reopen window, or purged, it begins a new ticket: then
 * `NumberNeeded` is thrown unless `spare` holds a number.
 */
export async function receiveMessage(
  tx: Tx,
  actor: Actor,
  input: { number: string; message: IncomingMessage; spare?: TakenNumber },
): Promise<Received> {
  const { message } = input
  const { ticket, merged } = await lockWhereItWent(tx, input.number)
  const days = await houseOf(tx).settings.get(REOPEN_DAYS)
  const counts = countsAsAnswer(message.trust, message.automatic)
  const isGone = ticket.state.folder === 'purged'
  if (isGone || (counts && !mayReopen(ticket.state, nowIn(tx), days))) {
    if (!input.spare) throw new NumberNeeded()
    return followUp(tx, actor, ticket, message, input.spare)
  }
  const messageId = await messageIdFor(tx, ticket)
  const { prepared, received, attach } = prepareIncoming(ticket.id, message, messageId)
  const decision = decideReceive(ticket.state, received(messageId).data)
  await record(tx, actor, ticket, decision, null, [messagePart(prepared)])
  await attach(tx, messageId)
  return { went: merged ? 'merged' : 'here', ticketId: ticket.id, number: ticket.state.number, messageId }
}

/** Merged tickets pass on what they get, however long the way. */
async function lockWhereItWent(tx: Tx, number: string): Promise<{ ticket: LockedTicket; merged: boolean }> {
  let next = number
  for (;;) {
    const ticket = await lock(tx, next)
    if (ticket === null) throw new Error(`There is no ticket ${next}`)
    if (ticket.state.mergedInto === null) return { ticket, merged: next !== number }
    next = ticket.state.mergedInto
  }
}

async function followUp(
  tx: Tx,
  actor: Actor,
  old: LockedTicket,
  message: IncomingMessage,
  spare: TakenNumber,
): Promise<Received> {
  const { state } = old
  const isGone = state.folder === 'purged'
  const opened = await openTicket(tx, actor, {
    taken: spare,
    title: message.subject.trim().slice(0, 300) || (isGone ? spare.number : state.title),
    type: state.type,
    categoryId: state.categoryId,
    channel: message.channel,
    requesterId: message.author.type === 'customer' ? message.author.id : state.requesterId,
    organisationId: state.organisationId,
    teamId: state.teamId,
    mailboxId: state.mailboxId,
    links: isGone ? [] : [{ kind: 'follows', number: state.number }],
    message,
  })
  if (!isGone) {
    const link = { kind: 'follow_up' as const, number: spare.number }
    await record(tx, actor, old, [{ kind: 'linked', data: link }])
  }
  return { went: 'new', ticketId: opened.ticket.id, number: spare.number, messageId: opened.messageId! }
}
