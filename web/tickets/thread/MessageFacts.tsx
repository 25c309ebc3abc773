import type { Message } from '#contract'
import { fullDateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { deliveryWord } from './Deliveries.tsx'
import styles from './MessageFacts.module.css'

/** What stood on the envelope, for those who must know. */
export function MessageFacts({ message }: { message: Message }) {
  const t = useText()
  const language = useLanguage()
  const people = (all: Message['to']) => all.map((a) => (a.name ? `${a.name} <${a.email}>` : a.email)).join(', ')
  const rows: [string, string][] = [
    [t('thread.from'), message.from ? people([message.from]) : ''],
    [t('thread.to'), people(message.to)],
    [t('thread.cc'), people(message.cc)],
    [t('thread.subject'), message.subject],
    [t('details.channel'), t(`channel.${message.channel}`)],
    [
      t('thread.sender'),
      message.direction === 'in' ? t(message.trust === 'verified' ? 'thread.verified' : 'thread.unverified') : '',
    ],
    [t('thread.messageId'), message.messageId ?? ''],
  ]
  return (
    <dl className={styles.facts}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      {message.deliveries.map((d) => (
        <div key={d.recipient}>
          <dt>{d.recipient}</dt>
          <dd>
            {deliveryWord(d.status, t)} · <time dateTime={d.at}>{fullDateAndTime(d.at, language)}</time>
            {d.error && <span className={styles.error}>{d.error}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
