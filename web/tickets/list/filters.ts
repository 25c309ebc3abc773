import { type Priority, people, type Status, ticketSettings } from '#contract'
import { useData } from '../../app/data.ts'
import { useMe } from '../../app/session.ts'
import { useText, type WordKey, wordExists } from '../../app/words.ts'
import type { ListSearch } from './views.ts'

export interface FilterChoice {
  group: string
  label: string
  /** Is it on in this address? */
  on: (search: ListSearch) => boolean
  /** The address with it turned on or off. */
  turn: (search: ListSearch, on: boolean) => ListSearch
}

const STATUS_WORDS: Record<Status, WordKey> = {
  new: 'status.new',
  open: 'status.open',
  in_progress: 'status.inProgress',
  resolved: 'status.resolved',
  closed: 'status.closed',
}

/** Everything a list can be narrowed by, with its words. */
export function useFilterChoices(): FilterChoice[] {
  const t = useText()
  const me = useMe()
  const { data: agents } = useData(people.agents, {}, { staleTime: 60_000 })
  const { data: teams } = useData(people.teams, {}, { staleTime: 60_000 })
  const { data: types } = useData(ticketSettings.types, {}, { staleTime: 60_000 })
  const { data: categories } = useData(ticketSettings.categories, {}, { staleTime: 60_000 })
  const { data: tags } = useData(ticketSettings.tags, {}, { staleTime: 60_000 })
  return [
    ...(Object.keys(STATUS_WORDS) as Status[]).map((value) =>
      many(t('term.status'), t(STATUS_WORDS[value]), 'status', value),
    ),
    one(t('term.status'), t('status.waitingCustomer'), 'waitingOn', 'customer' as const),
    one(t('term.status'), t('status.waitingThirdParty'), 'waitingOn', 'third_party' as const),
    ...(['urgent', 'high', 'medium', 'low'] as Priority[]).map((value) =>
      many(t('term.priority'), t(`priority.${value}`), 'priority', value),
    ),
    one(t('term.assignee'), t('list.me'), 'assignee', 'me' as const),
    one(t('term.assignee'), t('nav.unassigned'), 'assignee', 'none' as const),
    ...(agents?.items ?? [])
      .filter((a) => a.active && a.id !== me.agent.id)
      .map((a) => one(t('term.assignee'), a.name, 'assignee', a.id)),
    ...(teams?.items ?? [])
      .filter((team) => team.active)
      .map((team) => one(t('term.team'), team.name, 'team', team.id)),
    ...(types?.items ?? [])
      .filter((type) => type.active)
      .map((type) => one(t('term.type'), typeName(type, t), 'type', type.key)),
    ...(categories?.items ?? [])
      .filter((c) => c.active)
      .map((c) => one(t('term.category'), c.path.join(' › ') || c.name, 'category', c.id)),
    ...(tags?.items ?? []).slice(0, 100).map((tag) => one(t('term.tag'), tag.name, 'tag', tag.name)),
  ]
}

/** A type's name: the built-in ones in the reader's language, others as the admin wrote them. */
export function typeName(type: { key: string; name: string }, t: ReturnType<typeof useText>): string {
  const key = `ticketType.${type.key}`
  return wordExists(key) ? t(key) : type.name
}

function one<K extends 'waitingOn' | 'assignee' | 'team' | 'type' | 'category' | 'tag'>(
  group: string,
  label: string,
  field: K,
  value: NonNullable<ListSearch[K]>,
): FilterChoice {
  return {
    group,
    label,
    on: (search) => search[field] === value,
    turn: (search, on) => without({ ...search, [field]: on ? value : undefined }),
  }
}

function many<K extends 'status' | 'priority'>(
  group: string,
  label: string,
  field: K,
  value: NonNullable<ListSearch[K]>[number],
): FilterChoice {
  return {
    group,
    label,
    on: (search) => (search[field] as string[] | undefined)?.includes(value) ?? false,
    turn: (search, on) => {
      const rest = ((search[field] ?? []) as string[]).filter((v) => v !== value)
      const next = on ? [...rest, value] : rest
      return without({ ...search, [field]: next.length > 0 ? next : undefined })
    },
  }
}

const without = (search: ListSearch): ListSearch =>
  Object.fromEntries(Object.entries(search).filter(([, v]) => v !== undefined))
