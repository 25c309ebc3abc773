import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasRole, type TicketAudience } from '#platform'

/** `erase`: redact and purge. */
export type Action = 'see' | 'note' | 'write' | 'erase'

export interface Guarded extends TicketAudience {
  requesterId: number | null
  participants: readonly number[]
  folder: string
}

/**
 * May they? Agents see every ticket but those of hidden teams, which they see when they own or follow one. Light agents read and
 * note. Customers see their own, as long as nobody threw it away. `scope` says the same in SQL; a test holds the two together.
 */
export function can(actor: Actor, action: Action, ticket: Guarded): boolean {
  switch (actor.type) {
    case 'rule':
    case 'system':
    case 'import':
      return true
    case 'customer':
      if (action !== 'see' || ticket.folder !== 'inbox') return false
      return ticket.requesterId === actor.id || ticket.participants.includes(actor.id)
    case 'agent': {
      const isHidden = ticket.teamId !== null && actor.hiddenTeams.includes(ticket.teamId)
      if (isHidden && ticket.assigneeId !== actor.id && !ticket.followers.includes(actor.id)) return false
      if (action === 'write') return hasRole(actor, 'agent')
      return action !== 'erase' || hasRole(actor, 'admin')
    }
  }
}

/** The tickets that an actor may see, as a condition on `tickets t`. Every query of tickets goes through here. */
export function scope(actor: Actor): RawBuilder<boolean> {
  switch (actor.type) {
    case 'rule':
    case 'system':
    case 'import':
      return sql<boolean>`true`
    case 'customer':
      return sql<boolean>`(t.folder = 'inbox' and (t.requester_id = ${actor.id} or ${actor.id} = any(t.participants)))`
    case 'agent':
      if (actor.hiddenTeams.length === 0) return sql<boolean>`true`
      return sql<boolean>`(t.team_id is null or t.team_id <> all(${[...actor.hiddenTeams]}::bigint[])
        or t.assignee_id = ${actor.id} or ${actor.id} = any(t.followers))`
  }
}
