import { Link, useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { type Answer, notifications } from '#contract'
import BellIcon from '~icons/tabler/bell'
import ChecksIcon from '~icons/tabler/checks'
import { useCommand, useData } from '../app/data.ts'
import { useShortcuts } from '../app/shortcuts.ts'
import { type Translate, useText } from '../app/words.ts'
import { Loaded, SettingsPage } from '../settings/SettingsPage.tsx'
import settings from '../settings/settings.module.css'
import { Age, Button, EmptyState } from '../ui/index.ts'
import styles from './notifications.module.css'

type Item = Answer<typeof notifications.list>['items'][number]

/** What happened to one, newest first: by J, K and Enter as all lists. */
export function NotificationsPage() {
  const t = useText()
  const read = useData(notifications.list, { query: {} })
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const [cursor, setCursor] = useState(0)
  const mark = useCommand(notifications.markRead, { refresh: [notifications.list] })
  const items = read.data?.items ?? []
  const at = Math.min(cursor, Math.max(0, items.length - 1))
  const unread = read.data?.unread ?? 0

  const markRead = (item: Item | undefined) => {
    if (item && item.readAt === null) mark.mutate({ body: { ids: [item.id] } })
  }
  const open = (item: Item | undefined) => {
    markRead(item)
    if (item?.number) void navigate({ to: '/tickets/$number', params: { number: item.number } })
  }
  const step = (by: number) => {
    if (items.length === 0) return
    const links = list.current?.querySelectorAll<HTMLElement>('[data-item]')
    // The first press goes to where the cursor stands.
    const inside = list.current?.contains(document.activeElement) ?? false
    const next = inside ? Math.max(0, Math.min(items.length - 1, at + by)) : at
    setCursor(next)
    links?.[next]?.focus()
  }
  const group = 'list' as const
  useShortcuts([
    { keys: 'J', label: t('notification.next'), run: () => step(1), group, repeats: true },
    { keys: 'K', label: t('notification.previous'), run: () => step(-1), group, repeats: true },
    { keys: 'Enter', label: t('notification.open'), run: () => open(items[at]), group },
    { keys: 'E', label: t('notification.markRead'), run: () => markRead(items[at]), group },
  ])
  return (
    <div className={styles.scroll}>
      <SettingsPage
        title={t('nav.notifications')}
        actions={
          unread > 0 && (
            <Button icon={<ChecksIcon />} busy={mark.isPending} onClick={() => mark.mutate({ body: {} })}>
              {t('notification.allRead')}
            </Button>
          )
        }
      >
        <Loaded
          read={read}
          isEmpty={(data) => data.items.length === 0}
          empty={
            <EmptyState icon={<BellIcon />} title={t('empty.notifications')} body={t('empty.notificationsHint')} />
          }
        >
          {(data) => (
            <ul
              className={styles.list}
              ref={list}
              onKeyDown={(event) => {
                const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
                if (!by) return
                event.preventDefault()
                step(by)
              }}
            >
              {data.items.map((item, i) => (
                <li key={item.id} className={styles.row} data-unread={item.readAt === null || undefined}>
                  <Line item={item} t={t} here={i === at} onHere={() => setCursor(i)} onOpen={() => markRead(item)} />
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      </SettingsPage>
    </div>
  )
}

function Line({
  item,
  t,
  here,
  onHere,
  onOpen,
}: {
  item: Item
  t: Translate
  here: boolean
  onHere: () => void
  onOpen: () => void
}) {
  const inside = (
    <>
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.words}>
        <span className={settings.main}>
          {item.readAt === null && <span className="visuallyHidden">{t('notification.unread')} </span>}
          {wordsOf(item, t)}
        </span>
        <span className={settings.sub}>
          {item.number ? (
            <>
              <span className={styles.number}>{item.number}</span> {item.title}
            </>
          ) : (
            t('notification.noTicket')
          )}
        </span>
      </span>
      <span className={styles.age}>
        <Age at={item.createdAt} />
      </span>
    </>
  )
  const common = {
    className: styles.line,
    'data-item': true,
    tabIndex: here ? 0 : -1,
    onFocus: onHere,
    onClick: onOpen,
  }
  return item.number ? (
    <Link to="/tickets/$number" params={{ number: item.number }} {...common}>
      {inside}
    </Link>
  ) : (
    <button type="button" {...common}>
      {inside}
    </button>
  )
}

function wordsOf({ kind, data }: Item, t: Translate): string {
  switch (kind) {
    case 'assigned':
      return t('notification.assigned')
    case 'customerAnswered':
      return t('notification.customerAnswered')
    case 'messageWaits':
      return t('notification.messageWaits')
    case 'mentioned':
      return t('notification.mentioned')
    case 'deliveryFailed':
      return t('notification.deliveryFailed', { recipient: String(data.recipient ?? '') })
    default:
      return t('notification.other')
  }
}
