import { useState } from 'react'
import { people } from '#contract'
import CopyIcon from '~icons/tabler/copy'
import KeyIcon from '~icons/tabler/key'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { useForm } from '../app/form.ts'
import { dateOnly } from '../app/format.ts'
import { isAdmin, isLight, useMe } from '../app/session.ts'
import { showToast } from '../app/toast.ts'
import { useLanguage, useText, type WordKey } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Age, Button, CheckField, Dialog, EmptyState, SelectField, TextField } from '../ui/index.ts'
import { Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

type Scope = 'read' | 'write' | 'admin'
const SCOPES: Record<Scope, WordKey> = {
  read: 'settings.scopeRead',
  write: 'settings.scopeWrite',
  admin: 'settings.scopeAdmin',
}

/** Own keys for scripts and other systems: made, copied once, revoked. */
export function ApiKeysPage() {
  const t = useText()
  const language = useLanguage()
  const me = useMe()
  const read = useData(people.apiKeys, {}, { enabled: !isLight(me) })
  const [adding, setAdding] = useState(false)
  const [asking, setAsking] = useState<{ id: number; name: string }>()
  const revoke = useCommand(people.revokeApiKey, {
    refresh: [people.apiKeys],
    done: () => {
      setAsking(undefined)
      showToast({ text: t('settings.keyRevoked') })
    },
  })
  const add = (
    <Button
      look="primary"
      icon={<PlusIcon />}
      onClick={() => setAdding(true)}
      disabledReason={isLight(me) ? t('app.lightReason') : undefined}
    >
      {t('settings.addKey')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.apiKeys')} lead={t('settings.apiKeysLead')} actions={add}>
      {isLight(me) ? (
        <EmptyState icon={<KeyIcon />} title={t('app.lightReason')} />
      ) : (
        <Loaded
          read={read}
          isEmpty={({ items }) => items.length === 0}
          empty={<EmptyState icon={<KeyIcon />} title={t('empty.apiKeys')} />}
        >
          {({ items }) => (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('settings.name')}</th>
                  <th scope="col">{t('settings.lastUsed')}</th>
                  <th scope="col">{t('settings.expires')}</th>
                  <th scope="col">
                    <span className="visuallyHidden">{t('settings.revoke')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((key) => (
                  <tr key={key.id}>
                    <td>
                      <span className={styles.main}>{key.name}</span>
                      <span className={styles.sub}>
                        {key.scopes.map((scope) => (scope in SCOPES ? t(SCOPES[scope as Scope]) : scope)).join(', ')}
                      </span>
                    </td>
                    <td>{key.lastUsedAt ? <Age at={key.lastUsedAt} /> : t('settings.never')}</td>
                    <td>
                      <time dateTime={key.expiresAt}>{dateOnly(key.expiresAt, language)}</time>
                    </td>
                    <td>
                      <Button
                        size="small"
                        look="danger"
                        aria-label={t('settings.revokeNamed', { name: key.name })}
                        onClick={() => setAsking(key)}
                      >
                        {t('settings.revoke')}
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Loaded>
      )}
      {adding && <KeyDialog onClose={() => setAdding(false)} />}
      {asking && (
        <Dialog
          opened
          onClose={() => setAsking(undefined)}
          title={t('settings.revokeNamed', { name: asking.name })}
          size={440}
        >
          <div className={forms.form}>
            <p>{t('settings.revokeBody')}</p>
            <div className={forms.actions}>
              <Button
                look="danger"
                busy={revoke.isPending}
                onClick={() => revoke.mutate({ params: { id: asking.id } })}
              >
                {t('settings.revoke')}
              </Button>
              <Button look="quiet" onClick={() => setAsking(undefined)}>
                {t('action.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </SettingsPage>
  )
}

function KeyDialog({ onClose }: { onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const form = useForm({ name: '', scopes: ['read', 'write'] as Scope[], days: '365' })
  const { values } = form
  const [secret, setSecret] = useState<string>()
  const add = useCommand(people.addApiKey, {
    refresh: [people.apiKeys],
    done: ({ key }) => setSecret(key),
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  if (secret !== undefined)
    return (
      <Dialog opened onClose={onClose} title={t('settings.keyMade')}>
        <div className={forms.form}>
          <p>{t('settings.keyOnce')}</p>
          <div className={styles.secret}>
            <code>{secret}</code>
            <Button
              icon={<CopyIcon />}
              onClick={() => {
                navigator.clipboard?.writeText(secret).then(
                  () => showToast({ text: t('toast.copied') }),
                  () => showToast({ text: t('settings.copyByHand'), tone: 'error' }),
                ) ?? showToast({ text: t('settings.copyByHand'), tone: 'error' })
              }}
            >
              {t('settings.copy')}
            </Button>
          </div>
          <div className={forms.actions}>
            <Button look="primary" onClick={onClose}>
              {t('settings.keyKept')}
            </Button>
          </div>
        </div>
      </Dialog>
    )
  const scopes: Scope[] = isAdmin(me) ? ['read', 'write', 'admin'] : ['read', 'write']
  return (
    <Dialog opened onClose={onClose} title={t('settings.addKey')}>
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (form.check({ name: values.name.trim() !== '' }))
            add.mutate({ body: { name: values.name, scopes: values.scopes, days: Number(values.days) } })
        }}
      >
        <TextField
          label={t('settings.keyName')}
          hint={t('settings.keyNameHint')}
          data-autofocus
          value={values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name}
        />
        <fieldset className={styles.checks}>
          <legend className={styles.legend}>{t('settings.scopes')}</legend>
          {scopes.map((scope) => (
            <CheckField
              key={scope}
              label={t(SCOPES[scope])}
              checked={values.scopes.includes(scope)}
              onChange={(e) =>
                form.set(
                  'scopes',
                  e.target.checked ? [...values.scopes, scope] : values.scopes.filter((s) => s !== scope),
                )
              }
            />
          ))}
        </fieldset>
        <SelectField
          label={t('settings.expires')}
          choices={['30', '90', '365', '1095'].map((value) => ({
            value,
            label: t('settings.inDays', { count: Number(value) }),
          }))}
          value={values.days}
          onChoose={(value) => form.set('days', value)}
        />
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button
            look="primary"
            type="submit"
            busy={add.isPending}
            disabledReason={values.scopes.length === 0 ? t('settings.scopeNeeded') : undefined}
          >
            {t('settings.makeKey')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
