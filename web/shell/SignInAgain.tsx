import { Modal } from '@mantine/core'
import { useState } from 'react'
import { session } from '#contract'
import { call } from '../app/api.ts'
import { errorWords } from '../app/error-words.ts'
import { becomeMe, useMe } from '../app/session.ts'
import { signedInAgain, signedOut } from '../app/session-gate.ts'
import { useStore } from '../app/store.ts'
import { useText } from '../app/words.ts'
import styles from '../ui/forms.module.css'
import { Button, PasswordField } from '../ui/index.ts'
import { signOut } from './Sidebar.tsx'

/** The session ended while someone worked: the password, on top of the page. Nothing below is lost; what was asked for is then done. */
export function SignInAgain() {
  const t = useText()
  const me = useMe()
  const open = useStore(signedOut)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const signIn = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const again = await call(
        session.signIn,
        { body: { email: me.agent.email, password } },
        { whenSignedOut: 'throw' },
      )
      setPassword('')
      await becomeMe(again)
      signedInAgain()
    } catch (refusal) {
      setError(refusal)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal.Root
      opened={open}
      onClose={() => {}}
      closeOnEscape={false}
      closeOnClickOutside={false}
      centered
      size={420}
      zIndex={500}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.42} />
      <Modal.Content aria-label={t('auth.sessionEnded')}>
        <Modal.Body>
          <form
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault()
              void signIn()
            }}
          >
            <h2 className={styles.heading}>{t('auth.sessionEnded')}</h2>
            <p>{t('auth.sessionEndedBody')}</p>
            <input type="email" autoComplete="username" value={me.agent.email} readOnly hidden />
            <PasswordField
              label={t('auth.passwordOf', { name: me.agent.email })}
              autoComplete="current-password"
              required
              data-autofocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
              error={error ? errorWords(error, t) : undefined}
            />
            <div className={styles.actions}>
              <Button look="primary" type="submit" busy={busy}>
                {t('auth.signIn')}
              </Button>
              <Button look="quiet" onClick={() => void signOut()}>
                {t('auth.signOut')}
              </Button>
            </div>
          </form>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
