import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { mail, people } from '#contract'
import MailIcon from '~icons/tabler/mailbox'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { isEmail, useForm } from '../app/form.ts'
import { useText } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Age, Button, Dialog, EmptyState, SelectField, TextField } from '../ui/index.ts'
import styles from './mailbox/mailbox.module.css'
import { StandingBadge } from './mailbox/StandingBadge.tsx'
import { Cell, Loaded, SettingsPage } from './SettingsPage.tsx'
import settings from './settings.module.css'

/** The addresses that customers write to. */
export function MailboxesPage() {
  const t = useText()
  const read = useData(mail.mailboxes, {})
  const teams = useData(people.teams, {})
  const [adding, setAdding] = useState(false)
  const add = (
    <Button look="primary" icon={<PlusIcon />} onClick={() => setAdding(true)}>
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
          <table className={settings.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.address')}</th>
                <th scope="col">{t('mailbox.standing')}</th>
                <th scope="col">{t('term.team')}</th>
                <th scope="col">{t('settings.lastReceived')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((mailbox) => (
                <tr key={mailbox.id} data-off={!mailbox.active || undefined}>
                  <td>
                    <Link
                      to="/settings/mailboxes/$id"
                      params={{ id: String(mailbox.id) }}
                      className={`${settings.main} ${styles.link}`}
                    >
                      {mailbox.address}
                    </Link>
                    <span className={settings.sub}>{mailbox.name}</span>
                  </td>
                  <td>
                    <StandingBadge mailbox={mailbox} />
                  </td>
                  <Cell>{teams.data?.items.find((team) => team.id === mailbox.teamId)?.name}</Cell>
                  <td>{mailbox.lastReceivedAt ? <Age at={mailbox.lastReceivedAt} /> : t('settings.never')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {adding && <AddMailbox onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}

/** Only what must be known to begin with; the mailbox's own page has the rest. */
function AddMailbox({ onClose }: { onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const { data: teams } = useData(people.teams, {})
  const form = useForm({ address: '', name: '', teamId: '' }, { address: 'errors.invalidEmail' })
  const { values } = form
  const add = useCommand(mail.addMailbox, {
    refresh: [mail.mailboxes],
    done: ({ id }) => {
      onClose()
      void navigate({ to: '/settings/mailboxes/$id', params: { id: String(id) }, search: { start: true } })
    },
    refused: (error) => {
      form.refuse(error)
      return true
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('settings.addMailbox')}>
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.check({ address: isEmail(values.address), name: values.name.trim() !== '' })) return
          const teamId = values.teamId ? Number(values.teamId) : null
          add.mutate({ body: { address: values.address, name: values.name, teamId } })
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
        <p className={forms.hint}>{t('mailbox.addHint')}</p>
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={add.isPending}>
            {t('settings.addMailbox')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
