import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { people, tickets } from '#contract'
import InboxIcon from '~icons/tabler/mailbox'
import { useData } from '../app/data.ts'
import { isAdmin, useMe } from '../app/session.ts'
import { useShortcuts } from '../app/shortcuts.ts'
import { useTitle } from '../app/title.ts'
import { useText } from '../app/words.ts'
import { EmptyState, Skeleton } from '../ui/index.ts'
import { FirstSteps } from './FirstSteps.tsx'
import styles from './InboxPage.module.css'
import { BulkBar } from './list/BulkBar.tsx'
import { ListHeader } from './list/ListHeader.tsx'
import { useListKeys } from './list/list-keys.ts'
import { keepMode, keptMode } from './list/mode.ts'
import { Resizer, useListWidth } from './list/Resizer.tsx'
import { useRowKeys } from './list/row-keys.ts'
import { useSelection } from './list/selection.ts'
import { TicketList } from './list/TicketList.tsx'
import { TicketTable } from './list/TicketTable.tsx'
import { useTicketList } from './list/ticket-list.ts'
import { type ListSearch, listQuery, teamOfView, VIEW_WORDS, type ViewName } from './list/views.ts'
import { NeighboursContext } from './neighbours.ts'
import { TicketPage } from './pages.ts'
import { prefetchTicket } from './thread/ticket-data.ts'

/** A list of tickets, and beside it the one that is open. */
export function InboxPage() {
  const t = useText()
  const me = useMe()
  const navigate = useNavigate()
  const { view = 'live', number } = useParams({ strict: false })
  const search = useSearch({ strict: false }) as ListSearch
  const [mode, setMode] = useState(() => keptMode(view))
  useEffect(() => setMode(keptMode(view)), [view])
  const list = useTicketList(view, search)
  const numbers = useMemo(() => list.rows.map((row) => row.number), [list.rows])
  const { selected, select, selectAll, clear } = useSelection(numbers)
  const [cursor, setCursor] = useState<string | undefined>(number)
  useEffect(() => {
    if (number) setCursor(number)
  }, [number])

  const title = useViewTitle(view)
  const count = useViewCount(view, search, list)
  useTitle(number ? undefined : title, list.rows.filter((row) => row.unread).length)

  const open = useCallback(
    (to: string | undefined) =>
      void navigate({ to: '/inbox/$view/{-$number}', params: { view, number: to }, search: true }),
    [navigate, view],
  )
  const setSearch = (next: ListSearch) =>
    void navigate({ to: '/inbox/$view/{-$number}', params: { view, number }, search: next, replace: true })
  const neighbours = useNeighboursOf(number, numbers, open, me.agent.preferences.afterAction)
  useListKeys({
    numbers,
    cursor,
    moveTo: (to) => {
      setCursor(to)
      if (number && mode === 'split') open(to)
      else
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>(`[data-region=list] [data-number="${to}"]`)?.focus(),
        )
    },
    open,
    toggle: (one) => select(one, false),
    selected,
    clear,
  })
  useRowKeys(number ? undefined : list.rows.find((row) => row.number === cursor))
  useShortcuts([
    ...(number
      ? [
          {
            keys: 'Escape',
            label: t('ticket.backToList'),
            run: () => open(undefined),
            group: 'list' as const,
            hidden: true,
          },
          {
            keys: 'Shift O',
            label: t('ticket.openAlone'),
            run: () => void navigate({ to: '/tickets/$number', params: { number } }),
            group: 'list' as const,
          },
        ]
      : []),
  ])
  const point = usePrefetchOnPoint()
  usePrefetch(neighbours.next)
  usePrefetch(neighbours.previous)

  const { width, setWidth } = useListWidth()
  const asTable = mode === 'table'
  const shared = { list, view, title, cursor, onCursor: setCursor, selected, onSelect: select, onPoint: point }
  const empty = <EmptyView view={view} filtered={Object.keys(search).some((key) => key !== 'sort')} />
  return (
    <div
      className={styles.page}
      data-mode={mode}
      data-open={number ? true : undefined}
      style={{ '--list-width': `${width}px` } as React.CSSProperties}
    >
      <section className={styles.list} aria-label={title} data-region="list">
        <ListHeader
          title={title}
          count={count.count}
          more={count.more}
          search={search}
          sort={search.sort ?? listQuery(view, search).sort}
          onSearch={setSearch}
          mode={mode}
          onMode={(next) => {
            keepMode(view, next)
            setMode(next)
          }}
        />
        {isAdmin(me) && view === 'live' && !asTable && <FirstSteps />}
        {asTable ? (
          <TicketTable
            {...shared}
            sort={search.sort ?? listQuery(view, search).sort}
            onSort={(sort) => setSearch({ ...search, sort })}
            onSelectAll={selectAll}
            empty={empty}
          />
        ) : (
          <TicketList {...shared} opened={number} empty={empty} />
        )}
        {selected.size > 0 && <BulkBar selected={selected} onClear={clear} view={view} />}
      </section>
      {!asTable && <Resizer width={width} onWidth={setWidth} />}
      {(number || !asTable) && (
        <div className={styles.ticket} data-region="ticket">
          {number ? (
            <NeighboursContext value={neighbours}>
              <Suspense fallback={<Skeleton lines={[40, 25, 0, 80, 72, 60]} height={16} />}>
                <TicketPage key={number} number={number} />
              </Suspense>
            </NeighboursContext>
          ) : (
            <EmptyState
              icon={<InboxIcon className={styles.emptyIcon} />}
              title={t('ticket.noneOpen')}
              body={t('ticket.noneOpenHint')}
            />
          )}
        </div>
      )}
    </div>
  )
}

function useViewTitle(view: string): string {
  const t = useText()
  const team = teamOfView(view)
  const { data: teams } = useData(people.teams, {}, { staleTime: 60_000 })
  if (team !== undefined) return teams?.items.find((one) => one.id === team)?.name ?? ''
  return t(VIEW_WORDS[view as ViewName] ?? 'nav.inbox')
}

/** The house counts the main lists; others say how many are shown. */
function useViewCount(
  view: string,
  search: ListSearch,
  list: ReturnType<typeof useTicketList>,
): { count: number | undefined; more: boolean } {
  const { data: counts } = useData(tickets.counts, {})
  const filtered = Object.keys(search).some((key) => key !== 'sort')
  const team = teamOfView(view)
  const known = filtered
    ? undefined
    : team !== undefined
      ? counts?.teams.find((one) => one.id === team)?.count
      : {
          live: counts?.live,
          mine: counts?.mine,
          unassigned: counts?.unassigned,
          drafts: counts?.drafts,
          following: counts?.following,
        }[view]
  if (known !== undefined) return { count: known, more: false }
  return { count: list.isPending ? undefined : list.rows.length, more: list.hasNextPage }
}

/** The ticket before and after, also when the open one has just left the list. */
function useNeighboursOf(
  number: string | undefined,
  numbers: string[],
  open: (number: string | undefined) => void,
  afterAction: unknown,
) {
  const order = useRef<string[]>([])
  if (number === undefined || numbers.includes(number)) order.current = numbers
  return useMemo(() => {
    const at = number ? order.current.indexOf(number) : -1
    const still = new Set(numbers)
    const next = at < 0 ? undefined : order.current.slice(at + 1).find((one) => still.has(one))
    const previous = at < 0 ? undefined : order.current.slice(0, at).findLast((one) => still.has(one))
    return {
      next,
      previous,
      open: (to: string) => open(to),
      back: () => open(undefined),
      goOn: () => {
        if (afterAction === 'stay') return
        open(afterAction === 'list' ? undefined : (next ?? previous))
      },
    }
  }, [number, numbers, open, afterAction])
}

function usePrefetch(number: string | undefined): void {
  useEffect(() => {
    if (number) prefetchTicket(number)
  }, [number])
}

/** Reads a ticket before it is opened: 80 ms on its row is a wish. */
function usePrefetchOnPoint(): (number: string) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  return useCallback((number: string) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => prefetchTicket(number), 80)
  }, [])
}

function EmptyView({ view, filtered }: { view: string; filtered: boolean }) {
  const t = useText()
  if (filtered) return <EmptyState title={t('empty.view')} body={t('empty.viewHint')} />
  switch (view) {
    case 'live':
      return <EmptyState title={t('empty.inbox')} />
    case 'mine':
      return <EmptyState title={t('empty.mine')} body={t('empty.mineHint')} />
    case 'unassigned':
      return <EmptyState title={t('empty.unassigned')} />
    case 'spam':
      return <EmptyState title={t('empty.spam')} />
    case 'drafts':
      return <EmptyState title={t('empty.drafts')} />
    case 'quarantine':
      return <EmptyState title={t('empty.quarantine')} body={t('empty.quarantineHint')} />
    case 'trash':
      return <EmptyState title={t('empty.trash')} />
    default:
      return <EmptyState title={t('empty.view')} />
  }
}
