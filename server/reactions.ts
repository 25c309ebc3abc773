import type { EventKind } from '#contract'
import { mailReactions } from '#mail'
import { TELL } from '#notifications'
import type { Reactions } from '#platform'

/** When this happened to a ticket, then do that: each reaction is a job of its own, retried alone. */
export const reactions: Reactions = joined(mailReactions, {
  ticketOpened: [{ job: TELL, when: ({ assigneeId }) => assigneeId !== null }],
  messageReceived: [{ job: TELL, when: ({ counts, trust }) => counts || trust === 'quarantined' }],
  noteAdded: [{ job: TELL, when: ({ mentions }) => mentions.length > 0 }],
  assigned: [{ job: TELL, when: ({ to, claimed }) => to !== null && !claimed }],
  deliveryFailed: [{ job: TELL, when: ({ permanent }) => permanent }],
})

function joined(...tables: Reactions[]): Reactions {
  const all: Partial<Record<EventKind, unknown[]>> = {}
  for (const table of tables) {
    for (const [kind, names] of Object.entries(table) as [EventKind, readonly unknown[]][]) {
      all[kind] = [...(all[kind] ?? []), ...names]
    }
  }
  return all as Reactions
}
