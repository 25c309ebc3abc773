import { type Message, type Ticket, tickets } from '#contract'
import UnknownIcon from '~icons/tabler/user-question'
import { useCommand } from '../../app/data.ts'
import { isLight, useMe } from '../../app/session.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import { useNeighbours } from '../neighbours.ts'
import { authorName } from './message-author.ts'
import styles from './Quarantine.module.css'
import { refreshTicket } from './ticket-data.ts'

/** A message that names this ticket, from someone who could not be confirmed: two ways on, and why it waits. */
export function Quarantine({ ticket, message, readOnly }: { ticket: Ticket; message: Message; readOnly: boolean }) {
  const t = useText()
  const me = useMe()
  const neighbours = useNeighbours()
  const decide = useCommand(tickets.trust, {
    refresh: [tickets.list, tickets.counts],
    done: (answer) => {
      refreshTicket(ticket.number)
      if (answer.number === ticket.number) return
      const show = { label: t('thread.show'), run: () => neighbours.open(answer.number) }
      showToast({ text: t('toast.splitOff', { number: answer.number }), action: show })
    },
  })
  const params = { number: ticket.number, messageId: message.id }
  const reason = readOnly ? t('details.asOfReason') : isLight(me) ? t('details.lightReason') : undefined
  return (
    <div className={styles.box}>
      <UnknownIcon className={styles.icon} />
      <div>
        <p className={styles.title}>{t('thread.quarantineTitle', { name: authorName(message, t) })}</p>
        <p>{t('thread.quarantineWhy', { email: message.from?.email ?? message.author.email ?? '…' })}</p>
        <div className={styles.buttons}>
          <Button
            size="small"
            busy={decide.isPending}
            disabledReason={reason}
            onClick={() => decide.mutate({ params, body: { decision: 'accept' } })}
          >
            {t('thread.quarantineAccept')}
          </Button>
          <Button
            size="small"
            busy={decide.isPending}
            disabledReason={reason}
            onClick={() => decide.mutate({ params, body: { decision: 'own_ticket' } })}
          >
            {t('thread.quarantineOwn')}
          </Button>
        </div>
      </div>
    </div>
  )
}
