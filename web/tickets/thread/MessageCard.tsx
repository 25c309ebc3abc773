import { useState } from 'react'
import type { Event, Message, Ticket } from '#contract'
import LockIcon from '~icons/tabler/lock'
import MailXIcon from '~icons/tabler/mail-x'
import RobotIcon from '~icons/tabler/robot'
import UnknownIcon from '~icons/tabler/user-question'
import { dateAndTime, fullDateAndTime, timeOnly } from '../../app/format.ts'
import { type Translate, useLanguage, useText } from '../../app/words.ts'
import { Avatar, Button } from '../../ui/index.ts'
import { Attachments } from './Attachments.tsx'
import { DeliveryProblems, DeliverySign } from './Deliveries.tsx'
import { ErasedBody } from './ErasedBody.tsx'
import { MailFrame } from './MailFrame.tsx'
import styles from './MessageCard.module.css'
import { MessageFacts } from './MessageFacts.tsx'
import { MessageMenu } from './MessageMenu.tsx'
import { authorName } from './message-author.ts'
import { PlainText } from './PlainText.tsx'
import { Quarantine } from './Quarantine.tsx'
import { simpleHtml } from './SimpleHtml.tsx'
import { isWaiting, UndoSend } from './UndoSend.tsx'

interface Props {
  ticket: Ticket
  message: Message
  /** The history tells who erased it. */
  events: readonly Event[]
  /** Whose desk this is: their own sendings can be undone. */
  readerId: number
  /** Left out where nothing may be answered: in the past, on a closed ticket. */
  onReply?: ((message: Message, all: boolean) => void) | undefined
  onUndone: (message: Message) => void
  /** Left out where nothing may be moved. */
  onSplit?: ((message: Message) => void) | undefined
  readOnly: boolean
}

export type MessageLook = 'customer' | 'us' | 'note' | 'automatic' | 'bounce' | 'quarantined'

/** What a message is for the eye; each look has words and a shape besides its colour. */
export function lookOf(message: Message): MessageLook {
  if (message.direction === 'internal') return 'note'
  if (message.bounce) return 'bounce'
  if (message.trust === 'quarantined') return 'quarantined'
  if (message.autoReply || message.automatic) return 'automatic'
  return message.direction === 'out' ? 'us' : 'customer'
}

export function MessageCard({ ticket, message, events, readerId, onReply, onUndone, onSplit, readOnly }: Props) {
  const t = useText()
  const language = useLanguage()
  const look = lookOf(message)
  const [open, setOpen] = useState(look !== 'automatic' && look !== 'bounce')
  const [facts, setFacts] = useState(false)
  const author = authorName(message, t)
  const isToday = new Date(message.createdAt).toDateString() === new Date().toDateString()
  const waiting = isWaiting(message)
  return (
    <article
      id={`message-${message.id}`}
      className={`${styles.card} ${styles[look]} ${waiting ? styles.waiting : ''}`}
      aria-labelledby={`message-${message.id}-title`}
      tabIndex={-1}
    >
      <header className={styles.head}>
        <Sign look={look} author={author} />
        <h3 id={`message-${message.id}-title`} className={styles.title}>
          <span className={styles.author}>{titleOf(look, author, t)}</span>{' '}
          <time dateTime={message.createdAt} title={fullDateAndTime(message.createdAt, language)}>
            {isToday ? timeOnly(message.createdAt, language) : dateAndTime(message.createdAt, language)}
          </time>
        </h3>
        {message.trust === 'unverified' && message.direction === 'in' && (
          <span className={styles.doubt}>
            <UnknownIcon /> {t('thread.unverified')}
          </span>
        )}
        {look === 'automatic' && (
          <span className={styles.automaticWord}>
            {t(message.autoReply ? 'thread.automaticReply' : 'thread.automaticMail')}
          </span>
        )}
        <DeliverySign message={message} />
        {look === 'automatic' || look === 'bounce' ? (
          <Button
            size="small"
            look="quiet"
            aria-expanded={open}
            aria-controls={`message-${message.id}-body`}
            onClick={() => setOpen(!open)}
          >
            {open ? t('thread.hide') : t('thread.show')}
          </Button>
        ) : null}
        <MessageMenu
          ticket={ticket}
          message={message}
          onReply={onReply}
          onSplit={onSplit}
          facts={facts}
          onFacts={() => setFacts(!facts)}
        />
      </header>
      {look === 'bounce' && message.bounce && (
        <p className={styles.bounceWords}>
          <strong>{t('thread.bounced', { email: message.bounce.recipient })}</strong>{' '}
          {t(message.bounce.permanent ? 'thread.bouncePermanent' : 'thread.bounceTemporary')}
          {message.bounce.reason && <span className={styles.machineWords}>{message.bounce.reason}</span>}
        </p>
      )}
      {look === 'automatic' && !open && <p className={styles.hint}>{t('thread.automaticHint')}</p>}
      {facts && <MessageFacts message={message} />}
      {look === 'quarantined' && <Quarantine ticket={ticket} message={message} readOnly={readOnly} />}
      {open && (
        <div id={`message-${message.id}-body`} className={styles.body}>
          {message.redacted ? (
            <ErasedBody message={message} events={events} />
          ) : (
            <Body ticket={ticket} message={message} look={look} author={author} />
          )}
          <Attachments attachments={message.attachments.filter((a) => !a.inline || !message.bodyHtml)} />
        </div>
      )}
      <DeliveryProblems message={message} />
      {waiting && (
        <UndoSend ticket={ticket} message={message} own={message.author.id === readerId} onUndone={onUndone} />
      )}
    </article>
  )
}

function Body({
  ticket,
  message,
  look,
  author,
}: {
  ticket: Ticket
  message: Message
  look: MessageLook
  author: string
}) {
  // The tongue of the message, for screen readers and hyphenation (WCAG 3.1.2).
  const lang = message.language ?? undefined
  if (message.bodyHtml === null)
    return <PlainText bodyText={message.bodyText} replyText={message.replyText} lang={lang} />
  // What our own editor wrote needs no frame; a colleague's mail from outside may hold anything.
  const plain = look === 'us' || look === 'note' ? simpleHtml(message.bodyHtml) : null
  if (plain) return <div lang={lang}>{plain}</div>
  return (
    <div lang={lang}>
      <MailFrame number={ticket.number} messageId={message.id} author={author} />
    </div>
  )
}

function Sign({ look, author }: { look: MessageLook; author: string }) {
  if (look === 'note')
    return (
      <span className={styles.sign} aria-hidden="true">
        <LockIcon />
      </span>
    )
  if (look === 'automatic')
    return (
      <span className={styles.sign} aria-hidden="true">
        <RobotIcon />
      </span>
    )
  if (look === 'bounce')
    return (
      <span className={`${styles.sign} ${styles.bad}`} aria-hidden="true">
        <MailXIcon />
      </span>
    )
  return <Avatar name={author} kind={look === 'us' ? 'agent' : 'customer'} />
}

function titleOf(look: MessageLook, author: string, t: Translate): string {
  if (look === 'note') return t('thread.noteFrom', { name: author })
  if (look === 'us') return t('thread.replyFrom', { name: author })
  return author
}
