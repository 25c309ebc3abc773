import type { ScenarioText, Trade } from '../scenario.ts'
import type { CategoryKey, Enclosure, KeyOf, TagKey, TeamKey } from '../scenarios.ts'

/** The words of every scenario of a trade. */
export type TradeTexts<T extends Trade> = { [K in KeyOf<T>]: ScenarioText }

export type Conversations = { [T in Trade]: TradeTexts<T> }

/** What stands around the conversations: who writes, to whom, under which words. All people and firms are invented. */
export interface Surroundings {
  teams: Record<TeamKey, string>
  categories: Record<CategoryKey, string>
  tags: Record<TagKey, string>
  agents: readonly string[]
  givenNames: readonly string[]
  familyNames: readonly string[]
  organisations: readonly string[]
  /** How customers begin and end; an empty one is left out, as people do. */
  greetings: readonly string[]
  closings: readonly string[]
  /** How the team begins (with `{name}`) and ends. */
  agentGreetings: readonly string[]
  agentClosings: readonly string[]
  /** A customer who waited and asks again. */
  nudges: readonly string[]
  /** A customer who is content. */
  thanks: readonly string[]
  spam: readonly { title: string; text: string; from: string }[]
  /** File names without the ending, and the line that a generated document carries. */
  enclosures: Record<Enclosure, string>
  documentLine: string
}
