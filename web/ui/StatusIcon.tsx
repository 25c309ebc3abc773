import type { ReactNode } from 'react'
import type { TicketRow } from '#contract'
import { useText } from '../app/words.ts'
import styles from './icons.module.css'

/** How a ticket stands, in one word: what status, waiting, postponing and folder say together. */
export type Standing =
  | 'new'
  | 'open'
  | 'inProgress'
  | 'waitingCustomer'
  | 'waitingThirdParty'
  | 'postponed'
  | 'resolved'
  | 'closed'
  | 'spam'
  | 'trash'
  | 'purged'
  | 'merged'

type Stands = Pick<TicketRow, 'status' | 'waitingOn' | 'postponedUntil' | 'postponedUntilReply'> & {
  folder: string
  mergedInto?: string | null
}

export function standingOf(ticket: Stands): Standing {
  if (ticket.folder === 'spam' || ticket.folder === 'trash' || ticket.folder === 'purged') return ticket.folder
  if (ticket.mergedInto) return 'merged'
  if (ticket.status === 'resolved' || ticket.status === 'closed') return ticket.status
  if (ticket.postponedUntil || ticket.postponedUntilReply) return 'postponed'
  if (ticket.waitingOn === 'customer') return 'waitingCustomer'
  if (ticket.waitingOn === 'third_party') return 'waitingThirdParty'
  return ticket.status === 'in_progress' ? 'inProgress' : ticket.status
}

const ring = <circle cx="8" cy="8" r="6.1" fill="none" stroke="currentColor" strokeWidth="1.75" />
const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.75,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

// Shape first, colour second: each can be told apart in grey.
const SHAPES: Record<Standing, { tone: string; shape: ReactNode }> = {
  new: { tone: 'accent', shape: <circle cx="8" cy="8" r="6" fill="currentColor" /> },
  open: { tone: 'accent', shape: ring },
  inProgress: {
    tone: 'accent',
    shape: (
      <>
        {ring}
        <path d="M8 2v12a6 6 0 0 0 0-12Z" fill="currentColor" />
      </>
    ),
  },
  waitingCustomer: {
    tone: 'muted',
    shape: (
      <>
        {ring}
        <g fill="currentColor">
          <circle cx="5" cy="8" r="1" />
          <circle cx="8" cy="8" r="1" />
          <circle cx="11" cy="8" r="1" />
        </g>
      </>
    ),
  },
  waitingThirdParty: {
    tone: 'muted',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.1" {...line} strokeDasharray="2.2 2.2" />
        <g fill="currentColor">
          <circle cx="5" cy="8" r="1" />
          <circle cx="8" cy="8" r="1" />
          <circle cx="11" cy="8" r="1" />
        </g>
      </>
    ),
  },
  postponed: {
    tone: 'muted',
    shape: (
      <>
        <circle cx="8" cy="8" r="6.1" {...line} strokeDasharray="2.6 2" />
        <path d="M8 4.8V8l2.2 1.4" {...line} />
      </>
    ),
  },
  resolved: {
    tone: 'ok',
    shape: (
      <>
        {ring}
        <path d="m5.4 8.2 1.8 1.8 3.4-3.8" {...line} />
      </>
    ),
  },
  closed: {
    tone: 'text2',
    shape: (
      <>
        <rect x="2" y="2" width="12" height="12" rx="2.5" fill="currentColor" />
        <path d="m5.2 8.2 2 2 3.6-4.2" {...line} stroke="var(--bg)" />
      </>
    ),
  },
  spam: {
    tone: 'danger',
    shape: (
      <>
        {ring}
        <path d="m3.9 3.9 8.2 8.2" {...line} />
      </>
    ),
  },
  trash: { tone: 'muted', shape: <path d="M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5l.6 8.5h6.2l.6-8.5" {...line} /> },
  purged: { tone: 'muted', shape: <path d="m4 4 8 8M12 4l-8 8" {...line} /> },
  merged: { tone: 'muted', shape: <path d="M4 2.5v2.7c0 1.6 4 2.2 4 4.3v4M12 2.5v2.7c0 1.6-4 2.2-4 4.3" {...line} /> },
}

/** The icon of a state. The word stands beside it, or is its name where there is no room (`named`). */
export function StatusIcon({
  standing,
  named = false,
  size = 16,
}: {
  standing: Standing
  named?: boolean
  size?: number
}) {
  const t = useText()
  const { tone, shape } = SHAPES[standing]
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named, it has a title; else the word stands beside it
    <svg
      className={`status-icon ${styles.status} ${styles[tone]}`}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      focusable="false"
      {...(named ? { role: 'img', 'aria-label': t(`status.${standing}`) } : { 'aria-hidden': true })}
    >
      {named && <title>{t(`status.${standing}`)}</title>}
      {shape}
    </svg>
  )
}

/** Icon and word. */
export function StatusLabel({ standing }: { standing: Standing }) {
  const t = useText()
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <StatusIcon standing={standing} />
      {t(`status.${standing}`)}
    </span>
  )
}
