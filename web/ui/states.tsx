import { type ReactNode, useEffect, useState } from 'react'
import CloudOffIcon from '~icons/tabler/cloud-off'
import { errorWords } from '../app/error-words.ts'
import { useText } from '../app/words.ts'
import { Button } from './Button.tsx'
import styles from './states.module.css'

/** Nothing here: what will come, and one thing to do. */
export function EmptyState({
  icon,
  title,
  body,
  children,
}: {
  icon?: ReactNode
  title: string
  body?: string
  children?: ReactNode
}) {
  return (
    <div className={styles.state}>
      {icon}
      <p className={styles.title}>{title}</p>
      {body && <p className={styles.body}>{body}</p>}
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}

/** It could not be read: what happened, and try again. */
export function ErrorState({ error, retry }: { error: unknown; retry?: (() => void) | undefined }) {
  const t = useText()
  return (
    <div className={styles.state} role="alert">
      <CloudOffIcon className={styles.big} />
      <p className={styles.title}>{errorWords(error, t)}</p>
      {retry && (
        <div className={styles.actions}>
          <Button onClick={retry}>{t('action.retry')}</Button>
        </div>
      )}
    </div>
  )
}

/** True after 300 ms: what comes sooner needs no sign of waiting. */
export function useSlow(): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300)
    return () => clearTimeout(timer)
  }, [])
  return slow
}

/** Grey bars as large as what is coming; nothing for the first 300 ms. `widths` in percent, one a line. */
export function Skeleton({
  lines,
  height = 14,
  gap = 10,
  padding = 16,
}: {
  lines: number[]
  height?: number
  gap?: number
  padding?: number
}) {
  const t = useText()
  const slow = useSlow()
  return (
    <div role="status" aria-label={t('app.loading')} style={{ padding, display: 'grid', gap }}>
      {slow &&
        lines.map((width, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars are all alike
          <span key={i} className={styles.bone} style={{ width: `${width}%`, height }} />
        ))}
    </div>
  )
}

export const stateStyles = styles
