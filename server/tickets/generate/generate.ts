import { organisation } from '#people'
import { type House, transact } from '#platform'
import { firstOwner } from '../demo/demo.ts'
import { calendar } from './calendar.ts'
import { loadCast } from './cast.ts'
import { chance } from './chance.ts'
import { draw } from './draw.ts'
import { hireMakers } from './makers.ts'
import { checkKeys, writeBatch } from './write-batch.ts'

/*
 * Load data: many tickets with real events, digests and hashes, written by COPY, so that measurements see what a house of several
 * years holds. The same seed on the same day gives the same tickets; only salts, and so hashes, are new each time.
 */

export interface GenerateInput {
  tickets: number
  seed: number
  now?: Date
  /** Called after each batch. */
  progress?: (done: number, of: number) => void
}

export interface Generated {
  tickets: number
  events: number
  messages: number
}

/** Tickets a transaction. */
const BATCH = 1_000

/** Fills the house with load data. Nobody is told and no mail goes out. Refuses an installation that is not set up (not-set-up). */
export async function generate(house: House, input: GenerateInput): Promise<Generated> {
  const owner = await firstOwner(house)
  const now = input.now ?? house.now()
  const random = chance(input.seed)
  const { timezone } = await house.settings.get(organisation)
  const days = calendar(input.tickets, now, timezone, random)
  const cast = await transact(house, (tx) => loadCast(tx, owner, input.tickets, random))
  const births = days.flatMap(({ day, times }) => times.map((at) => ({ day, at })))
  const seeds = Array.from({ length: Math.ceil(births.length / BATCH) }, () => random.int(0, 2 ** 31))

  const done: Generated = { tickets: 0, events: 0, messages: 0 }
  const makers = hireMakers(cast)
  try {
    // Each lane goes on with the next batch when its own is written: so many are under way at once, and no more wait in memory.
    const next = seeds.entries()
    let drawn: Promise<unknown> = Promise.resolve()
    let written: Promise<unknown> = Promise.resolve()
    const lane = async () => {
      for (const [i, seed] of next) {
        // One after the other, so that numbers follow the clock.
        const drawing = drawn.then(() => draw(house, births.slice(i * BATCH, (i + 1) * BATCH)))
        drawn = drawing
        const batch = await makers.make({ seed, now: now.getTime(), ...(await drawing) })
        written = written.then(() => writeBatch(house, batch))
        await written
        done.tickets += batch.tickets
        done.events += batch.events
        done.messages += batch.messages
        input.progress?.(done.tickets, births.length)
      }
    }
    await Promise.all(Array.from({ length: makers.count + 1 }, lane))
  } finally {
    await makers.end()
  }
  await checkKeys(house)
  await house.database.pool.query('analyze tickets, ticket_events, messages, persons, organisations')
  house.live.send({ kind: 'gap' })
  return done
}
