import { useEffect, useState } from 'react'
import WarningIcon from '~icons/tabler/alert-circle'
import CloseIcon from '~icons/tabler/x'
import { hideToast, useToast } from '../app/toast.ts'
import { useText } from '../app/words.ts'
import styles from './Toasts.module.css'

/** The one message at the foot of the page. It waits while it is pointed at or has the focus. */
export function Toasts() {
  const t = useText()
  const toast = useToast()
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!toast || held) return
    const timer = setTimeout(() => hideToast(toast.id), toast.action || toast.tone === 'error' ? 10_000 : 4_000)
    return () => clearTimeout(timer)
  }, [toast, held])
  return (
    <>
      <div role="status" className="visuallyHidden">
        {toast?.tone === 'done' ? toast.text : ''}
      </div>
      <div role="alert" className="visuallyHidden">
        {toast?.tone === 'error' ? toast.text : ''}
      </div>
      {toast && (
        <section
          className={styles.place}
          aria-label={t('app.notices')}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <div className={`${styles.toast} ${toast.tone === 'error' ? styles.error : ''}`} data-toast>
            {toast.tone === 'error' && <WarningIcon />}
            <span>{toast.text}</span>
            {toast.action && (
              <button
                type="button"
                onClick={() => {
                  hideToast(toast.id)
                  toast.action?.run()
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button
              type="button"
              className={styles.close}
              aria-label={t('action.close')}
              onClick={() => hideToast(toast.id)}
            >
              <CloseIcon />
            </button>
          </div>
        </section>
      )}
    </>
  )
}
