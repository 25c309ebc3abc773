import { useState } from 'react'
import type { Event, Message } from '#contract'
import PastIcon from '~icons/tabler/calendar-time'
import { fullDateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import { fromInputValue, instantOf, toInputValue, wallTime } from '../details/zone.ts'
import styles from './AsOf.module.css'

/** What had been written and had happened by then. */
export function pastOf(messages: Message[], events: Event[], asOf: string | null) {
  if (asOf === null) return { messages, events }
  const until = Date.parse(asOf)
  return {
    messages: messages.filter((m) => Date.parse(m.createdAt) <= until),
    events: events.filter((e) => Date.parse(e.at) <= until),
  }
}

interface Props {
  asOf: string | null
  zone: string
  /** When the ticket began: there is nothing to see before. */
  opened: string
  onAsOf: (asOf: string | null) => void
}

/** Chooses a moment of the past, says which one is shown, and leads back. */
export function AsOfBar({ asOf, zone, opened, onAsOf }: Props) {
  const t = useText()
  const language = useLanguage()
  const [typed, setTyped] = useState(() => toInputValue(wallTime(new Date(asOf ?? Date.now()), zone)))
  const wall = fromInputValue(typed)
  return (
    <div className={styles.bar} role="status">
      <PastIcon className={styles.icon} />
      <p>{asOf ? t('thread.asOfBanner', { time: fullDateAndTime(asOf, language) }) : t('thread.asOf')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          // The minute that is named, to its end: what happened in it belongs to it.
          if (wall) onAsOf(new Date(instantOf(wall, zone).getTime() + 59_999).toISOString())
        }}
      >
        <input
          type="datetime-local"
          aria-label={t('thread.asOfPick')}
          value={typed}
          min={toInputValue(wallTime(new Date(opened), zone))}
          max={toInputValue(wallTime(new Date(), zone))}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button size="small" type="submit">
          {t('thread.asOfShow')}
        </Button>
        <Button size="small" look={asOf ? 'primary' : 'quiet'} onClick={() => onAsOf(null)}>
          {asOf ? t('thread.asOfNow') : t('action.cancel')}
        </Button>
      </form>
    </div>
  )
}
