import { lazy } from 'react'

/** The ticket itself, loaded when one is opened. */
export const TicketPage = lazy(() => import('./thread/TicketPage.tsx').then((m) => ({ default: m.TicketPage })))

/** The dialog for a new ticket, loaded when one is wanted. */
export const NewTicket = lazy(() => import('./new-ticket/NewTicket.tsx').then((m) => ({ default: m.NewTicket })))
