import type { EventKind } from '#contract'
import { mailReactions } from '#mail'
import { TELL } from '#notifications'

/** When this happened to a ticket, then do that: each reaction is a job of its own, retried alone. */
export const reactions: Partial<Record<EventKind, readonly string[]>> = joined(mailReactions, {
  ticketOpened: [TELL],
  messageReceived: [TELL],
  noteAdded: [TELL],
  assigned: [TELL],
  deliveryFailed: [TELL],
})

type Table = Partial<Record<EventKind, readonly string[]>>

function joined(...tables: Table[]): Table {
  const all: Table = {}
  for (const table of tables) {
    for (const [kind, names] of Object.entries(table) as [EventKind, readonly string[]][]) {
      all[kind] = [...(all[kind] ?? []), ...names]
    }
  }
  return all
}
