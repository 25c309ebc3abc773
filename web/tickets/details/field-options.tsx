import { PRIORITIES, type Priority, SEVERITIES, type Ticket, WAITING_ON, type WaitingOn } from '#contract'
import type { Translate } from '../../app/words.ts'
import { Avatar, type PickOption, PriorityIcon, StatusIcon } from '../../ui/index.ts'
import type { Directory } from '../thread/ticket-data.ts'
import { severityWord, typeWord, waitingLabel } from '../thread/ticket-words.ts'
import { type StatusChoice, statusChoices } from './status-choices.ts'

/** What the pickers offer, by field. */

export const statusOptions = (ticket: Ticket, t: Translate): PickOption<StatusChoice>[] =>
  statusChoices(ticket).map((choice) => ({
    value: choice,
    label: choice.needsReason ? t('action.reopen') : t(`status.${choice.standing}` as 'status.open'),
    icon: <StatusIcon standing={choice.standing} />,
    hint: choice.needsReason ? t('status.inProgress') : undefined,
  }))

export const waitingOptions = (t: Translate): PickOption<WaitingOn>[] =>
  WAITING_ON.map((value) => ({ value, label: waitingLabel(value, t) }))

export const priorityOptions = (t: Translate): PickOption<Priority>[] =>
  PRIORITIES.toReversed().map((value) => ({
    value,
    label: t(`priority.${value}`),
    hint: t(`priority.${value}Hint`),
    icon: <PriorityIcon priority={value} />,
  }))

export const severityOptions = (t: Translate): PickOption<NonNullable<Ticket['severity']> | null>[] => [
  { value: null, label: t('severity.none') },
  ...SEVERITIES.map((value) => ({ value, label: severityWord(value, t) })),
]

export const typeOptions = (types: Directory['types'], t: Translate): PickOption<string>[] =>
  types.filter((type) => type.active).map(({ key }) => ({ value: key, label: typeWord(key, types, t) }))

export const categoryOptions = (categories: Directory['categories'], t: Translate): PickOption<number | null>[] => [
  { value: null, label: t('details.none') },
  ...categories
    .filter((c) => c.active)
    .map((c) => ({
      value: c.id,
      label: c.name,
      hint: c.path.length > 1 ? c.path.slice(0, -1).join(' › ') : undefined,
      aliases: c.path.join(' '),
    })),
]

export const teamOptions = (teams: Directory['teams'], t: Translate): PickOption<number | null>[] => [
  { value: null, label: t('thread.noTeam') },
  ...teams.filter((team) => team.active).map((team) => ({ value: team.id, label: team.name })),
]

/** Me first, then my team's people, then the others. Light agents own no tickets. */
export function assigneeOptions(
  agents: Directory['agents'],
  meId: number,
  teamId: number | undefined,
  t: Translate,
): PickOption<{ id: number; name: string } | null>[] {
  const able = agents.filter((a) => a.active && a.role !== 'light_agent')
  const rank = (a: (typeof able)[number]) => (a.id === meId ? 0 : teamId && a.teamIds.includes(teamId) ? 1 : 2)
  return [
    ...able
      .toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
      .map((a) => ({
        value: { id: a.id, name: a.name },
        label: a.name,
        hint: a.id === meId ? t('list.me') : undefined,
        aliases: a.email,
        icon: <Avatar name={a.name} size={20} kind="agent" />,
      })),
    { value: null, label: t('thread.unassigned'), aliases: t('details.none') },
  ]
}
