import type { ReactNode } from 'react'
import { LANGUAGES, type Language } from '#contract'
import { LANGUAGE_NAMES, speak, useLanguage, useText } from '../app/words.ts'
import { Toasts } from '../ui/index.ts'
import styles from './FrontPage.module.css'

/** What stands before the desk: signing in and setting up. The language is chosen first, and changes the page at once. */
export function FrontPage({
  title,
  lead,
  children,
  wide = false,
}: {
  title: string
  lead?: string
  children: ReactNode
  wide?: boolean
}) {
  const t = useText()
  const language = useLanguage()
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <img src="/app/favicon.svg" alt="" width={28} height={28} />
          Reda
        </span>
        <label className={styles.language}>
          <span className="visuallyHidden">{t('settings.language')}</span>
          <select value={language} onChange={(event) => void speak(event.target.value as Language)}>
            {LANGUAGES.map((one) => (
              <option key={one} value={one} lang={one}>
                {LANGUAGE_NAMES[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main className={`${styles.main} ${wide ? styles.wide : ''}`}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <Toasts />
    </div>
  )
}
