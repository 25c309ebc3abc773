import { useRef, useState } from 'react'
import PencilIcon from '~icons/tabler/pencil'
import { useText } from '../../app/words.ts'
import { Button, IconButton } from '../../ui/index.ts'
import styles from './SubjectLine.module.css'

interface Props {
  title: string
  reason: string | undefined
  editing: boolean
  onEditing: (editing: boolean) => void
  onSave: (title: string) => void
}

/** The subject: the page's heading, edited in place. */
export function SubjectLine({ title, reason, editing, onEditing, onSave }: Props) {
  const t = useText()
  const [typed, setTyped] = useState(title)
  const heading = useRef<HTMLHeadingElement>(null)
  const stop = () => {
    onEditing(false)
    requestAnimationFrame(() => heading.current?.focus())
  }
  if (editing)
    return (
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          const next = typed.trim()
          if (next !== '' && next !== title) onSave(next)
          stop()
        }}
      >
        <input
          // biome-ignore lint/a11y/noAutofocus: one has just asked to edit it
          autoFocus
          aria-label={t('thread.subject')}
          className={styles.input}
          maxLength={300}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            event.stopPropagation()
            stop()
          }}
        />
        <Button size="small" look="primary" type="submit">
          {t('action.save')}
        </Button>
        <Button size="small" look="quiet" onClick={stop}>
          {t('action.cancel')}
        </Button>
      </form>
    )
  return (
    <div className={styles.line}>
      <h1 ref={heading} className={styles.title} tabIndex={-1} data-ticket-heading>
        {title || t('thread.untitled')}
      </h1>
      <IconButton
        size="small"
        className={styles.edit}
        label={t('action.editSubject')}
        icon={<PencilIcon />}
        disabledReason={reason}
        onClick={() => {
          setTyped(title)
          onEditing(true)
        }}
      />
    </div>
  )
}
