import { Menu } from '@mantine/core'
import type { Me, Ticket } from '#contract'
import SpamIcon from '~icons/tabler/alert-octagon'
import ArchiveIcon from '~icons/tabler/archive'
import UndoIcon from '~icons/tabler/arrow-back-up'
import MergeIcon from '~icons/tabler/arrows-join-2'
import FollowIcon from '~icons/tabler/bell'
import UnfollowIcon from '~icons/tabler/bell-off'
import PastIcon from '~icons/tabler/calendar-time'
import CopyIcon from '~icons/tabler/copy'
import DotsIcon from '~icons/tabler/dots-vertical'
import EraseIcon from '~icons/tabler/eraser'
import LinkIcon from '~icons/tabler/link'
import MailIcon from '~icons/tabler/mail'
import RestoreIcon from '~icons/tabler/restore'
import TrashIcon from '~icons/tabler/trash'
import { isAdmin, isLight } from '../../app/session.ts'
import { useText } from '../../app/words.ts'
import { IconButton, Keys } from '../../ui/index.ts'
import { copyText, linkTo } from './copy.ts'
import type { TicketActions } from './ticket-actions.ts'

export interface TicketMenuProps {
  ticket: Ticket
  me: Me
  actions: TicketActions
  reason: string | undefined
  onLink: () => void
  onMerge: () => void
  onPast: () => void
  onRedact: () => void
  onPurge: () => void
}

/** All that is done with a ticket now and then. */
export function TicketMenu({
  ticket,
  me,
  actions,
  reason,
  onLink,
  onMerge,
  onPast,
  onRedact,
  onPurge,
}: TicketMenuProps) {
  const t = useText()
  const light = isLight(me)
  const inInbox = ticket.folder === 'inbox'
  const isLive = inInbox && ticket.status !== 'resolved' && ticket.status !== 'closed'
  const item = (
    label: string,
    icon: React.ReactNode,
    run: () => void,
    { keys, off, danger }: { keys?: string; off?: boolean; danger?: boolean } = {},
  ) => (
    <Menu.Item
      leftSection={icon}
      rightSection={keys ? <Keys keys={keys} /> : undefined}
      disabled={off ?? false}
      onClick={run}
      {...(danger ? { c: 'var(--danger)' } : {})}
    >
      {label}
    </Menu.Item>
  )
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      width={280}
      withinPortal
    >
      <Menu.Target>
        <IconButton label={t('thread.moreActions')} icon={<DotsIcon />} />
      </Menu.Target>
      <Menu.Dropdown>
        {actions.isFollowing
          ? item(t('action.unfollow'), <UnfollowIcon />, actions.follow, { keys: 'W' })
          : item(t('action.follow'), <FollowIcon />, actions.follow, { keys: 'W' })}
        {item(t('action.markUnread'), <MailIcon />, actions.markUnread, { keys: 'U' })}
        {!light && item(t('action.undoLast'), <UndoIcon />, () => void actions.undoLast(), { keys: 'Z' })}
        {!light && item(t('action.link'), <LinkIcon />, onLink, { keys: 'L', off: ticket.folder === 'purged' })}
        {!light && item(t('action.merge'), <MergeIcon />, onMerge, { keys: 'M', off: reason !== undefined })}
        <Menu.Divider />
        {item(t('action.copyNumber'), <CopyIcon />, () => void copyText(ticket.number, t), { keys: '.' })}
        {item(t('action.copyLink'), <LinkIcon />, () => void copyText(linkTo(ticket.number), t))}
        {item(t('thread.asOf'), <PastIcon />, onPast)}
        {!light && (
          <>
            <Menu.Divider />
            {(isLive || ticket.status === 'resolved') &&
              inInbox &&
              item(t('action.closeTicket'), <ArchiveIcon />, () => void actions.finish('closed'), {
                keys: 'Shift E',
                off: reason !== undefined,
              })}
            {inInbox &&
              item(t('action.markSpam'), <SpamIcon />, () => void actions.moveTo('spam'), {
                keys: '!',
                off: reason !== undefined,
              })}
            {inInbox &&
              item(t('action.moveToTrash'), <TrashIcon />, () => void actions.moveTo('trash'), {
                off: reason !== undefined,
              })}
            {ticket.folder === 'spam' && item(t('action.notSpam'), <RestoreIcon />, () => void actions.moveTo('inbox'))}
            {ticket.folder === 'trash' &&
              item(t('action.restore'), <RestoreIcon />, () => void actions.moveTo('inbox'))}
          </>
        )}
        {isAdmin(me) && ticket.folder !== 'purged' && (
          <>
            <Menu.Divider />
            {item(t('action.redact'), <EraseIcon />, onRedact, { danger: true })}
            {!inInbox && item(t('action.purge'), <TrashIcon />, onPurge, { danger: true })}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
