import type { UseMutationResult } from '@tanstack/react-query'
import { type Answer, type Mailbox, mail } from '#contract'
import GoodIcon from '~icons/tabler/circle-check-filled'
import BadIcon from '~icons/tabler/circle-x-filled'
import TestIcon from '~icons/tabler/plug-connected'
import SendIcon from '~icons/tabler/send'
import { useCommand } from '../../app/data.ts'
import { useMe } from '../../app/session.ts'
import { showToast } from '../../app/toast.ts'
import { useText } from '../../app/words.ts'
import forms from '../../ui/forms.module.css'
import { Button } from '../../ui/index.ts'
import { causeWords, saysMore } from './health.ts'
import styles from './mailbox.module.css'

type Outcome = Answer<typeof mail.testMailbox>
type Road = NonNullable<Outcome['imap']>

interface Props {
  mailbox: Mailbox
  trial: Pick<UseMutationResult<Outcome>, 'data' | 'isPending'>
  run: () => void
  dirty: boolean
}

/** Tries both ways, says what stands in the way of each, and sends a mail to whoever asks. */
export function Trial({ mailbox, trial, run, dirty }: Props) {
  const t = useText()
  const me = useMe()
  const send = useCommand(mail.sendTest, {
    done: ({ to }) => showToast({ text: t('mailbox.testSent', { to }) }),
  })
  const unsaved = dirty ? t('mailbox.saveFirst') : undefined
  return (
    <section className={styles.section} aria-label={t('mailbox.try')}>
      <div>
        <h2 className={forms.heading}>{t('mailbox.try')}</h2>
        <p className={forms.hint}>{t('mailbox.tryHint', { email: me.agent.email })}</p>
      </div>
      <div className={forms.actions}>
        <Button icon={<TestIcon />} busy={trial.isPending} disabledReason={unsaved} onClick={run}>
          {t('mailbox.tryBoth')}
        </Button>
        <Button
          icon={<SendIcon />}
          busy={send.isPending}
          disabledReason={unsaved}
          onClick={() => send.mutate({ params: { id: mailbox.id } })}
        >
          {t('mailbox.sendTest')}
        </Button>
      </div>
      <div className={styles.results} role="status">
        {trial.isPending && <p className={forms.hint}>{t('mailbox.trying')}</p>}
        {!trial.isPending && trial.data && (
          <>
            {trial.data.imap ? (
              <Result label={t('mailbox.in')} road={trial.data.imap} />
            ) : (
              <Result
                label={t('mailbox.in')}
                road={{ ok: true, cause: null, words: null }}
                note={t('mailbox.inBuiltin')}
              />
            )}
            <Result label={t('mailbox.out')} road={trial.data.smtp} />
          </>
        )}
      </div>
    </section>
  )
}

function Result({ label, road, note }: { label: string; road: Road; note?: string }) {
  const t = useText()
  return (
    <div className={styles.result}>
      {road.ok ? <GoodIcon data-ok /> : <BadIcon data-bad />}
      <div>
        <p className={styles.strong}>
          {road.ok ? t('mailbox.resultWorks', { road: label }) : t('mailbox.resultFails', { road: label })}
        </p>
        {note && <p className={forms.hint}>{note}</p>}
        {!road.ok && <p>{t(causeWords(road.cause))}</p>}
        {!road.ok && saysMore(road.cause) && road.words && (
          <p className={styles.said} lang="en">
            {road.words}
          </p>
        )}
      </div>
    </div>
  )
}
