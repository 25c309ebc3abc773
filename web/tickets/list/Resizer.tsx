import { useState } from 'react'
import { useText } from '../../app/words.ts'
import styles from './Resizer.module.css'

const LEAST = 272
const MOST = 480

/** How wide the list is, on this machine. */
export function useListWidth() {
  const [width, set] = useState(() => {
    try {
      return within(Number(localStorage.getItem('reda.listWidth')) || 380)
    } catch {
      return 380
    }
  })
  return {
    width,
    setWidth: (next: number) => {
      set(within(next))
      try {
        localStorage.setItem('reda.listWidth', String(within(next)))
      } catch {
        // Private windows may keep nothing.
      }
    },
  }
}

/** The line between list and ticket: drag it, or move it with the arrow keys. */
export function Resizer({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a movable line is a separator with a value, which hr cannot be
    <div
      className={styles.line}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('list.width')}
      aria-valuenow={width}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        const from = event.clientX - width
        const line = event.currentTarget
        const move = (e: PointerEvent) => onWidth(e.clientX - from)
        line.addEventListener('pointermove', move)
        line.addEventListener('pointerup', () => line.removeEventListener('pointermove', move), { once: true })
      }}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -16, ArrowRight: 16, Home: -MOST, End: MOST }[event.key]
        if (step === undefined) return
        event.preventDefault()
        onWidth(width + step)
      }}
      onDoubleClick={() => onWidth(380)}
    />
  )
}

const within = (width: number) => Math.max(LEAST, Math.min(MOST, Math.round(width)))
