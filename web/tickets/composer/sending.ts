import type { z } from 'zod'
import { type Me, type Message, type NewReply, type Ticket, tickets } from '#contract'
import { call, ProblemError } from '../../app/api.ts'
import { useCommand } from '../../app/data.ts'
import { showError } from '../../app/error-toast.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { useNeighbours } from '../neighbours.ts'
import { refreshTicket, setMessages } from '../thread/ticket-data.ts'
import type { DraftContent, DraftKeeper } from './draft-keeper.ts'
import { mentioned } from './mentions.ts'

export type NextState = NonNullable<z.input<typeof NewReply>['status']>

interface Reply {
  next: NextState
  to: string[]
  cc: string[]
  lastSeen: number | null
}

/** Sends answers and notes. What is refused stays in the editor as it was typed. */
export function useSending({
  ticket,
  me,
  keeper,
  noteKeeper,
  colleagues,
}: {
  ticket: Ticket
  me: Me
  keeper: DraftKeeper
  noteKeeper: DraftKeeper
  colleagues: readonly { id: number; name: string }[]
}) {
  const t = useText()
  const neighbours = useNeighbours()
  const { number } = ticket
  const show = (message: Message) => {
    setMessages(number, (all) => [...all.filter((m) => m.id !== message.id), message])
    refreshTicket(number)
  }
  const reply = useCommand(tickets.reply, {
    done: show,
    // A newer message is shown, and the composer says so beside it.
    refused: (error) => {
      if (!(error instanceof ProblemError && error.type === 'newer-message')) return false
      refreshTicket(number)
      return true
    },
  })
  const note = useCommand(tickets.note, { done: show })
  const undo = async (message: Message) => {
    try {
      await call(tickets.cancelReply, { params: { number, messageId: message.id } })
      refreshTicket(number)
      // The draft lies in the house again; opening the ticket brings it back.
      neighbours.open(number)
      showToast({ text: t('thread.sendUndone') })
    } catch (error) {
      showError(error as Error)
    }
  }
  return {
    busy: reply.isPending || note.isPending,
    reply: async ({ next, to, cc, lastSeen }: Reply): Promise<boolean> => {
      try {
        const message = await reply.mutateAsync({
          params: { number },
          body: {
            ...bodyOf(keeper.content),
            to,
            cc,
            status: next,
            undoSeconds: me.undoSeconds,
            ...(lastSeen === null ? {} : { lastSeenMessageId: lastSeen }),
          },
        })
        await keeper.sent()
        const goesOn = me.agent.preferences.afterAction !== 'stay' && (neighbours.next ?? neighbours.previous)
        if (goesOn)
          showToast({
            text: t('toast.sent'),
            ...(message.undoUntil ? { action: { label: t('thread.undoSend'), run: () => void undo(message) } } : {}),
          })
        neighbours.goOn()
        return true
      } catch {
        // Said already; the text stays.
        return false
      }
    },
    note: async (text: string): Promise<boolean> => {
      try {
        await note.mutateAsync({
          params: { number },
          body: { ...bodyOf(noteKeeper.content), mentions: mentioned(text, colleagues) },
        })
        await noteKeeper.sent()
        showToast({ text: t('toast.noteAdded') })
        return true
      } catch {
        return false
      }
    },
  }
}

/** What goes out: pictures that were taken out of the text again stay here. */
function bodyOf(content: DraftContent) {
  return {
    bodyHtml: content.html,
    attachments: content.attachments.filter((a) => !a.inline || content.html.includes(a.url)).map((a) => a.id),
  }
}
