import { mailJobs } from '#mail'
import { TELL, tell } from '#notifications'
import type { Jobs } from '#platform'
import { ticketJobs } from '#tickets'
import { cleanUp } from './platform/jobs/clean-up.ts'

/** Every job by its name. */
export function handleJobs(jobs: Jobs): void {
  for (const [name, handler] of Object.entries({ ...ticketJobs, ...mailJobs })) jobs.handle(name, handler)
  jobs.handle(TELL, tell)
  jobs.handle('platform.cleanUp', cleanUp)
}
