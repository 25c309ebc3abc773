import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Answer, customers } from '#contract'
import BuildingIcon from '~icons/tabler/building'
import { call } from '../app/api.ts'
import { keyOf } from '../app/data.ts'
import { useTitle } from '../app/title.ts'
import { useText } from '../app/words.ts'
import { Cell } from '../settings/SettingsPage.tsx'
import shared from '../settings/settings.module.css'
import { Button, EmptyState, ErrorState, Skeleton, TextField } from '../ui/index.ts'
import { useSearchBox } from './CustomersPage.tsx'
import styles from './customers.module.css'

/** The companies and bodies that customers belong to. */
export function OrganisationsPage() {
  const t = useText()
  useTitle(t('nav.organisations'))
  const { q, typed, setTyped } = useSearchBox('/organisations')
  const read = useInfiniteQuery({
    queryKey: keyOf(customers.organisations, { query: { q } }),
    queryFn: ({ pageParam, signal }) =>
      call(
        customers.organisations,
        { query: { q, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page: Answer<typeof customers.organisations>) => page.nextCursor ?? undefined,
    placeholderData: (previous) => previous,
  })
  const items = read.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className={styles.page}>
      <header className={shared.head}>
        <h1 className={shared.title}>{t('nav.organisations')}</h1>
      </header>
      <TextField
        label={t('customer.searchOrganisations')}
        hiddenLabel
        type="search"
        placeholder={t('customer.searchOrganisations')}
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
      />
      {read.isPending && <Skeleton lines={[90, 76, 84, 70]} height={20} gap={18} padding={0} />}
      {read.isError && items.length === 0 && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      {read.data && items.length === 0 && (
        <EmptyState icon={<BuildingIcon />} title={q ? t('list.nothingFound') : t('empty.organisations')} />
      )}
      {items.length > 0 && (
        <table className={shared.table}>
          <thead>
            <tr>
              <th scope="col">{t('settings.name')}</th>
              <th scope="col">{t('customer.orgNumber')}</th>
              <th scope="col">{t('customer.domains')}</th>
              <th scope="col">{t('term.tickets')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((organisation) => (
              <tr key={organisation.id}>
                <td>
                  <Link className={shared.main} to="/organisations/$id" params={{ id: String(organisation.id) }}>
                    {organisation.name}
                  </Link>
                </td>
                <Cell>{organisation.organisationNumber}</Cell>
                <Cell>{organisation.domains.join(', ')}</Cell>
                <td>{t('list.count', { count: organisation.ticketCount })}</td>
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
