import type { ReactNode } from 'react'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button } from '../../ui/index.ts'
import styles from './mailbox.module.css'

interface Props {
  title: string
  lead?: string
  dirty: boolean
  busy: boolean
  general: string | undefined
  onSave: () => void
  children: ReactNode
}

/** A part of the page with its own button, which says when there is nothing to save. */
export function Section({ title, lead, dirty, busy, general, onSave, children }: Props) {
  const t = useText()
  return (
    <form
      className={styles.section}
      noValidate
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <div>
        <h2 className={forms.heading}>{title}</h2>
        {lead && <p className={forms.hint}>{lead}</p>}
      </div>
      {children}
      <p className={forms.general} role="alert">
        {general}
      </p>
      <div className={forms.actions}>
        <Button type="submit" busy={busy} disabledReason={dirty ? undefined : t('settings.nothingChanged')}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}
