import { z } from 'zod'
import type { Setting } from '#platform'

function whole(key: string, otherwise: number, least: number, most: number): Setting<number> {
  const schema = z.int().min(least).max(most)
  return { key, otherwise, parse: (value) => schema.parse(value) }
}

/** Days in which a customer's answer reopens a closed ticket; later ones begin a new ticket, linked both ways. */
export const REOPEN_DAYS = whole('tickets.reopenDays', 14, 0, 3650)
/** The largest file that may be uploaded, in megabytes (10^6 bytes). */
export const UPLOAD_MEGABYTES = whole('tickets.uploadMegabytes', 25, 1, 1_000)

/** For the page of settings. */
export const ticketsSettings = [REOPEN_DAYS, UPLOAD_MEGABYTES]
