import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#contract'
import { chance } from '../generate/chance.ts'
import { cast } from './cast.ts'
import { plan } from './plan.ts'
import { SCENARIOS } from './scenarios.ts'
import { SHARES } from './story.ts'
import { TEXTS } from './texts/index.ts'

const NOW = new Date('2026-11-20T13:20:00Z')
const zone = 'Europe/Oslo'

function planned(language: (typeof LANGUAGES)[number], seed = 1) {
  const random = chance(seed)
  const people = cast(language, TEXTS[language].surroundings, random)
  return { people, stories: plan({ language, cast: people, now: NOW, zone, chance: random }) }
}

describe.each(LANGUAGES)('the sample data in %s', (language) => {
  const { people, stories } = planned(language)

  it('has 25 organisations, 120 persons and five agents, each with an address of their own that no mail reaches', () => {
    expect(people.organisations).toHaveLength(25)
    expect(people.persons).toHaveLength(120)
    expect(people.agents).toHaveLength(5)
    const addresses = [...people.persons, ...people.agents].map((person) => person.email)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(new Set(people.organisations.map((one) => one.domain)).size).toBe(25)
    for (const address of addresses)
      expect(address).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*@[a-z0-9]+(-[a-z0-9]+)*\.example$/)
  })

  it('tells two hundred stories, two of them spam, and all forty-four scenarios', () => {
    expect(stories).toHaveLength(200)
    expect(stories.filter((story) => story.folder === 'spam')).toHaveLength(2)
    expect(new Set(stories.flatMap((story) => story.scenario ?? []))).toEqual(new Set(Object.keys(SCENARIOS)))
    expect(Object.values(SHARES).reduce((a, b) => a + b)).toBe(198)
  })

  it('lets everything happen in order, within sixty-odd days, and nothing in the future', () => {
    for (const { at, steps } of stories) {
      let before = at.getTime()
      expect(NOW.getTime() - before).toBeLessThan(64 * 86_400_000)
      for (const step of steps) {
        expect(step.at.getTime()).toBeGreaterThanOrEqual(before)
        before = step.at.getTime()
      }
      expect(before).toBeLessThan(NOW.getTime())
    }
  })

  it('leaves no hole in a text unfilled and repeats no text more than a few times', () => {
    const said = stories.flatMap((story) => [
      story.title,
      story.text.body,
      ...story.steps.flatMap((step) =>
        'text' in step ? (typeof step.text === 'string' ? [step.text] : [step.text.body]) : [],
      ),
    ])
    for (const text of said) expect(text).not.toMatch(/[{}]/)
    const counts = Map.groupBy(
      said.filter((text) => text.length > 60),
      (text) => text,
    )
    for (const [text, same] of counts) expect(same.length, text).toBeLessThanOrEqual(5)
  })

  it('has no other hole than the number and the thing', () => {
    const mine = TEXTS[language].conversations
    for (const [key, { trade }] of Object.entries(SCENARIOS)) {
      for (const text of Object.values((mine[trade] as Record<string, object>)[key]!) as string[]) {
        expect(text.match(/\{\w+\}/g) ?? []).toSatisfy((holes: string[]) =>
          holes.every((h) => h === '{ref}' || h === '{thing}'),
        )
      }
    }
  })
})

it('gives the same stories for the same seed, and others for another', () => {
  expect(planned('nb', 7)).toEqual(planned('nb', 7))
  expect(planned('nb', 7).stories.map((s) => s.title)).not.toEqual(planned('nb', 8).stories.map((s) => s.title))
})

it('gives no organisation a number that could be somebody’s', () => {
  const { organisations } = planned('nb').people
  for (const { organisationNumber } of organisations) {
    const digits = [...organisationNumber.replaceAll(' ', '')].map(Number)
    const sum = [3, 2, 7, 6, 5, 4, 3, 2].reduce((total, weight, i) => total + weight * digits[i]!, 0)
    expect(digits).toHaveLength(9)
    expect((11 - (sum % 11)) % 11).not.toBe(digits[8])
  }
})
