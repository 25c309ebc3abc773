import type { Priority } from '#contract'
import { useText } from '../app/words.ts'
import styles from './icons.module.css'

const BARS: Record<Exclude<Priority, 'urgent'>, number> = { low: 1, medium: 2, high: 3 }

/** Bars for low, medium and high; a filled square with ! for urgent. */
export function PriorityIcon({
  priority,
  named = false,
  size = 16,
}: {
  priority: Priority
  named?: boolean
  size?: number
}) {
  const t = useText()
  const tone = priority === 'urgent' ? styles.danger : priority === 'high' ? styles.text : styles.muted
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named, it has a title; else the word stands beside it
    <svg
      className={`prio-icon ${styles.priority} ${tone}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      focusable="false"
      {...(named ? { role: 'img', 'aria-label': t(`priority.${priority}`) } : { 'aria-hidden': true })}
    >
      {named && <title>{t(`priority.${priority}`)}</title>}
      {priority === 'urgent' ? (
        <>
          <rect x="1.5" y="1.5" width="13" height="13" rx="3" fill="currentColor" />
          <path d="M8 4.4v4" stroke="var(--bg)" strokeWidth="1.9" strokeLinecap="round" />
          <circle cx="8" cy="11.3" r="1.15" fill="var(--bg)" />
        </>
      ) : (
        [0, 1, 2].map((i) => (
          <rect
            key={i}
            x={2 + i * 4.5}
            y={10 - i * 3.5}
            width="3"
            height={4 + i * 3.5}
            rx="1"
            fill="currentColor"
            className={i < BARS[priority] ? undefined : styles.faint}
          />
        ))
      )}
    </svg>
  )
}

/** Icon and word. */
export function PriorityLabel({ priority }: { priority: Priority }) {
  const t = useText()
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <PriorityIcon priority={priority} />
      {t(`priority.${priority}`)}
    </span>
  )
}
