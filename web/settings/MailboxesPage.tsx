import { useState } from 'react'
import { type Mailbox, mail, people } from '#contract'
import MailIcon from '~icons/tabler/mailbox'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { isEmail, useForm } from '../app/form.ts'
import { showToast } from '../app/toast.ts'
import { useText } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Age, Button, Dialog, EmptyState, SelectField, TextField } from '../ui/index.ts'
import { Cell, Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

/** The addresses that customers write to. */
export function MailboxesPage() {
  const t = useText()
  const read = useData(mail.mailboxes, {})
  const teams = useData(people.teams, {})
  const [editing, setEditing] = useState<Mailbox | 'new'>()
  const add = (
    <Button look="primary" icon={<PlusIcon />} onClick={() => setEditing('new')}>
      {t('settings.addMailbox')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.mailboxes')} lead={t('settings.mailboxesLead')} actions={add}>
      <Loaded
        read={read}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={<MailIcon />} title={t('empty.mailboxes')} body={t('empty.mailboxesHint')} />}
      >
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.address')}</th>
                <th scope="col">{t('term.team')}</th>
                <th scope="col">{t('settings.lastReceived')}</th>
                <th scope="col">
                  <span className="visuallyHidden">{t('action.edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((mailbox) => (
                <tr key={mailbox.id} data-off={!mailbox.active || undefined}>
                  <td>
                    <span className={styles.main}>{mailbox.address}</span>
                    <span className={styles.sub}>
                      {mailbox.name} {!mailbox.active && <span className={styles.badge}>{t('settings.inactive')}</span>}
                    </span>
                  </td>
                  <Cell>{teams.data?.items.find((team) => team.id === mailbox.teamId)?.name}</Cell>
                  <td>{mailbox.lastReceivedAt ? <Age at={mailbox.lastReceivedAt} /> : t('settings.never')}</td>
                  <td>
                    <Button
                      size="small"
                      aria-label={t('settings.editNamed', { name: mailbox.address })}
                      onClick={() => setEditing(mailbox)}
                    >
                      {t('action.edit')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {editing && (
        <MailboxDialog mailbox={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </SettingsPage>
  )
}

function MailboxDialog({ mailbox, onClose }: { mailbox: Mailbox | undefined; onClose: () => void }) {
  const t = useText()
  const { data: teams } = useData(people.teams, {})
  const form = useForm(
    { address: mailbox?.address ?? '', name: mailbox?.name ?? '', teamId: String(mailbox?.teamId ?? '') },
    { address: 'errors.invalidEmail' },
  )
  const { values } = form
  const options = {
    refresh: [mail.mailboxes],
    done: () => {
      showToast({ text: t('toast.saved') })
      onClose()
    },
    refused: (error: Error) => {
      form.refuse(error)
      return true
    },
  }
  const add = useCommand(mail.addMailbox, options)
  const change = useCommand(mail.changeMailbox, options)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={mailbox ? t('settings.editNamed', { name: mailbox.address }) : t('settings.addMailbox')}
    >
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.check({ address: isEmail(values.address), name: values.name.trim() !== '' })) return
          const teamId = values.teamId ? Number(values.teamId) : null
          if (mailbox)
            change.mutate({
              params: { id: mailbox.id },
              body: {
                name: values.name,
                teamId,
                ...(values.address === mailbox.address ? {} : { address: values.address }),
              },
            })
          else add.mutate({ body: { address: values.address, name: values.name, teamId } })
        }}
      >
        <TextField
          label={t('settings.address')}
          hint={t('settings.addressHint')}
          type="email"
          inputMode="email"
          autoComplete="off"
          data-autofocus
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
                .filter((team) => team.active)
                .map((team) => ({ value: String(team.id), label: team.name })),
            ]}
            value={values.teamId}
            onChoose={(value) => form.set('teamId', value)}
          />
        </div>
        <p className={forms.hint}>{t('settings.mailboxRoad')}</p>
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={add.isPending || change.isPending}>
            {mailbox ? t('action.save') : t('settings.addMailbox')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          {mailbox && (
            <Button
              look={mailbox.active ? 'danger' : 'default'}
              style={{ marginLeft: 'auto' }}
              onClick={() => change.mutate({ params: { id: mailbox.id }, body: { active: !mailbox.active } })}
            >
              {mailbox.active ? t('settings.deactivate') : t('settings.activate')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
