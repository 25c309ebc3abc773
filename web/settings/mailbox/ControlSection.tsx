import type { Mailbox } from '#contract'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button, CheckField, SelectField, TextField } from '../../ui/index.ts'
import type { Provider } from './connection.ts'
import { Section } from './Section.tsx'
import { useSection } from './section.ts'

type Bounces = 'plus' | 'plain'

/** How the mailbox is watched, and whose mail is believed. */
export function ControlSection({ mailbox, provider }: { mailbox: Mailbox; provider: Provider | undefined }) {
  const t = useText()
  const { form, values, dirty, busy, save } = useSection('control', mailbox, {
    read: ({ settings }) => ({
      heartbeat: settings.heartbeat === true,
      copiesTakePart: settings.copiesTakePart === true,
      agentsReplyByMail: settings.agentsReplyByMail === true,
      bounceAddress: (settings.bounceAddress ?? 'plus') as Bounces,
      authservId: (settings.authservId ?? '') as string,
    }),
    body: ({ authservId, ...rest }) => ({ settings: { ...rest, authservId: authservId.trim() || null } }),
  })
  const known = provider?.authservId ?? null
  return (
    <Section title={t('mailbox.control')} dirty={dirty} busy={busy} general={form.general} onSave={save}>
      <CheckField
        label={t('mailbox.heartbeat')}
        hint={t('mailbox.heartbeatHint')}
        checked={values.heartbeat}
        onChange={(e) => form.set('heartbeat', e.target.checked)}
      />
      <CheckField
        label={t('mailbox.copiesTakePart')}
        hint={t('mailbox.copiesTakePartHint')}
        checked={values.copiesTakePart}
        onChange={(e) => form.set('copiesTakePart', e.target.checked)}
      />
      <CheckField
        label={t('mailbox.agentsReplyByMail')}
        hint={t('mailbox.agentsReplyByMailHint')}
        checked={values.agentsReplyByMail}
        onChange={(e) => form.set('agentsReplyByMail', e.target.checked)}
      />
      <SelectField
        label={t('mailbox.bounceAddress')}
        hint={t('mailbox.bounceAddressHint')}
        choices={[
          { value: 'plus', label: t('mailbox.bouncePlus') },
          { value: 'plain', label: t('mailbox.bouncePlain') },
        ]}
        value={values.bounceAddress}
        onChoose={(value) => form.set('bounceAddress', value)}
      />
      <TextField
        label={t('mailbox.authservId')}
        hint={t('mailbox.authservIdHint')}
        optional
        autoComplete="off"
        spellCheck={false}
        maxLength={253}
        value={values.authservId}
        onChange={(e) => form.set('authservId', e.target.value)}
      />
      {known !== null && values.authservId !== known && (
        <div className={forms.actions}>
          <Button size="small" onClick={() => form.set('authservId', known)}>
            {t('mailbox.useNamed', { name: known })}
          </Button>
        </div>
      )}
    </Section>
  )
}
