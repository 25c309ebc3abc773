import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { type Mailbox, mail } from '#contract'
import BackIcon from '~icons/tabler/chevron-left'
import MailIcon from '~icons/tabler/mailbox'
import { call } from '../../app/api.ts'
import { keyOf, useCommand, useData } from '../../app/data.ts'
import { useTitle } from '../../app/title.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import { Age, Button, buttonClass, EmptyState } from '../../ui/index.ts'
import { Loaded } from '../SettingsPage.tsx'
import settings from '../settings.module.css'
import { BasicsSection } from './BasicsSection.tsx'
import { ConnectionSection } from './ConnectionSection.tsx'
import { ControlSection } from './ControlSection.tsx'
import { DkimSection } from './DkimSection.tsx'
import { HealthNotice } from './HealthNotice.tsx'
import styles from './mailbox.module.css'
import { ReplySection } from './ReplySection.tsx'
import { StandingBadge } from './StandingBadge.tsx'
import { Trial } from './Trial.tsx'
import { UnsavedGuard } from './unsaved.tsx'

/** One mailbox: how mail comes and goes, what is written below replies, and whether all of it works. */
export function MailboxPage() {
  const t = useText()
  const { id } = useParams({ from: '/desk/settings/mailboxes/$id' })
  const read = useData(mail.mailboxes, {})
  const mailbox = read.data?.items.find((one) => String(one.id) === id)
  useTitle(mailbox?.address ?? t('settings.mailboxes'))
  return (
    <div className={settings.page}>
      <div>
        <Link to="/settings/mailboxes" className={styles.back}>
          <BackIcon />
          {t('settings.mailboxes')}
        </Link>
        <h1 className={`${settings.title} ${styles.title}`}>{mailbox?.address ?? t('details.mailbox')}</h1>
        {mailbox && (
          <p className={styles.under}>
            <StandingBadge mailbox={mailbox} />
            <span>{mailbox.name}</span>
            <span>
              {t('settings.lastReceived')}:{' '}
              {mailbox.lastReceivedAt ? <Age at={mailbox.lastReceivedAt} /> : t('settings.never')}
            </span>
          </p>
        )}
      </div>
      <Loaded read={read}>
        {() =>
          mailbox ? (
            <Setup key={mailbox.id} mailbox={mailbox} />
          ) : (
            <EmptyState icon={<MailIcon />} title={t('mailbox.gone')}>
              <Link to="/settings/mailboxes" className={buttonClass({ look: 'primary' })}>
                {t('settings.mailboxes')}
              </Link>
            </EmptyState>
          )
        }
      </Loaded>
    </div>
  )
}

function Setup({ mailbox }: { mailbox: Mailbox }) {
  const t = useText()
  const { start } = useSearch({ from: '/desk/settings/mailboxes/$id' })
  const fresh = start === true && mailbox.imap === null && mailbox.smtp === null
  const detected = useQuery({
    queryKey: [...keyOf(mail.detectProvider), mailbox.address],
    queryFn: ({ signal }) => call(mail.detectProvider, { body: { address: mailbox.address } }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  })
  const trial = useCommand(mail.testMailbox, { refresh: [mail.mailboxes] })
  const turn = useCommand(mail.changeMailbox, {
    refresh: [mail.mailboxes],
    done: () => showToast({ text: t('toast.saved') }),
  })
  // A proposal that is not saved yet cannot be tried: what would be tried is what is stored.
  const [proposed, setProposed] = useState(fresh)
  const tryIt = () => trial.mutate({ params: { id: mailbox.id } })
  return (
    <UnsavedGuard>
      {(dirty) => (
        <>
          <HealthNotice mailbox={mailbox} />
          {/* What the provider wants is the beginning of a new form: nothing is typed before it is known. */}
          {fresh && detected.isPending ? (
            <p className={styles.note} role="status">
              <MailIcon />
              {t('mailbox.detecting')}
            </p>
          ) : (
            <ConnectionSection
              mailbox={mailbox}
              provider={detected.data}
              fresh={fresh}
              onSaved={(test) => {
                setProposed(false)
                if (test) tryIt()
                else trial.reset()
              }}
            />
          )}
          <Trial mailbox={mailbox} trial={trial} run={tryIt} dirty={dirty || proposed} />
          <BasicsSection mailbox={mailbox} />
          <ReplySection mailbox={mailbox} />
          <ControlSection mailbox={mailbox} provider={detected.data} />
          <DkimSection mailbox={mailbox} />
          <section className={styles.section} aria-label={t('mailbox.activity')}>
            <p>{mailbox.active ? t('mailbox.activeHint') : t('mailbox.inactiveHint')}</p>
            <div>
              <Button
                look={mailbox.active ? 'danger' : 'primary'}
                busy={turn.isPending}
                onClick={() => turn.mutate({ params: { id: mailbox.id }, body: { active: !mailbox.active } })}
              >
                {mailbox.active ? t('settings.deactivate') : t('settings.activate')}
              </Button>
            </div>
          </section>
        </>
      )}
    </UnsavedGuard>
  )
}
