import type { Automatic } from '../understanding/automatic.ts'
import type { Bounce } from '../understanding/bounce/bounce.ts'
import type { Fold } from '../understanding/fold.ts'
import type { Language } from '../understanding/language.ts'
import type { Address } from './addresses.ts'
import type { ParsedAttachment } from './attachments.ts'
import type { CalendarSummary } from './calendar.ts'

/** A mail, read. Strings are decoded; nothing here is verified, and `html` is not yet safe to show. */
export interface ParsedMail {
  /** With angle brackets; so are `inReplyTo` and `references`. */
  messageId: string | null
  inReplyTo: string | null
  references: string[]
  /** Decoded, on one line, with its prefixes. */
  subject: string
  /** The first usable mailbox of all From fields. */
  from: Address | null
  sender: Address | null
  fromAll: Address[]
  replyTo: Address[]
  to: Address[]
  cc: Address[]
  /** The envelope sender that the last server noted; '' for the null path, null when no server did. */
  returnPath: string | null
  date: Date | null
  /** The text part, or text made from the HTML; `\n` line ends. */
  text: string
  /** Not sanitised; `data-quote` marks what is folded. */
  html: string | null
  attachments: ParsedAttachment[]
  /** Decoded, lower-case keys, in order, bounded. */
  headers: { key: string; value: string }[]
  /** What the author wrote this time. Never empty when `text` is not. */
  replyText: string
  /** Ranges over `text`, in order and without overlap. */
  folds: Fold[]
  forwardedFrom: Address | null
  automatic: Automatic
  bounce: Bounce | null
  language: Language | null
  calendar: CalendarSummary | null
  /** Signed by this means; shown, not verified. */
  signed: 'smime' | 'pgp' | null
  /** What was odd: no-from, two-froms, no-date, unknown-charset, truncated-headers, too-many-parts, too-deep, unclosed-multipart, long-body. */
  warnings: string[]
}
