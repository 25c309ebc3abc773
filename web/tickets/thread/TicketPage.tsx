import { useElementSize } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Message, Ticket } from '#contract'
import { showError } from '../../app/error-toast.ts'
import { isLight, useMe } from '../../app/session.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { useTitle } from '../../app/title.ts'
import { useText } from '../../app/words.ts'
import { ErrorState, SidePanel, Skeleton } from '../../ui/index.ts'
import { Composer, type ComposerHandle } from '../composer/Composer.tsx'
import type { DraftKind } from '../composer/draft-keeper.ts'
import { DetailsPanel } from '../details/DetailsPanel.tsx'
import { AsOfBar, pastOf } from './AsOf.tsx'
import { useHeartbeat, useMarkRead } from './being-here.ts'
import { copyText, linkTo } from './copy.ts'
import { Hints } from './Hints.tsx'
import { MergeDialog } from './MergeDialog.tsx'
import { useMoving } from './moving.ts'
import { SplitDialog } from './SplitDialog.tsx'
import { Thread, type ThreadHandle } from './Thread.tsx'
import { LinkDialog, PurgeDialog, RedactDialog, ReopenDialog } from './TicketDialogs.tsx'
import { type OpenField, TicketHeader } from './TicketHeader.tsx'
import { TicketNotice } from './TicketNotice.tsx'
import styles from './TicketPage.module.css'
import { useTicketActions, whyReadOnly } from './ticket-actions.ts'
import { useDirectory, useEvents, useMessages, useTicket } from './ticket-data.ts'
import { undoEvents } from './undo.ts'

/** Narrower than this, the details open over the page. */
const ROOM_FOR_DETAILS = 780

/** A ticket: what was said, what happened, what one can do about it. */
export function TicketPage({ number }: { number: string }) {
  const [asOf, setAsOf] = useState<string | null>(null)
  const ticket = useTicket(number, asOf)
  const messages = useMessages(number)
  if (ticket.isError && !ticket.data) return <ErrorState error={ticket.error} retry={() => void ticket.refetch()} />
  if (!ticket.data || !messages.data) {
    if (messages.isError && !messages.data)
      return <ErrorState error={messages.error} retry={() => void messages.refetch()} />
    return <Skeleton lines={[30, 70, 45, 0, 90, 84, 60, 0, 88, 40]} height={16} />
  }
  return <Loaded key={number} ticket={ticket.data} allMessages={messages.data} asOf={asOf} onAsOf={setAsOf} />
}

type Dialog = 'link' | 'redact' | 'purge' | { merge: string | undefined } | { split: number } | null

function Loaded({
  ticket,
  allMessages,
  asOf,
  onAsOf,
}: {
  ticket: Ticket
  allMessages: Message[]
  asOf: string | null
  onAsOf: (asOf: string | null) => void
}) {
  const t = useText()
  const me = useMe()
  const { number } = ticket
  const directory = useDirectory()
  const allEvents = useEvents(number).data
  const actions = useTicketActions(ticket)
  const { messages, events } = useMemo(() => pastOf(allMessages, allEvents ?? [], asOf), [allMessages, allEvents, asOf])
  const isPast = asOf !== null
  const reason = whyReadOnly(ticket, me, t, isPast)
  const light = isLight(me)
  const moving = useMoving()

  const [field, setField] = useState<OpenField>(null)
  const [dialog, setDialog] = useState<Dialog>(null)
  const [picksPast, setPicksPast] = useState(false)
  const [editingSubject, setEditingSubject] = useState(false)
  const [writing, setWriting] = useState<DraftKind | null>(null)
  const [detailsOn, setDetailsOn] = useDetailsChoice()
  const [drawer, setDrawer] = useState(false)
  const { ref: page, width } = useElementSize<HTMLDivElement>()
  const roomy = width >= ROOM_FOR_DETAILS
  const composer = useRef<ComposerHandle>(null)
  const thread = useRef<ThreadHandle>(null)
  useTitle(`${number} ${ticket.title}`)
  useHeartbeat(number, writing, !isPast)
  useMarkRead(ticket, allMessages, !isPast)
  useArrival()

  const toggleDetails = () => (roomy ? setDetailsOn(!detailsOn) : setDrawer(!drawer))
  const openField = (name: NonNullable<OpenField>) => () => setField(name)
  const copied = useCopyKey(ticket)
  const can = { group: 'ticket' as const, disabledReason: reason }
  const anyone = { group: 'ticket' as const }
  const isLive = ticket.folder === 'inbox' && ticket.status !== 'resolved' && ticket.status !== 'closed'
  useShortcuts([
    ...(ticket.assignee === null
      ? [
          {
            ...can,
            keys: 'I',
            label: t('action.claim'),
            run: actions.claim,
            aliases: 'krev ta overta overtag tag ota claim take assign to me tildel meg',
          },
        ]
      : []),
    { ...can, keys: 'A', label: t('action.assignTo'), run: openField('assignee') },
    {
      group: 'ticket',
      keys: 'S',
      label: ticket.status === 'closed' ? t('action.reopen') : t('action.changeStatus'),
      run: openField('status'),
      disabledReason: ticket.status === 'closed' && !isPast && !light ? undefined : reason,
    },
    { ...can, keys: 'P', label: t('action.changePriority'), run: openField('priority') },
    {
      ...can,
      keys: 'T',
      label: t('action.changeTags'),
      run: openField('tags'),
      aliases: 'merke etikett emneord tag tagg etiket tunniste label',
    },
    { ...can, keys: 'Q', label: t('action.moveToQueue'), run: openField('team') },
    ...(isLive
      ? [
          {
            ...can,
            keys: 'H',
            label: t('action.postpone'),
            run: openField('postpone'),
            aliases: 'utsett utset udskyd udsæt slumre snooze påminn skjut upp lykkää torkku pending',
          },
          {
            ...can,
            keys: 'E',
            label: t('action.resolve'),
            run: () => void actions.finish('resolved'),
            aliases: 'fullfør løs løys lös ratkaise solve done ferdig',
          },
        ]
      : []),
    ...(ticket.folder === 'inbox' && ticket.status !== 'closed'
      ? [
          { ...can, keys: 'Shift E', label: t('action.closeTicket'), run: () => void actions.finish('closed') },
          { ...can, keys: '!', label: t('action.markSpam'), run: () => void actions.moveTo('spam') },
          { ...can, label: t('action.moveToTrash'), run: () => void actions.moveTo('trash') },
        ]
      : []),
    { ...can, label: t('action.editSubject'), run: () => setEditingSubject(true) },
    ...(light
      ? []
      : [
          { ...anyone, keys: 'L', label: t('action.link'), run: () => setDialog('link') },
          { ...can, keys: 'M', label: t('action.merge'), run: () => setDialog({ merge: undefined }) },
          { ...anyone, keys: 'Z', label: t('action.undoLast'), run: () => void actions.undoLast() },
          { ...anyone, keys: 'Mod Z', label: t('action.undoLast'), run: () => void actions.undoLast(), hidden: true },
        ]),
    {
      ...anyone,
      keys: 'W',
      label: actions.isFollowing ? t('action.unfollow') : t('action.follow'),
      run: actions.follow,
    },
    { ...anyone, keys: 'U', label: t('action.markUnread'), run: actions.markUnread },
    { ...anyone, keys: '.', label: t('action.copyNumber'), run: copied },
    { ...anyone, label: t('action.copyLink'), run: () => void copyText(linkTo(number), t) },
    { ...anyone, label: t('thread.asOf'), run: () => setPicksPast(true), aliases: 'historikk history' },
    {
      ...anyone,
      keys: 'D',
      label: (roomy ? detailsOn : drawer) ? t('action.hideDetails') : t('action.showDetails'),
      run: toggleDetails,
    },
  ])

  const details = (
    <DetailsPanel ticket={ticket} actions={actions} directory={directory} reason={reason} isPast={isPast} />
  )
  return (
    <div className={styles.page} ref={page}>
      <div className={styles.column}>
        <TicketHeader
          ticket={ticket}
          me={me}
          actions={actions}
          directory={directory}
          reason={reason}
          field={field}
          onField={setField}
          menu={{
            onLink: () => setDialog('link'),
            onMerge: () => setDialog({ merge: undefined }),
            onPast: () => setPicksPast(true),
            onRedact: () => setDialog('redact'),
            onPurge: () => setDialog('purge'),
          }}
          detailsShown={roomy ? detailsOn : drawer}
          onDetails={toggleDetails}
          editingSubject={editingSubject}
          onEditSubject={setEditingSubject}
        />
        {(isPast || picksPast) && (
          <AsOfBar
            asOf={asOf}
            zone={me.organisation.timezone}
            opened={ticket.createdAt}
            onAsOf={(next) => {
              onAsOf(next)
              if (next === null) setPicksPast(false)
            }}
          />
        )}
        {!isPast && (
          <TicketNotice
            ticket={ticket}
            actions={actions}
            light={light}
            onUnmerge={() => ticket.mergedInto && void moving.unmerge(number, ticket.mergedInto)}
          />
        )}
        {!isPast && isLive && ticket.channel === 'email' && (
          <Hints
            ticket={ticket}
            reason={reason}
            onMerge={(into) => setDialog({ merge: into })}
            onSplit={(messageId) => setDialog({ split: messageId })}
          />
        )}
        <Thread
          handle={thread}
          ticket={ticket}
          messages={messages}
          events={events}
          me={me}
          directory={directory}
          isPast={isPast}
          onReply={reason ? undefined : (message, all) => composer.current?.reply(message, all)}
          onUndone={(message) => composer.current?.takeBack(message)}
          onSplit={reason ? undefined : (message) => setDialog({ split: message.id })}
          onUndo={reason ? undefined : (event) => void undoEvents(number, [event]).catch(showError)}
          onShowAt={onAsOf}
        />
        {!isPast && ticket.folder === 'inbox' && ticket.status !== 'closed' && !ticket.mergedInto && (
          <Composer
            handle={composer}
            ticket={ticket}
            messages={allMessages}
            me={me}
            directory={directory}
            onWriting={setWriting}
            onShowNewest={() => thread.current?.showNewest()}
          />
        )}
      </div>
      {roomy && detailsOn && (
        <aside className={styles.details} aria-label={t('details.label')} data-region="details">
          {details}
        </aside>
      )}
      {!roomy && (
        <SidePanel opened={drawer} onClose={() => setDrawer(false)} title={t('details.label')} size={340}>
          {details}
        </SidePanel>
      )}
      {actions.reopening && (
        <ReopenDialog
          onReason={(why) => actions.reopening && void actions.chooseStatus(actions.reopening, why)}
          onClose={actions.cancelReopening}
        />
      )}
      {dialog === 'link' && <LinkDialog ticket={ticket} onClose={() => setDialog(null)} />}
      {typeof dialog === 'object' && dialog !== null && 'merge' in dialog && (
        <MergeDialog ticket={ticket} into={dialog.merge} onClose={() => setDialog(null)} />
      )}
      {typeof dialog === 'object' && dialog !== null && 'split' in dialog && (
        <SplitDialog ticket={ticket} messages={messages} first={dialog.split} onClose={() => setDialog(null)} />
      )}
      {dialog === 'redact' && <RedactDialog ticket={ticket} messages={messages} onClose={() => setDialog(null)} />}
      {dialog === 'purge' && <PurgeDialog ticket={ticket} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** Whether the reader wants the details beside the thread; remembered. */
function useDetailsChoice(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => {
    try {
      return localStorage.getItem('reda.details') !== 'off'
    } catch {
      return true
    }
  })
  return [
    on,
    (next) => {
      setOn(next)
      try {
        localStorage.setItem('reda.details', next ? 'on' : 'off')
      } catch {
        // Private windows may keep nothing.
      }
    },
  ]
}

/** «.» copies the number; pressed again at once, the subject too; a third time, the link. */
function useCopyKey(ticket: Ticket): () => void {
  const t = useText()
  const last = useRef({ at: 0, times: 0 })
  return () => {
    const again = Date.now() - last.current.at < 1_500
    const times = again ? (last.current.times % 3) + 1 : 1
    last.current = { at: Date.now(), times }
    const text = times === 1 ? ticket.number : `${ticket.number} ${ticket.title}`
    void copyText(times === 3 ? `${text} ${linkTo(ticket.number)}` : text, t)
  }
}

let hasArrivedBefore = false

/**
 * After «send and next» the focus is nowhere: then it goes to the subject, which screen readers announce. Not on the first ticket of a page
 * that was just loaded: the browser announces that by itself.
 */
function useArrival(): void {
  const arrive = useCallback(() => {
    if (!hasArrivedBefore) {
      hasArrivedBefore = true
      return
    }
    const nowhere = document.activeElement === null || document.activeElement === document.body
    if (nowhere) document.querySelector<HTMLElement>('[data-ticket-heading]')?.focus({ preventScroll: true })
  }, [])
  useEffect(arrive, [arrive])
}
