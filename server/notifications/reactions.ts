import { sql } from 'kysely'
import { z } from 'zod'
import { EventData, type EventKind } from '#contract'
import { agentActor } from '#people'
import { type House, mayHear, transact } from '#platform'
import { type NotificationKind, notify } from './notify.ts'

interface Happened {
  eventId: number
  ticketId: number
  data: unknown
  actorType: string
  actorId: number | null
  teamId: number | null
  assigneeId: number | null
  followers: number[]
}
interface Wish {
  agentIds: readonly (number | null)[]
  kind: NotificationKind
  data?: Record<string, unknown>
}
type Rule = (event: Happened) => Wish | null

/** Who is told of what. Nobody is told of what they did themselves. */
const RULES: Partial<Record<EventKind, Rule>> = {
  assigned({ data, assigneeId }) {
    const { to } = EventData.assigned.parse(data)
    // Passed on since: the one who has it now is told by their own event.
    return to === assigneeId ? { agentIds: [to], kind: 'assigned' } : null
  },
  ticketOpened({ data, assigneeId }) {
    const opened = EventData.ticketOpened.parse(data)
    return opened.assigneeId === assigneeId ? { agentIds: [assigneeId], kind: 'assigned' } : null
  },
  messageReceived({ data, assigneeId, followers }) {
    const { counts, trust, messageId } = EventData.messageReceived.parse(data)
    if (trust === 'quarantined') return { agentIds: [assigneeId], kind: 'messageWaits', data: { messageId } }
    return counts ? { agentIds: [assigneeId, ...followers], kind: 'customerAnswered', data: { messageId } } : null
  },
  noteAdded({ data }) {
    const { mentions, messageId } = EventData.noteAdded.parse(data)
    return { agentIds: mentions, kind: 'mentioned', data: { messageId } }
  },
  deliveryFailed({ data, assigneeId, followers }) {
    const { permanent, messageId, recipient } = EventData.deliveryFailed.parse(data)
    if (!permanent) return null
    const told = assigneeId === null ? followers : [assigneeId]
    return { agentIds: told, kind: 'deliveryFailed', data: { messageId, recipient } }
  },
}

/** The events that somebody may be told of. */
export const TOLD_OF = Object.keys(RULES) as EventKind[]
export const TELL = 'notifications.tell'

/** The reaction to each of them: reads the present, so it may run late or twice. */
export async function tell(house: House, data: Record<string, unknown>): Promise<void> {
  const { eventId } = z.object({ eventId: z.int() }).parse(data)
  const { rows } = await sql<Omit<Happened, 'eventId'> & { kind: EventKind }>`
    select e.kind, e.ticket_id as "ticketId", e.data, e.actor_type as "actorType", e.actor_id as "actorId",
      t.team_id as "teamId", t.assignee_id as "assigneeId", t.followers
    from ticket_events e join tickets t on t.id = e.ticket_id
    where e.id = ${eventId} and e.salt is not null and t.folder = 'inbox'`.execute(house.db)
  const row = rows[0]
  if (row === undefined) return
  const event: Happened = { ...row, eventId }
  const wish = RULES[row.kind]?.(event)
  if (wish == null) return
  const self = event.actorType === 'agent' ? event.actorId : null
  const agentIds = [...new Set(wish.agentIds)].filter((id): id is number => id !== null && id !== self)
  for (const agentId of agentIds) {
    const agent = await agentActor(house, agentId)
    if (agent === null || !mayHear(agent, event)) continue
    await transact(house, (tx) =>
      notify(tx, agentId, {
        ticketId: event.ticketId,
        kind: wish.kind,
        data: wish.data ?? {},
        source: `event ${eventId}`,
      }),
    )
  }
}
