/** Persons and organisations: who tickets are about. */
export { organisationByName } from './organisations.ts'
export { personFor } from './person-for.ts'
export { type Person, recogniseSender, recogniseSenders, type Sender } from './recognise-sender.ts'
export { customerRoutes } from './routes.ts'
export type { TicketCounts } from './ticket-counts.ts'
