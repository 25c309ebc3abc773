import type { Message } from '#contract'
import FailedIcon from '~icons/tabler/alert-circle'
import DoneIcon from '~icons/tabler/check'
import DelayedIcon from '~icons/tabler/hourglass'
import { type Translate, useText } from '../../app/words.ts'
import { Tip } from '../../ui/index.ts'
import styles from './Deliveries.module.css'

type DeliveryStatus = Message['deliveries'][number]['status']

const WORDS = {
  queued: 'thread.deliveryQueued',
  delivered: 'thread.deliveryDelivered',
  deferred: 'thread.deliveryDeferred',
  failed: 'thread.deliveryFailed',
  bounced: 'thread.deliveryBounced',
  cancelled: 'thread.deliveryCancelled',
} as const satisfies Record<DeliveryStatus, string>

export const deliveryWord = (status: DeliveryStatus, t: Translate) => t(WORDS[status])

/** Whether a sent message has arrived, in one small sign; what went wrong is said below it. */
export function DeliverySign({ message }: { message: Message }) {
  const t = useText()
  if (message.direction !== 'out' || message.deliveries.length === 0) return null
  const all = message.deliveries.map((d) => d.status)
  const status: DeliveryStatus = all.includes('deferred')
    ? 'deferred'
    : all.includes('queued')
      ? 'queued'
      : all.every((s) => s === 'delivered')
        ? 'delivered'
        : 'failed'
  if (status === 'failed') return null
  const Icon = status === 'delivered' ? DoneIcon : DelayedIcon
  return (
    <Tip label={message.deliveries.map((d) => `${d.recipient}: ${deliveryWord(d.status, t)}`).join('\n')}>
      <span className={styles.sign}>
        <Icon /> {deliveryWord(status, t)}
      </span>
    </Tip>
  )
}

/** Each recipient that got nothing: why, in the other side's words, and what to do. */
export function DeliveryProblems({ message }: { message: Message }) {
  const t = useText()
  const problems = message.deliveries.filter((d) => d.status === 'failed' || d.status === 'bounced')
  if (problems.length === 0) return null
  return (
    <ul className={styles.problems}>
      {problems.map((d) => (
        <li key={d.recipient}>
          <FailedIcon />
          <span>
            <strong>
              {deliveryWord(d.status, t)}: {d.recipient}
            </strong>
            {d.error && <span className={styles.machineWords}>{d.error}</span>}
            <span className={styles.hint}>{t('thread.deliveryHint', { recipient: d.recipient })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
