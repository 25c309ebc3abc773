import { LANGUAGES, session } from '#contract'
import { ProblemError } from '../app/api.ts'
import { useCommand } from '../app/data.ts'
import { isPassword, PASSWORD_LENGTH, useForm } from '../app/form.ts'
import { openKeys } from '../app/opened.ts'
import { becomeMe, useMe } from '../app/session.ts'
import { showToast } from '../app/toast.ts'
import { LANGUAGE_NAMES, useText } from '../app/words.ts'
import styles from '../ui/forms.module.css'
import { Button, CheckField, PasswordField, SelectField, TextField } from '../ui/index.ts'
import { SettingsPage } from './SettingsPage.tsx'

/** One's own: name, language, colours, keys, how long a sending can be undone, what comes after a ticket, password. Saved as it is changed. */
export function ProfilePage() {
  const t = useText()
  const me = useMe()
  const { agent } = me
  const form = useForm({ name: agent.name }, { name: 'errors.required' })
  const save = useCommand(session.updateMe, {
    done: (answer) => {
      void becomeMe(answer).then(() => showToast({ text: t('toast.saved') }))
    },
  })
  const prefer = (preferences: Record<string, unknown>) => save.mutate({ body: { preferences } })
  const undo = String(agent.preferences.undoSeconds ?? me.undoSeconds)
  return (
    <SettingsPage title={t('settings.profile')} lead={agent.email}>
      <section className={styles.section}>
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            if (form.check({ name: form.values.name.trim() !== '' })) save.mutate({ body: { name: form.values.name } })
          }}
        >
          <TextField
            label={t('setup.yourName')}
            autoComplete="name"
            value={form.values.name}
            onChange={(e) => form.set('name', e.target.value)}
            error={form.errors.name}
          />
          {form.values.name !== agent.name && (
            <div className={styles.actions}>
              <Button look="primary" type="submit" busy={save.isPending}>
                {t('action.save')}
              </Button>
              <Button look="quiet" onClick={() => form.setAll({ name: agent.name })}>
                {t('action.cancel')}
              </Button>
            </div>
          )}
        </form>
        <div className={styles.two}>
          <SelectField
            label={t('settings.language')}
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={agent.language}
            onChoose={(language) => save.mutate({ body: { language } })}
          />
          <SelectField
            label={t('settings.theme')}
            choices={[
              { value: 'auto', label: t('settings.themeAuto') },
              { value: 'light', label: t('settings.themeLight') },
              { value: 'dark', label: t('settings.themeDark') },
            ]}
            value={agent.theme}
            onChoose={(theme) => save.mutate({ body: { theme } })}
          />
        </div>
      </section>
      <section className={styles.section}>
        <h2 className={styles.heading}>{t('settings.working')}</h2>
        <div className={styles.two}>
          <SelectField
            label={t('settings.undoSeconds')}
            hint={t('settings.undoSecondsHint')}
            choices={[...new Set(['0', '5', '10', '20', '30', undo])].map((value) => ({
              value,
              label: value === '0' ? t('settings.noUndo') : t('settings.seconds', { count: Number(value) }),
            }))}
            value={undo}
            onChoose={(value) => prefer({ undoSeconds: Number(value) })}
          />
          <SelectField
            label={t('settings.afterAction')}
            choices={[
              { value: 'next', label: t('settings.afterNext') },
              { value: 'list', label: t('settings.afterList') },
              { value: 'stay', label: t('settings.afterStay') },
            ]}
            value={
              ['list', 'stay'].includes(String(agent.preferences.afterAction))
                ? String(agent.preferences.afterAction)
                : 'next'
            }
            onChoose={(afterAction) => prefer({ afterAction })}
          />
        </div>
        <CheckField
          look="switch"
          label={t('settings.singleKeys')}
          hint={t('settings.singleKeysHint')}
          checked={agent.preferences.singleKeys !== false}
          onChange={(event) => prefer({ singleKeys: event.target.checked })}
        />
        <div>
          <Button size="small" onClick={openKeys}>
            {t('palette.shortcuts')}
          </Button>
        </div>
      </section>
      <PasswordSection />
    </SettingsPage>
  )
}

function PasswordSection() {
  const t = useText()
  const me = useMe()
  const form = useForm({ current: '', next: '' }, { current: 'errors.required', next: 'errors.passwordRefused' })
  const change = useCommand(session.changePassword, {
    done: () => {
      form.setAll({ current: '', next: '' })
      showToast({ text: t('settings.passwordChanged') })
    },
    refused: (error) => {
      if (error instanceof ProblemError && error.type === 'wrong-credentials')
        form.blame('current', 'errors.wrongPassword')
      else form.refuse(error)
      return true
    },
  })
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('auth.changePassword')}</h2>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const { current, next } = form.values
          if (form.check({ current: current !== '', next: isPassword(next) }))
            change.mutate({ body: { current, next } })
        }}
      >
        <input type="email" autoComplete="username" value={me.agent.email} readOnly hidden />
        <div className={styles.two}>
          <PasswordField
            label={t('settings.currentPassword')}
            autoComplete="current-password"
            value={form.values.current}
            onChange={(e) => form.set('current', e.target.value)}
            error={form.errors.current}
          />
          <PasswordField
            label={t('auth.newPassword')}
            hint={t('auth.passwordHint', { count: PASSWORD_LENGTH })}
            autoComplete="new-password"
            value={form.values.next}
            onChange={(e) => form.set('next', e.target.value)}
            error={form.errors.next}
          />
        </div>
        <p className={styles.hint}>{t('settings.passwordEndsSessions')}</p>
        <p className={styles.general} role="alert">
          {form.general}
        </p>
        <div className={styles.actions}>
          <Button type="submit" busy={change.isPending}>
            {t('auth.changePassword')}
          </Button>
        </div>
      </form>
    </section>
  )
}
