import { Popover } from '@mantine/core'
import { useState } from 'react'
import type { Me, Ticket } from '#contract'
import CalendarIcon from '~icons/tabler/calendar-time'
import ClockIcon from '~icons/tabler/clock-pause'
import ReplyIcon from '~icons/tabler/hourglass'
import { dateAndTime, timeOnly } from '../../app/format.ts'
import { LOCALES, type Translate, useLanguage, useText } from '../../app/words.ts'
import { Button, IconButton, PickList, type PickOption } from '../../ui/index.ts'
import styles from './PostponeMenu.module.css'
import { type PostponeChoice, postponeChoices } from './postpone.ts'
import { daysLater, fromInputValue, instantOf, toInputValue, wallTime } from './zone.ts'

type Picked = PostponeChoice | { kind: 'wake' }

interface Props {
  ticket: Ticket
  me: Me
  reason: string | undefined
  opened: boolean
  onOpened: (opened: boolean) => void
  onPostpone: (until: Date | 'reply') => void
  onWake: () => void
}

/** Postpone: the times people mean, in the organisation's opening hours; or until the customer answers; or any time. */
export function PostponeMenu({ ticket, me, reason, opened, onOpened, onPostpone, onWake }: Props) {
  const t = useText()
  const language = useLanguage()
  const [picking, setPicking] = useState(false)
  const { timezone, openingHours } = me.organisation
  const close = (next: boolean) => {
    onOpened(next)
    if (!next) setPicking(false)
  }
  const isPostponed = ticket.postponedUntil !== null || ticket.postponedUntilReply
  const options: PickOption<Picked>[] = [
    ...(isPostponed ? [{ value: { kind: 'wake' } as Picked, label: t('action.cancelPostpone') }] : []),
    ...(opened ? postponeChoices(new Date(), openingHours, timezone) : []).map(
      (choice): PickOption<Picked> => ({
        value: choice,
        label: t(`postpone.${choice.kind}`),
        icon: choice.kind === 'untilReply' ? <ReplyIcon /> : choice.kind === 'pick' ? <CalendarIcon /> : <ClockIcon />,
        end: 'until' in choice ? whenShort(choice.until, LOCALES[language], choice.kind === 'laterToday') : undefined,
      }),
    ),
  ]
  const pick = (choice: Picked) => {
    if (choice.kind === 'pick') return setPicking(true)
    close(false)
    if (choice.kind === 'wake') onWake()
    else onPostpone(choice.kind === 'untilReply' ? 'reply' : choice.until)
  }
  return (
    <Popover
      opened={opened && !reason}
      onChange={close}
      position="bottom-end"
      width={300}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
      transitionProps={{ duration: 0 }}
      withRoles={false}
    >
      <Popover.Target>
        <IconButton
          label={t('action.postpone')}
          keys="H"
          icon={<ClockIcon />}
          disabledReason={reason}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => close(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('postpone.title')} className={styles.dropdown}>
        {picking ? (
          <PickTime
            zone={timezone}
            t={t}
            say={(at) => dateAndTime(at, language)}
            onPick={(until) => {
              close(false)
              onPostpone(until)
            }}
            onCancel={() => setPicking(false)}
          />
        ) : (
          <PickList label={t('postpone.title')} options={options} onPick={pick} />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function whenShort(at: Date, locale: string, today: boolean): string {
  return today
    ? timeOnly(at, locale.slice(0, 2) as Parameters<typeof timeOnly>[1])
    : new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Any time, by the clock on the organisation's wall. */
function PickTime({
  zone,
  t,
  say,
  onPick,
  onCancel,
}: {
  zone: string
  t: Translate
  say: (at: Date) => string
  onPick: (until: Date) => void
  onCancel: () => void
}) {
  const [value, setValue] = useState(() => toInputValue(daysLater(wallTime(new Date(), zone), 1, 8, 0)))
  const wall = fromInputValue(value)
  const at = wall && instantOf(wall, zone)
  const past = at !== null && at.getTime() <= Date.now()
  return (
    <form
      className={styles.pick}
      onSubmit={(event) => {
        event.preventDefault()
        if (at && !past) onPick(at)
      }}
    >
      <label>
        {t('postpone.pick')}
        <input
          type="datetime-local"
          // biome-ignore lint/a11y/noAutofocus: one has just asked for it, and the list that had the focus is gone
          autoFocus
          value={value}
          min={toInputValue(wallTime(new Date(), zone))}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <p role="status" className={past ? styles.past : styles.said}>
        {past ? t('postpone.past') : at ? say(at) : ''}
      </p>
      <div className={styles.buttons}>
        <Button size="small" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button size="small" look="primary" type="submit" disabledReason={past ? t('postpone.past') : undefined}>
          {t('action.postpone')}
        </Button>
      </div>
    </form>
  )
}
