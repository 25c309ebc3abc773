import type { Priority, SORTS, Status, WaitingOn } from '#contract'
import type { WordKey } from '../../app/words.ts'

/** The standing lists of the desk. `team-3` is a team's. */
export const VIEWS = [
  'live',
  'mine',
  'unassigned',
  'following',
  'drafts',
  'waiting',
  'postponed',
  'resolved',
  'closed',
  'all',
  'spam',
  'trash',
  'quarantine',
] as const
export type ViewName = (typeof VIEWS)[number]
export type Sort = (typeof SORTS)[number]

export const VIEW_WORDS: Record<ViewName, WordKey> = {
  live: 'nav.inbox',
  mine: 'nav.mine',
  unassigned: 'nav.unassigned',
  following: 'nav.following',
  drafts: 'nav.drafts',
  waiting: 'nav.waiting',
  postponed: 'nav.postponed',
  resolved: 'nav.resolved',
  closed: 'nav.closed',
  all: 'nav.allTickets',
  spam: 'nav.spam',
  trash: 'nav.trash',
  quarantine: 'nav.quarantine',
}

/** What the address says of a list: shareable, and kept when one opens a ticket in it. */
export interface ListSearch {
  status?: Status[] | undefined
  priority?: Priority[] | undefined
  waitingOn?: WaitingOn | undefined
  type?: string | undefined
  team?: number | 'none' | undefined
  assignee?: number | 'me' | 'none' | undefined
  category?: number | undefined
  tag?: string | undefined
  q?: string | undefined
  sort?: Sort | undefined
}

const STATUSES: readonly string[] = ['new', 'open', 'in_progress', 'resolved', 'closed']
const PRIORITIES: readonly string[] = ['low', 'medium', 'high', 'urgent']
const SORT_NAMES: readonly string[] = ['waitingSince', 'createdAt', 'updatedAt', 'priority', 'dueAt']

/** Reads an address; what is not known falls away. */
export function parseListSearch(search: Record<string, unknown>): ListSearch {
  const list = (value: unknown, known: readonly string[]) => {
    const all = (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter((v) =>
      known.includes(String(v)),
    )
    return all.length > 0 ? all : undefined
  }
  const text = (value: unknown, most: number) =>
    (typeof value === 'string' || typeof value === 'number') && String(value).trim() !== ''
      ? String(value).slice(0, most)
      : undefined
  const id = (value: unknown) => (Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined)
  const sort = text(search.sort, 20)
  const parsed: ListSearch = {
    status: list(search.status, STATUSES) as Status[] | undefined,
    priority: list(search.priority, PRIORITIES) as Priority[] | undefined,
    waitingOn: list(search.waitingOn, ['us', 'customer', 'third_party'])?.[0] as WaitingOn | undefined,
    type: text(search.type, 60),
    team: search.team === 'none' ? 'none' : id(search.team),
    assignee: search.assignee === 'me' || search.assignee === 'none' ? search.assignee : id(search.assignee),
    category: id(search.category),
    tag: text(search.tag, 60),
    q: text(search.q, 200),
    sort: sort && SORT_NAMES.includes(sort.replace(/^-/, '')) ? (sort as Sort) : undefined,
  }
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== undefined))
}

/** The team of a view's name, when it is a team's. */
export const teamOfView = (view: string): number | undefined => {
  const id = /^team-(\d+)$/.exec(view)?.[1]
  return id ? Number(id) : undefined
}

/** What the house is asked for a view with its filters. */
export function listQuery(view: string, search: ListSearch) {
  const team = teamOfView(view)
  const { team: teamFilter, assignee, status, ...rest } = search
  const name = (VIEWS as readonly string[]).includes(view) ? (view as ViewName) : 'live'
  return {
    ...rest,
    // A status that is asked for by name is looked for everywhere, not only among what is live.
    view: status && (team !== undefined || name === 'live') ? ('all' as const) : name,
    ...(status ? { status } : {}),
    ...(team !== undefined ? { teamId: team } : teamFilter !== undefined ? { teamId: teamFilter } : {}),
    ...(assignee !== undefined ? { assigneeId: assignee } : {}),
    sort: search.sort ?? defaultSort(name),
  }
}

/** Work is taken by who has waited longest; what is done is read newest first. */
export function defaultSort(view: ViewName): Sort {
  return ['resolved', 'closed', 'all', 'spam', 'trash', 'following', 'drafts'].includes(view)
    ? '-updatedAt'
    : 'waitingSince'
}
