import type { Kysely, Selectable } from 'kysely'
import type { Db } from '#platform'
import { canonicalJson } from './history/canonical-json.ts'
import type { TicketState } from './ticket.ts'

export type Tables = Db extends Kysely<infer T> ? T : never
type Tickets = Tables['tickets']

/** The columns that are the folded state; beside them a row has its id, its chain's head and generated columns. */
export const STATE_COLUMNS = {
  number: 'number',
  title: 'title',
  description: 'description',
  type: 'type',
  category_id: 'categoryId',
  priority: 'priority',
  severity: 'severity',
  status: 'status',
  waiting_on: 'waitingOn',
  waiting_since: 'waitingSince',
  postponed_until: 'postponedUntil',
  postponed_until_reply: 'postponedUntilReply',
  folder: 'folder',
  channel: 'channel',
  requester_id: 'requesterId',
  organisation_id: 'organisationId',
  assignee_id: 'assigneeId',
  team_id: 'teamId',
  mailbox_id: 'mailboxId',
  tags: 'tags',
  fields: 'fields',
  links: 'links',
  followers: 'followers',
  participants: 'participants',
  merged_into: 'mergedInto',
  created_at: 'createdAt',
  updated_at: 'updatedAt',
  first_assigned_at: 'firstAssignedAt',
  first_responded_at: 'firstRespondedAt',
  resolved_at: 'resolvedAt',
  closed_at: 'closedAt',
  last_message_at: 'lastMessageAt',
  last_message_id: 'lastMessageId',
  reopen_count: 'reopenCount',
  message_count: 'messageCount',
  quarantined_count: 'quarantinedCount',
  version: 'version',
} as const satisfies { [column in keyof Tickets]?: keyof TicketState }
export type StateColumn = keyof typeof STATE_COLUMNS

const COLUMNS = Object.entries(STATE_COLUMNS) as [StateColumn, keyof TicketState][]
const JSON_COLUMNS: ReadonlySet<StateColumn> = new Set<StateColumn>(['fields', 'links'])

/** A row as the driver gives it → the state. */
export function fromRow(row: Pick<Selectable<Tickets>, StateColumn>): TicketState {
  const state: Record<string, unknown> = {}
  for (const [column, field] of COLUMNS) {
    const value: unknown = row[column]
    state[field] = value instanceof Date ? value.toISOString() : value
  }
  return state as unknown as TicketState
}

/** The state → values for the driver, all columns or those in which it differs from `before`. */
export function toRow(state: TicketState, before?: TicketState): Record<StateColumn, unknown> {
  const row: Partial<Record<StateColumn, unknown>> = {}
  for (const [column, field] of COLUMNS) {
    if (before && before[field] === state[field]) continue
    const value = state[field]
    row[column] = JSON_COLUMNS.has(column) ? JSON.stringify(value) : value
  }
  return row as Record<StateColumn, unknown>
}

/** The columns in which two states differ. */
export function differences(one: TicketState, other: TicketState): StateColumn[] {
  return COLUMNS.filter(([, field]) => canonicalJson(one[field]) !== canonicalJson(other[field])).map(([c]) => c)
}
