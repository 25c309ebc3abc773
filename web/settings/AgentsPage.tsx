import { useState } from 'react'
import { type Agent, people, ROLES, type Role, type Team } from '#contract'
import PlusIcon from '~icons/tabler/plus'
import { useCommand, useData } from '../app/data.ts'
import { isEmail, isPassword, PASSWORD_LENGTH, useForm } from '../app/form.ts'
import { useMe } from '../app/session.ts'
import { showToast } from '../app/toast.ts'
import { useText, type WordKey } from '../app/words.ts'
import forms from '../ui/forms.module.css'
import { Avatar, Button, CheckField, Dialog, PasswordField, SelectField, TextField } from '../ui/index.ts'
import { Cell, Loaded, SettingsPage } from './SettingsPage.tsx'
import styles from './settings.module.css'

export const ROLE_WORDS: Record<Role, WordKey> = {
  owner: 'role.owner',
  admin: 'role.admin',
  agent: 'role.agent',
  light_agent: 'role.lightAgent',
}
const ROLE_HINTS: Record<Role, WordKey> = {
  owner: 'role.ownerHint',
  admin: 'role.adminHint',
  agent: 'role.agentHint',
  light_agent: 'role.lightAgentHint',
}

/** Who works here: add, change role and teams, let go. */
export function AgentsPage() {
  const t = useText()
  const agents = useData(people.agents, {})
  const teams = useData(people.teams, {})
  const [editing, setEditing] = useState<Agent | 'new'>()
  return (
    <SettingsPage
      title={t('settings.agents')}
      lead={t('settings.agentsLead')}
      actions={
        <Button look="primary" icon={<PlusIcon />} onClick={() => setEditing('new')}>
          {t('settings.addAgent')}
        </Button>
      }
    >
      <Loaded read={agents}>
        {({ items }) => (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('settings.name')}</th>
                <th scope="col">{t('settings.role')}</th>
                <th scope="col">{t('settings.teams')}</th>
                <th scope="col">
                  <span className="visuallyHidden">{t('action.edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((agent) => (
                <tr key={agent.id} data-off={!agent.active || undefined}>
                  <td>
                    <span className={styles.person}>
                      <Avatar name={agent.name} kind="agent" />
                      <span>
                        <span className={styles.main}>{agent.name}</span>
                        <span className={styles.sub}>{agent.email}</span>
                      </span>
                    </span>
                  </td>
                  <td>
                    {t(ROLE_WORDS[agent.role])}{' '}
                    {!agent.active && <span className={styles.badge}>{t('settings.inactive')}</span>}
                  </td>
                  <Cell>
                    {agent.teamIds
                      .map((id) => teams.data?.items.find((team) => team.id === id)?.name)
                      .filter(Boolean)
                      .join(', ')}
                  </Cell>
                  <td>
                    <Button
                      size="small"
                      aria-label={t('settings.editNamed', { name: agent.name })}
                      onClick={() => setEditing(agent)}
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
        <AgentDialog
          agent={editing === 'new' ? undefined : editing}
          teams={(teams.data?.items ?? []).filter((team) => team.active)}
          onClose={() => setEditing(undefined)}
        />
      )}
    </SettingsPage>
  )
}

function AgentDialog({ agent, teams, onClose }: { agent: Agent | undefined; teams: Team[]; onClose: () => void }) {
  const t = useText()
  const me = useMe()
  const self = agent?.id === me.agent.id
  const form = useForm(
    {
      name: agent?.name ?? '',
      email: agent?.email ?? '',
      role: agent?.role ?? ('agent' as Role),
      password: '',
      teamIds: agent?.teamIds ?? ([] as number[]),
    },
    { email: 'errors.invalidEmail', password: 'errors.passwordRefused' },
  )
  const { values } = form
  const options = {
    refresh: [people.agents, people.teams],
    done: () => {
      showToast({ text: t('toast.saved') })
      onClose()
    },
    refused: (error: Error) => {
      form.refuse(error)
      return true
    },
  }
  const add = useCommand(people.addAgent, options)
  const change = useCommand(people.changeAgent, options)
  const submit = () => {
    const { name, email, role, password, teamIds } = values
    const sound = form.check({
      name: name.trim() !== '',
      email: agent !== undefined || isEmail(email),
      password: agent ? password === '' || isPassword(password) : isPassword(password),
    })
    if (!sound) return
    if (agent)
      change.mutate({
        params: { id: agent.id },
        body: { name, teamIds, ...(self ? {} : { role }), ...(password ? { password } : {}) },
      })
    else add.mutate({ body: { name, email, role, teamIds, password } })
  }
  // Only an owner makes owners.
  const roles = ROLES.filter((role) => role !== 'owner' || me.agent.role === 'owner' || agent?.role === 'owner')
  return (
    <Dialog
      opened
      onClose={onClose}
      title={agent ? t('settings.editNamed', { name: agent.name }) : t('settings.addAgent')}
    >
      <form
        className={forms.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className={forms.two}>
          <TextField
            label={t('settings.name')}
            autoComplete="off"
            data-autofocus
            value={values.name}
            onChange={(e) => form.set('name', e.target.value)}
            error={form.errors.name}
          />
          <TextField
            label={t('auth.email')}
            type="email"
            autoComplete="off"
            readOnly={agent !== undefined}
            value={values.email}
            onChange={(e) => form.set('email', e.target.value)}
            error={form.errors.email}
          />
        </div>
        <SelectField
          label={t('settings.role')}
          hint={t(ROLE_HINTS[values.role])}
          choices={roles.map((role) => ({ value: role, label: t(ROLE_WORDS[role]) }))}
          value={values.role}
          onChoose={(role) => form.set('role', role)}
          disabled={self}
        />
        <PasswordField
          label={agent ? t('auth.newPassword') : t('auth.password')}
          hint={agent ? t('settings.newPasswordHint') : t('settings.firstPasswordHint', { count: PASSWORD_LENGTH })}
          autoComplete="new-password"
          value={values.password}
          onChange={(e) => form.set('password', e.target.value)}
          error={form.errors.password}
        />
        {teams.length > 0 && (
          <fieldset className={styles.checks}>
            <legend className={styles.legend}>{t('settings.teams')}</legend>
            {teams.map((team) => (
              <CheckField
                key={team.id}
                label={team.name}
                checked={values.teamIds.includes(team.id)}
                onChange={(e) =>
                  form.set(
                    'teamIds',
                    e.target.checked ? [...values.teamIds, team.id] : values.teamIds.filter((id) => id !== team.id),
                  )
                }
              />
            ))}
          </fieldset>
        )}
        <p className={forms.general} role="alert">
          {form.general}
        </p>
        <div className={forms.actions}>
          <Button look="primary" type="submit" busy={add.isPending || change.isPending}>
            {agent ? t('action.save') : t('settings.addAgent')}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          {agent && !self && (
            <Button
              look={agent.active ? 'danger' : 'default'}
              style={{ marginLeft: 'auto' }}
              onClick={() => change.mutate({ params: { id: agent.id }, body: { active: !agent.active } })}
            >
              {agent.active ? t('settings.deactivate') : t('settings.activate')}
            </Button>
          )}
        </div>
        {agent?.active && !self && <p className={forms.hint}>{t('settings.deactivateHint')}</p>}
      </form>
    </Dialog>
  )
}
