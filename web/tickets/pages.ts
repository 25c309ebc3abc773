import { type ComponentType, lazy } from 'react'
import type { NewTicketRequest } from './new-ticket-request.ts'

const nothing = { default: () => null }
const threads = import.meta.glob<{ TicketPage: ComponentType<{ number: string }> }>('./thread/TicketPage.tsx')
const forms = import.meta.glob<{ NewTicket: ComponentType<{ request: NewTicketRequest; onClose: () => void }> }>(
  './new-ticket/NewTicket.tsx',
)

/** The ticket itself, loaded when one is opened. */
export const TicketPage = lazy<ComponentType<{ number: string }>>(async () => {
  const load = threads['./thread/TicketPage.tsx']
  return load ? { default: (await load()).TicketPage } : nothing
})

/** The dialog for a new ticket, loaded when one is wanted. */
export const NewTicket = lazy<ComponentType<{ request: NewTicketRequest; onClose: () => void }>>(async () => {
  const load = forms['./new-ticket/NewTicket.tsx']
  return load ? { default: (await load()).NewTicket } : nothing
})
