import { Link } from '@tanstack/react-router'
import { mail, type Ticket, type TicketHints } from '#contract'
import MergeIcon from '~icons/tabler/arrows-join-2'
import SplitIcon from '~icons/tabler/arrows-split-2'
import { useCommand, useData } from '../../app/data.ts'
import { LOCALES, type Translate, useLanguage, useText } from '../../app/words.ts'
import { Button } from '../../ui/index.ts'
import styles from './Hints.module.css'

interface Props {
  ticket: Ticket
  reason: string | undefined
  onMerge: (into: string) => void
  onSplit: (messageId: number) => void
}

/** What mail found out and only people decide: it may belong to another ticket, or speak of a new matter. One at a time. */
export function Hints({ ticket, reason, onMerge, onSplit }: Props) {
  const t = useText()
  const language = useLanguage()
  const params = { number: ticket.number }
  const hints = useData(mail.hints, { params })
  const aside = useCommand(mail.setHintAside, { refresh: [mail.hints] })
  if (!hints.data) return null
  const {
    related: [related],
    topicChange,
  } = hints.data
  const notNow = (body: { related?: string; messageId?: number }) => (
    <Button
      size="small"
      look="quiet"
      busy={aside.isPending}
      disabledReason={reason}
      onClick={() => aside.mutate({ params, body })}
    >
      {t('action.notNow')}
    </Button>
  )
  if (related) {
    const why = new Intl.ListFormat(LOCALES[language], { type: 'unit', style: 'short' }).format(
      related.why.map((one) => whyWords(one, t)),
    )
    return (
      <section className={styles.hint} aria-label={t('thread.hint')}>
        <MergeIcon className={styles.icon} />
        <p className={styles.words}>
          {t('thread.hintRelated')}{' '}
          <Link to="/tickets/$number" params={{ number: related.number }}>
            {related.number} {related.title}
          </Link>{' '}
          <span className={styles.why}>{why}</span>
        </p>
        <span className={styles.buttons}>
          <Button size="small" disabledReason={reason} onClick={() => onMerge(related.number)}>
            {t('action.merge')}
          </Button>
          {notNow({ related: related.number })}
        </span>
      </section>
    )
  }
  if (!topicChange) return null
  return (
    <section className={styles.hint} aria-label={t('thread.hint')}>
      <SplitIcon className={styles.icon} />
      <p className={styles.words}>{t('thread.hintTopic', { subject: topicChange.subject })}</p>
      <span className={styles.buttons}>
        <Button size="small" disabledReason={reason} onClick={() => onSplit(topicChange.messageId)}>
          {t('thread.hintSplit')}
        </Button>
        {notNow({ messageId: topicChange.messageId })}
      </span>
    </section>
  )
}

function whyWords(why: TicketHints['related'][number]['why'][number], t: Translate): string {
  if (why === 'number-in-subject') return t('thread.whyNumber')
  return why === 'same-sender' ? t('thread.whySender') : t('thread.whySubject')
}
