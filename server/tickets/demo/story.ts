import type { Channel, Priority } from '#contract'
import type { CategoryKey, Enclosure, ScenarioKey, TagKey, TeamKey } from './scenarios.ts'

/** What is told of one ticket: how it began and what happened then, in order. Persons and agents by their places in the cast. */
export interface Story {
  scenario: ScenarioKey | null
  person: number
  channel: Channel
  folder: 'inbox' | 'spam'
  title: string
  type: 'support' | 'repair'
  priority: Priority
  category: CategoryKey | null
  team: TeamKey | null
  tags: TagKey[]
  /** Someone else of the same organisation in copy. */
  participant: number | null
  at: Date
  text: Text
  steps: Step[]
}

/** What somebody wrote: as paragraphs, told as plain text or as HTML. */
export interface Text {
  body: string
  /** The part of it that is the signature, as places in `body`; null without one. */
  signature: { start: number; end: number } | null
  html: boolean
  encloses: Enclosure | null
}

/** `owner`: the person who runs the installation, so that they find something of their own. */
export type Desk = number | 'owner'

export type Step = { at: Date } & Untimed
export type Untimed =
  | { does: 'claim'; agent: number }
  | { does: 'assign'; agent: number; to: Desk }
  | { does: 'start'; agent: number }
  | { does: 'note'; agent: number; text: string; mentions: number | null }
  | { does: 'reply'; agent: number; text: Text; next: 'waiting' | 'resolved' }
  | { does: 'write'; text: Text }
  | { does: 'sort'; agent: number; category: CategoryKey; priority: Priority }
  | { does: 'postpone'; agent: number; until: Date | null }
  | { does: 'waitForOthers'; agent: number }
  | { does: 'resolve'; agent: number }
  | { does: 'close' }

/** How a story stands today. */
export type Ending =
  | 'new'
  | 'assigned'
  | 'ownersOwn'
  | 'inProgress'
  | 'reopened'
  | 'waiting'
  | 'thirdParty'
  | 'postponed'
  | 'postponedUntilReply'
  | 'resolved'
  | 'closed'

/** 198 tickets and two of spam; about 70 of them wait for the team. */
export const SHARES: Record<Ending, number> = {
  new: 18,
  assigned: 16,
  ownersOwn: 6,
  inProgress: 27,
  reopened: 4,
  waiting: 28,
  thirdParty: 4,
  postponed: 8,
  postponedUntilReply: 5,
  resolved: 36,
  closed: 46,
}

/** How many days ago stories of this ending began: from, to. */
export const AGES: Record<Ending, readonly [number, number]> = {
  new: [0, 2],
  assigned: [0, 6],
  ownersOwn: [0, 8],
  inProgress: [1, 12],
  reopened: [8, 24],
  waiting: [1, 16],
  thirdParty: [3, 20],
  postponed: [2, 18],
  postponedUntilReply: [4, 20],
  resolved: [3, 30],
  closed: [14, 60],
}
