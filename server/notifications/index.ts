/** What agents are told: notifications, and the live stream of what happens. */
export { type NotificationKind, notify, type Telling } from './notify.ts'
export { TELL, TOLD_OF, tell } from './reactions.ts'
export { notificationRoutes } from './routes.ts'
