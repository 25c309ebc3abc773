import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type Answer, customers } from '#contract'
import UsersIcon from '~icons/tabler/users'
import { call } from '../app/api.ts'
import { keyOf } from '../app/data.ts'
import { useTitle } from '../app/title.ts'
import { useText } from '../app/words.ts'
import { Cell } from '../settings/SettingsPage.tsx'
import styles from '../settings/settings.module.css'
import { Avatar, Button, EmptyState, ErrorState, Skeleton, TextField } from '../ui/index.ts'
import own from './customers.module.css'

/** People who write to us. */
export function CustomersPage() {
  const t = useText()
  useTitle(t('nav.customers'))
  const { q, typed, setTyped } = useSearchBox('/customers')
  const read = useInfiniteQuery({
    queryKey: keyOf(customers.list, { query: { q } }),
    queryFn: ({ pageParam, signal }) =>
      call(customers.list, { query: { q, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Answer<typeof customers.list>) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
  const items = read.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={own.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('nav.customers')}</h1>
      </header>
      <TextField
        label={t('customer.search')}
        hiddenLabel
        type="search"
        placeholder={t('customer.searchPlaceholder')}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
      />
      {read.isPending && <Skeleton lines={[90, 76, 84, 70]} height={20} gap={18} padding={0} />}
      {read.isError && items.length === 0 && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      {read.data && items.length === 0 && (
        <EmptyState icon={<UsersIcon />} title={q ? t('list.nothingFound') : t('empty.customers')} />
      )}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.name')}</th>
              <th scope="col">{t('term.organisation')}</th>
              <th scope="col">{t('customer.phone')}</th>
              <th scope="col">{t('term.tickets')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((customer) => (
              <tr key={customer.id}>
                <td>
                  <span className={styles.person}>
                    <Avatar name={customer.name || customer.email || '?'} />
                    <span>
                      <Link className={styles.main} to="/customers/$id" params={{ id: String(customer.id) }}>
                        {customer.name || customer.email || `#${customer.id}`}
                      </Link>
                      {customer.name && <span className={styles.sub}>{customer.email}</span>}
                    </span>
                  </span>
                </td>
                <Cell>
                  {customer.organisation && (
                    <Link to="/organisations/$id" params={{ id: String(customer.organisation.id) }}>
                      {customer.organisation.name}
                    </Link>
                  )}
                </Cell>
                <Cell>{customer.phone}</Cell>
                <td>{t('list.count', { count: customer.ticketCount })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {read.hasNextPage && (
        <div>
          <Button busy={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            {t('action.showMore')}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A box whose words stand in the address once one stops typing. */
export function useSearchBox(to: '/customers' | '/organisations') {
  const navigate = useNavigate()
  const { q } = useSearch({ strict: false }) as { q?: string }
  const [typed, setTyped] = useState(q ?? '')
  useEffect(() => {
    const timer = setTimeout(() => {
      const next = typed.trim() || undefined
      if (next !== q) void navigate({ to, search: next ? { q: next } : {}, replace: true })
    }, 200)
    return () => clearTimeout(timer)
  }, [typed, q, to, navigate])
  return { q, typed, setTyped }
}
