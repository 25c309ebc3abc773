import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { session, setup } from '#contract'
import { call, ProblemError } from '../app/api.ts'
import { isEmail, isPassword, PASSWORD_LENGTH, useForm } from '../app/form.ts'
import { becomeMe } from '../app/session.ts'
import { LOCALES, useLanguage, useText } from '../app/words.ts'
import styles from '../ui/forms.module.css'
import { Button, PasswordField, SelectField, TextField } from '../ui/index.ts'
import { COUNTRIES, COUNTRY_OF, type Country, hoursAreSound, OFFICE_HOURS, zones } from './countries.ts'
import { FrontPage } from './FrontPage.tsx'
import { OpeningHoursField } from './OpeningHoursField.tsx'

/** The first visit: who you are, what the house is called, where and when it is open. One page, nothing else asked. */
export function SetupPage() {
  const t = useText()
  const language = useLanguage()
  const navigate = useNavigate()
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const [chosenCountry, setCountry] = useState<Country>()
  const country = chosenCountry ?? COUNTRY_OF[language]
  const [chosenZone, setZone] = useState<string>()
  const zone = chosenZone ?? COUNTRIES.find((one) => one.code === country && one.code !== 'OTHER')?.zone ?? browserZone
  const [busy, setBusy] = useState(false)
  const form = useForm(
    { organisation: '', adminName: '', adminEmail: '', adminPassword: '', openingHours: OFFICE_HOURS },
    {
      adminEmail: 'errors.invalidEmail',
      adminPassword: 'errors.passwordRefused',
      openingHours: 'errors.openingHours',
    },
  )
  const run = async () => {
    const { organisation, adminName, adminEmail, adminPassword, openingHours } = form.values
    const sound = form.check({
      organisation: organisation.trim() !== '',
      adminName: adminName.trim() !== '',
      adminEmail: isEmail(adminEmail),
      adminPassword: isPassword(adminPassword),
      openingHours: hoursAreSound(openingHours),
    })
    if (!sound) return
    setBusy(true)
    try {
      const body = {
        organisation,
        adminName,
        adminEmail,
        adminPassword,
        openingHours,
        language,
        country,
        timezone: zone,
      }
      await becomeMe(await call(setup.run, { body }, { whenSignedOut: 'throw' }))
      await navigate({ to: '/' })
    } catch (error) {
      if (error instanceof ProblemError && error.type === 'already-set-up') await signInInstead()
      else form.refuse(error)
    } finally {
      setBusy(false)
    }
  }
  /** An answer that was lost on the way: the house is set up, with what was typed here or by someone else. */
  const signInInstead = async () => {
    const { adminEmail: email, adminPassword: password } = form.values
    try {
      await becomeMe(
        await call(session.signIn, { body: { email: email.trim(), password } }, { whenSignedOut: 'throw' }),
      )
      await navigate({ to: '/' })
    } catch {
      await navigate({ to: '/sign-in' })
    }
  }
  const countryNames = new Intl.DisplayNames(LOCALES[language], { type: 'region' })
  document.title = `${t('setup.title')} – Reda`
  return (
    <FrontPage title={t('setup.title')} lead={t('setup.lead')} wide>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <section className={styles.section} aria-labelledby="setup-you">
          <h2 className={styles.heading} id="setup-you">
            {t('setup.you')}
          </h2>
          <div className={styles.two}>
            <TextField
              label={t('setup.yourName')}
              autoComplete="name"
              autoFocus
              value={form.values.adminName}
              onChange={(e) => form.set('adminName', e.target.value)}
              error={form.errors.adminName}
            />
            <TextField
              label={t('auth.email')}
              type="email"
              inputMode="email"
              autoComplete="username"
              value={form.values.adminEmail}
              onChange={(e) => form.set('adminEmail', e.target.value)}
              error={form.errors.adminEmail}
            />
          </div>
          <PasswordField
            label={t('auth.password')}
            hint={t('auth.passwordHint', { count: PASSWORD_LENGTH })}
            autoComplete="new-password"
            value={form.values.adminPassword}
            onChange={(e) => form.set('adminPassword', e.target.value)}
            error={form.errors.adminPassword}
          />
        </section>
        <section className={styles.section} aria-labelledby="setup-organisation">
          <h2 className={styles.heading} id="setup-organisation">
            {t('setup.organisation')}
          </h2>
          <TextField
            label={t('setup.organisationName')}
            hint={t('setup.organisationHint')}
            autoComplete="organization"
            value={form.values.organisation}
            onChange={(e) => form.set('organisation', e.target.value)}
            error={form.errors.organisation}
          />
          <div className={styles.two}>
            <SelectField
              label={t('settings.country')}
              choices={COUNTRIES.map(({ code }) => ({
                value: code,
                label: code === 'OTHER' ? t('settings.otherCountry') : (countryNames.of(code) ?? code),
              }))}
              value={country}
              onChoose={(next) => {
                setCountry(next)
                setZone(undefined)
              }}
            />
            <SelectField
              label={t('settings.timezone')}
              choices={zones(zone).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
              value={zone}
              onChoose={setZone}
            />
          </div>
        </section>
        <section className={styles.section} aria-labelledby="setup-hours">
          <div>
            <h2 className={styles.heading} id="setup-hours">
              {t('settings.openingHours')}
            </h2>
            <p className={styles.hint}>{t('setup.hoursHint')}</p>
          </div>
          <OpeningHoursField
            value={form.values.openingHours}
            onChange={(hours) => form.set('openingHours', hours)}
            error={form.errors.openingHours}
          />
        </section>
        <p className={styles.general} role="alert">
          {form.general}
        </p>
        <div className={styles.actions}>
          <Button look="primary" type="submit" busy={busy}>
            {t('setup.start')}
          </Button>
        </div>
      </form>
    </FrontPage>
  )
}
