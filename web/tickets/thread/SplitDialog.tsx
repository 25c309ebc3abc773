import { useState } from 'react'
import type { Message, Ticket } from '#contract'
import { dateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { Button, CheckField, Dialog, TextField } from '../../ui/index.ts'
import styles from './MergeDialog.module.css'
import { authorName } from './message-author.ts'
import { useMoving } from './moving.ts'
import dialog from './TicketDialogs.module.css'
import { nameOf } from './ticket-data.ts'

interface Props {
  ticket: Ticket
  messages: readonly Message[]
  /** The message that it began with. */
  first: number
  onClose: () => void
}

/** Messages about another matter become a ticket of their own: which ones, its subject, what will happen, and a way back. */
export function SplitDialog({ ticket, messages, first, onClose }: Props) {
  const t = useText()
  const language = useLanguage()
  const moving = useMoving()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set([first]))
  const [typed, setTyped] = useState<string | null>(null)
  const moved = messages.filter((m) => chosen.has(m.id))
  const asked = moved.find((m) => m.direction === 'in')
  const title = typed ?? (asked?.subject.trim() || ticket.title).slice(0, 300)
  const customer = asked ? authorName(asked, t) : ticket.requester ? nameOf(ticket.requester) : null
  const why =
    moved.length === 0 ? t('thread.splitNothing') : title.trim() === '' ? t('newTicket.subjectNeeded') : undefined
  return (
    <Dialog opened onClose={onClose} title={t('thread.splitTitle')} size={560}>
      <form
        className={dialog.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!why) moving.split(ticket.number, { messageIds: moved.map((m) => m.id), title: title.trim() }, onClose)
        }}
      >
        <fieldset className={dialog.choices}>
          <legend>{t('thread.splitChoose')}</legend>
          {messages
            .filter((m) => !m.cancelled)
            .map((m) => (
              <CheckField
                key={m.id}
                label={`${authorName(m, t)} · ${dateAndTime(m.createdAt, language)}`}
                hint={m.redacted ? undefined : m.replyText.slice(0, 90)}
                checked={chosen.has(m.id)}
                onChange={(event) => {
                  const next = new Set(chosen)
                  if (event.target.checked) next.add(m.id)
                  else next.delete(m.id)
                  setChosen(next)
                }}
              />
            ))}
        </fieldset>
        <TextField
          label={t('thread.splitSubject')}
          value={title}
          maxLength={300}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ul className={styles.facts} aria-label={t('thread.willHappen')}>
          <li>{t('thread.splitMoves', { count: moved.length })}</li>
          {customer && <li>{t('thread.splitCustomer', { name: customer })}</li>}
          <li>{t('thread.splitLinks', { number: ticket.number })}</li>
          <li>{t('thread.canBeUndone')}</li>
        </ul>
        <div className={dialog.buttons}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" busy={moving.busy} disabledReason={why}>
            {t('thread.splitDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
