import { sql } from 'kysely'
import type { Language } from '#contract'
import { agentActor, organisation } from '#people'
import { type AgentActor, type House, Problem, transact } from '#platform'
import { chance } from '../generate/chance.ts'
import { takeNumber } from '../numbers/take-number.ts'
import { cast } from './cast.ts'
import { enclosure } from './enclosures.ts'
import { layGround } from './ground.ts'
import { alone } from './lock.ts'
import { plan } from './plan.ts'
import { type Stage, tell } from './tell.ts'
import { TEXTS } from './texts/index.ts'

export interface DemoInput {
  /** The organisation's own when left out. */
  language?: Language | undefined
  now?: Date
  /** Called after each ticket. */
  progress?: (done: number, of: number) => void
}

/**
 * Fills in sample data: organisations, persons, agents who cannot sign in, teams, categories, and two hundred tickets of the last
 * sixty days with their conversations, written by the house's own commands. No mail goes out. `removeDemo` takes it away again.
 * Refuses a second time (conflict), and an installation that is not set up (not-set-up).
 */
export async function demo(house: House, input: DemoInput = {}): Promise<{ tickets: number }> {
  return alone(house, async () => {
    const owner = await firstOwner(house)
    const known = await sql`select from demo_items where kind = 'ticket' limit 1`.execute(house.db)
    if (known.rows.length > 0) {
      throw new Problem(409, 'conflict', {
        detail: 'The sample data is here already. Remove it first, then fill it in again.',
      })
    }
    const { language: own, timezone } = await house.settings.get(organisation)
    const language = input.language ?? own
    const now = input.now ?? house.now()
    const random = chance(now.getTime() % 2 ** 32)
    const words = TEXTS[language].surroundings
    const people = cast(language, words, random)
    const stories = plan({ language, cast: people, now, zone: timezone, chance: random })

    const ground = await transact(house, (tx) => layGround(tx, owner, language, people))
    const stage: Stage = {
      ground,
      owner,
      language,
      agents: await Promise.all(ground.agents.map(async (id) => (await agentActor(house, id))!)),
      tags: words.tags,
      enclosed: (kind) => enclosure(kind, words.enclosures[kind], words.documentLine, random),
    }
    for (const [i, story] of stories.entries()) {
      const taken = await takeNumber(house, story.at)
      await transact(house, (tx) => tell(house, tx, story, taken, stage))
      input.progress?.(i + 1, stories.length)
    }
    // Open screens look again: nothing of this was told one by one.
    house.live.send({ kind: 'gap' })
    return { tickets: stories.length }
  })
}

/** In whose name teams and agents are made. */
export async function firstOwner(house: House): Promise<AgentActor> {
  const { rows } = await sql<{ id: number }>`
    select id from agents where role = 'owner' and active order by id limit 1`.execute(house.db)
  const owner = rows[0] ? await agentActor(house, rows[0].id) : null
  if (owner === null) throw new Problem(409, 'not-set-up')
  return owner
}
