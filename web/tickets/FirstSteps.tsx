import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { mail, people, session } from '#contract'
import CircleIcon from '~icons/tabler/circle'
import CheckIcon from '~icons/tabler/circle-check-filled'
import CloseIcon from '~icons/tabler/x'
import { useCommand, useData } from '../app/data.ts'
import { becomeMe, useMe } from '../app/session.ts'
import { useText } from '../app/words.ts'
import { IconButton } from '../ui/index.ts'
import styles from './FirstSteps.module.css'

/** What is worth doing first in a new house; gone when all is done, or when it is sent away. */
export function FirstSteps() {
  const t = useText()
  const me = useMe()
  const { data: mailboxes } = useData(mail.mailboxes, {}, { staleTime: 60_000 })
  const { data: agents } = useData(people.agents, {}, { staleTime: 60_000 })
  const [hidden, setHidden] = useState(false)
  const save = useCommand(session.updateMe, { done: (answer) => void becomeMe(answer) })
  if (!mailboxes || !agents || hidden || me.agent.preferences.firstStepsDone === true) return null
  const steps = [
    {
      done: mailboxes.items.length > 0,
      to: '/settings/mailboxes',
      words: t('start.mailbox'),
      hint: t('start.mailboxHint'),
    },
    {
      done: agents.items.length > 1,
      to: '/settings/agents',
      words: t('start.colleagues'),
      hint: t('start.colleaguesHint'),
    },
  ] as const
  if (steps.every((step) => step.done)) return null
  return (
    <section className={styles.card} aria-label={t('start.title')}>
      <div className={styles.head}>
        <h2>{t('start.title')}</h2>
        <IconButton
          size="small"
          label={t('start.dismiss')}
          icon={<CloseIcon />}
          onClick={() => {
            setHidden(true)
            save.mutate({ body: { preferences: { firstStepsDone: true } } })
          }}
        />
      </div>
      <ul>
        {steps.map((step) => (
          <li key={step.to} className={styles.step} data-done={step.done || undefined}>
            {step.done ? <CheckIcon /> : <CircleIcon />}
            <span>
              {step.done ? <span>{step.words}</span> : <Link to={step.to}>{step.words}</Link>}
              <span className={styles.hint}>{step.hint}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('start.sample', { command: 'bin/reda demo' })}</p>
    </section>
  )
}
