import { type ComponentPropsWithRef, type ReactNode, useId, useState } from 'react'
import WarningIcon from '~icons/tabler/alert-circle'
import EyeIcon from '~icons/tabler/eye'
import EyeOffIcon from '~icons/tabler/eye-off'
import { useText } from '../app/words.ts'
import { IconButton } from './Button.tsx'
import styles from './fields.module.css'

interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with it, said beside it. */
  error?: string | undefined
  optional?: boolean
  /** The label is only for those who cannot see the page. */
  hiddenLabel?: boolean
}

/** Label above, hint and error below, tied together for screen readers. */
function Field({
  label,
  hint,
  error,
  optional,
  hiddenLabel,
  id,
  children,
}: FieldProps & { id: string; children: ReactNode }) {
  const t = useText()
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={hiddenLabel ? 'visuallyHidden' : styles.label}>
        {label} {optional && <span className={styles.optional}>({t('form.optional')})</span>}
      </label>
      {children}
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className={styles.error} id={`${id}-error`} role="alert" hidden={!error}>
        {error && <WarningIcon />}
        {error}
      </p>
    </div>
  )
}

const described = (id: string, { hint, error }: { hint?: ReactNode; error?: string | undefined }) => ({
  id,
  'aria-invalid': error ? true : undefined,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
})

export function TextField({
  label,
  hint,
  error,
  optional,
  hiddenLabel,
  ...input
}: FieldProps & ComponentPropsWithRef<'input'>) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hiddenLabel, id }} optional={optional ?? false}>
      <input {...input} className={styles.control} {...described(id, { hint, error })} />
    </Field>
  )
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  hiddenLabel,
  ...input
}: FieldProps & ComponentPropsWithRef<'textarea'>) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hiddenLabel, id }} optional={optional ?? false}>
      <textarea {...input} className={`${styles.control} ${styles.area}`} {...described(id, { hint, error })} />
    </Field>
  )
}

/** A password, with a button that shows it. Paste is never hindered. */
export function PasswordField({ label, hint, error, ...input }: FieldProps & ComponentPropsWithRef<'input'>) {
  const id = useId()
  const t = useText()
  const [shown, setShown] = useState(false)
  return (
    <Field {...{ label, hint, error, id }}>
      <div className={styles.withButton}>
        <input
          {...input}
          type={shown ? 'text' : 'password'}
          className={styles.control}
          {...described(id, { hint, error })}
        />
        <IconButton
          size="small"
          label={shown ? t('form.hidePassword') : t('form.showPassword')}
          aria-pressed={shown}
          icon={shown ? <EyeOffIcon /> : <EyeIcon />}
          onClick={() => setShown(!shown)}
        />
      </div>
    </Field>
  )
}

export interface Choice<T extends string = string> {
  value: T
  label: string
}

/** One of a few: the system's own list, which phones and screen readers know best. */
export function SelectField<T extends string>({
  label,
  hint,
  error,
  optional,
  hiddenLabel,
  choices,
  value,
  onChoose,
  ...select
}: FieldProps & { choices: readonly Choice<T>[]; value: T; onChoose: (value: T) => void } & Omit<
    ComponentPropsWithRef<'select'>,
    'value' | 'onChange'
  >) {
  const id = useId()
  return (
    <Field {...{ label, hint, error, hiddenLabel, id }} optional={optional ?? false}>
      <select
        {...select}
        value={value}
        onChange={(event) => onChoose(event.target.value as T)}
        className={`${styles.control} ${styles.select}`}
        {...described(id, { hint, error })}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function CheckField({
  label,
  hint,
  look = 'box',
  ...input
}: { label: ReactNode; hint?: ReactNode; look?: 'box' | 'switch' } & Omit<ComponentPropsWithRef<'input'>, 'type'>) {
  return (
    <label className={styles.check}>
      <input {...input} type="checkbox" {...(look === 'switch' ? { role: 'switch', className: styles.switch } : {})} />
      <span className={styles.text}>
        {label}
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
    </label>
  )
}
