import { useVirtualizer } from '@tanstack/react-virtual'
import type { KeyboardEvent } from 'react'
import { useEffect, useRef } from 'react'
import ArrowUpIcon from '~icons/tabler/arrow-up'
import { useMe } from '../../app/session.ts'
import { useText } from '../../app/words.ts'
import { ErrorState } from '../../ui/index.ts'
import { ListSkeleton } from './ListSkeleton.tsx'
import styles from './TicketList.module.css'
import { TicketRowLine } from './TicketRowLine.tsx'
import type { useTicketList } from './ticket-list.ts'

interface Props {
  list: ReturnType<typeof useTicketList>
  view: string
  title: string
  opened: string | undefined
  cursor: string | undefined
  onCursor: (number: string) => void
  selected: ReadonlySet<string>
  onSelect: (number: string, extend: boolean) => void
  onPoint: (number: string) => void
  empty: React.ReactNode
}

const ROW_HEIGHT = 68

/** The rows of a list: only those on the screen are in the page; more are read as one comes near the end. */
export function TicketList({ list, view, title, opened, cursor, onCursor, selected, onSelect, onPoint, empty }: Props) {
  const t = useText()
  const me = useMe()
  const { rows, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    getItemKey: (index) => rows[index]!.number,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - 15) void fetchNextPage()
  }, [lastShown, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])

  const at = rows.findIndex((row) => row.number === cursor)
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' })
  }, [at, virtual])

  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -rows.length, End: rows.length }[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))]
    if (!next) return
    onCursor(next.number)
    requestAnimationFrame(() => scroll.current?.querySelector<HTMLElement>(`[data-number="${next.number}"]`)?.focus())
  }

  if (list.isPending) return <ListSkeleton rowHeight={ROW_HEIGHT} />
  if (list.isError && rows.length === 0) return <ErrorState error={list.error} retry={() => void list.refetch()} />
  if (list.isEmpty) return <div className={styles.empty}>{empty}</div>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being in the list only keeps it from moving
    <div
      className={styles.whole}
      onPointerEnter={(event) => event.pointerType === 'mouse' && list.setReading(true)}
      onPointerLeave={(event) => !event.currentTarget.contains(document.activeElement) && list.setReading(false)}
      onFocus={() => list.setReading(true)}
      onBlur={(event) =>
        !event.currentTarget.contains(event.relatedTarget) &&
        !event.currentTarget.matches(':hover') &&
        list.setReading(false)
      }
    >
      <div className={styles.waitingPlace} role="status">
        {list.waiting > 0 && (
          <button type="button" className={styles.waiting} onClick={list.letIn}>
            <ArrowUpIcon />
            {t('list.newTickets', { count: list.waiting })}
          </button>
        )}
      </div>
      <div className={styles.scroll} ref={scroll}>
        <ul className={styles.rows} aria-label={title} style={{ height: virtual.getTotalSize() }} onKeyDown={move}>
          {items.map((item) => {
            const row = rows[item.index]!
            return (
              <li
                key={item.key}
                className={styles.item}
                aria-setsize={hasNextPage ? -1 : rows.length}
                aria-posinset={item.index + 1}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              >
                <TicketRowLine
                  row={row}
                  view={view}
                  myId={me.agent.id}
                  here={row.number === opened}
                  cursor={row.number === cursor || (at < 0 && item.index === 0)}
                  selected={selected.has(row.number)}
                  selecting={selected.size > 0}
                  onSelect={onSelect}
                  onPoint={onPoint}
                  onFocus={onCursor}
                />
              </li>
            )
          })}
        </ul>
        {isFetchingNextPage && <ListSkeleton rowHeight={ROW_HEIGHT} count={2} />}
      </div>
    </div>
  )
}
