import type { Event, EventDataOf, Message } from '#contract'
import { dateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { actorName } from './actor-name.ts'
import styles from './MessageBody.module.css'

/** In place of content that was erased: by whom, when and why, if that happened in this ticket. */
export function ErasedBody({ message, events }: { message: Message; events: readonly Event[] }) {
  const t = useText()
  const language = useLanguage()
  const erasing = events.findLast(
    (e) => e.kind === 'redacted' && (e.data as EventDataOf<'redacted'>).messageIds.includes(message.id),
  )
  if (!erasing) return <p className={styles.erased}>{t('thread.erased')}</p>
  const { reason } = erasing.data as EventDataOf<'redacted'>
  return (
    <p className={styles.erased}>
      {t('thread.erasedBy', { name: actorName(erasing, t), time: dateAndTime(erasing.at, language) })}{' '}
      {reason && t('thread.reasonGiven', { reason })}
    </p>
  )
}
