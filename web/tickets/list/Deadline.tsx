import type { TicketRow } from '#contract'
import AlertIcon from '~icons/tabler/alert-triangle-filled'
import ClockIcon from '~icons/tabler/clock'
import PauseIcon from '~icons/tabler/player-pause'
import { fullDateAndTime, shortSpan } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { useNow } from '../../ui/index.ts'
import styles from './Deadline.module.css'

/** The nearest running deadline of a ticket: shape, words, and only then colour. */
export function Deadline({ clocks, createdAt }: Pick<TicketRow, 'clocks' | 'createdAt'>) {
  const t = useText()
  const language = useLanguage()
  const now = useNow()
  const running = clocks.filter((clock) => !clock.stoppedAt)
  const clock = running.toSorted(
    (a, b) => Number(!!a.pausedAt) - Number(!!b.pausedAt) || a.dueAt.localeCompare(b.dueAt),
  )[0]
  if (!clock) return null
  const left = new Date(clock.dueAt).getTime() - now
  const whole = new Date(clock.dueAt).getTime() - new Date(createdAt).getTime()
  const state = clock.pausedAt ? 'paused' : left < 0 ? 'late' : left < whole / 4 ? 'near' : 'fine'
  const span = shortSpan(Math.abs(left), t)
  const words =
    state === 'paused'
      ? t('sla.paused')
      : state === 'late'
        ? t('sla.overdueBy', { time: span })
        : t('sla.dueIn', { time: span })
  const Icon = state === 'paused' ? PauseIcon : state === 'late' ? AlertIcon : ClockIcon
  return (
    <span
      className={`${styles.deadline} ${styles[state]}`}
      title={`${words} · ${fullDateAndTime(clock.dueAt, language)}`}
    >
      <Icon />
      <span aria-hidden="true">{state === 'paused' ? '' : span}</span>
      <span className="visuallyHidden">{words}</span>
    </span>
  )
}
