import { NoConnection, ProblemError } from './api.ts'
import { type Translate, wordExists } from './words.ts'

/** What happened, what is safe, what to do: for people, in their language. */
export function errorWords(error: unknown, t: Translate): string {
  if (error instanceof NoConnection) return t('errors.noConnection')
  if (error instanceof ProblemError) {
    const key = `errors.${camelCase(error.type)}`
    return t(wordExists(key) ? key : 'errors.internal')
  }
  return t('errors.internal')
}

const camelCase = (type: string) => type.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
