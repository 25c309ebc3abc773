import { live, notifications } from '#contract'
import { type Route, route, transact } from '#platform'
import { streamLive } from './live-stream.ts'
import { markRead, ownNotifications } from './own.ts'

export const notificationRoutes: Route[] = [
  route(notifications.list, ({ house, actor, query }) => ownNotifications(house, actor, query.unread === 'true')),
  route(notifications.markRead, async ({ house, actor, body, now }) => {
    await transact(house, (tx) => markRead(tx, actor, body?.ids, now))
  }),
  route(live.stream, ({ house, actor, request, reply }) => streamLive(house, actor, request, reply)),
]
