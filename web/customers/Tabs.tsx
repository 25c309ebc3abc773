import { type ReactNode, useId, useRef, useState } from 'react'
import styles from './customers.module.css'

/** Tabs by the book: one stop, arrows between. */
export function Tabs({ label, tabs }: { label: string; tabs: { id: string; words: string; content: ReactNode }[] }) {
  const id = useId()
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const current = tabs[at]!
  return (
    <div>
      <div
        className={styles.tabs}
        role="tablist"
        aria-label={label}
        ref={list}
        tabIndex={-1}
        onKeyDown={(event) => {
          const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
          if (!step) return
          event.preventDefault()
          const next = (at + step + tabs.length) % tabs.length
          setAt(next)
          list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus()
        }}
      >
        {tabs.map((tab, i) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-${tab.id}`}
            aria-selected={i === at}
            aria-controls={`${id}-panel`}
            tabIndex={i === at ? 0 : -1}
            className={styles.tab}
            onClick={() => setAt(i)}
          >
            {tab.words}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current.id}`}
        style={{ paddingTop: 'var(--sp-4)' }}
      >
        {current.content}
      </div>
    </div>
  )
}
