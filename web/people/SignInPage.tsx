import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { session } from '#contract'
import { call, ProblemError } from '../app/api.ts'
import { useForm } from '../app/form.ts'
import { becomeMe } from '../app/session.ts'
import { useText } from '../app/words.ts'
import styles from '../ui/forms.module.css'
import { Button, PasswordField, TextField } from '../ui/index.ts'
import { FrontPage } from './FrontPage.tsx'

export function SignInPage() {
  const t = useText()
  const navigate = useNavigate()
  const { to } = useSearch({ strict: false }) as { to?: string }
  const form = useForm({ email: '', password: '' }, { email: 'errors.required', password: 'errors.required' })
  const [busy, setBusy] = useState(false)
  const signIn = async () => {
    const { email, password } = form.values
    if (!form.check({ email: email.trim() !== '', password: password !== '' })) return
    setBusy(true)
    try {
      await becomeMe(
        await call(session.signIn, { body: { email: email.trim(), password } }, { whenSignedOut: 'throw' }),
      )
      await navigate({ to: to?.startsWith('/') && !to.startsWith('//') ? to : '/' })
    } catch (error) {
      form.refuse(error)
      if (error instanceof ProblemError && error.type === 'wrong-credentials') form.set('password', '')
    } finally {
      setBusy(false)
    }
  }
  document.title = `${t('auth.signIn')} – Reda`
  return (
    <FrontPage title={t('auth.signIn')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void signIn()
        }}
      >
        <TextField
          label={t('auth.email')}
          type="email"
          autoComplete="username"
          inputMode="email"
          autoFocus
          value={form.values.email}
          onChange={(event) => form.set('email', event.target.value)}
          error={form.errors.email}
        />
        <PasswordField
          label={t('auth.password')}
          autoComplete="current-password"
          value={form.values.password}
          onChange={(event) => form.set('password', event.target.value)}
          error={form.errors.password}
        />
        <p className={styles.general} role="alert">
          {form.general}
        </p>
        <Button look="primary" type="submit" wide busy={busy}>
          {t('auth.signIn')}
        </Button>
        <p className={styles.hint}>{t('auth.forgotHint')}</p>
      </form>
    </FrontPage>
  )
}
