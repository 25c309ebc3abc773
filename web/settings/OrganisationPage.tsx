import { LANGUAGES, type Me, people, session } from '#contract'
import { useCommand, useData } from '../app/data.ts'
import { useForm } from '../app/form.ts'
import { showToast } from '../app/toast.ts'
import { LANGUAGE_NAMES, LOCALES, useLanguage, useText } from '../app/words.ts'
import { COUNTRIES, hoursAreSound, zones } from '../people/countries.ts'
import { OpeningHoursField } from '../people/OpeningHoursField.tsx'
import styles from '../ui/forms.module.css'
import { Button, SelectField, TextField } from '../ui/index.ts'
import { Loaded, SettingsPage } from './SettingsPage.tsx'

type Organisation = Me['organisation']

/** The house's own: name, language, where it is, when it is open. */
export function OrganisationPage() {
  const t = useText()
  const read = useData(people.settings, {})
  return (
    <SettingsPage title={t('settings.organisation')} lead={t('settings.organisationLead')}>
      <Loaded read={read}>
        {({ organisation }) => <OrganisationForm key={JSON.stringify(organisation)} organisation={organisation} />}
      </Loaded>
    </SettingsPage>
  )
}

function OrganisationForm({ organisation }: { organisation: Organisation }) {
  const t = useText()
  const language = useLanguage()
  const form = useForm(organisation, { openingHours: 'errors.openingHours' })
  const { values } = form
  const save = useCommand(people.changeSettings, {
    refresh: [people.settings, session.me],
    done: () => showToast({ text: t('toast.saved') }),
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  const countryNames = new Intl.DisplayNames(LOCALES[language], { type: 'region' })
  const changed = JSON.stringify(values) !== JSON.stringify(organisation)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (form.check({ name: values.name.trim() !== '', openingHours: hoursAreSound(values.openingHours) }))
          save.mutate({ body: { organisation: values } })
      }}
    >
      <div className={styles.section}>
        <TextField
          label={t('setup.organisationName')}
          value={values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name}
        />
        <div className={styles.two}>
          <SelectField
            label={t('settings.houseLanguage')}
            hint={t('settings.houseLanguageHint')}
            choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            value={values.language}
            onChoose={(value) => form.set('language', value)}
          />
          <SelectField
            label={t('settings.country')}
            choices={COUNTRIES.map(({ code }) => ({
              value: code,
              label: code === 'OTHER' ? t('settings.otherCountry') : (countryNames.of(code) ?? code),
            }))}
            value={values.country}
            onChoose={(value) => form.set('country', value)}
          />
        </div>
        <SelectField
          label={t('settings.timezone')}
          choices={zones(values.timezone).map((name) => ({ value: name, label: name.replaceAll('_', ' ') }))}
          value={values.timezone}
          onChoose={(value) => form.set('timezone', value)}
          error={form.errors.timezone}
        />
      </div>
      <div className={styles.section}>
        <h2 className={styles.heading}>{t('settings.openingHours')}</h2>
        <OpeningHoursField
          value={values.openingHours}
          onChange={(hours) => form.set('openingHours', hours)}
          error={form.errors.openingHours}
        />
      </div>
      <p className={styles.general} role="alert">
        {form.general}
      </p>
      <div className={styles.actions}>
        <Button
          look="primary"
          type="submit"
          busy={save.isPending}
          disabledReason={changed ? undefined : t('settings.nothingChanged')}
        >
          {t('action.saveChanges')}
        </Button>
      </div>
    </form>
  )
}
