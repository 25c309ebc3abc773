import { useState } from 'react'
import PlusIcon from '~icons/tabler/plus'
import CloseIcon from '~icons/tabler/x'
import { LOCALES, useLanguage, useText } from '../app/words.ts'
import { IconButton } from '../ui/index.ts'
import type { OpeningHours } from './countries.ts'
import styles from './OpeningHoursField.module.css'
import { timeOfDay } from './time-of-day.ts'

/** The week, Monday first: each day open or closed, with as many intervals as one needs. */
export function OpeningHoursField({
  value,
  onChange,
  error,
}: {
  value: OpeningHours
  onChange: (hours: OpeningHours) => void
  error?: string | undefined
}) {
  const t = useText()
  const language = useLanguage()
  const set = (day: string, intervals: OpeningHours[string]) => onChange({ ...value, [day]: intervals })
  return (
    <fieldset className={styles.week} aria-invalid={error ? true : undefined}>
      <legend className="visuallyHidden">{t('settings.openingHours')}</legend>
      {['1', '2', '3', '4', '5', '6', '7'].map((day) => {
        const name = dayName(Number(day), language)
        const intervals = value[day] ?? []
        return (
          <div key={day} className={styles.day}>
            <label className={styles.name}>
              <input
                type="checkbox"
                checked={intervals.length > 0}
                onChange={(event) => set(day, event.target.checked ? [{ from: '08:00', to: '16:00' }] : [])}
              />
              {name}
            </label>
            <div className={styles.intervals}>
              {intervals.length === 0 && <span className={styles.closed}>{t('settings.closedDay')}</span>}
              {intervals.map((interval, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: intervals have no name but their place
                <span key={i} className={styles.interval}>
                  <TimeInput
                    label={t('settings.opensAt', { day: name })}
                    value={interval.from}
                    onChange={(from) => set(day, intervals.with(i, { ...interval, from }))}
                  />
                  <span aria-hidden="true">–</span>
                  <TimeInput
                    label={t('settings.closesAt', { day: name })}
                    value={interval.to}
                    onChange={(to) => set(day, intervals.with(i, { ...interval, to }))}
                  />
                  {i > 0 && (
                    <IconButton
                      size="small"
                      label={t('action.remove')}
                      icon={<CloseIcon />}
                      onClick={() => set(day, intervals.toSpliced(i, 1))}
                    />
                  )}
                </span>
              ))}
              {intervals.length > 0 && intervals.length < 4 && (
                <IconButton
                  size="small"
                  label={t('settings.addInterval', { day: name })}
                  icon={<PlusIcon />}
                  onClick={() => set(day, [...intervals, { from: intervals.at(-1)!.to, to: '20:00' }])}
                />
              )}
            </div>
          </div>
        )
      })}
      <p className={styles.error} role="alert" hidden={!error}>
        {error}
      </p>
    </fieldset>
  )
}

/** A time of day as people type it, in 24 hours whatever the browser's own language. */
function TimeInput({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      type="text"
      inputMode="numeric"
      className={styles.time}
      aria-label={label}
      aria-invalid={value === '' || undefined}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.target.value)
        onChange(timeOfDay(event.target.value) ?? '')
      }}
      onBlur={() => {
        if (typed === undefined || timeOfDay(typed)) setTyped(undefined)
      }}
    />
  )
}

/** `Mandag`; 1 is Monday. */
export function dayName(day: number, language: ReturnType<typeof useLanguage>): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2024, 0, day)),
  )
}
