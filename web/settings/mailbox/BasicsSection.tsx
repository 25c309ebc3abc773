import { type Mailbox, people } from '#contract'
import { useData } from '../../app/data.ts'
import { isEmail } from '../../app/form.ts'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { SelectField, TextField } from '../../ui/index.ts'
import { Section } from './Section.tsx'
import { useSection } from './section.ts'

/** The address, the name beside it, and whose tickets its mail becomes. */
export function BasicsSection({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const { data: teams } = useData(people.teams, {})
  const { form, values, dirty, busy, save } = useSection('basics', mailbox, {
    read: ({ address, name, teamId }) => ({ address, name, teamId: String(teamId ?? '') }),
    body: ({ address, name, teamId }) => ({
      name,
      teamId: teamId ? Number(teamId) : null,
      ...(address === mailbox.address ? {} : { address }),
    }),
    words: { address: 'errors.invalidEmail' },
  })
  return (
    <Section
      title={t('mailbox.basics')}
      dirty={dirty}
      busy={busy}
      general={form.general}
      onSave={() => {
        if (form.check({ address: isEmail(values.address), name: values.name.trim() !== '' })) save()
      }}
    >
      <TextField
        label={t('settings.address')}
        type="email"
        autoComplete="off"
        value={values.address}
        onChange={(e) => form.set('address', e.target.value)}
        error={form.errors.address}
      />
      <div className={forms.two}>
        <TextField
          label={t('settings.senderName')}
          hint={t('settings.senderNameHint')}
          autoComplete="off"
          value={values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name}
        />
        <SelectField
          label={t('settings.mailboxTeam')}
          choices={[
            { value: '', label: t('list.none') },
            ...(teams?.items ?? [])
              .filter((team) => team.active || team.id === mailbox.teamId)
              .map((team) => ({ value: String(team.id), label: team.name })),
          ]}
          value={values.teamId}
          onChoose={(value) => form.set('teamId', value)}
        />
      </div>
    </Section>
  )
}
