import type { Jobs } from '#platform'
import { cleanUp } from './platform/jobs/clean-up.ts'

/** Every job by its name. */
export function handleJobs(jobs: Jobs): void {
  jobs.handle('platform.cleanUp', cleanUp)
}
