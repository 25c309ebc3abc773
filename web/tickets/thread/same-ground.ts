import type { Ticket, TicketPatch, TicketRow } from '#contract'

/** What each part of a patch changes, as it is now: two agents collide only where these differ. */
const GROUND: { [K in keyof TicketPatch]-?: (ticket: Partial<Ticket>, patch: TicketPatch) => unknown } = {
  title: (t) => t.title,
  description: (t) => t.description,
  type: (t) => t.type,
  priority: (t) => t.priority,
  severity: (t) => t.severity,
  category: (t) => t.category?.id ?? null,
  status: (t) => t.status,
  waitingOn: (t) => t.waitingOn,
  postponedUntil: (t) => [t.postponedUntil, t.postponedUntilReply],
  postponedUntilReply: (t) => [t.postponedUntil, t.postponedUntilReply],
  assigneeId: (t) => t.assignee?.id ?? null,
  teamId: (t) => t.team?.id ?? null,
  requesterId: (t) => t.requester?.id ?? null,
  organisationId: (t) => t.organisation?.id ?? null,
  // Tags are added and removed one by one: nobody's tag is lost by another's.
  addTags: () => null,
  removeTags: () => null,
  fields: (t, patch) => Object.keys(patch.fields ?? {}).map((key) => t.fields?.[key] ?? null),
  folder: (t) => t.folder,
  reason: () => null,
}

/**
 * Whether what the patch changes is still as the agent saw it: then it may be repeated on the newer ticket. A row of a list knows less than
 * the whole ticket; what it does not know counts as changed.
 */
export function sameGround(patch: TicketPatch, seen: Ticket | TicketRow, now: Ticket): boolean {
  return (Object.keys(patch) as (keyof TicketPatch)[]).every(
    (key) => JSON.stringify(GROUND[key](seen as Partial<Ticket>, patch)) === JSON.stringify(GROUND[key](now, patch)),
  )
}
