import { useState } from 'react'
import { type Me, type Ticket, type TicketPatch, tickets } from '#contract'
import { useCommand } from '../../app/data.ts'
import { showError } from '../../app/error-toast.ts'
import { dateAndTime } from '../../app/format.ts'
import { isLight, useMe } from '../../app/session.ts'
import { showToast } from '../../app/toast.ts'
import { type Translate, useLanguage, useText } from '../../app/words.ts'
import { settle, useChangeTicket } from '../change-ticket.ts'
import { type StatusChoice, steps } from '../details/status-choices.ts'
import { useNeighbours } from '../neighbours.ts'
import { keepRead } from './being-here.ts'
import { lastOwnChange } from './sentences.ts'
import { refreshTicket } from './ticket-data.ts'
import { eventsSince, undoEvents } from './undo.ts'

/** Why a ticket cannot be changed now; undefined when it can. Tags, links and reopening ask less of a closed one. */
export function whyReadOnly(ticket: Ticket, me: Me, t: Translate, isPast = false): string | undefined {
  if (isPast) return t('details.asOfReason')
  if (isLight(me)) return t('details.lightReason')
  if (ticket.folder === 'purged') return t('thread.purgedNotice')
  if (ticket.mergedInto) return t('thread.mergedInto', { number: ticket.mergedInto })
  if (ticket.status === 'closed') return t('details.closedReason')
  return undefined
}

export type TicketActions = ReturnType<typeof useTicketActions>

/** All that an agent does with a ticket besides writing. Each is shown at once, said in a toast, and can be undone. */
export function useTicketActions(ticket: Ticket) {
  const t = useText()
  const me = useMe()
  const language = useLanguage()
  const neighbours = useNeighbours()
  const { change } = useChangeTicket()
  /** Waits for a reason before it is done. */
  const [reopening, setReopening] = useState<StatusChoice | null>(null)
  const { number } = ticket
  const params = { number }
  const done = (answer: Ticket) => {
    settle(answer)
    refreshTicket(number)
  }
  const claimed = useCommand(tickets.claim, { done })
  const followed = useCommand(tickets.follow, { done })
  const unfollowed = useCommand(tickets.unfollow, { done })
  const unread = useCommand(tickets.markRead)
  const set = (patch: TicketPatch, said?: string) => change({ number, patch, ...(said ? { said } : {}) })
  const field = (name: string, value: string) => t('toast.changed', { field: name, value })

  /** Several changes one after the other; it stops at the first that is refused. Only the last is said. */
  const inSteps = async (patches: TicketPatch[], said: string): Promise<boolean> => {
    for (const [i, patch] of patches.entries())
      if (!(await set(patch, i === patches.length - 1 ? said : undefined))) return false
    return true
  }
  const finish = async (to: 'resolved' | 'closed') => {
    if (await inSteps(steps(ticket.status, to), t(to === 'resolved' ? 'toast.resolved' : 'toast.closed')))
      neighbours.goOn()
  }
  const chooseStatus = async (choice: StatusChoice, reason?: string) => {
    if (choice.standing === 'resolved' || choice.standing === 'closed') return finish(choice.standing)
    if (choice.needsReason && !reason) return setReopening(choice)
    setReopening(null)
    const said = choice.needsReason
      ? t('toast.reopened')
      : field(t('details.status'), t(`status.${choice.standing}` as 'status.open'))
    await inSteps(
      choice.patches.map((patch) => (reason ? { ...patch, reason } : patch)),
      said,
    )
  }
  const isFollowing = ticket.followers.some((f) => f.id === me.agent.id)

  return {
    set,
    field,
    finish,
    chooseStatus,
    reopening,
    cancelReopening: () => setReopening(null),
    isFollowing,
    claim: () => claimed.mutate({ params }, { onSuccess: () => showToast({ text: t('toast.claimed') }) }),
    claiming: claimed.isPending,
    assign: (agent: { id: number; name: string } | null) =>
      agent?.id === me.agent.id && ticket.assignee === null
        ? claimed.mutate({ params }, { onSuccess: () => showToast({ text: t('toast.claimed') }) })
        : void set(
            { assigneeId: agent?.id ?? null },
            agent ? t('toast.assigned', { name: agent.name }) : t('toast.unassigned'),
          ),
    follow: () =>
      isFollowing
        ? unfollowed.mutate({ params }, { onSuccess: () => showToast({ text: t('toast.notFollowing') }) })
        : followed.mutate({ params }, { onSuccess: () => showToast({ text: t('toast.following') }) }),
    markUnread: () =>
      unread.mutate(
        { params, body: { messageId: null } },
        {
          onSuccess: () => {
            keepRead(number, null)
            showToast({ text: t('toast.markedUnread') })
            neighbours.back()
          },
        },
      ),
    postpone: async (until: Date | 'reply') => {
      const done = await (until === 'reply'
        ? set({ postponedUntil: null, postponedUntilReply: true }, t('toast.postponedUntilReply'))
        : set({ postponedUntil: until.toISOString() }, t('toast.postponed', { time: dateAndTime(until, language) })))
      if (done) neighbours.goOn()
    },
    wake: () => set({ postponedUntil: null, postponedUntilReply: false }, t('toast.awake')),
    moveTo: async (folder: 'inbox' | 'spam' | 'trash') => {
      const said = t(folder === 'spam' ? 'toast.spam' : folder === 'trash' ? 'toast.trashed' : 'toast.restored')
      if ((await set({ folder }, said)) && folder !== 'inbox') neighbours.goOn()
    },
    /** Z: the last own change on this ticket. */
    undoLast: async () => {
      try {
        // Read anew: the change that one has just made may not be in what the page knows.
        const last = lastOwnChange(await eventsSince(number, 0), me.agent.id)
        if (!last) return showToast({ text: t('thread.nothingToUndo') })
        const answer = await undoEvents(number, [last])
        if (answer) settle(answer)
        showToast({ text: t('toast.undone') })
      } catch (error) {
        showError(error as Error)
      }
    },
  }
}
