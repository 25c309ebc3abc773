import { mailSchedule } from '#mail'

/** Jobs by the clock (cron, UTC). One process of all runs each. */
export const schedule: readonly { name: string; cron: string }[] = [
  { name: 'platform.cleanUp', cron: '17 * * * *' },
  ...mailSchedule,
]
