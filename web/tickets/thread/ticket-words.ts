import type { Status } from '#contract'
import { type Translate, wordExists } from '../../app/words.ts'

/** Who it waits for, as it stands in a sentence: «wait for the customer». */
export function waitingWord(value: string, t: Translate): string {
  return t(value === 'us' ? 'waiting.onUs' : value === 'customer' ? 'waiting.onCustomer' : 'waiting.onThirdParty')
}

/** Who it waits for, as a value of a field. */
export function waitingLabel(value: string, t: Translate): string {
  return t(value === 'us' ? 'waiting.us' : value === 'customer' ? 'waiting.customer' : 'waiting.thirdParty')
}

export function severityWord(value: string, t: Translate): string {
  return t(`severity.${value}` as 'severity.minor')
}

export function statusWord(value: Status, t: Translate): string {
  return t(value === 'in_progress' ? 'status.inProgress' : `status.${value}`)
}

/** The types that come with the house have words in every language; those an admin added have the admin's. */
export function typeWord(key: string, types: readonly { key: string; name: string }[], t: Translate): string {
  const word = `ticketType.${key}`
  return wordExists(word) ? t(word) : (types.find((type) => type.key === key)?.name ?? key)
}
