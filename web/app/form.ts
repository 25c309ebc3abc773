import { useState } from 'react'
import { ProblemError } from './api.ts'
import { errorWords } from './error-words.ts'
import { useText, type WordKey } from './words.ts'

/** What each field says when it is not right. */
export type FieldWords<T> = Partial<Record<keyof T & string, WordKey>>

/** The values of a form, and what is wrong with each: said when it is sent, gone when it is mended. */
export function useForm<T extends object>(initial: T, words: FieldWords<T> = {}) {
  const t = useText()
  const [values, setValues] = useState(initial)
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const [general, setGeneral] = useState<string>()
  return {
    values,
    errors,
    /** What is wrong with the whole, when no field is to blame. */
    general,
    set: <K extends keyof T & string>(field: K, value: T[K]) => {
      setValues((now) => ({ ...now, [field]: value }))
      setErrors(({ [field]: _, ...rest }) => rest)
    },
    setAll: setValues,
    /** Looks before sending: answers true when every check holds. The first field that does not gets the focus. */
    check: (checks: Partial<Record<keyof T & string, boolean>>): boolean => {
      const wrong = Object.entries(checks).filter(([, ok]) => !ok)
      setErrors(
        Object.fromEntries(wrong.map(([field]) => [field, t(words[field as keyof T & string] ?? 'errors.required')])),
      )
      setGeneral(undefined)
      if (wrong.length > 0) focusFirstWrong()
      return wrong.length === 0
    },
    /** Puts what the house refused beside its fields; answers whether it found any. */
    refuse: (error: unknown): void => {
      const fields = error instanceof ProblemError ? Object.keys(error.fieldErrors()) : []
      const own = fields.map((path) => path.split(/[./]/)[0]!).filter((field) => field in (initial as object))
      setErrors(
        Object.fromEntries(own.map((field) => [field, t(words[field as keyof T & string] ?? 'errors.checkField')])),
      )
      setGeneral(own.length > 0 ? undefined : errorWords(error, t))
      if (own.length > 0) focusFirstWrong()
    },
    /** Says what is wrong with one field. */
    blame: (field: keyof T & string, word: WordKey): void => {
      setErrors({ [field]: t(word) })
      focusFirstWrong()
    },
    forget: () => {
      setErrors({})
      setGeneral(undefined)
    },
  }
}

function focusFirstWrong(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid=true]')?.focus())
}

/** As the contract wants an address. */
export const isEmail = (text: string) =>
  /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(text.trim()) && text.trim().length <= 254
/** As the contract wants a password. */
export const PASSWORD_LENGTH = 12
export const isPassword = (text: string) => text.length >= PASSWORD_LENGTH && text.length <= 200
