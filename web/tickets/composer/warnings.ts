/*
 * What a careful colleague would say before the answer goes out. None of it forbids: it asks once.
 */

export type Warning =
  | { kind: 'missingAttachment' }
  | { kind: 'manyRecipients'; count: number }
  | { kind: 'unfilled'; fields: string[] }

/*
 * How people say «attached» in the six languages, as beginnings of words: vedlagt, vedlegget, bifogar, bilagan, liitteenä, attachment.
 * An answer is often written in another language than the desk is set to, so all are looked for.
 */
const ATTACHED =
  /(?<![\p{L}\p{N}])(?:vedlagt|vedlegg|vedhæft|vedlagd|vedheft|bifog|bilag|liitteen|liitteis|liitän|liitin|liite(?:tt|tie)|ohessa|oheise|attach|enclos)/iu

/** Mentions of an attachment that are about another's: «vedlegget ditt», «your attachment». They ask for nothing. */
const THEIRS =
  /(?:your attach\p{L}*|vedlegget (?:ditt|deres|dykkar|du)|vedlegga (?:dine|dykkar)|(?:din|jeres) vedhæft\p{L}*|din bilaga|bilagan (?:du|ni)|liitteesi)/giu

/** `{{kunde.fornavn}}`, `{{ name | Hi }}`: a hole of a template that nobody filled. */
const HOLE = /\{\{\s*([^{}|]{1,60}?)\s*(?:\|[^{}]{0,60})?\}\}/g

export interface Outgoing {
  /** What the agent wrote, without the customer's quoted words. */
  text: string
  /** Files and pasted images. */
  attachmentCount: number
  recipientCount: number
}

export function warnings({ text, attachmentCount, recipientCount }: Outgoing, manyFrom: number): Warning[] {
  const found: Warning[] = []
  const fields = [...new Set([...text.matchAll(HOLE)].map((m) => m[1]!))]
  if (fields.length > 0) found.push({ kind: 'unfilled', fields })
  if (attachmentCount === 0 && ATTACHED.test(text.replace(THEIRS, ''))) found.push({ kind: 'missingAttachment' })
  if (recipientCount > manyFrom) found.push({ kind: 'manyRecipients', count: recipientCount })
  return found
}
