import type { House } from '#platform'
import { openHouse } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { createLog } from '../platform/log.ts'
import { withDatabase } from './database.ts'

/** The house for one command: nothing listens, nothing runs by itself; closed when the command ends. */
export function withHouse<T>(
  command: string,
  work: (house: House) => Promise<T>,
  { mayCreate = false } = {},
): Promise<T> {
  const config = readConfig()
  return withDatabase(config, command, mayCreate, async ({ connectionString }) => {
    const { house, close } = await openHouse(config, { connectionString, log: createLog('warn') })
    try {
      return await work(house)
    } finally {
      await close()
    }
  })
}
