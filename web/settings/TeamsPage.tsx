import { useState } from 'react'
import { people, type Team } from '#contract'
import PlusIcon from '~icons/tabler/plus'
import UsersIcon from '~icons/tabler/users-group'
import { useCommand, useData } from '../app/data.ts'
import { useForm } from '../app/form.ts'
import { showToast } from '../app/toast.ts'
import { useText, type WordKey } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Button, CheckField, Dialog, EmptyState, SelectField, TextField } from '../ui/index.ts'
import { Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

const PACKS: Record<Team['labelPack'], WordKey> = {
  'four-state': 'settings.packFour',
  'life-cycle': 'settings.packCycle',
  'open-closed': 'settings.packOpen',
}

/** Teams: who is in them, who may see their tickets, which words their states have. */
export function TeamsPage() {
  const t = useText()
  const read = useData(people.teams, {})
  const [editing, setEditing] = useState<Team | 'new'>()
  const add = (
    <Button look="primary" icon={<PlusIcon />} onClick={() => setEditing('new')}>
      {t('settings.addTeam')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.teams')} lead={t('settings.teamsLead')} actions={add}>
      <Loaded
        read={read}
        isEmpty={({ items }) => items.length === 0}
        empty={<EmptyState icon={<UsersIcon />} title={t('empty.teams')} body={t('empty.teamsHint')} />}
      >
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.name')}</th>
                <th scope="col">{t('settings.visibility')}</th>
                <th scope="col">{t('settings.members')}</th>
                <th scope="col">
                  <span className="visuallyHidden">{t('action.edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((team) => (
                <tr key={team.id} data-off={!team.active || undefined}>
                  <td>
                    <span className={styles.main}>{team.name}</span>{' '}
                    {!team.active && <span className={styles.badge}>{t('settings.inactive')}</span>}
                  </td>
                  <td>{team.visibility === 'everyone' ? t('settings.seenByAll') : t('settings.seenByMembers')}</td>
                  <td>{t('settings.memberCount', { count: team.memberIds.length })}</td>
                  <td>
                    <Button
                      size="small"
                      aria-label={t('settings.editNamed', { name: team.name })}
                      onClick={() => setEditing(team)}
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
      {editing && <TeamDialog team={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />}
    </SettingsPage>
  )
}

function TeamDialog({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const t = useText()
  const { data: agents } = useData(people.agents, {})
  const form = useForm({
    name: team?.name ?? '',
    visibility: team?.visibility ?? ('everyone' as Team['visibility']),
    labelPack: team?.labelPack ?? ('four-state' as Team['labelPack']),
    memberIds: team?.memberIds ?? ([] as number[]),
  })
  const { values } = form
  const options = {
    refresh: [people.teams, people.agents],
    done: () => {
      showToast({ text: t('toast.saved') })
      onClose()
    },
    refused: (error: Error) => {
      form.refuse(error)
      return true
    },
  }
  const add = useCommand(people.addTeam, options)
  const change = useCommand(people.changeTeam, options)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={team ? t('settings.editNamed', { name: team.name }) : t('settings.addTeam')}
    >
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.check({ name: values.name.trim() !== '' })) return
          if (team) change.mutate({ params: { id: team.id }, body: values })
          else add.mutate({ body: values })
        }}
      >
        <TextField
          label={t('settings.name')}
          data-autofocus
          value={values.name}
          onChange={(e) => form.set('name', e.target.value)}
          error={form.errors.name}
        />
        <div className={forms.two}>
          <SelectField
            label={t('settings.visibility')}
            choices={[
              { value: 'everyone', label: t('settings.seenByAll') },
              { value: 'members', label: t('settings.seenByMembers') },
            ]}
            value={values.visibility}
            onChoose={(value) => form.set('visibility', value)}
          />
          <SelectField
            label={t('settings.labelPack')}
            choices={(Object.keys(PACKS) as Team['labelPack'][]).map((value) => ({ value, label: t(PACKS[value]) }))}
            value={values.labelPack}
            onChoose={(value) => form.set('labelPack', value)}
          />
        </div>
        <fieldset className={styles.checks}>
          <legend className={styles.legend}>{t('settings.members')}</legend>
          {(agents?.items ?? [])
            .filter((agent) => agent.active || values.memberIds.includes(agent.id))
            .map((agent) => (
              <CheckField
                key={agent.id}
                label={agent.name}
                hint={agent.email}
                checked={values.memberIds.includes(agent.id)}
                onChange={(e) =>
                  form.set(
                    'memberIds',
                    e.target.checked
                      ? [...values.memberIds, agent.id]
                      : values.memberIds.filter((id) => id !== agent.id),
                  )
                }
              />
            ))}
        </fieldset>
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={add.isPending || change.isPending}>
            {team ? t('action.save') : t('settings.addTeam')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          {team && (
            <Button
              look={team.active ? 'danger' : 'default'}
              style={{ marginLeft: 'auto' }}
              onClick={() => change.mutate({ params: { id: team.id }, body: { active: !team.active } })}
            >
              {team.active ? t('settings.deactivate') : t('settings.activate')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
