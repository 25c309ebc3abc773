import type { Status, Ticket, TicketPatch } from '#contract'

/** What an agent can choose for a ticket's standing, and the changes that lead there, one after the other. */
export interface StatusChoice {
  standing: 'open' | 'inProgress' | 'waitingCustomer' | 'waitingThirdParty' | 'resolved' | 'closed'
  patches: TicketPatch[]
  /** Coming back from the end asks why. */
  needsReason: boolean
}

type Stands = Pick<Ticket, 'status' | 'waitingOn' | 'postponedUntil' | 'postponedUntilReply'>

/** The ways a ticket can go from here; the house refuses all others. Where it stands already is not among them. */
export function statusChoices(ticket: Stands): StatusChoice[] {
  const { status, waitingOn } = ticket
  const reopening: StatusChoice = { standing: 'inProgress', patches: [{ status: 'in_progress' }], needsReason: true }
  if (status === 'closed') return [reopening]
  if (status === 'resolved') return [reopening, choice('closed', { status: 'closed' })]

  const isPostponed = ticket.postponedUntil !== null || ticket.postponedUntilReply
  const awake: TicketPatch = isPostponed ? { postponedUntil: null, postponedUntilReply: false } : {}
  const ours: TicketPatch = { ...awake, ...(waitingOn === 'us' ? {} : { waitingOn: 'us' as const }) }
  const choices: StatusChoice[] = []
  if (status === 'new') choices.push(choice('open', { status: 'open', ...ours }))
  else if (status === 'open' && Object.keys(ours).length > 0) choices.push(choice('open', ours))
  if (status !== 'in_progress') choices.push(choice('inProgress', { status: 'in_progress', ...ours }))
  else if (Object.keys(ours).length > 0) choices.push(choice('inProgress', ours))
  if (waitingOn !== 'customer') choices.push(choice('waitingCustomer', { waitingOn: 'customer' }))
  if (waitingOn !== 'third_party') choices.push(choice('waitingThirdParty', { waitingOn: 'third_party' }))
  choices.push(
    { standing: 'resolved', patches: steps(status, 'resolved'), needsReason: false },
    { standing: 'closed', patches: steps(status, 'closed'), needsReason: false },
  )
  return choices
}

const choice = (standing: StatusChoice['standing'], ...patches: TicketPatch[]): StatusChoice => ({
  standing,
  patches,
  needsReason: false,
})

/** Every step of a ticket's life is an event of its own: what is new is opened before it is resolved, and resolved before it is closed. */
const LIFE: Status[] = ['new', 'open', 'resolved', 'closed']
export function steps(from: Status, to: 'resolved' | 'closed'): TicketPatch[] {
  const start = LIFE.indexOf(from === 'in_progress' ? 'open' : from)
  return LIFE.slice(start + 1, LIFE.indexOf(to) + 1).map((status) => ({ status }))
}
