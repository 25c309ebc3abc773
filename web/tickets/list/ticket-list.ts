import { useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type Answer, type LiveTicket, type TicketRow, tickets } from '#contract'
import { call } from '../../app/api.ts'
import { keyOf } from '../../app/data.ts'
import { useLiveTickets } from '../../app/live.ts'
import { useMe } from '../../app/session.ts'
import { type Held, holdRows } from './hold-rows.ts'
import { type ListSearch, listQuery } from './views.ts'

export type Row = TicketRow & { gone?: boolean }

/** A list of tickets, page by page, that does not move while it is being read. */
export function useTicketList(view: string, search: ListSearch) {
  const query = useMemo(() => listQuery(view, search), [view, search])
  const read = useInfiniteQuery({
    queryKey: keyOf(tickets.list, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(tickets.list, { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Answer<typeof tickets.list>) => page.nextCursor ?? undefined,
  })
  const fresh: Row[] = useMemo(() => {
    const seen = new Set<string>()
    // While pages are read one after the other, a ticket may pass from one to the next.
    return (read.data?.pages ?? [])
      .flatMap((page) => page.items)
      .filter((row) => !seen.has(row.number) && seen.add(row.number))
  }, [read.data])

  const [reading, setReading] = useState(false)
  const own = useOwnMoves()
  const key = JSON.stringify(query)
  const [base, setBase] = useState<{ key: string; rows: Row[] }>({ key, rows: fresh })
  const held: Held<Row> = reading && base.key === key ? holdRows(base.rows, fresh, own) : { rows: fresh, waiting: 0 }
  const rows = held.rows
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown becomes the ground for what is held next, once for each answer
  useEffect(() => setBase({ key, rows }), [key, fresh, reading])

  return {
    ...read,
    rows,
    /** New tickets that wait above until the reader lets them in. */
    waiting: held.waiting,
    letIn: useCallback(() => setBase({ key, rows: fresh }), [key, fresh]),
    /** Says that the pointer or the focus is in the list: rows stand still. */
    setReading,
    /** Nothing more to read, and nothing there. */
    isEmpty: !read.isPending && !read.isError && rows.length === 0,
  }
}

/** Tickets that the reader changed a moment ago: their rows may go at once. */
function useOwnMoves(): ReadonlySet<string> {
  const me = useMe()
  const own = useRef(new Set<string>())
  useLiveTickets(
    useCallback(
      (event: LiveTicket) => {
        if (event.actorId === me.agent.id) own.current.add(event.number)
        else own.current.delete(event.number)
      },
      [me.agent.id],
    ),
  )
  return own.current
}
