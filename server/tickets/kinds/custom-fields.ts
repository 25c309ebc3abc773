import type { z } from 'zod'
import type { FieldValue, FieldValues } from '#contract'

/** A field that an administrator added to tickets. */
export interface CustomField {
  key: string
  kind: 'text' | 'number' | 'date' | 'choice' | 'choices' | 'boolean'
  choices: readonly string[]
  active: boolean
}

type Value = z.infer<typeof FieldValue>

/** What is wrong with these values, if anything. Null empties a field, also a retired one. */
export function checkFields(
  values: FieldValues,
  fields: readonly CustomField[],
): { key: string; message: string } | null {
  for (const [key, value] of Object.entries(values)) {
    const field = fields.find((f) => f.key === key)
    if (!field) return { key, message: 'There is no such field' }
    if (value === null) continue
    if (!field.active) return { key, message: 'This field is retired' }
    const message = CHECKS[field.kind](value, field)
    if (message) return { key, message }
  }
  return null
}

const CHECKS: Record<CustomField['kind'], (value: Value, field: CustomField) => string | null> = {
  text: (value) => (typeof value === 'string' ? null : 'A text is wanted'),
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'A number is wanted'),
  boolean: (value) => (typeof value === 'boolean' ? null : 'True or false is wanted'),
  date: (value) => (typeof value === 'string' && isDate(value) ? null : 'A date is wanted, as YYYY-MM-DD'),
  choice: (value, field) =>
    typeof value === 'string' && field.choices.includes(value) ? null : 'One of the choices is wanted',
  choices: (value, field) =>
    Array.isArray(value) && value.every((v) => field.choices.includes(v)) ? null : 'Some of the choices are wanted',
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
