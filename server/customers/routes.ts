import { customers } from '#contract'
import { type Route, route, transact } from '#platform'
import { addOrganisation, organisationById, organisations } from './organisations.ts'
import { addPerson, changePerson, personById, persons } from './persons.ts'
import type { TicketCounts } from './ticket-counts.ts'

/** The ticket lists of a person and an organisation are answered by the tickets. */
export function customerRoutes(counts: TicketCounts): Route[] {
  return [
    route(customers.list, ({ house, actor, query }) => persons(house, actor, counts, query)),
    route(customers.add, async ({ house, actor, body }) => {
      const id = await transact(house, (tx) => addPerson(tx, body))
      return personById(house, actor, counts, id)
    }),
    route(customers.get, ({ house, actor, params }) => personById(house, actor, counts, params.id)),
    route(customers.change, async ({ house, actor, params, body }) => {
      await transact(house, (tx) => changePerson(tx, params.id, body))
      return personById(house, actor, counts, params.id)
    }),
    route(customers.organisations, ({ house, actor, query }) => organisations(house, actor, counts, query)),
    route(customers.addOrganisation, async ({ house, actor, body }) => {
      const id = await transact(house, (tx) => addOrganisation(tx, body))
      return organisationById(house, actor, counts, id)
    }),
    route(customers.getOrganisation, ({ house, actor, params }) => organisationById(house, actor, counts, params.id)),
  ]
}
