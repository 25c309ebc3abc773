import type { Me, Ticket } from '#contract'
import ArrowLeftIcon from '~icons/tabler/arrow-left'
import PreviousIcon from '~icons/tabler/chevron-left'
import NextIcon from '~icons/tabler/chevron-right'
import ResolveIcon from '~icons/tabler/circle-check'
import ClaimIcon from '~icons/tabler/hand-stop'
import DetailsIcon from '~icons/tabler/layout-sidebar-right'
import { useText } from '../../app/words.ts'
import { Button, IconButton } from '../../ui/index.ts'
import { PostponeMenu } from '../details/PostponeMenu.tsx'
import { AssigneeField, PriorityField, StatusField, TagsField, TeamField } from '../details/TicketFields.tsx'
import { Deadline } from '../list/Deadline.tsx'
import { useNeighbours } from '../neighbours.ts'
import { copyText } from './copy.ts'
import { PresenceLine } from './PresenceLine.tsx'
import { SubjectLine } from './SubjectLine.tsx'
import styles from './TicketHeader.module.css'
import { TicketMenu, type TicketMenuProps } from './TicketMenu.tsx'
import type { TicketActions } from './ticket-actions.ts'
import type { Directory } from './ticket-data.ts'

/** Which field is open, by its key. */
export type OpenField = 'status' | 'priority' | 'assignee' | 'team' | 'tags' | 'postpone' | null

interface Props {
  ticket: Ticket
  me: Me
  actions: TicketActions
  directory: Directory
  reason: string | undefined
  field: OpenField
  onField: (field: OpenField) => void
  menu: Omit<TicketMenuProps, 'ticket' | 'me' | 'actions' | 'reason'>
  detailsShown: boolean
  onDetails: () => void
  editingSubject: boolean
  onEditSubject: (editing: boolean) => void
}

export function TicketHeader(props: Props) {
  const t = useText()
  const { ticket, me, actions, directory, reason, field, onField, menu, detailsShown, onDetails } = props
  const neighbours = useNeighbours()
  const open = (name: NonNullable<OpenField>) => ({
    opened: field === name,
    onOpened: (opened: boolean) => onField(opened ? name : null),
  })
  const fields = { ticket, actions, directory, reason, look: 'chip' as const }
  const isLive = ticket.folder === 'inbox' && ticket.status !== 'resolved' && ticket.status !== 'closed'
  return (
    <header className={styles.header}>
      <div className={styles.top}>
        <span className={styles.back}>
          <IconButton size="small" label={t('thread.backToList')} icon={<ArrowLeftIcon />} onClick={neighbours.back} />
        </span>
        {(neighbours.previous || neighbours.next) && (
          <span className={styles.neighbours}>
            <IconButton
              size="small"
              label={t('thread.previousTicket')}
              icon={<PreviousIcon />}
              disabledReason={neighbours.previous ? undefined : t('list.none')}
              onClick={() => neighbours.previous && neighbours.open(neighbours.previous)}
            />
            <IconButton
              size="small"
              label={t('thread.nextTicket')}
              icon={<NextIcon />}
              disabledReason={neighbours.next ? undefined : t('list.none')}
              onClick={() => neighbours.next && neighbours.open(neighbours.next)}
            />
          </span>
        )}
        <button
          type="button"
          className={styles.number}
          title={t('action.copyNumber')}
          onClick={() => void copyText(ticket.number, t)}
        >
          <span className="visuallyHidden">{t('action.copyNumber')} </span>
          {ticket.number}
        </button>
        <PresenceLine number={ticket.number} />
        <span className={styles.tools}>
          {isLive && (
            <PostponeMenu
              ticket={ticket}
              me={me}
              reason={reason}
              opened={field === 'postpone'}
              onOpened={(opened) => onField(opened ? 'postpone' : null)}
              onPostpone={(until) => void actions.postpone(until)}
              onWake={() => void actions.wake()}
            />
          )}
          {isLive && (
            <IconButton
              label={t('action.resolve')}
              keys="E"
              icon={<ResolveIcon />}
              disabledReason={reason}
              onClick={() => void actions.finish('resolved')}
            />
          )}
          <TicketMenu ticket={ticket} me={me} actions={actions} reason={reason} {...menu} />
          <IconButton
            label={detailsShown ? t('action.hideDetails') : t('action.showDetails')}
            keys="D"
            icon={<DetailsIcon />}
            aria-pressed={detailsShown}
            onClick={onDetails}
          />
        </span>
      </div>
      <SubjectLine
        title={ticket.title}
        reason={reason}
        editing={props.editingSubject}
        onEditing={props.onEditSubject}
        onSave={(title) => void actions.set({ title }, t('toast.saved'))}
      />
      <div className={styles.chips}>
        <StatusField {...fields} {...open('status')} />
        <PriorityField {...fields} {...open('priority')} />
        <TeamField {...fields} {...open('team')} />
        <AssigneeField {...fields} {...open('assignee')} />
        {ticket.assignee === null && isLive && (
          <Button
            size="small"
            look="primary"
            keys="I"
            icon={<ClaimIcon />}
            busy={actions.claiming}
            disabledReason={reason}
            onClick={actions.claim}
          >
            {t('action.claim')}
          </Button>
        )}
        <TagsField {...fields} {...open('tags')} />
        <Deadline clocks={ticket.clocks} createdAt={ticket.createdAt} />
      </div>
    </header>
  )
}
