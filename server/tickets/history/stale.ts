import { Problem, type Tx } from '#platform'
import type { LockedTicket } from '../record.ts'
import { fold, type TicketState } from '../ticket.ts'
import { canonicalJson } from './canonical-json.ts'
import { eventsOf } from './read-events.ts'

/**
 * Refuses to write over what the caller has not seen. The answer names the ticket's version now and each field that is another than
 * in the version seen, so that a caller whose own fields are not among them may simply send again with the new version.
 */
export async function refuseIfStale(tx: Tx, ticket: LockedTicket, seen: number | null): Promise<void> {
  if (seen === null || seen === ticket.state.version) return
  const history = await eventsOf(tx, ticket.id)
  const then = fold(history.filter((e) => e.seq <= seen))
  throw new Problem(409, 'conflict', {
    extra: { version: ticket.state.version, changed: changedSince(then, ticket.state) },
  })
}

/** The names of fields that differ, as the API calls them. */
export function changedSince(then: TicketState | null, now: TicketState): string[] {
  if (then === null) return []
  return (Object.keys(now) as (keyof TicketState)[])
    .filter(
      (field) =>
        field !== 'version' && field !== 'updatedAt' && canonicalJson(then[field]) !== canonicalJson(now[field]),
    )
    .map((field) => (field === 'categoryId' ? 'category' : field))
}
