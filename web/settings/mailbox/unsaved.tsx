import { useBlocker } from '@tanstack/react-router'
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button, Dialog } from '../../ui/index.ts'

const Report = createContext<(section: string, dirty: boolean) => void>(() => undefined)

/** Asks before a page with unsaved sections is left. */
export function UnsavedGuard({ children }: { children: (dirty: boolean) => ReactNode }) {
  const t = useText()
  const [sections, setSections] = useState<ReadonlySet<string>>(new Set())
  const report = useCallback((section: string, dirty: boolean) => {
    setSections((now) => {
      if (now.has(section) === dirty) return now
      const next = new Set(now)
      if (dirty) next.add(section)
      else next.delete(section)
      return next
    })
  }, [])
  const dirty = sections.size > 0
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
  return (
    <Report value={report}>
      {children(dirty)}
      {blocker.status === 'blocked' && (
        <Dialog opened onClose={blocker.reset} title={t('mailbox.unsavedTitle')} size={440}>
          <div className={forms.form}>
            <p>{t('mailbox.unsavedBody')}</p>
            <div className={forms.actions}>
              <Button look="primary" data-autofocus onClick={blocker.reset}>
                {t('mailbox.stay')}
              </Button>
              <Button look="danger" onClick={blocker.proceed}>
                {t('mailbox.leave')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </Report>
  )
}

/** Tells the guard whether a section holds something that is not saved. */
export function useUnsaved(section: string, dirty: boolean): void {
  const report = use(Report)
  useEffect(() => {
    report(section, dirty)
    return () => report(section, false)
  }, [report, section, dirty])
}
