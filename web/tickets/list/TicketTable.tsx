import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import SortDownIcon from '~icons/tabler/chevron-down'
import SortUpIcon from '~icons/tabler/chevron-up'
import { useText, type WordKey } from '../../app/words.ts'
import { Age, ErrorState, PriorityIcon, StatusIcon, standingOf } from '../../ui/index.ts'
import { Deadline } from './Deadline.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import styles from './TicketTable.module.css'
import type { useTicketList } from './ticket-list.ts'
import type { Sort } from './views.ts'

interface Props {
  list: ReturnType<typeof useTicketList>
  view: string
  title: string
  sort: Sort
  onSort: (sort: Sort) => void
  cursor: string | undefined
  onCursor: (number: string) => void
  selected: ReadonlySet<string>
  onSelect: (number: string, extend: boolean) => void
  onSelectAll: (all: boolean) => void
  onPoint: (number: string) => void
  empty: React.ReactNode
}

const COLUMNS: { words: WordKey; sort?: 'priority' | 'dueAt' | 'updatedAt' | 'createdAt'; className: string }[] = [
  { words: 'term.status', className: styles.statusCell! },
  { words: 'term.number', className: styles.numberCell! },
  { words: 'term.title', className: styles.titleCell! },
  { words: 'term.customer', className: styles.customerCell! },
  { words: 'term.priority', sort: 'priority', className: styles.priorityCell! },
  { words: 'term.team', className: styles.teamCell! },
  { words: 'term.assignee', className: styles.assigneeCell! },
  { words: 'term.due', sort: 'dueAt', className: styles.dueCell! },
  { words: 'term.updated', sort: 'updatedAt', className: styles.ageCell! },
]
const ROW_HEIGHT = 36

/** One ticket a line, for going through many and changing them together. */
export function TicketTable({
  list,
  view,
  title,
  sort,
  onSort,
  cursor,
  onCursor,
  selected,
  onSelect,
  onSelectAll,
  onPoint,
  empty,
}: Props) {
  const t = useText()
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    getItemKey: (i) => rows[i]!.number,
  })
  const items = virtual.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - 30) void fetchNextPage()
  }, [lastShown, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  const at = rows.findIndex((row) => row.number === cursor)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])

  if (list.isPending) return <ListSkeleton rowHeight={ROW_HEIGHT} count={14} />
  if (list.isError && rows.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (list.isEmpty) return <div className={styles.empty}>{empty}</div>
  return (
    <div
      className={styles.scroll}
      ref={scroll}
      onPointerEnter={() => list.setReading(true)}
      onPointerLeave={() => list.setReading(false)}
    >
      <table className={styles.table} aria-label={title} aria-rowcount={hasNextPage ? -1 : rows.length + 1}>
        <thead>
          <tr>
            <th className={styles.checkCell} scope="col">
              <input
                type="checkbox"
                aria-label={t('list.selectAll')}
                checked={rows.length > 0 && selected.size >= rows.length}
                onChange={(event) => onSelectAll(event.target.checked)}
              />
            </th>
            {COLUMNS.map((column) => {
              const sorted = column.sort && sort.replace('-', '') === column.sort
              const descending = sort.startsWith('-')
              return (
                <th
                  key={column.words}
                  scope="col"
                  className={column.className}
                  aria-sort={sorted ? (descending ? 'descending' : 'ascending') : column.sort ? 'none' : undefined}
                >
                  {column.sort ? (
                    <button
                      type="button"
                      className={styles.sort}
                      onClick={() =>
                        onSort(
                          (sorted && descending
                            ? column.sort
                            : sorted
                              ? `-${column.sort}`
                              : column.sort === 'dueAt'
                                ? 'dueAt'
                                : `-${column.sort}`) as Sort,
                        )
                      }
                    >
                      {t(column.words)}
                      {sorted && (descending ? <SortDownIcon /> : <SortUpIcon />)}
                    </button>
                  ) : (
                    t(column.words)
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it only keeps the place of rows that are not drawn; nothing in it takes the focus
            <tr aria-hidden="true">
              <td colSpan={COLUMNS.length + 1} style={{ height: before }} />
            </tr>
          )}
          {items.map((item) => {
            const row = rows[item.index]!
            const standing = standingOf(row)
            return (
              <tr
                key={item.key}
                aria-rowindex={item.index + 2}
                aria-selected={selected.has(row.number)}
                data-unread={row.unread || undefined}
                data-gone={row.gone || undefined}
                data-cursor={row.number === cursor || undefined}
                onPointerEnter={() => onPoint(row.number)}
              >
                <td className={styles.checkCell}>
                  <input
                    type="checkbox"
                    aria-label={t('list.selectTicket', { number: row.number })}
                    checked={selected.has(row.number)}
                    onChange={() => {}}
                    onClick={(event) => onSelect(row.number, event.shiftKey)}
                  />
                </td>
                <td className={styles.statusCell}>
                  <span className={styles.iconWord}>
                    <StatusIcon standing={standing} />
                    <span>{t(`status.${standing}`)}</span>
                  </span>
                </td>
                <td className={styles.numberCell}>{row.number}</td>
                <td className={styles.titleCell}>
                  <Link
                    to="/inbox/$view/{-$number}"
                    params={{ view, number: row.number }}
                    search={true}
                    data-own-enter
                    data-number={row.number}
                    onFocus={() => onCursor(row.number)}
                  >
                    {row.unread && <span className="visuallyHidden">{t('list.unread')}: </span>}
                    {row.title}
                  </Link>
                  {row.tags.slice(0, 2).map((tag) => (
                    <span key={tag} className={styles.tag}>
                      {tag}
                    </span>
                  ))}
                </td>
                <td className={styles.customerCell}>
                  {[row.requester?.name || row.requester?.email, row.organisation?.name].filter(Boolean).join(' · ') ||
                    '–'}
                </td>
                <td className={styles.priorityCell}>
                  <span className={styles.iconWord}>
                    <PriorityIcon priority={row.priority} />
                    <span>{t(`priority.${row.priority}`)}</span>
                  </span>
                </td>
                <td className={styles.teamCell}>{row.team?.name ?? '–'}</td>
                <td className={styles.assigneeCell}>{row.assignee?.name ?? '–'}</td>
                <td className={styles.dueCell}>
                  <Deadline clocks={row.clocks} createdAt={row.createdAt} />
                </td>
                <td className={styles.ageCell}>
                  <Age at={row.updatedAt} />
                </td>
              </tr>
            )
          })}
          {after > 0 && (
            // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it only keeps the place of rows that are not drawn; nothing in it takes the focus
            <tr aria-hidden="true">
              <td colSpan={COLUMNS.length + 1} style={{ height: after }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
