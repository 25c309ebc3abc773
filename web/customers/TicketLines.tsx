import type { InfiniteData } from '@tanstack/react-query'
import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, customers } from '#contract'
import { call } from '../app/api.ts'
import { keyOf } from '../app/data.ts'
import { useText } from '../app/words.ts'
import { Age, Button, EmptyState, ErrorState, Skeleton, StatusIcon, standingOf } from '../ui/index.ts'
import styles from './customers.module.css'

type Page = Answer<typeof customers.tickets>

export function useCustomerTickets(id: number) {
  return useInfiniteQuery({
    queryKey: keyOf(customers.tickets, { params: { id } }),
    queryFn: ({ pageParam, signal }) =>
      call(customers.tickets, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  })
}

export function useOrganisationTickets(id: number) {
  return useInfiniteQuery({
    queryKey: keyOf(customers.organisationTickets, { params: { id } }),
    queryFn: ({ pageParam, signal }) =>
      call(
        customers.organisationTickets,
        { params: { id }, query: pageParam ? { cursor: pageParam } : {} },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.nextCursor ?? undefined,
  })
}

/** Tickets in one line each, newest first. */
export function TicketLines({
  read,
  withRequester = false,
}: {
  read: UseInfiniteQueryResult<InfiniteData<Page>, Error>
  withRequester?: boolean
}) {
  const t = useText()
  const items = read.data?.pages.flatMap((page) => page.items) ?? []
  if (read.isPending) return <Skeleton lines={[80, 70, 76]} height={16} gap={18} padding={8} />
  if (read.isError && items.length === 0) return <ErrorState error={read.error} retry={() => void read.refetch()} />
  if (items.length === 0) return <EmptyState title={t('empty.customerTickets')} />
  return (
    <>
      <ul>
        {items.map((row) => (
          <li key={row.number}>
            <Link to="/tickets/$number" params={{ number: row.number }} className={styles.ticketLine}>
              <StatusIcon standing={standingOf(row)} named />
              <span className={styles.number}>{row.number}</span>
              <span className={styles.title}>
                {row.title}
                {withRequester && row.requester && (
                  <span className={styles.sub}> · {row.requester.name || row.requester.email}</span>
                )}
              </span>
              <Age at={row.updatedAt} className={styles.age} />
            </Link>
          </li>
        ))}
      </ul>
      {read.hasNextPage && (
        <div>
          <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t('action.showMore')}
          </Button>
        </div>
      )}
    </>
  )
}
