import { useState } from 'react'
import { LINK_KINDS, type LinkKind, type Message, type Ticket, tickets } from '#contract'
import { useCommand, useData } from '../../app/data.ts'
import { dateAndTime } from '../../app/format.ts'
import { showToast } from '../../app/toast.ts'
import { type Translate, useLanguage, useText } from '../../app/words.ts'
import { Button, CheckField, Dialog, PickList, SelectField, StatusIcon, standingOf, TextArea } from '../../ui/index.ts'
import { settle } from '../change-ticket.ts'
import { authorName } from './message-author.ts'
import styles from './TicketDialogs.module.css'
import { refreshTicket } from './ticket-data.ts'

/** Why a ticket comes back. */
export function ReopenDialog({ onReason, onClose }: { onReason: (reason: string) => void; onClose: () => void }) {
  const t = useText()
  const [reason, setReason] = useState('')
  return (
    <Dialog opened onClose={onClose} title={t('action.reopen')} size={460}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() !== '') onReason(reason.trim())
        }}
      >
        <TextArea
          label={t('thread.reopenReason')}
          data-autofocus
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            look="primary"
            type="submit"
            disabledReason={reason.trim() === '' ? t('thread.reasonNeeded') : undefined}
          >
            {t('action.reopen')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

const WORDS_OF_LINKS = {
  related: 'linkKind.related',
  parent: 'linkKind.parent',
  child: 'linkKind.child',
  duplicate: 'linkKind.duplicate',
  follow_up: 'linkKind.followUp',
  follows: 'linkKind.follows',
  merged: 'linkKind.merged',
  split: 'linkKind.split',
} as const satisfies Record<LinkKind, string>
export const linkWord = (kind: LinkKind, t: Translate) => t(WORDS_OF_LINKS[kind])

type NewLink = Exclude<LinkKind, 'merged' | 'split'>
const NEW_LINKS = LINK_KINDS.filter((kind): kind is NewLink => kind !== 'merged' && kind !== 'split')

/** Another ticket that belongs to this one: by its number or its words. */
export function LinkDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const t = useText()
  const [kind, setKind] = useState<NewLink>('related')
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useData(
    tickets.list,
    { query: q ? { q, view: 'all', limit: 10 } : { requesterId: ticket.requester?.id, view: 'all', limit: 10 } },
    { enabled: q.length > 1 || ticket.requester !== null, keepPrevious: true },
  ).data?.items
  const link = useCommand(tickets.link, {
    done: (answer, { body }) => {
      settle(answer)
      refreshTicket(ticket.number)
      showToast({ text: t('toast.linked', { number: body.number }) })
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('thread.linkTitle')} size={520}>
      <div className={styles.form}>
        <SelectField
          label={t('thread.linkKind')}
          value={kind}
          choices={NEW_LINKS.map((value) => ({ value, label: linkWord(value, t) }))}
          onChoose={setKind}
        />
        <PickList
          className={styles.list}
          label={t('thread.linkNumber')}
          empty={q === '' ? '' : t('list.nothingFound')}
          onType={setTyped}
          options={(found ?? [])
            .filter((row) => row.number !== ticket.number)
            .map((row) => ({
              value: row.number,
              label: row.title,
              hint: row.requester ? `${row.number} · ${row.requester.name || row.requester.email}` : row.number,
              icon: <StatusIcon standing={standingOf(row)} named />,
              always: true,
            }))}
          onPick={(number) => link.mutate({ params: { number: ticket.number }, body: { kind, number } })}
        />
      </div>
    </Dialog>
  )
}

/** Content that must go: chosen piece by piece, with a reason. There is no way back, so it asks. */
export function RedactDialog({
  ticket,
  messages,
  onClose,
}: {
  ticket: Ticket
  messages: Message[]
  onClose: () => void
}) {
  const t = useText()
  const language = useLanguage()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [title, setTitle] = useState(false)
  const [description, setDescription] = useState(false)
  const [reason, setReason] = useState('')
  const redact = useCommand(tickets.redact, {
    done: (answer) => {
      settle(answer)
      refreshTicket(ticket.number)
      onClose()
    },
  })
  const nothing = chosen.size === 0 && !title && !description
  const why = nothing ? t('thread.redactNothing') : reason.trim() === '' ? t('thread.reasonNeeded') : undefined
  return (
    <Dialog opened onClose={onClose} title={t('thread.redactTitle')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!why)
            redact.mutate({
              params: { number: ticket.number },
              body: { messageIds: [...chosen], title, description, reason: reason.trim() },
            })
        }}
      >
        <p className={styles.body}>{t('thread.redactBody')}</p>
        <fieldset className={styles.choices}>
          <legend>{t('thread.redactChoose')}</legend>
          <CheckField
            label={t('thread.redactSubject')}
            checked={title}
            onChange={(event) => setTitle(event.target.checked)}
          />
          <CheckField
            label={t('thread.redactDescription')}
            checked={description}
            onChange={(event) => setDescription(event.target.checked)}
          />
          {messages
            .filter((m) => !m.redacted)
            .map((m) => (
              <CheckField
                key={m.id}
                label={`${authorName(m, t)} · ${dateAndTime(m.createdAt, language)}`}
                hint={m.replyText.slice(0, 90)}
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
        <TextArea
          label={t('thread.reasonLabel')}
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="danger" type="submit" busy={redact.isPending} disabledReason={why}>
            {t('thread.redactDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

export function PurgeDialog({ ticket, onClose }: { ticket: Ticket; onClose: () => void }) {
  const t = useText()
  const [reason, setReason] = useState('')
  const purge = useCommand(tickets.purge, {
    done: (answer) => {
      settle(answer)
      refreshTicket(ticket.number)
      onClose()
    },
  })
  const why = reason.trim() === '' ? t('thread.reasonNeeded') : undefined
  return (
    <Dialog opened onClose={onClose} title={t('thread.purgeTitle')} size={460}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (!why) purge.mutate({ params: { number: ticket.number }, body: { reason: reason.trim() } })
        }}
      >
        <p className={styles.body}>{t('thread.purgeBody')}</p>
        <TextArea
          label={t('thread.reasonLabel')}
          data-autofocus
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.target.value)}
        />
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="danger" type="submit" busy={purge.isPending} disabledReason={why}>
            {t('thread.redactDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
