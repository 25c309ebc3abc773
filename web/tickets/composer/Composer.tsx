import { lazy, type Ref, Suspense, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { type Me, type Message, type Ticket, tickets } from '#contract'
import ReplyIcon from '~icons/tabler/corner-up-left'
import NoteIcon from '~icons/tabler/lock'
import AttachIcon from '~icons/tabler/paperclip'
import CloseIcon from '~icons/tabler/x'
import { call } from '../../app/api.ts'
import { queryClient } from '../../app/data.ts'
import { isLight } from '../../app/session.ts'
import { useShortcuts } from '../../app/shortcuts.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { Button, IconButton, Tip } from '../../ui/index.ts'
import { PresenceLine } from '../thread/PresenceLine.tsx'
import { type Directory, messagesOf, nameOf } from '../thread/ticket-data.ts'
import { newestMessageId } from '../thread/timeline.ts'
import { AddressLine } from './AddressLine.tsx'
import styles from './Composer.module.css'
import { CustomerLanguage, DraftSign, OthersDrafts } from './ComposerSigns.tsx'
import { type DraftContent, type DraftKeeper, type DraftKind, isEmpty } from './draft-keeper.ts'
import { contentOfDraft, useDrafts, useKeeper } from './drafts.ts'
import type { EditorHandle } from './Editor.tsx'
import { FileLines } from './FileLines.tsx'
import { isInlinePicture, useUploads } from './files.ts'
import { answeredMessage, MANY_RECIPIENTS, recipientsOf } from './recipients.ts'
import { SendButton } from './SendButton.tsx'
import { type NextState, useSending } from './sending.ts'
import { Warnings } from './Warnings.tsx'
import { type Warning, warnings } from './warnings.ts'

const Editor = lazy(() => import('./Editor.tsx'))

export interface ComposerHandle {
  reply(message: Message | undefined, all: boolean): void
  note(): void
  /** A sending was undone: its text is here again. */
  takeBack(message: Message): void
}

interface Props {
  ticket: Ticket
  messages: Message[]
  me: Me
  directory: Directory
  handle: Ref<ComposerHandle>
  /** What one is doing, for those who look at the same ticket. */
  onWriting: (kind: DraftKind | null) => void
  onShowNewest: () => void
}

/** Where answers and notes are written. Folded until someone writes; then the draft is kept at every key. */
export function Composer(props: Props) {
  const { ticket, me } = props
  const { own, others } = useDrafts(me.agent.id, ticket.number)
  if (!own) return <div className={styles.closed} aria-hidden="true" />
  return <OpenComposer {...props} keepers={own} others={others} />
}

type Keepers = Record<DraftKind, DraftKeeper>

function OpenComposer({
  ticket,
  messages,
  me,
  directory,
  handle,
  onWriting,
  onShowNewest,
  keepers,
  others,
}: Props & { keepers: Keepers; others: ReturnType<typeof useDrafts>['others'] }) {
  const t = useText()
  const light = isLight(me)
  const [kind, setKind] = useState<DraftKind>(() =>
    light || (isEmpty(keepers.reply.content) && !isEmpty(keepers.note.content)) ? 'note' : 'reply',
  )
  const [open, setOpen] = useState(() => !isEmpty(keepers.reply.content) || !isEmpty(keepers.note.content))
  // Focus goes in when someone asked to write, not when a draft was lying there.
  const [asked, setAsked] = useState(false)
  const [ccShown, setCcShown] = useState(false)
  const [dragging, setDragging] = useState(false)
  const [warned, setWarned] = useState<Warning[]>([])
  const [nextState, setNextState] = useState<NextState>('waiting')
  const text = useRef<Record<DraftKind, string>>({ reply: '', note: '' })
  const editor = useRef<EditorHandle>(null)
  const keeper = keepers[kind]
  const { content, state } = useKeeper(keeper)
  // The newest message when one began to write: what comes later must be seen before it is answered past.
  const newest = newestMessageId(messages)
  const [seen, setSeen] = useState(newest)
  const empty = isEmpty(content)
  useEffect(() => {
    if (empty) setSeen(newest)
  }, [empty, newest])
  const isOvertaken =
    kind === 'reply' &&
    !empty &&
    messages.some(
      (m) => !m.cancelled && m.id > (seen ?? 0) && !(m.author.type === 'agent' && m.author.id === me.agent.id),
    )
  useEffect(() => {
    onWriting(open && !empty ? kind : null)
  }, [open, empty, kind, onWriting])
  useEffect(() => () => onWriting(null), [onWriting])

  const put = (patch: Partial<DraftContent>) => {
    setWarned([])
    keeper.change({ ...keeper.content, ...patch })
  }
  const uploads = useUploads((attachment, inline) => {
    put({ attachments: [...keeper.content.attachments, attachment] })
    if (inline) editor.current?.insertImage(attachment.url)
  })

  const mailboxes = directory.mailboxes.map((m) => m.address)
  const answered = answeredMessage(messages)
  const usual = recipientsOf(ticket, answered, mailboxes, false)
  const to = content.to ?? usual.to
  const cc = content.cc ?? usual.cc

  const begin = (next: DraftKind) => {
    setKind(next)
    setOpen(true)
    setAsked(true)
    requestAnimationFrame(() => editor.current?.focus())
  }
  const sending = useSending({
    ticket,
    me,
    keeper: keepers.reply,
    noteKeeper: keepers.note,
    colleagues: directory.agents,
  })
  const hasText = !empty
  const whyNot = uploads.isBusy
    ? t('composer.uploadsRunning')
    : !hasText
      ? t('composer.nothingToSend')
      : kind === 'reply' && to.length === 0
        ? t('composer.nobody')
        : undefined
  const send = async (next: NextState, sure = false) => {
    if (whyNot || sending.busy) {
      if (whyNot) showToast({ text: whyNot, tone: 'error' })
      return
    }
    if (kind === 'note') {
      if (await sending.note(text.current.note)) setOpen(false)
      return
    }
    const doubts = warnings(
      { text: text.current.reply, attachmentCount: content.attachments.length, recipientCount: to.length + cc.length },
      MANY_RECIPIENTS,
    )
    setNextState(next)
    if (doubts.length > 0 && !sure) return setWarned(doubts)
    setWarned([])
    // Before the id of what was shown is sent, what has come meanwhile must have been shown.
    if (isOvertaken && !sure) return
    if (await sending.reply({ next, to, cc, lastSeen: sure ? newest : seen })) setOpen(false)
  }

  useImperativeHandle(handle, () => ({
    reply: (message, all) => {
      if (light) return begin('note')
      const who = recipientsOf(ticket, message ?? answered, mailboxes, all)
      const now = keepers.reply.content
      if (all || message) keepers.reply.change({ ...now, to: who.to, cc: who.cc })
      if (who.cc.length > 0) setCcShown(true)
      begin('reply')
    },
    note: () => begin('note'),
    takeBack: async (message) => {
      setKind('reply')
      setOpen(true)
      setAsked(true)
      const html = message.bodyHtml ?? textAsHtml(message.bodyText)
      if (isEmpty(keepers.reply.content)) {
        const answer = await call(tickets.drafts, { params: { number: ticket.number } })
        const draft = answer.items.find((d) => d.kind === 'reply')
        const back = draft
          ? contentOfDraft(draft)
          : { html, to: message.to.map((a) => a.email), cc: message.cc.map((a) => a.email), attachments: [] }
        keepers.reply.adopt(back, new Date(draft?.updatedAt ?? Date.now()))
        editor.current?.fill(back.html)
      } else {
        // Something new was begun meanwhile: both stay, and the files come along once more.
        editor.current?.fill(html, true)
        uploads.add(await filesOf(message), () => false)
      }
      requestAnimationFrame(() => editor.current?.focus())
    },
  }))

  const switchKind = () => !light && begin(kind === 'reply' ? 'note' : 'reply')
  const lightReason = light ? t('composer.lightAgent') : undefined
  useShortcuts([
    { keys: 'R', label: t('action.reply'), group: 'ticket', run: () => begin('reply'), disabledReason: lightReason },
    {
      keys: 'Shift R',
      label: t('action.replyAll'),
      group: 'ticket',
      disabledReason: lightReason,
      run: () => {
        const all = recipientsOf(ticket, answered, mailboxes, true)
        keepers.reply.change({ ...keepers.reply.content, to: all.to, cc: all.cc })
        setCcShown(all.cc.length > 0)
        begin('reply')
      },
    },
    {
      keys: 'N',
      label: t('action.addNote'),
      group: 'ticket',
      run: () => begin('note'),
      aliases: 'notat merknad kommentar note anteckning muistiinpano internal',
    },
    ...(open
      ? [
          {
            keys: 'Mod Enter',
            label: kind === 'note' ? t('composer.addNote') : t('composer.send'),
            group: 'ticket' as const,
            run: () => void send(me.defaultNextState),
            whileTyping: true,
          },
          ...(kind === 'reply'
            ? [
                {
                  keys: 'Mod Shift Enter',
                  label: t('composer.sendAndResolve'),
                  group: 'ticket' as const,
                  run: () => void send('resolved'),
                  whileTyping: true,
                },
              ]
            : []),
        ]
      : []),
    {
      keys: 'Mod .',
      label: t('composer.switchKind'),
      group: 'ticket',
      run: switchKind,
      whileTyping: true,
      disabledReason: lightReason,
    },
  ])
  const discard = () => {
    const kept = keeper.content
    void keeper.clear()
    editor.current?.fill('')
    setOpen(false)
    showToast({
      text: t('composer.draftDiscarded'),
      action: {
        label: t('action.undo'),
        run: () => {
          keeper.change(kept)
          setOpen(true)
          editor.current?.fill(kept.html)
        },
      },
    })
  }

  if (!open)
    return (
      <section className={styles.closed} aria-label={t('composer.label')} data-region="composer">
        <Button
          look="primary"
          icon={<ReplyIcon />}
          keys="R"
          disabledReason={lightReason}
          onClick={() => begin('reply')}
        >
          {t('action.reply')}
        </Button>
        <Button icon={<NoteIcon />} keys="N" onClick={() => begin('note')}>
          {t('composer.note')}
        </Button>
        <PresenceLine number={ticket.number} onlyWriting />
        <OthersDrafts others={others} />
      </section>
    )
  const label =
    kind === 'note'
      ? t('thread.internalNote')
      : t('composer.replyTo', {
          name: to.length > 0 ? to.join(', ') : ticket.requester ? nameOf(ticket.requester) : '…',
        })
  return (
    <section
      className={`${styles.open} ${kind === 'note' ? styles.note : ''}`}
      aria-label={t('composer.label')}
      data-region="composer"
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setDragging(true)
      }}
      onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node) && setDragging(false)}
      onDrop={(event) => {
        setDragging(false)
        if (event.defaultPrevented || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        uploads.add([...event.dataTransfer.files], () => false)
      }}
    >
      {dragging && <div className={styles.drop}>{t('composer.dropFiles')}</div>}
      <div className={styles.head}>
        <div className={styles.tabs} role="tablist" aria-label={t('composer.label')}>
          <KindTab
            here={kind === 'reply'}
            label={t('composer.reply')}
            hint={lightReason ?? t('composer.visibleToCustomer')}
            off={light}
            onChoose={() => begin('reply')}
          />
          <KindTab
            here={kind === 'note'}
            label={t('composer.note')}
            hint={t('composer.visibleToTeam')}
            onChoose={() => begin('note')}
          />
        </div>
        <PresenceLine number={ticket.number} onlyWriting />
        <OthersDrafts others={others} />
        <span className={styles.fold}>
          <IconButton
            size="small"
            label={t('composer.collapse')}
            icon={<CloseIcon />}
            onClick={() => {
              void keeper.flush()
              setOpen(false)
            }}
          />
        </span>
      </div>
      {light && <p className={styles.lightReason}>{lightReason}</p>}
      {kind === 'reply' && (
        <>
          <AddressLine
            label={t('composer.to')}
            addresses={to}
            onChange={(next) => put({ to: next, cc })}
            end={
              !ccShown &&
              cc.length === 0 && (
                <button type="button" className={styles.addCc} onClick={() => setCcShown(true)}>
                  {t('composer.addCc')}
                </button>
              )
            }
          />
          {(ccShown || cc.length > 0) && (
            <AddressLine
              label={t('composer.cc')}
              addresses={cc}
              autoFocus={ccShown && cc.length === 0}
              onChange={(next) => put({ to, cc: next })}
            />
          )}
        </>
      )}
      <Suspense fallback={<div className={styles.loading} role="status" aria-label={t('composer.editorLoading')} />}>
        <Editor
          key={kind}
          handle={editor}
          html={content.html}
          label={label}
          placeholder={t(kind === 'note' ? 'composer.notePlaceholder' : 'composer.replyPlaceholder')}
          autoFocus={asked}
          colleagues={kind === 'note' ? directory.agents.filter((a) => a.active && a.id !== me.agent.id) : undefined}
          onFocus={() => setAsked(true)}
          onText={(plain) => {
            text.current[kind] = plain
          }}
          onChange={(html) => put({ html })}
          onKey={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
            void send(event.shiftKey ? 'resolved' : me.defaultNextState)
            return true
          }}
          onFiles={(files, pasted) => uploads.add(files, (file) => pasted && isInlinePicture(file))}
          tools={
            <>
              <span className={styles.apart} />
              <AttachButton onFiles={(files) => uploads.add(files, () => false)} />
            </>
          }
        />
      </Suspense>
      <FileLines
        attachments={content.attachments}
        running={uploads.running}
        onRemove={(gone) => put({ attachments: keeper.content.attachments.filter((a) => a.id !== gone.id) })}
        onStop={uploads.remove}
        onRetry={uploads.retry}
      />
      {isOvertaken && (
        <div className={styles.overtaken} role="alert">
          <span>{t('composer.newMessage')}</span>
          <Button
            size="small"
            onClick={() => {
              setSeen(newest)
              onShowNewest()
            }}
          >
            {t('composer.showNewMessage')}
          </Button>
        </div>
      )}
      {warned.length > 0 && (
        <Warnings
          warnings={warned}
          onSend={() => void send(nextState, true)}
          onBack={() => {
            setWarned([])
            editor.current?.focus()
          }}
        />
      )}
      <div className={styles.foot}>
        <DraftSign state={state} onDiscard={empty ? undefined : discard} />
        {kind === 'reply' && <CustomerLanguage code={ticket.requester?.language ?? null} />}
        <SendButton
          kind={kind}
          defaultState={me.defaultNextState}
          busy={sending.busy}
          whyNot={whyNot}
          anyway={isOvertaken}
          onSend={(next) => void send(next, isOvertaken)}
        />
      </div>
    </section>
  )
}

function KindTab({
  here,
  label,
  hint,
  off = false,
  onChoose,
}: {
  here: boolean
  label: string
  hint: string
  off?: boolean
  onChoose: () => void
}) {
  return (
    <Tip label={hint}>
      <button
        type="button"
        role="tab"
        aria-selected={here}
        aria-disabled={off || undefined}
        tabIndex={here ? 0 : -1}
        className={styles.tab}
        onClick={() => !off && onChoose()}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
          const other = event.currentTarget.parentElement?.querySelector<HTMLElement>('[role=tab][aria-selected=false]')
          other?.focus()
        }}
      >
        {label}
      </button>
    </Tip>
  )
}

function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <IconButton
        size="small"
        label={t('composer.attachFile')}
        icon={<AttachIcon />}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('composer.attachFile')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}

/** The files of a sent message, to be uploaded once more. */
async function filesOf(message: Message): Promise<File[]> {
  return Promise.all(
    message.attachments
      .filter((a) => !a.inline)
      .map(async (a) => new File([await (await fetch(a.url)).blob()], a.filename, { type: a.contentType })),
  )
}

function textAsHtml(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<p>${escaped.replaceAll('\n', '<br>')}</p>`
}

/** Reads the thread again, so that what is newer is shown. */
export const readMessagesAgain = (number: string) =>
  queryClient.invalidateQueries({ queryKey: messagesOf(number).queryKey })
