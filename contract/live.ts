import { z } from 'zod'
import { Id, TicketNumber } from './common.ts'
import { operation } from './operation.ts'

/**
 * Server-sent events. Each has `id:` (a cursor: send it back as `Last-Event-ID`), `event:` (its kind) and `data:` (JSON).
 * `ticket`: something happened to a ticket that the listener may see; `kinds` are those of its events, or `deliveryChanged`, which is none. `presence`: who views or writes. `notification`: one's own.
 * `reset`: too much was missed; fetch again what is on the screen.
 */
export const LiveTicket = z.object({
  number: TicketNumber,
  version: z.int(),
  kinds: z.array(z.string()),
  actorId: Id.nullable(),
})
export const LivePresence = z.object({
  number: TicketNumber,
  agents: z.array(z.object({ id: Id, name: z.string(), state: z.enum(['viewing', 'replying', 'noting']) })),
})
export const LiveNotification = z.object({ id: Id, kind: z.string() })
export type LiveTicket = z.infer<typeof LiveTicket>
export type LivePresence = z.infer<typeof LivePresence>
export type LiveNotification = z.infer<typeof LiveNotification>

export const live = {
  stream: operation({
    method: 'GET',
    path: '/live',
    summary: 'What happens, as it happens',
    tag: 'Live',
    access: 'light_agent',
    scope: 'read',
    kind: 'events',
  }),
}
