import { useState } from 'react'
import { LANGUAGES, type Language, type Mailbox } from '#contract'
import { useMe } from '../../app/session.ts'
import { LANGUAGE_NAMES, useText, type WordKey } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { CheckField, SelectField, TextArea } from '../../ui/index.ts'
import { Section } from './Section.tsx'
import { useSection } from './section.ts'

type Quote = 'none' | 'last' | 'all'
const QUOTES: Record<Quote, WordKey> = {
  none: 'mailbox.quoteNone',
  last: 'mailbox.quoteLast',
  all: 'mailbox.quoteAll',
}

/** What stands in the mail that goes out: whose name, what is quoted, how it is signed. */
export function ReplySection({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const me = useMe()
  const { form, values, dirty, busy, save } = useSection('replies', mailbox, {
    read: ({ settings }) => ({
      quote: (settings.quote ?? 'last') as Quote,
      acknowledge: settings.acknowledge === true,
      agentInFromName: settings.agentInFromName === true,
      language: (settings.language ?? '') as Language | '',
      signatures: (settings.signatures ?? {}) as Partial<Record<Language, string>>,
    }),
    body: ({ language, ...rest }) => ({ settings: { ...rest, language: language || null } }),
  })
  const [signing, setSigning] = useState<Language>(values.language || me.organisation.language)
  return (
    <Section title={t('mailbox.replies')} dirty={dirty} busy={busy} general={form.general} onSave={save}>
      <CheckField
        label={t('mailbox.acknowledge')}
        hint={t('mailbox.acknowledgeHint')}
        checked={values.acknowledge}
        onChange={(e) => form.set('acknowledge', e.target.checked)}
      />
      <CheckField
        label={t('mailbox.agentInFromName')}
        hint={t('mailbox.agentInFromNameHint', {
          name: t('mail.agentVia', { agent: me.agent.name, mailbox: mailbox.name }),
        })}
        checked={values.agentInFromName}
        onChange={(e) => form.set('agentInFromName', e.target.checked)}
      />
      <div className={forms.two}>
        <SelectField
          label={t('mailbox.quote')}
          choices={(Object.keys(QUOTES) as Quote[]).map((value) => ({ value, label: t(QUOTES[value]) }))}
          value={values.quote}
          onChoose={(quote) => form.set('quote', quote)}
        />
        <SelectField
          label={t('mailbox.language')}
          choices={[
            { value: '', label: t('settings.houseLanguage') },
            ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          ]}
          value={values.language}
          onChoose={(language) => form.set('language', language as Language | '')}
        />
      </div>
      <div className={forms.form}>
        <SelectField
          label={t('mailbox.signatureLanguage')}
          hint={t('mailbox.signatureLanguageHint')}
          choices={LANGUAGES.map((value) => ({
            value,
            label: values.signatures[value]?.trim()
              ? t('mailbox.signatureWritten', { language: LANGUAGE_NAMES[value] })
              : LANGUAGE_NAMES[value],
          }))}
          value={signing}
          onChoose={setSigning}
        />
        <TextArea
          label={t('mailbox.signature', { language: LANGUAGE_NAMES[signing] })}
          hint={t('mailbox.signatureHint', { mark: '{agent}' })}
          lang={signing}
          rows={4}
          maxLength={20_000}
          value={values.signatures[signing] ?? ''}
          onChange={(e) => form.set('signatures', { ...values.signatures, [signing]: e.target.value })}
        />
      </div>
    </Section>
  )
}
