import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { mail } from '#contract'
import WarningIcon from '~icons/tabler/alert-triangle'
import { dataOf } from '../app/data.ts'
import { dateAndTime } from '../app/format.ts'
import { isAdmin, useMe } from '../app/session.ts'
import { useLanguage, useText } from '../app/words.ts'
import { BROKEN_WORDS, worries } from '../settings/mailbox/health.ts'
import { useNow } from '../ui/index.ts'
import styles from './Shell.module.css'

/** Tells administrators, on every page, that a mailbox does not work. */
export function MailboxBanner() {
  const t = useText()
  const language = useLanguage()
  const me = useMe()
  const now = useNow()
  const { data } = useQuery({ ...dataOf(mail.mailboxes, {}), enabled: isAdmin(me), refetchInterval: 60_000 })
  const found = isAdmin(me) ? worries(data?.items ?? [], now) : []
  const first = found[0]
  if (!first) return null
  return (
    <div className={styles.alarm} role="status">
      <WarningIcon />
      <span>
        {found.length === 1
          ? t(BROKEN_WORDS[first.broken.road], {
              address: first.mailbox.address,
              since: dateAndTime(first.broken.since, language),
            })
          : t('mailbox.downMany', { count: found.length })}
      </span>
      {found.length === 1 ? (
        <Link to="/settings/mailboxes/$id" params={{ id: String(first.mailbox.id) }}>
          {t('mailbox.showWhy')}
        </Link>
      ) : (
        <Link to="/settings/mailboxes">{t('mailbox.showWhy')}</Link>
      )}
    </div>
  )
}
