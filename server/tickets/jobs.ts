import type { House } from '#platform'
import { FORGET_FILES, forgetFiles } from './erasure/erase.ts'
import { WAKE, wake } from './wake.ts'

/** The jobs of this domain by name. */
export const ticketJobs: Record<string, (house: House, data: Record<string, unknown>) => Promise<void>> = {
  [WAKE]: wake,
  [FORGET_FILES]: forgetFiles,
}
