import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Event, Me, Message, Ticket } from '#contract'
import DownIcon from '~icons/tabler/arrow-down'
import ChevronIcon from '~icons/tabler/chevron-down'
import { useText } from '../../app/words.ts'
import { EventLines } from './EventLines.tsx'
import { MessageCard } from './MessageCard.tsx'
import styles from './Thread.module.css'
import type { Directory } from './ticket-data.ts'
import {
  firstUnread,
  foldOlder,
  newestMessageId,
  type TimelineFilter,
  type TimelineItem,
  timeline,
} from './timeline.ts'

export interface ThreadHandle {
  showNewest(): void
}

interface Props {
  handle: Ref<ThreadHandle>
  ticket: Ticket
  messages: Message[]
  events: Event[]
  me: Me
  directory: Directory
  isPast: boolean
  onReply: ((message: Message, all: boolean) => void) | undefined
  onUndone: (message: Message) => void
  onSplit: ((message: Message) => void) | undefined
  onUndo: ((event: Event) => void) | undefined
  onShowAt: (at: string) => void
}

const FILTERS: TimelineFilter[] = ['all', 'messages', 'history']
/** Nearer to the foot than this, one is at the foot (pixels). */
const AT_FOOT = 80

/** Everything in its order, oldest first. It opens where reading starts, and nothing moves under the reader's eyes. */
export function Thread(props: Props) {
  const { handle, ticket, messages, events, me, directory, isPast } = props
  const t = useText()
  const [filter, setFilter] = useState<TimelineFilter>('all')
  const [unfolded, setUnfolded] = useState(false)
  // Where reading starts is settled once, when the ticket is opened: marking it read must not move it.
  const [unread] = useState(() => firstUnread(messages, ticket.lastReadMessageId, me.agent.id))
  const items = useMemo(() => timeline(messages, events, filter), [messages, events, filter])
  const folded = useMemo(() => foldOlder(items, unread?.id), [items, unread])
  const isFolded = !unfolded && filter === 'all' && folded.foldedMessages > 0
  const scroll = useRef<HTMLDivElement>(null)
  const { hasNew, showNewest, onScroll } = useReadingPlace(scroll, messages, unread?.id, me.agent.id)
  useImperativeHandle(handle, () => ({ showNewest }))

  const show = (item: TimelineItem) => (
    <li key={item.key} className={styles.item}>
      {item.kind === 'message' ? (
        <>
          {item.message.id === unread?.id && (
            <p className={styles.new} id="first-unread">
              <span>{t('thread.newMessages')}</span>
            </p>
          )}
          <MessageCard
            ticket={ticket}
            message={item.message}
            events={events}
            readerId={me.agent.id}
            onReply={props.onReply}
            onUndone={props.onUndone}
            onSplit={props.onSplit}
            readOnly={isPast}
          />
        </>
      ) : (
        <EventLines
          events={item.events}
          ticket={ticket}
          directory={directory}
          onUndo={props.onUndo}
          onShowAt={filter === 'history' ? props.onShowAt : undefined}
        />
      )}
    </li>
  )
  return (
    <section className={styles.thread} aria-label={t('thread.label')} data-region="thread">
      <h2 className="visuallyHidden">{t('thread.label')}</h2>
      {/* biome-ignore lint/a11y/useSemanticElements: no fieldset, it holds no fields */}
      <div
        className={styles.scroll}
        ref={scroll}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-label={t('thread.label')}
      >
        <div className={styles.filter} role="radiogroup" aria-label={t('thread.filter')}>
          {FILTERS.map((one) => (
            <label key={one} className={styles.choice}>
              <input
                type="radio"
                name={`filter-${ticket.number}`}
                checked={filter === one}
                onChange={() => setFilter(one)}
              />
              {t(
                one === 'all'
                  ? 'thread.filterAll'
                  : one === 'messages'
                    ? 'thread.filterMessages'
                    : 'thread.filterHistory',
              )}
            </label>
          ))}
        </div>
        {items.length === 0 && (
          <p className={styles.nothing}>{t(filter === 'history' ? 'thread.emptyHistory' : 'thread.empty')}</p>
        )}
        <ol className={styles.items}>
          {isFolded ? (
            <>
              {folded.before.map(show)}
              <li className={styles.item}>
                <button type="button" className={styles.earlier} onClick={() => setUnfolded(true)}>
                  <ChevronIcon /> {t('thread.earlierMessages', { count: folded.foldedMessages })}
                </button>
              </li>
              {folded.after.map(show)}
            </>
          ) : (
            items.map(show)
          )}
        </ol>
      </div>
      <div role="status" className={styles.newPlace}>
        {hasNew && (
          <button type="button" className={styles.toNew} onClick={showNewest}>
            <DownIcon /> {t('thread.newMessages')}
          </button>
        )}
      </div>
    </section>
  )
}

/** Opens at the first unread message, follows new ones only when the reader is at the foot, and offers the way down otherwise. */
function useReadingPlace(
  scroll: React.RefObject<HTMLDivElement | null>,
  messages: readonly Message[],
  unreadId: number | undefined,
  readerId: number,
) {
  const newest = newestMessageId(messages)
  const known = useRef(newest)
  const atFoot = useRef(true)
  const [hasNew, setHasNew] = useState(false)
  const element = (id: string) => scroll.current?.querySelector<HTMLElement>(`[id="${id}"]`)
  const showNewest = () => {
    setHasNew(false)
    const card = element(`message-${newest}`)
    card?.scrollIntoView({ block: 'start' })
    card?.focus({ preventScroll: true })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the ticket is opened
  useLayoutEffect(() => {
    const named = window.location.hash.startsWith('#message-') ? element(window.location.hash.slice(1)) : undefined
    const start = named ?? (unreadId ? element('first-unread') : element(`message-${newest}`))
    start?.scrollIntoView({ block: 'start' })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new message counts
  useEffect(() => {
    if (newest === null || newest === known.current) return
    const isNewer = known.current === null || newest > known.current
    known.current = newest
    if (!isNewer) return
    const message = messages.find((m) => m.id === newest)
    const own = message?.author.type === 'agent' && message.author.id === readerId
    if (own || atFoot.current) element(`message-${newest}`)?.scrollIntoView({ block: 'nearest' })
    else setHasNew(true)
  }, [newest])
  const onScroll = () => {
    const box = scroll.current
    if (!box) return
    atFoot.current = box.scrollHeight - box.scrollTop - box.clientHeight < AT_FOOT
    if (atFoot.current) setHasNew(false)
  }
  return { hasNew, showNewest, onScroll }
}
