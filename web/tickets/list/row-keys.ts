import { type TicketRow, tickets } from '#contract'
import { useCommand } from '../../app/data.ts'
import { isLight, useMe } from '../../app/session.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { settle, useChangeTicket } from '../change-ticket.ts'

/** Claim, resolve, spam: on the row where the cursor stands, while no ticket is open. An open ticket has its own keys. */
export function useRowKeys(row: TicketRow | undefined): void {
  const t = useText()
  const me = useMe()
  const { change } = useChangeTicket()
  const claim = useCommand(tickets.claim, {
    refresh: [tickets.counts],
    done: (ticket) => {
      settle(ticket)
      showToast({ text: t('toast.claimed') })
    },
  })
  const light = isLight(me) ? t('app.lightReason') : undefined
  useShortcuts(
    row
      ? [
          {
            keys: 'I',
            label: t('action.claim'),
            group: 'ticket',
            disabledReason: light ?? (row.assignee ? t('errors.alreadyAssigned') : undefined),
            run: () => claim.mutate({ params: { number: row.number } }),
          },
          {
            keys: 'E',
            label: t('action.resolve'),
            group: 'ticket',
            disabledReason:
              light ??
              (row.status === 'open' || row.status === 'in_progress' ? undefined : t('errors.transitionRefused')),
            run: () => void change({ number: row.number, patch: { status: 'resolved' }, said: t('toast.resolved') }),
          },
          {
            keys: '!',
            label: t('action.markSpam'),
            group: 'ticket',
            disabledReason: light,
            run: () => void change({ number: row.number, patch: { folder: 'spam' }, said: t('toast.spam') }),
          },
        ]
      : [],
  )
}
