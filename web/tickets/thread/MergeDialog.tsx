import { useState } from 'react'
import { type Ticket, tickets } from '#contract'
import ArrowIcon from '~icons/tabler/arrow-down'
import SwapIcon from '~icons/tabler/arrows-exchange'
import { useData } from '../../app/data.ts'
import { useText } from '../../app/words.ts'
import { Button, Dialog, ErrorState, PickList, Skeleton, StatusIcon, standingOf } from '../../ui/index.ts'
import { useNeighbours } from '../neighbours.ts'
import styles from './MergeDialog.module.css'
import { useMoving } from './moving.ts'
import dialog from './TicketDialogs.module.css'
import { nameOf } from './ticket-data.ts'

interface Props {
  ticket: Ticket
  /** Known already, from a hint: then it begins with what will happen. */
  into?: string | undefined
  onClose: () => void
}

/** Two tickets about the same matter become one: which one, what will happen, and a way back. */
export function MergeDialog({ ticket, into, onClose }: Props) {
  const t = useText()
  const [other, setOther] = useState(into ?? null)
  return (
    <Dialog opened onClose={onClose} title={t('thread.mergeTitle', { number: ticket.number })} size={560}>
      {other === null ? (
        <Search ticket={ticket} onPick={setOther} />
      ) : (
        <Preview key={other} ticket={ticket} other={other} onBack={() => setOther(null)} onClose={onClose} />
      )}
    </Dialog>
  )
}

/** What cannot take part, in the words of the house; undefined when it can. */
const isDone = (ticket: Pick<Ticket, 'folder' | 'status'>) => ticket.folder !== 'inbox' || ticket.status === 'closed'

function Search({ ticket, onPick }: { ticket: Ticket; onPick: (number: string) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const found = useData(
    tickets.list,
    { query: q ? { q, view: 'all', limit: 10 } : { requesterId: ticket.requester?.id, view: 'all', limit: 10 } },
    { enabled: q.length > 1 || ticket.requester !== null, keepPrevious: true },
  ).data?.items
  return (
    <div className={dialog.form}>
      <p className={dialog.body}>{t('thread.mergeBody')}</p>
      <PickList
        className={dialog.list}
        label={t('thread.linkNumber')}
        empty={q === '' ? '' : t('list.nothingFound')}
        onType={setTyped}
        options={(found ?? [])
          .filter((row) => row.number !== ticket.number)
          .map((row) => ({
            value: row.number,
            label: row.title,
            hint: row.requester ? `${row.number} · ${nameOf(row.requester)}` : row.number,
            icon: <StatusIcon standing={standingOf(row)} named />,
            disabledReason: isDone(row) ? t('thread.mergeClosed') : undefined,
            always: true,
          }))}
        onPick={onPick}
      />
    </div>
  )
}

function Preview({
  ticket,
  other,
  onBack,
  onClose,
}: {
  ticket: Ticket
  other: string
  onBack: () => void
  onClose: () => void
}) {
  const t = useText()
  const neighbours = useNeighbours()
  const moving = useMoving()
  const [swapped, setSwapped] = useState(false)
  const found = useData(tickets.get, { params: { number: other } })
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />
  if (!found.data) return <Skeleton lines={[60, 90, 80, 40]} height={16} />
  const [from, to] = swapped ? [found.data, ticket] : [ticket, found.data]
  const people = [...(from.requester ? [from.requester] : []), ...from.participants].filter(
    (one) => one.id !== to.requester?.id && !to.participants.some((p) => p.id === one.id),
  )
  const names = [...new Map(people.map((one) => [one.id, nameOf(one)])).values()].join(', ')
  return (
    <div className={dialog.form}>
      <div className={styles.pair}>
        <Card ticket={from} />
        <p className={styles.way}>
          <ArrowIcon />
          <span>{t('thread.mergeWay')}</span>
          <Button size="small" look="quiet" icon={<SwapIcon />} onClick={() => setSwapped(!swapped)}>
            {t('thread.mergeSwap')}
          </Button>
        </p>
        <Card ticket={to} />
      </div>
      <ul className={styles.facts} aria-label={t('thread.willHappen')}>
        <li>{t('thread.mergeMoves', { count: from.messageCount, number: to.number })}</li>
        <li>{t('thread.mergeCloses', { from: from.number, to: to.number })}</li>
        {names && <li>{t('thread.mergeCopies', { names, number: to.number })}</li>}
        {from.requester?.id !== to.requester?.id && to.requester && (
          <li className={styles.beware}>{t('thread.mergeOtherCustomer', { name: nameOf(to.requester) })}</li>
        )}
        <li>{t('thread.canBeUndone')}</li>
      </ul>
      <div className={dialog.buttons}>
        <Button onClick={onBack}>{t('action.back')}</Button>
        <Button
          look="primary"
          data-autofocus
          busy={moving.busy}
          disabledReason={isDone(from) || isDone(to) ? t('thread.mergeClosed') : undefined}
          onClick={() =>
            moving.merge(from.number, to.number, {
              done: () => {
                onClose()
                if (to.number !== ticket.number) neighbours.open(to.number)
              },
              undone: () => neighbours.open(ticket.number),
            })
          }
        >
          {t('thread.mergeDo')}
        </Button>
      </div>
    </div>
  )
}

function Card({ ticket }: { ticket: Ticket }) {
  const t = useText()
  return (
    <div className={styles.card}>
      <StatusIcon standing={standingOf(ticket)} named />
      <div>
        <strong className={styles.title}>{ticket.title}</strong>
        <span className={styles.about}>
          {ticket.number}
          {ticket.requester && ` · ${nameOf(ticket.requester)}`} ·{' '}
          {t('thread.messageCount', { count: ticket.messageCount })}
        </span>
      </div>
    </div>
  )
}
