import type { AgentActor, House } from '#platform'

/** How many tickets an agent may see of each person or organisation. Tickets stand a ring above, so the root hands this in. */
export interface TicketCounts {
  ofPersons(house: House, actor: AgentActor, ids: readonly number[]): Promise<ReadonlyMap<number, number>>
  ofOrganisations(house: House, actor: AgentActor, ids: readonly number[]): Promise<ReadonlyMap<number, number>>
}
