import { showToast } from '../../app/toast.ts'
import type { Translate } from '../../app/words.ts'

/** To the clipboard, said in a toast. On a plain intranet address there is no clipboard for pages: then the text is shown, to be copied by hand. */
export async function copyText(text: string, t: Translate): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ text: t('toast.copiedText', { text }) })
  } catch {
    showToast({ text })
  }
}

export const linkTo = (number: string) => `${window.location.origin}/app/tickets/${number}`
