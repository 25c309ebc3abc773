import { Link } from '@tanstack/react-router'
import { memo, type Ref } from 'react'
import type { LivePresence } from '#contract'
import EyeIcon from '~icons/tabler/eye'
import PencilIcon from '~icons/tabler/pencil'
import { usePresence } from '../../app/live.ts'
import { useText, type WordKey } from '../../app/words.ts'
import { Age, PriorityIcon, StatusIcon, standingOf } from '../../ui/index.ts'
import { Deadline } from './Deadline.tsx'
import styles from './TicketRowLine.module.css'
import type { Row } from './ticket-list.ts'

interface Props {
  row: Row
  view: string
  myId: number
  here: boolean
  cursor: boolean
  selected: boolean
  selecting: boolean
  onSelect: (number: string, extend: boolean) => void
  onPoint: (number: string) => void
  onFocus: (number: string) => void
  linkRef?: Ref<HTMLAnchorElement> | undefined
}

/** One ticket in the list beside the thread: three lines with all one decides by. */
export const TicketRowLine = memo(function TicketRowLine({
  row,
  view,
  myId,
  here,
  cursor,
  selected,
  selecting,
  onSelect,
  onPoint,
  onFocus,
  linkRef,
}: Props) {
  const t = useText()
  const standing = standingOf(row)
  const presence = usePresence(row.number, myId)
  const writer = presence.find((agent) => agent.state !== 'viewing') ?? presence[0]
  const who = row.requester?.name || row.requester?.email || t('ticket.noRequester')
  return (
    <div
      className={styles.row}
      data-here={here || undefined}
      data-selected={selected || undefined}
      data-selecting={selecting || undefined}
      data-unread={row.unread || undefined}
      data-gone={row.gone || undefined}
      onPointerEnter={() => onPoint(row.number)}
    >
      <span className={styles.mark}>
        <span className={styles.status}>
          <StatusIcon standing={standing} named />
        </span>
        <input
          type="checkbox"
          tabIndex={-1}
          className={styles.check}
          checked={selected}
          aria-label={t('list.selectTicket', { number: row.number })}
          onChange={() => {}}
          onClick={(event) => onSelect(row.number, event.shiftKey)}
        />
      </span>
      <Link
        ref={linkRef}
        to="/inbox/$view/{-$number}"
        params={{ view, number: row.number }}
        search={true}
        className={styles.link}
        tabIndex={cursor ? 0 : -1}
        data-own-enter
        data-number={row.number}
        aria-current={here ? 'true' : undefined}
        onFocus={() => onFocus(row.number)}
      >
        <span className={styles.first}>
          {row.unread && <span className="visuallyHidden">{t('list.unread')}: </span>}
          <span className={styles.who}>{who}</span>
          {row.draft && (
            <PencilIcon className={styles.draft} aria-hidden={false} role="img" aria-label={t('list.ownDraft')} />
          )}
          {writer && <Presence who={writer} />}
          <Age at={row.waitingSince} className={styles.age} />
        </span>
        <span className={styles.second}>
          <span className={styles.title}>{row.title}</span>
          {(row.priority === 'high' || row.priority === 'urgent') && (
            <span className={row.priority === 'urgent' ? styles.urgent : styles.high}>
              <PriorityIcon priority={row.priority} size={13} />
              {t(`priority.${row.priority}`)}
            </span>
          )}
        </span>
        <span className={styles.third}>
          <span className={styles.meta}>
            {[row.organisation?.name, row.team?.name, row.assignee ? row.assignee.name : null]
              .filter(Boolean)
              .join(' · ') || row.number}
          </span>
          {row.tags[0] && (
            <span className={styles.tag}>
              {row.tags[0]}
              {row.tags.length > 1 && ` +${row.tags.length - 1}`}
            </span>
          )}
          <Deadline clocks={row.clocks} createdAt={row.createdAt} />
        </span>
      </Link>
    </div>
  )
})

const PRESENCE_WORDS: Record<LivePresence['agents'][number]['state'], WordKey> = {
  viewing: 'presence.viewing',
  replying: 'presence.replying',
  noting: 'presence.noting',
}

/** Who else is here: an eye for reading, a pen and the name for writing. */
export function Presence({ who }: { who: LivePresence['agents'][number] }) {
  const t = useText()
  const words = t(PRESENCE_WORDS[who.state], { name: who.name })
  return (
    <span className={who.state === 'viewing' ? styles.viewing : styles.writing} title={words}>
      {who.state === 'viewing' ? <EyeIcon /> : <PencilIcon />}
      {who.state !== 'viewing' && <span aria-hidden="true">{who.name.split(' ')[0]}</span>}
      <span className="visuallyHidden">{words}</span>
    </span>
  )
}
