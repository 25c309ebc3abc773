import { errorWords } from './error-words.ts'
import { showToast } from './toast.ts'
import { translate } from './words.ts'

/** Says a refusal that has no better place. */
export function showError(error: Error): void {
  showToast({ text: errorWords(error, translate()), tone: 'error' })
}
