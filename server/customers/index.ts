/** Persons and organisations: who tickets are about. */
export { deleteCustomers } from './delete-customers.ts'
export { type LoadedPerson, loadCustomers } from './load-customers.ts'
export { addOrganisation, organisationByName } from './organisations.ts'
export { personFor } from './person-for.ts'
export { addPerson } from './persons.ts'
export { type Person, recogniseSender, recogniseSenders, type Sender } from './recognise-sender.ts'
export { customerRoutes } from './routes.ts'
export type { TicketCounts } from './ticket-counts.ts'
