import type { Message } from '#contract'
import type { Translate } from '../../app/words.ts'

/** Who wrote a message, as people call them; of an erased one of a customer nothing is known any more. */
export function authorName(message: Message, t: Translate): string {
  if (message.redacted && message.author.type === 'customer') return t('thread.erasedSender')
  return message.author.name.trim() || message.from?.name.trim() || message.author.email || message.from?.email || '…'
}
