import { type Ticket, tickets } from '#contract'
import { useCommand } from '../../app/data.ts'
import { showError } from '../../app/error-toast.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { settle } from '../change-ticket.ts'
import { refreshTicket } from './ticket-data.ts'
import { eventsSince, undoEvents } from './undo.ts'

/** Takes back the merge of a ticket that went into another, or the splitting off of one. */
async function undoMove(number: string, kind: 'merged' | 'splitOff', other: string): Promise<Ticket | undefined> {
  const moved = (await eventsSince(number, 0)).findLast(
    (e) => e.kind === kind && (kind === 'merged' ? e.data.into : e.data.number) === other,
  )
  try {
    return moved && (await undoEvents(number, [moved]))
  } finally {
    refreshTicket(other)
  }
}

/** Messages that move between tickets: a whole ticket into another, or some of its messages to one of their own. Both can be undone. */
export function useMoving() {
  const t = useText()
  const refresh = [tickets.list, tickets.counts]
  const undo = (number: string, kind: 'merged' | 'splitOff', other: string, then?: () => void) =>
    undoMove(number, kind, other).then((ticket) => {
      if (ticket) settle(ticket)
      showToast({ text: t('toast.undone') })
      then?.()
    }, showError)
  const merging = useCommand(tickets.merge, { refresh })
  const splitting = useCommand(tickets.split, { refresh })
  return {
    busy: merging.isPending || splitting.isPending,
    /** `undone` runs when the reader took it back. */
    merge: (from: string, into: string, { done, undone }: { done: () => void; undone?: () => void }) =>
      merging.mutate(
        { params: { number: from }, body: { into } },
        {
          onSuccess: (answer) => {
            settle(answer)
            refreshTicket(from)
            refreshTicket(into)
            showToast({
              text: t('toast.merged', { number: into }),
              action: { label: t('action.undo'), run: () => void undo(from, 'merged', into, undone) },
            })
            done()
          },
        },
      ),
    unmerge: (from: string, into: string) => undo(from, 'merged', into),
    split: (number: string, body: { messageIds: number[]; title?: string }, done: () => void) =>
      splitting.mutate(
        { params: { number }, body },
        {
          onSuccess: (own) => {
            settle(own)
            refreshTicket(number)
            showToast({
              text: t('toast.splitOff', { number: own.number }),
              action: { label: t('action.undo'), run: () => void undo(number, 'splitOff', own.number) },
            })
            done()
          },
        },
      ),
  }
}
