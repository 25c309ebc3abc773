import { customerRoutes } from '#customers'
import { mailRoutes, mailSettings } from '#mail'
import { notificationRoutes } from '#notifications'
import { type AnySetting, peopleRoutes, peopleSettings } from '#people'
import type { Route } from '#platform'
import { ticketRoutes, ticketsSettings } from '#tickets'
import { metricsToken } from './platform/http/health.ts'
import { ticketCounts } from './ticket-counts.ts'

/** Every setting that the API shows and changes. */
export const declaredSettings: readonly AnySetting[] = [
  ...peopleSettings,
  ...ticketsSettings,
  ...mailSettings,
  metricsToken,
]

/** Every operation of the contract with what answers it. The server does not start when they differ. */
export function routes(settings: readonly AnySetting[]): Route[] {
  return [
    ...peopleRoutes(settings),
    ...customerRoutes(ticketCounts),
    ...ticketRoutes,
    ...mailRoutes,
    ...notificationRoutes,
  ]
}
