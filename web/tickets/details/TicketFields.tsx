import { type ReactElement, useState } from 'react'
import { type Ticket, ticketSettings } from '#contract'
import PlusIcon from '~icons/tabler/plus'
import { useData } from '../../app/data.ts'
import { useMe } from '../../app/session.ts'
import { useText } from '../../app/words.ts'
import { Avatar, FieldPicker, PriorityLabel, StatusLabel, standingOf } from '../../ui/index.ts'
import type { TicketActions } from '../thread/ticket-actions.ts'
import type { Directory } from '../thread/ticket-data.ts'
import { severityWord, typeWord, waitingLabel } from '../thread/ticket-words.ts'
import {
  assigneeOptions,
  categoryOptions,
  priorityOptions,
  severityOptions,
  statusOptions,
  teamOptions,
  typeOptions,
  waitingOptions,
} from './field-options.tsx'
import styles from './TicketFields.module.css'

export interface FieldProps {
  ticket: Ticket
  actions: TicketActions
  directory: Directory
  look: 'row' | 'chip'
  /** Why it cannot be changed now. */
  reason: string | undefined
  opened?: boolean | undefined
  onOpened?: ((opened: boolean) => void) | undefined
}

/** What FieldPicker wants of what all fields share. */
const shared = ({ look, reason, opened, onOpened }: FieldProps) => ({
  look,
  disabledReason: reason,
  ...(opened === undefined ? {} : { opened }),
  ...(onOpened ? { onOpened } : {}),
})

export function StatusField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions } = props
  // A closed ticket can still be reopened: that is its one way to be written on again.
  const reason =
    ticket.status === 'closed' && ticket.folder === 'inbox' && !ticket.mergedInto ? undefined : props.reason
  return (
    <FieldPicker
      {...shared(props)}
      disabledReason={reason}
      keys="S"
      label={t('details.status')}
      display={<StatusLabel standing={standingOf(ticket)} />}
      options={statusOptions(ticket, t)}
      onPick={(choice) => void actions.chooseStatus(choice)}
    />
  )
}

export function WaitingField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions } = props
  return (
    <FieldPicker
      {...shared(props)}
      label={t('details.waitingOn')}
      display={waitingLabel(ticket.waitingOn, t)}
      options={waitingOptions(t)}
      isChosen={(value) => value === ticket.waitingOn}
      onPick={(waitingOn) =>
        void actions.set({ waitingOn }, actions.field(t('details.waitingOn'), waitingLabel(waitingOn, t)))
      }
    />
  )
}

export function PriorityField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions } = props
  return (
    <FieldPicker
      {...shared(props)}
      keys="P"
      label={t('details.priority')}
      display={<PriorityLabel priority={ticket.priority} />}
      options={priorityOptions(t)}
      isChosen={(value) => value === ticket.priority}
      onPick={(priority) =>
        void actions.set({ priority }, actions.field(t('details.priority'), t(`priority.${priority}`)))
      }
    />
  )
}

export function AssigneeField(props: FieldProps): ReactElement {
  const t = useText()
  const me = useMe()
  const { ticket, actions, directory } = props
  return (
    <FieldPicker
      {...shared(props)}
      keys="A"
      label={t('details.assignee')}
      display={
        ticket.assignee ? (
          <span className={styles.person}>
            <Avatar name={ticket.assignee.name} size={18} kind="agent" /> <span>{ticket.assignee.name}</span>
          </span>
        ) : (
          <span className={styles.empty}>{t('thread.unassigned')}</span>
        )
      }
      options={assigneeOptions(directory.agents, me.agent.id, ticket.team?.id, t)}
      isChosen={(value) => (value?.id ?? null) === (ticket.assignee?.id ?? null)}
      onPick={(agent) => actions.assign(agent)}
    />
  )
}

export function TeamField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions, directory } = props
  const nameOf = (id: number | null) => directory.teams.find((team) => team.id === id)?.name ?? t('thread.noTeam')
  return (
    <FieldPicker
      {...shared(props)}
      keys="Q"
      label={t('details.team')}
      display={ticket.team?.name ?? <span className={styles.empty}>{t('thread.noTeam')}</span>}
      options={teamOptions(directory.teams, t)}
      isChosen={(value) => value === (ticket.team?.id ?? null)}
      onPick={(teamId) => void actions.set({ teamId }, actions.field(t('details.team'), nameOf(teamId)))}
    />
  )
}

export function TypeField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions, directory } = props
  return (
    <FieldPicker
      {...shared(props)}
      label={t('details.type')}
      display={typeWord(ticket.type, directory.types, t)}
      options={typeOptions(directory.types, t)}
      isChosen={(value) => value === ticket.type}
      onPick={(type) =>
        void actions.set({ type }, actions.field(t('details.type'), typeWord(type, directory.types, t)))
      }
    />
  )
}

export function CategoryField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions, directory } = props
  const pathOf = (id: number | null) =>
    directory.categories.find((c) => c.id === id)?.path.join(' › ') ?? t('details.none')
  return (
    <FieldPicker
      {...shared(props)}
      label={t('details.category')}
      display={ticket.category?.path.join(' › ') ?? <span className={styles.empty}>{t('details.none')}</span>}
      options={categoryOptions(directory.categories, t)}
      isChosen={(value) => value === (ticket.category?.id ?? null)}
      onPick={(category) => void actions.set({ category }, actions.field(t('details.category'), pathOf(category)))}
    />
  )
}

export function SeverityField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions } = props
  const word = (value: Ticket['severity']) => (value ? severityWord(value, t) : t('severity.none'))
  return (
    <FieldPicker
      {...shared(props)}
      label={t('details.severity')}
      display={ticket.severity ? word(ticket.severity) : <span className={styles.empty}>{word(null)}</span>}
      options={severityOptions(t)}
      isChosen={(value) => value === ticket.severity}
      onPick={(severity) => void actions.set({ severity }, actions.field(t('details.severity'), word(severity)))}
    />
  )
}

/** Tags are put on and taken off one by one; a closed ticket takes them too. */
export function TagsField(props: FieldProps): ReactElement {
  const t = useText()
  const { ticket, actions, look } = props
  const [typed, setTyped] = useState('')
  const known = useData(ticketSettings.tags, {}, { staleTime: 60_000 }).data?.items ?? []
  const all = [...new Set([...ticket.tags, ...known.map((tag) => tag.name)])]
  const toggle = (name: string) =>
    void actions.set(ticket.tags.includes(name) ? { removeTags: [name] } : { addTags: [name] })
  const reason = ticket.status === 'closed' && ticket.folder === 'inbox' ? undefined : props.reason
  return (
    <FieldPicker
      {...shared(props)}
      disabledReason={reason}
      keys="T"
      multiple
      label={t('details.tags')}
      placeholder={t('details.searchTags')}
      display={
        ticket.tags.length > 0 ? (
          <span className={styles.tags}>
            {ticket.tags.map((tag) => (
              <span key={tag} className={styles.tag}>
                {tag}
              </span>
            ))}
          </span>
        ) : (
          <span className={styles.empty}>
            {look === 'chip' && <PlusIcon />} {look === 'chip' ? t('details.tags') : t('details.noTags')}
          </span>
        )
      }
      options={all.map((name) => ({
        value: name,
        label: name,
        end: known.find((tag) => tag.name === name)?.count,
      }))}
      isChosen={(name) => ticket.tags.includes(name)}
      onPick={toggle}
      onType={setTyped}
      create={{
        label: (name) => t('details.newTag', { name }),
        run: (name) => void actions.set({ addTags: [name] }),
      }}
      empty={typed === '' ? t('details.noTags') : t('list.nothingFound')}
    />
  )
}
