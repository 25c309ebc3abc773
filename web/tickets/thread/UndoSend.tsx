import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Message, type Ticket, tickets } from '#contract'
import { useCommand } from '../../app/data.ts'
import { useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import { refreshTicket, setMessages } from './ticket-data.ts'
import styles from './UndoSend.module.css'

/** Still inside its undo window: it stands in the thread, but nothing has left the house. */
export function isWaiting(message: Message, now = Date.now()): boolean {
  return message.undoUntil !== null && !message.cancelled && Date.parse(message.undoUntil) > now
}

interface Props {
  ticket: Ticket
  message: Message
  /** Only who sent it can take it back. */
  own: boolean
  onUndone: (message: Message) => void
}

export function UndoSend({ ticket, message, own, onUndone }: Props) {
  const t = useText()
  const until = Date.parse(message.undoUntil ?? '')
  const left = useSecondsLeft(until, () => refreshTicket(ticket.number))
  const cancel = useCommand(tickets.cancelReply, {
    done: () => {
      setMessages(ticket.number, (all) => all.map((m) => (m.id === message.id ? { ...m, cancelled: true } : m)))
      onUndone(message)
      refreshTicket(ticket.number)
    },
  })
  if (left <= 0) return null
  return (
    <div className={styles.bar}>
      <span role="timer">{t('thread.sendingIn', { count: left })}</span>
      {own && (
        <Button
          size="small"
          busy={cancel.isPending}
          onClick={() => cancel.mutate({ params: { number: ticket.number, messageId: message.id } })}
        >
          {t('thread.undoSend')}
        </Button>
      )}
    </div>
  )
}

function useSecondsLeft(until: number, over: () => void): number {
  const [now, setNow] = useState(Date.now())
  const latest = useRef(over)
  useLayoutEffect(() => {
    latest.current = over
  })
  useEffect(() => {
    if (!(until > Date.now())) return
    const timer = setInterval(() => {
      setNow(Date.now())
      if (Date.now() < until) return
      clearInterval(timer)
      latest.current()
    }, 250)
    return () => clearInterval(timer)
  }, [until])
  return Math.max(0, Math.ceil((until - now) / 1000))
}
