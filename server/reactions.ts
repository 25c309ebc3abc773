import type { EventKind } from '#contract'

/** When this happened to a ticket, then do that: each reaction is a job of its own, retried alone. */
export const reactions: Partial<Record<EventKind, readonly string[]>> = {}
