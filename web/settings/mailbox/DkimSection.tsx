import { useState } from 'react'
import { type Mailbox, mail } from '#contract'
import CopyIcon from '~icons/tabler/copy'
import { useCommand } from '../../app/data.ts'
import { useForm } from '../../app/form.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button, Dialog, TextField } from '../../ui/index.ts'
import styles from './mailbox.module.css'
import { useUnsaved } from './unsaved.tsx'

const SELECTOR = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
interface Key {
  domain: string
  selector: string
  publicKey: string
}

/** The key that signs what is sent, and the record that lets others check it. */
export function DkimSection({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const key = (mailbox.settings.dkim ?? null) as Key | null
  const form = useForm({ selector: key?.selector ?? 'reda' }, { selector: 'mailbox.selectorWrong' })
  const [asking, setAsking] = useState(false)
  useUnsaved('dkim', form.values.selector !== (key?.selector ?? 'reda'))
  const make = useCommand(mail.makeDkimKey, {
    refresh: [mail.mailboxes],
    done: () => {
      setAsking(false)
      showToast({ text: t('mailbox.dkimMade') })
    },
    refused: (error) => {
      setAsking(false)
      form.refuse(error)
      return true
    },
  })
  const run = () => make.mutate({ params: { id: mailbox.id }, body: { selector: form.values.selector } })
  return (
    <form
      className={styles.section}
      noValidate
      aria-label={t('mailbox.dkim')}
      onSubmit={(event) => {
        event.preventDefault()
        if (!form.check({ selector: SELECTOR.test(form.values.selector) })) return
        if (key) setAsking(true)
        else run()
      }}
    >
      <div>
        <h2 className={forms.heading}>{t('mailbox.dkim')}</h2>
        <p className={forms.hint}>{t('mailbox.dkimHint')}</p>
      </div>
      {key && (
        <div className={styles.record}>
          <p>{t('mailbox.dkimRecord', { domain: key.domain })}</p>
          <Copyable label={t('mailbox.recordName')} text={`${key.selector}._domainkey.${key.domain}`} />
          <Copyable label={t('mailbox.recordValue')} text={`v=DKIM1; k=rsa; p=${key.publicKey}`} />
        </div>
      )}
      <TextField
        label={t('mailbox.selector')}
        hint={t('mailbox.selectorHint')}
        autoComplete="off"
        spellCheck={false}
        value={form.values.selector}
        onChange={(e) => form.set('selector', e.target.value)}
        error={form.errors.selector}
      />
      <p className={forms.general} role="alert">
        {form.general}
      </p>
      <div className={forms.actions}>
        <Button type="submit" busy={make.isPending}>
          {key ? t('mailbox.dkimReplace') : t('mailbox.dkimMake')}
        </Button>
      </div>
      {asking && (
        <Dialog opened onClose={() => setAsking(false)} title={t('mailbox.dkimReplace')} size={440}>
          <div className={forms.form}>
            <p>{t('mailbox.dkimReplaceBody')}</p>
            <div className={forms.actions}>
              <Button look="danger" busy={make.isPending} onClick={run}>
                {t('mailbox.dkimReplace')}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {t('action.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </form>
  )
}

function Copyable({ label, text }: { label: string; text: string }) {
  const t = useText()
  const byHand = () => showToast({ text: t('mailbox.copyByHand'), tone: 'error' })
  return (
    <div>
      <span className={styles.label}>{label}</span>
      <div className={styles.copyRow}>
        <code>{text}</code>
        <Button
          size="small"
          icon={<CopyIcon />}
          aria-label={t('mailbox.copyNamed', { name: label })}
          onClick={() => {
            navigator.clipboard?.writeText(text).then(() => showToast({ text: t('toast.copied') }), byHand) ?? byHand()
          }}
        >
          {t('settings.copy')}
        </Button>
      </div>
    </div>
  )
}
