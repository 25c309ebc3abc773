import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Answer, mail } from '#contract'
import DownloadIcon from '~icons/tabler/download'
import MailIcon from '~icons/tabler/mail'
import RefreshIcon from '~icons/tabler/refresh'
import { addressOf, call } from '../app/api.ts'
import { keyOf, useCommand } from '../app/data.ts'
import { dateAndTime, fileSize } from '../app/format.ts'
import { showToast } from '../app/toast.ts'
import { useLanguage, useText, type WordKey, wordExists } from '../app/words.ts'
import { Button, buttonClass, EmptyState, ErrorState, SelectField, Skeleton } from '../ui/index.ts'
import { SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

type Inbound = Answer<typeof mail.inbound>['items'][number]
type State = Inbound['state']
const STATES: Record<State, WordKey> = {
  received: 'inbound.received',
  processed: 'inbound.processed',
  duplicate: 'inbound.duplicate',
  ignored: 'inbound.ignored',
  quarantined: 'inbound.quarantined',
}
const TONES: Partial<Record<State, string | undefined>> = {
  processed: styles.ok,
  quarantined: styles.warn,
  received: styles.warn,
}

/** All mail that ever came in: where it went and why; the raw bytes; and a second try after what was wrong is mended. */
export function InboundPage() {
  const t = useText()
  const language = useLanguage()
  const [state, setState] = useState<State | ''>('')
  const query = state ? { state } : {}
  const read = useInfiniteQuery({
    queryKey: keyOf(mail.inbound, { query }),
    queryFn: ({ pageParam, signal }) =>
      call(mail.inbound, { query: { ...query, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: (page: Answer<typeof mail.inbound>) => page.nextCursor ?? undefined,
  })
  const again = useCommand(mail.reprocess, {
    refresh: [mail.inbound],
    done: (answer) => showToast({ text: t('inbound.parsedAgain', { state: t(STATES[answer.state]) }) }),
  })
  const items = read.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <SettingsPage title={t('settings.inbound')} lead={t('inbound.lead')} wide>
      <div className={styles.filters}>
        <SelectField
          label={t('inbound.state')}
          choices={[
            { value: '', label: t('list.any') },
            ...(Object.keys(STATES) as State[]).map((value) => ({ value, label: t(STATES[value]) })),
          ]}
          value={state}
          onChoose={setState}
        />
      </div>
      {read.isPending && <Skeleton lines={[90, 76, 84, 70]} height={20} gap={18} padding={0} />}
      {read.isError && items.length === 0 && <ErrorState error={read.error} retry={() => void read.refetch()} />}
      {read.data && items.length === 0 && <EmptyState icon={<MailIcon />} title={t('empty.inbound')} />}
      {items.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('inbound.from')}</th>
              <th scope="col">{t('inbound.state')}</th>
              <th scope="col">{t('inbound.ticket')}</th>
              <th scope="col">{t('inbound.receivedAt')}</th>
              <th scope="col">
                <span className="visuallyHidden">{t('inbound.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td>
                  <span className={styles.main}>{one.envelopeFrom || t('inbound.noSender')}</span>
                  <span className={styles.sub}>
                    {t('inbound.toLine', { addresses: one.envelopeTo.join(', ') || '–' })} ·{' '}
                    {fileSize(one.size, language)} · {one.road.toUpperCase()}
                  </span>
                </td>
                <td>
                  <span className={`${styles.badge} ${one.error ? styles.danger : (TONES[one.state] ?? '')}`}>
                    {t(STATES[one.state])}
                  </span>
                  {reasonOf(one, t) && <span className={styles.sub}>{reasonOf(one, t)}</span>}
                </td>
                <td>
                  {one.ticketNumber ? (
                    <Link to="/tickets/$number" params={{ number: one.ticketNumber }}>
                      {one.ticketNumber}
                    </Link>
                  ) : (
                    '–'
                  )}
                </td>
                <td>
                  <time dateTime={one.receivedAt}>{dateAndTime(one.receivedAt, language)}</time>
                </td>
                <td>
                  <span className={styles.actions} style={{ justifyContent: 'flex-end' }}>
                    <a
                      className={buttonClass({ size: 'small' })}
                      href={addressOf(mail.rawInbound, { params: { id: one.id } })}
                      download={`mail-${one.id}.eml`}
                    >
                      <DownloadIcon /> {t('inbound.raw')}
                    </a>
                    <Button
                      size="small"
                      icon={<RefreshIcon />}
                      disabledReason={one.ticketNumber ? t('inbound.isMessage') : undefined}
                      busy={again.isPending && again.variables?.params.id === one.id}
                      onClick={() => again.mutate({ params: { id: one.id } })}
                    >
                      {t('inbound.parseAgain')}
                    </Button>
                  </span>
                </td>
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
    </SettingsPage>
  )
}

/** Why it went where it went, in words when we have them; else the code and what the program said. */
function reasonOf(one: Inbound, t: ReturnType<typeof useText>): string | undefined {
  const said = one.explanation.reason ?? one.explanation.went
  const reason = typeof said === 'string' ? said : undefined
  const code = one.error?.code ?? reason
  if (!code) return undefined
  const key = `inbound.why${code.replace(/(^|[-_])([a-z])/g, (_, __, letter: string) => letter.toUpperCase())}`
  if (wordExists(key)) return t(key)
  return one.error ? `${one.error.code}: ${one.error.message}` : code
}
