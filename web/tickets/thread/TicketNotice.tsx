import { Link } from '@tanstack/react-router'
import type { Ticket } from '#contract'
import { dateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import { statusChoices } from '../details/status-choices.ts'
import styles from './TicketNotice.module.css'
import type { TicketActions } from './ticket-actions.ts'

/** Why a ticket is not as others are, and the one way on. */
export function TicketNotice({
  ticket,
  actions,
  light,
  onUnmerge,
}: {
  ticket: Ticket
  actions: TicketActions
  light: boolean
  onUnmerge: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const reason = light ? t('details.lightReason') : undefined
  if (ticket.folder === 'purged') return <p className={styles.notice}>{t('thread.purgedNotice')}</p>
  if (ticket.mergedInto)
    return (
      <div className={styles.notice}>
        <span>
          <Link to="/tickets/$number" params={{ number: ticket.mergedInto }}>
            {t('thread.mergedInto', { number: ticket.mergedInto })}
          </Link>
        </span>
        <Button size="small" disabledReason={reason} onClick={onUnmerge}>
          {t('thread.unmerge')}
        </Button>
      </div>
    )
  if (ticket.folder === 'spam' || ticket.folder === 'trash')
    return (
      <div className={styles.notice}>
        <span>{t(ticket.folder === 'spam' ? 'thread.spamNotice' : 'thread.trashNotice')}</span>
        <Button size="small" disabledReason={reason} onClick={() => void actions.moveTo('inbox')}>
          {t(ticket.folder === 'spam' ? 'action.notSpam' : 'action.restore')}
        </Button>
      </div>
    )
  if (ticket.status === 'closed')
    return (
      <div className={styles.notice}>
        <span>{t('thread.closedNotice')}</span>
        <Button
          size="small"
          disabledReason={reason}
          onClick={() => {
            const [reopening] = statusChoices(ticket)
            if (reopening) void actions.chooseStatus(reopening)
          }}
        >
          {t('action.reopen')}
        </Button>
      </div>
    )
  if (ticket.postponedUntil || ticket.postponedUntilReply)
    return (
      <div className={styles.notice}>
        <span>
          {ticket.postponedUntil
            ? t('thread.postponedNotice', { time: dateAndTime(ticket.postponedUntil, language) })
            : t('thread.postponedReplyNotice')}
        </span>
        <Button size="small" disabledReason={reason} onClick={() => void actions.wake()}>
          {t('action.cancelPostpone')}
        </Button>
      </div>
    )
  return null
}
