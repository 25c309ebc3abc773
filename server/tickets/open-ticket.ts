import type { Channel, FieldValues, Priority, TicketEvent } from '#contract'
import type { Actor, Tx } from '#platform'
import { type IncomingMessage, prepareIncoming } from './conversation/incoming.ts'
import { messagePart } from './conversation/message.ts'
import type { Decided } from './decision.ts'
import type { TakenNumber } from './numbers/take-number.ts'
import { type LockedTicket, recordNew } from './record.ts'
import type { Severity } from './ticket.ts'

export interface Opening {
  /** From `takeNumber`, drawn before this transaction. */
  taken: TakenNumber
  title: string
  description?: string
  type?: string
  categoryId?: number | null
  priority?: Priority
  severity?: Severity
  channel: Channel
  folder?: 'inbox' | 'spam'
  requesterId?: number | null
  organisationId?: number | null
  assigneeId?: number | null
  teamId?: number | null
  mailboxId?: number | null
  tags?: string[]
  fields?: FieldValues
  participants?: number[]
  links?: Extract<TicketEvent, { kind: 'linked' }>['data'][]
  /** Messages of another ticket that this one begins with. */
  absorbed?: Extract<TicketEvent, { kind: 'absorbed' }>['data']
  /** What the customer said. */
  message?: IncomingMessage
}

export interface Opened {
  ticket: LockedTicket
  messageId: number | null
}

/** What happens when a ticket begins. */
export function decideOpening(opening: Opening): Decided[] {
  return [
    {
      kind: 'ticketOpened',
      data: {
        number: opening.taken.number,
        title: opening.title,
        description: opening.description ?? '',
        type: opening.type ?? 'support',
        categoryId: opening.categoryId ?? null,
        priority: opening.priority ?? 'medium',
        severity: opening.severity ?? null,
        channel: opening.channel,
        folder: opening.folder ?? 'inbox',
        requesterId: opening.requesterId ?? null,
        organisationId: opening.organisationId ?? null,
        assigneeId: opening.assigneeId ?? null,
        teamId: opening.teamId ?? null,
        mailboxId: opening.mailboxId ?? null,
        tags: opening.tags ?? [],
        fields: opening.fields ?? {},
        participants: (opening.participants ?? []).filter((id) => id !== opening.requesterId),
      },
    },
    ...(opening.absorbed ? [{ kind: 'absorbed', data: opening.absorbed } as const] : []),
    ...(opening.links ?? []).map((data): Decided => ({ kind: 'linked', data })),
  ]
}

/** Begins a ticket. Values are checked by the caller (`checkDetails`, before the number is drawn). */
export async function openTicket(tx: Tx, actor: Actor, opening: Opening): Promise<Opened> {
  const { taken, message } = opening
  const decided = decideOpening(opening)
  if (!message) {
    const { ticket } = await recordNew(tx, actor, taken.ticketId, decided)
    // Drawn with the number and not used yet.
    ticket.spareMessageId = taken.messageId
    return { ticket, messageId: null }
  }

  const id = taken.messageId
  const { prepared, received, attach } = prepareIncoming(taken.ticketId, message, id)
  const events = [...decided, received(id)]
  const { ticket } = await recordNew(tx, actor, taken.ticketId, events, [messagePart(prepared)])
  await attach(tx, id)
  return { ticket, messageId: id }
}
