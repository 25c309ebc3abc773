import { useState } from 'react'
import { type Mailbox, mail } from '#contract'
import WandIcon from '~icons/tabler/wand'
import { ProblemError } from '../../app/api.ts'
import { useCommand } from '../../app/data.ts'
import { errorWords } from '../../app/error-words.ts'
import { showToast } from '../../app/toast.ts'
import { useText, type WordKey } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button, CheckField, SelectField, TextArea, TextField } from '../../ui/index.ts'
import {
  type After,
  bodyOf,
  type ConnectionValues,
  connectionOf,
  keptSecrets,
  type Provider,
  type Road,
  type SignIn,
  withProvider,
  wrongOf,
} from './connection.ts'
import styles from './mailbox.module.css'
import { ServerFields } from './ServerFields.tsx'
import { SignInFields } from './SignInFields.tsx'
import { useUnsaved } from './unsaved.tsx'

const AFTERS: Record<After, WordKey> = {
  seen: 'mailbox.afterSeen',
  move: 'mailbox.afterMove',
  delete: 'mailbox.afterDelete',
  nothing: 'mailbox.afterNothing',
}

interface Props {
  mailbox: Mailbox
  provider: Provider | undefined
  /** A new mailbox begins with what its provider wants. */
  fresh: boolean
  onSaved: (tryIt: boolean) => void
}

/** How mail comes in and goes out. */
export function ConnectionSection({ mailbox, provider, fresh, onSaved }: Props) {
  const t = useText()
  const [base, setBase] = useState(() => {
    const stored = connectionOf(mailbox)
    return fresh && provider ? withProvider(stored, provider, mailbox.address) : stored
  })
  const [values, setValues] = useState(base)
  const [stored, setStored] = useState<Pick<Mailbox, 'imap' | 'smtp'>>(mailbox)
  const [wrong, setWrong] = useState<Record<string, WordKey>>({})
  const [general, setGeneral] = useState<string>()
  const dirty = JSON.stringify(values) !== JSON.stringify(base)
  useUnsaved('connection', dirty)

  const save = useCommand(mail.changeMailbox, { refresh: [mail.mailboxes], refused: () => true })
  const submit = (tryIt: boolean) => {
    const found = wrongOf(values, stored)
    setWrong(found)
    setGeneral(undefined)
    if (Object.keys(found).length > 0) return focusWrong()
    save.mutate(
      { params: { id: mailbox.id }, body: bodyOf(values) },
      {
        onSuccess: (answer) => {
          const kept = connectionOf(answer)
          setBase(kept)
          // What was typed while the house saved stays.
          setValues((now) => (now === values ? kept : now))
          setStored(answer)
          showToast({ text: t('toast.saved') })
          onSaved(tryIt)
        },
        onError: (error) => {
          const paths = error instanceof ProblemError ? Object.keys(error.fieldErrors()) : []
          setWrong(Object.fromEntries(paths.map((path) => [path, 'errors.checkField'])))
          setGeneral(errorWords(error, t))
          if (paths.length > 0) focusWrong()
        },
      },
    )
  }

  const errorOf = (path: string) => (wrong[path] ? t(wrong[path]) : undefined)
  const put = (change: Partial<ConnectionValues>, path: string) => {
    setValues((now) => ({ ...now, ...change }))
    setWrong(({ [path]: _, ...rest }) => rest)
  }
  const putRoad = (name: 'imap' | 'smtp') => (change: Partial<Road>, field: string) =>
    put({ [name]: { ...values[name], ...change } }, `${name}.${field}`)
  const putSignIn = (name: 'imap' | 'smtp') => (change: Partial<SignIn>, field: string) =>
    put({ [name]: { ...values[name], signIn: { ...values[name].signIn, ...change } } }, `${name}.${field}`)
  const signIn = (name: 'imap' | 'smtp') => (
    <SignInFields
      path={name}
      signIn={values[name].signIn}
      onChange={putSignIn(name)}
      errorOf={errorOf}
      kept={keptSecrets(stored[name], values[name], values[name].signIn)}
      provider={provider}
    />
  )
  return (
    <form
      className={styles.section}
      noValidate
      aria-label={t('mailbox.connection')}
      onSubmit={(event) => {
        event.preventDefault()
        submit(true)
      }}
    >
      <h2 className={forms.heading}>{t('mailbox.connection')}</h2>
      {provider && (
        <div className={styles.note}>
          <WandIcon />
          <div>
            <p>
              {provider.id === 'generic'
                ? t('mailbox.providerUnknown', { domain: provider.name })
                : t('mailbox.providerFound', { provider: provider.name })}
            </p>
            <Button size="small" onClick={() => setValues((now) => withProvider(now, provider, mailbox.address))}>
              {t('mailbox.useSuggested')}
            </Button>
          </div>
        </div>
      )}
      <fieldset className={styles.part}>
        <legend>{t('mailbox.in')}</legend>
        <SelectField
          label={t('mailbox.receive')}
          hint={values.receive === 'builtin' ? t('settings.mailboxRoad') : undefined}
          choices={[
            { value: 'imap', label: t('mailbox.receiveImap') },
            { value: 'builtin', label: t('mailbox.receiveBuiltin') },
          ]}
          value={values.receive}
          onChoose={(receive) => put({ receive }, 'imap')}
        />
        {values.receive === 'imap' && (
          <div className={styles.inner}>
            <ServerFields path="imap" road={values.imap} onChange={putRoad('imap')} errorOf={errorOf} />
            {signIn('imap')}
            <div className={forms.two}>
              <TextArea
                label={t('mailbox.folders')}
                hint={t('mailbox.foldersHint')}
                rows={2}
                spellCheck={false}
                value={values.folders}
                onChange={(e) => put({ folders: e.target.value }, 'imap.folders')}
                error={errorOf('imap.folders')}
              />
              <TextField
                label={t('mailbox.importDays')}
                hint={t('mailbox.importDaysHint')}
                inputMode="numeric"
                autoComplete="off"
                value={values.importDays}
                onChange={(e) => put({ importDays: e.target.value }, 'imap.importDays')}
                error={errorOf('imap.importDays')}
              />
              <SelectField
                label={t('mailbox.after')}
                choices={(Object.keys(AFTERS) as After[]).map((value) => ({ value, label: t(AFTERS[value]) }))}
                value={values.after}
                onChoose={(after) => put({ after }, 'imap.moveTo')}
              />
              {values.after === 'move' && (
                <TextField
                  label={t('mailbox.moveTo')}
                  autoComplete="off"
                  spellCheck={false}
                  value={values.moveTo}
                  onChange={(e) => put({ moveTo: e.target.value }, 'imap.moveTo')}
                  error={errorOf('imap.moveTo')}
                />
              )}
            </div>
          </div>
        )}
      </fieldset>
      <fieldset className={styles.part}>
        <legend>{t('mailbox.out')}</legend>
        <SelectField
          label={t('mailbox.send')}
          choices={[
            { value: 'smtp', label: t('mailbox.sendSmtp') },
            { value: 'house', label: t('mailbox.sendHouse') },
          ]}
          value={values.send}
          onChoose={(send) => put({ send }, 'smtp')}
        />
        {values.send === 'smtp' && (
          <div className={styles.inner}>
            <ServerFields path="smtp" road={values.smtp} onChange={putRoad('smtp')} errorOf={errorOf} />
            {values.receive === 'imap' && (
              <CheckField
                label={t('mailbox.sameSignIn')}
                checked={values.sameSignIn}
                onChange={(e) => put({ sameSignIn: e.target.checked }, 'smtp.user')}
              />
            )}
            {(values.receive !== 'imap' || !values.sameSignIn) && signIn('smtp')}
          </div>
        )}
      </fieldset>
      <p className={forms.general} role="alert">
        {general}
      </p>
      <div className={forms.actions}>
        <Button look="primary" type="submit" busy={save.isPending}>
          {t('mailbox.saveAndTry')}
        </Button>
        <Button busy={save.isPending} onClick={() => submit(false)}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}

function focusWrong(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
}
