import { Menu } from '@mantine/core'
import { type Message, type Ticket, tickets } from '#contract'
import SplitIcon from '~icons/tabler/arrows-split-2'
import ReplyIcon from '~icons/tabler/corner-up-left'
import ReplyAllIcon from '~icons/tabler/corner-up-left-double'
import DotsIcon from '~icons/tabler/dots'
import InfoIcon from '~icons/tabler/info-circle'
import LinkIcon from '~icons/tabler/link'
import EyeIcon from '~icons/tabler/mail-opened'
import { addressOf } from '../../app/api.ts'
import { useText } from '../../app/words.ts'
import { IconButton } from '../../ui/index.ts'
import { copyText, linkTo } from './copy.ts'

interface Props {
  ticket: Ticket
  message: Message
  onReply?: ((message: Message, all: boolean) => void) | undefined
  onSplit?: ((message: Message) => void) | undefined
  facts: boolean
  onFacts: () => void
}

/** All that can be done with one message. */
export function MessageMenu({ ticket, message, onReply, onSplit, facts, onFacts }: Props) {
  const t = useText()
  const canReply = onReply && message.direction !== 'internal' && !message.bounce && message.trust !== 'quarantined'
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      position="bottom-end"
      shadow="md"
      transitionProps={{ duration: 0 }}
      withinPortal
    >
      <Menu.Target>
        <IconButton size="small" label={t('thread.messageMenu')} icon={<DotsIcon />} data-noprint />
      </Menu.Target>
      <Menu.Dropdown>
        {canReply && (
          <>
            <Menu.Item leftSection={<ReplyIcon />} onClick={() => onReply(message, false)}>
              {t('action.reply')}
            </Menu.Item>
            <Menu.Item leftSection={<ReplyAllIcon />} onClick={() => onReply(message, true)}>
              {t('action.replyAll')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        {onSplit && !message.cancelled && (
          <Menu.Item leftSection={<SplitIcon />} onClick={() => onSplit(message)}>
            {t('action.split')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<InfoIcon />} onClick={onFacts}>
          {facts ? t('action.hideDetails') : t('thread.messageDetails')}
        </Menu.Item>
        <Menu.Item
          leftSection={<LinkIcon />}
          onClick={() => copyText(`${linkTo(ticket.number)}#message-${message.id}`, t)}
        >
          {t('action.copyLink')}
        </Menu.Item>
        {message.hasOriginal && (
          <Menu.Item
            leftSection={<EyeIcon />}
            component="a"
            href={addressOf(tickets.original, { params: { number: ticket.number, messageId: message.id } })}
            target="_blank"
            rel="noreferrer"
          >
            {t('action.showOriginal')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
