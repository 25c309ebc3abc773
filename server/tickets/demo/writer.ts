import type { Chance } from '../generate/chance.ts'
import type { Cast, DemoPerson } from './cast.ts'
import type { ScenarioText } from './scenario.ts'
import type { Enclosure } from './scenarios.ts'
import type { Text } from './story.ts'
import type { Surroundings } from './texts/index.ts'

/** Puts the words of a scenario into the mouths of people, as they write: with and without greeting, signature and HTML. */
export interface Writer {
  filled(words: ScenarioText, details: { ref: string; thing: string }): ScenarioText
  customer(person: DemoPerson, words: string, encloses?: Enclosure | null): Text
  agent(name: string, to: DemoPerson, words: string, encloses?: Enclosure | null): Text
  /** As it was said on the phone. */
  spoken(words: string): Text
  nudge(person: DemoPerson): Text
  thanks(person: DemoPerson): Text
}

export function createWriter(words: Surroundings, cast: Cast, chance: Chance): Writer {
  const given = (name: string) => name.split(' ')[0]!
  const joined = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n\n')
  const plain = (body: string): Text => ({ body, signature: null, html: false, encloses: null })

  function signed(person: DemoPerson, body: string): Text {
    const closing = `${chance.pick(words.closings)}\n${chance.is(0.5) ? person.name : given(person.name)}`
    const text = joined([chance.pick(words.greetings), body, closing])
    if (person.organisation === null || !chance.is(0.35)) return { ...plain(text), html: chance.is(0.3) }
    const block = `-- \n${person.name}\n${cast.organisations[person.organisation]!.name}\n${person.phone}`
    const start = text.length + 2
    return { ...plain(`${text}\n\n${block}`), signature: { start, end: start + block.length } }
  }

  /** The second time people write they are shorter. */
  function short(person: DemoPerson, body: string): Text {
    return plain(
      joined([chance.is(0.4) ? chance.pick(words.greetings) : '', body, chance.is(0.6) ? given(person.name) : '']),
    )
  }

  return {
    filled: (text, { ref, thing }) =>
      Object.fromEntries(
        Object.entries(text).map(([part, said]) => [part, said.replaceAll('{ref}', ref).replaceAll('{thing}', thing)]),
      ) as unknown as ScenarioText,
    customer: (person, said, encloses = null) => ({
      ...(encloses === null && chance.is(0.3) ? short : signed)(person, said),
      encloses,
    }),
    agent(name, to, said, encloses = null) {
      const greeting = chance.pick(words.agentGreetings).replace('{name}', given(to.name))
      const closing = `${chance.pick(words.agentClosings)}\n${name}`
      return { ...plain(joined([greeting, said, closing])), html: true, encloses }
    },
    spoken: plain,
    nudge: (person) => short(person, chance.pick(words.nudges)),
    thanks: (person) => short(person, chance.pick(words.thanks)),
  }
}
