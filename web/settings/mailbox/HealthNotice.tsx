import type { Mailbox } from '#contract'
import WarningIcon from '~icons/tabler/alert-triangle'
import { dateAndTime } from '../../app/format.ts'
import { useLanguage, useText } from '../../app/words.ts'
import { BROKEN_WORDS, brokenRoads, causeWords } from './health.ts'
import styles from './mailbox.module.css'

/** What does not work now, since when, and why. */
export function HealthNotice({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const language = useLanguage()
  return brokenRoads(mailbox).map(({ road, since, error, cause }) => (
    <div key={road} className={`${styles.note} ${styles.bad}`} role="alert">
      <WarningIcon />
      <div>
        <p className={styles.strong}>
          {t(BROKEN_WORDS[road], { address: mailbox.address, since: dateAndTime(since, language) })}
        </p>
        {cause !== null && <p>{t(causeWords(cause))}</p>}
        {cause === null && road !== 'heartbeat' && error !== null && (
          <p className={styles.said} lang="en">
            {error}
          </p>
        )}
      </div>
    </div>
  ))
}
