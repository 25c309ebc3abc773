import type { Language } from '#contract'
import type { Chance } from '../generate/chance.ts'
import type { Cast, DemoPerson } from './cast.ts'
import type { ScenarioText } from './scenario.ts'
import { SCENARIOS, type Scenario, type ScenarioKey, type TeamKey } from './scenarios.ts'
import { AGES, type Ending, SHARES, type Step, type Story, type Untimed } from './story.ts'
import { TEXTS } from './texts/index.ts'
import { thingsOf, WRITERS } from './things.ts'
import { MINUTES_A_DAY, morningIn, timesOf } from './times.ts'
import { createWriter, type Writer } from './writer.ts'

export interface PlanInput {
  language: Language
  cast: Cast
  now: Date
  /** IANA. Stories happen by this clock. */
  zone: string
  chance: Chance
}
type Setting = Omit<PlanInput, 'language'> & { writer: Writer }

/** Two hundred stories, oldest first. Pure: the same chance and the same `now` give the same stories. */
export function plan({ language, cast, now, zone, chance }: PlanInput): Story[] {
  const { surroundings, conversations } = TEXTS[language]
  const writer = createWriter(surroundings, cast, chance)
  const setting: Setting = { cast, now, zone, chance, writer }
  const endings = chance.shuffled(
    (Object.entries(SHARES) as [Ending, number][]).flatMap(([ending, count]) => Array<Ending>(count).fill(ending)),
  )
  const keys = inTurn(endings.length, chance)
  const stories = endings.map((ending, i) => {
    const key = keys[i]!
    const { trade } = SCENARIOS[key]
    const words = (conversations[trade] as Record<string, ScenarioText>)[key]!
    const details = { ref: String(chance.int(20_000, 989_999)), thing: chance.pick(thingsOf(key, trade)) }
    return tell(key, ending, writer.filled(words, details), setting)
  })
  const spam = surroundings.spam.map(({ title, text }, i): Story => {
    const [at] = timesOf([i, i + 4], [], setting)
    return {
      ...PLAIN,
      person: cast.persons.length + i,
      folder: 'spam',
      title,
      at: at!,
      text: writer.spoken(text),
      steps: [],
    }
  })
  return [...stories, ...spam].sort((a, b) => a.at.getTime() - b.at.getTime())
}

const PLAIN: Omit<Story, 'person' | 'title' | 'at' | 'text' | 'steps'> = {
  scenario: null,
  channel: 'email',
  folder: 'inbox',
  type: 'support',
  priority: 'medium',
  category: null,
  team: null,
  tags: [],
  participant: null,
}

/** Every scenario once before any comes again. */
function inTurn(count: number, chance: Chance): ScenarioKey[] {
  const keys: ScenarioKey[] = []
  while (keys.length < count) keys.push(...chance.shuffled(Object.keys(SCENARIOS) as ScenarioKey[]))
  return keys.slice(0, count)
}

/** Which agents (by their places in the cast) work in which team. */
export const CREWS: Record<TeamKey, readonly number[]> = { desk: [0, 1], workshop: [1, 3], billing: [4, 0], it: [2, 3] }

function tell(key: ScenarioKey, ending: Ending, words: ScenarioText, setting: Setting): Story {
  const { chance, writer, cast } = setting
  const scenario: Scenario = SCENARIOS[key]
  const place = whoWrites(key, scenario, setting)
  const person = cast.persons[place]!
  const isSorted = chance.is(0.6)
  const channel = chance.is(0.72) ? 'email' : chance.pick(['portal', 'form', 'phone'] as const)
  const steps = course(ending, words, scenario, person, setting)
  if (!isSorted && steps.length > 0) {
    steps.unshift({ does: 'sort', agent: chance.int(0, 4), category: scenario.category, priority: scenario.priority })
  }
  const [at, ...times] = timesOf(
    AGES[ending],
    steps.map((step) => ({ team: step.does !== 'write', atLeast: step.does === 'close' ? 7 * MINUTES_A_DAY : 0 })),
    setting,
  )
  const colleagues = cast.persons.flatMap((other, i) =>
    i !== place && person.organisation !== null && other.organisation === person.organisation ? [i] : [],
  )
  return {
    scenario: key,
    person: place,
    channel,
    folder: 'inbox',
    title: words.title,
    type: scenario.type,
    priority: isSorted ? scenario.priority : 'medium',
    category: isSorted ? scenario.category : null,
    team: ending === 'new' && chance.is(0.3) ? null : scenario.team,
    tags: chance.is(0.6) ? [...scenario.tags] : [],
    participant: colleagues.length > 0 && chance.is(0.2) ? chance.pick(colleagues) : null,
    at: at!,
    text: channel === 'phone' ? writer.spoken(words.ask) : writer.customer(person, words.ask, scenario.encloses),
    steps: steps.map((step, i): Step => ({ ...step, at: times[i]! })),
  }
}

function whoWrites(key: ScenarioKey, scenario: Scenario, { cast, chance }: Setting): number {
  const places = WRITERS[key] ?? (scenario.from === 'organisation' ? WRITERS[scenario.trade] : undefined)
  const may = cast.persons.flatMap(({ organisation }, i) => {
    if (organisation === null) return scenario.from === 'organisation' ? [] : [i]
    return scenario.from === 'person' || (places && !places.includes(organisation)) ? [] : [i]
  })
  return chance.pick(may)
}

/** What happens after the customer wrote, until the ticket stands as its ending says. */
function course(
  ending: Ending,
  words: ScenarioText,
  scenario: Scenario,
  person: DemoPerson,
  { chance, writer, cast, now, zone }: Setting,
): Untimed[] {
  const agent = chance.pick(CREWS[scenario.team])
  const name = cast.agents[agent]!.name
  const some = (share: number, ...steps: Untimed[]) => (chance.is(share) ? steps : [])
  const claim: Untimed = chance.is(0.7)
    ? { does: 'claim', agent }
    : { does: 'assign', agent: chance.int(0, 4), to: agent }
  const start: Untimed = { does: 'start', agent }
  const note: Untimed = {
    does: 'note',
    agent: chance.pick(CREWS[scenario.team]),
    text: words.note,
    mentions: chance.is(0.25) ? chance.int(0, 4) : null,
  }
  const reply: Untimed = {
    does: 'reply',
    agent,
    text: writer.agent(name, person, words.answer, scenario.returns),
    next: 'waiting',
  }
  const back: Untimed = { does: 'write', text: writer.customer(person, words.back) }
  const solve = (next: 'waiting' | 'resolved'): Untimed => ({
    does: 'reply',
    agent,
    text: writer.agent(name, person, words.solution),
    next,
  })
  const nudge: Untimed = { does: 'write', text: writer.nudge(person) }

  switch (ending) {
    case 'new':
      return some(0.2, nudge)
    case 'assigned':
      return [claim, ...some(0.5, note), ...some(0.25, nudge)]
    case 'ownersOwn':
      return [{ does: 'assign', agent, to: 'owner' }, ...some(0.6, note)]
    case 'inProgress':
      return [claim, start, ...some(0.5, note), reply, back]
    case 'reopened':
      return [claim, ...some(0.5, note), reply, back, solve('resolved'), nudge]
    case 'waiting':
      return [claim, ...some(0.5, start), ...some(0.5, note), reply]
    case 'thirdParty':
      return [claim, start, reply, back, note, { does: 'waitForOthers', agent }]
    case 'postponed':
      return [claim, note, { does: 'postpone', agent, until: morningIn(chance.int(1, 14), { now, zone }) }]
    case 'postponedUntilReply':
      return [claim, ...some(0.5, note), reply, { does: 'postpone', agent, until: null }]
    case 'resolved':
      return [claim, ...some(0.4, start), ...some(0.6, note), reply, back, solve('resolved')]
    case 'closed':
      return chance.is(0.5)
        ? [claim, ...some(0.5, note), reply, back, solve('resolved'), { does: 'close' }]
        : [
            claim,
            ...some(0.5, note),
            reply,
            back,
            solve('waiting'),
            { does: 'write', text: writer.thanks(person) },
            { does: 'resolve', agent },
            { does: 'close' },
          ]
  }
}
