import { useState } from 'react'
import type { FieldValues } from '#contract'
import { dateOnly, wholeNumber } from '../../app/format.ts'
import { type Translate, useLanguage, useText } from '../../app/words.ts'
import { FieldPicker } from '../../ui/index.ts'
import type { Directory } from '../thread/ticket-data.ts'
import styles from './CustomFields.module.css'
import { type DetailsProps, Row } from './DetailsPanel.tsx'

type Field = Directory['fields'][number]
type Value = FieldValues[string] | undefined

/** The fields that an admin has added, each by its kind. */
export function CustomFields(props: DetailsProps) {
  const { ticket, directory } = props
  const shown = directory.fields.filter((f) => f.active || ticket.fields[f.key] !== undefined)
  if (shown.length === 0) return null
  return (
    <dl className={styles.fields}>
      {shown.map((field) => (
        <Row key={field.key} label={field.label} value={<CustomField {...props} field={field} />} />
      ))}
    </dl>
  )
}

function CustomField({ ticket, actions, reason, field }: DetailsProps & { field: Field }) {
  const t = useText()
  const language = useLanguage()
  const value = ticket.fields[field.key]
  const set = (next: FieldValues[string]) =>
    void actions.set({ fields: { [field.key]: next } }, actions.field(field.label, wordOf(next, t)))
  const wordOf = (v: Value, words: Translate): string => {
    if (v === null || v === undefined || v === '') return words('details.empty')
    if (typeof v === 'boolean') return words(v ? 'details.yes' : 'details.no')
    if (Array.isArray(v)) return v.length > 0 ? v.join(', ') : words('details.empty')
    if (typeof v === 'number') return wholeNumber(v, language)
    return field.kind === 'date' ? dateOnly(`${v}T12:00:00Z`, language) : v
  }
  if (field.kind === 'text' || field.kind === 'number' || field.kind === 'date')
    return <TypedField field={field} value={value} said={wordOf(value, t)} reason={reason} onSave={set} />
  const empty = { value: null as FieldValues[string], label: t('details.empty') }
  const options =
    field.kind === 'boolean'
      ? [empty, { value: true, label: t('details.yes') }, { value: false, label: t('details.no') }]
      : [...(field.kind === 'choice' ? [empty] : []), ...field.choices.map((c) => ({ value: c, label: c }))]
  const many = Array.isArray(value) ? value : []
  return (
    <FieldPicker<FieldValues[string]>
      label={field.label}
      display={<span className={value == null ? styles.empty : undefined}>{wordOf(value, t)}</span>}
      disabledReason={reason}
      multiple={field.kind === 'choices'}
      options={options}
      isChosen={(v) => (field.kind === 'choices' ? many.includes(v as string) : v === (value ?? null))}
      onPick={(v) => {
        if (field.kind !== 'choices') return set(v)
        const choice = v as string
        const next = many.includes(choice) ? many.filter((c) => c !== choice) : [...many, choice]
        set(next.length > 0 ? next : null)
      }}
    />
  )
}

function TypedField({
  field,
  value,
  said,
  reason,
  onSave,
}: {
  field: Field
  value: Value
  said: string
  reason: string | undefined
  onSave: (value: string | number | null) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const save = () => {
    if (typed === null) return
    setTyped(null)
    const text = typed.trim()
    const number = Number(text.replace(',', '.'))
    if (field.kind === 'number' && text !== '' && Number.isNaN(number)) return
    const next = text === '' ? null : field.kind === 'number' ? number : text
    if (next !== (value ?? null)) onSave(next)
  }
  if (typed === null)
    return (
      <button
        type="button"
        className={styles.value}
        aria-disabled={reason ? true : undefined}
        title={reason}
        onClick={() => !reason && setTyped(value == null ? '' : String(value))}
      >
        <span className="visuallyHidden">{field.label}: </span>
        <span className={value == null || value === '' ? styles.empty : undefined}>{said}</span>
      </button>
    )
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: one has just asked to edit it
      autoFocus
      className={styles.input}
      aria-label={field.label}
      type={field.kind === 'date' ? 'date' : 'text'}
      inputMode={field.kind === 'number' ? 'decimal' : undefined}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        else if (event.key === 'Escape') {
          event.stopPropagation()
          setTyped(null)
        }
      }}
    />
  )
}
