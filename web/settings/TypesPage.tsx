import { ticketSettings } from '#contract'
import { useCommand, useData } from '../app/data.ts'
import { useForm } from '../app/form.ts'
import { showToast } from '../app/toast.ts'
import { useText } from '../app/words.ts'
import { typeName } from '../tickets/list/filters.ts'
import forms from '../ui/forms.module.css'
import { Button, TextField } from '../ui/index.ts'
import { Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

/** What kinds of tickets there are. */
export function TypesPage() {
  const t = useText()
  const read = useData(ticketSettings.types, {})
  const form = useForm({ name: '' })
  const add = useCommand(ticketSettings.addType, {
    refresh: [ticketSettings.types],
    done: () => {
      form.setAll({ name: '' })
      showToast({ text: t('toast.saved') })
    },
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  return (
    <SettingsPage title={t('settings.types')} lead={t('settings.typesLead')}>
      <Loaded read={read}>
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.name')}</th>
                <th scope="col">{t('settings.apiName')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((type) => (
                <tr key={type.key} data-off={!type.active || undefined}>
                  <td>
                    <span className={styles.main}>{typeName(type, t)}</span>
                  </td>
                  <td className={styles.mono}>{type.key}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <form
        className={`${forms.form} ${styles.card}`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const name = form.values.name.trim()
          if (form.check({ name: name !== '' })) add.mutate({ body: { key: keyFrom(name), name } })
        }}
      >
        <TextField
          label={t('settings.newType')}
          value={form.values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name ?? form.general}
        />
        <div className={forms.actions}>
          <Button type="submit" busy={add.isPending}>
            {t('action.add')}
          </Button>
        </div>
      </form>
    </SettingsPage>
  )
}

/** The name that scripts use: `Ønske om funksjon` → `onske_om_funksjon`. */
export function keyFrom(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40)
  return plain || 'type'
}
