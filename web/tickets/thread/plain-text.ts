/*
 * Plain text as it stands in a message: what was written this time first, what was quoted behind a button, addresses as links.
 */

export interface Folds {
  shown: string
  /** Quoted history, signature, greeting lines of old mails: folded, never deleted. Null when there is nothing to fold. */
  quotedBefore: string | null
  quotedAfter: string | null
}

/** Splits a body by what its author wrote this time. Nothing is folded when nothing would remain, or when the two do not fit together. */
export function foldQuoted(bodyText: string, replyText: string): Folds {
  const body = bodyText.trim()
  const reply = replyText.trim()
  const whole: Folds = { shown: body, quotedBefore: null, quotedAfter: null }
  if (reply === '' || reply === body) return whole
  const at = body.indexOf(reply)
  // Answers between the lines of a quote: pieces of the body, so the whole stays behind the button.
  if (at === -1) return { shown: reply, quotedBefore: null, quotedAfter: body }
  const before = body.slice(0, at).trim()
  const after = body.slice(at + reply.length).trim()
  return { shown: reply, quotedBefore: before || null, quotedAfter: after || null }
}

export type TextPart = string | { link: string; text: string }

const LINK = /\b(?:https?:\/\/[^\s<>"«»”]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu
const TRAILING = /[.,;:!?…'’]+$/

/** Text with the web and mail addresses in it as links. A sentence's full stop, or the bracket around an address, is not part of it. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(LINK)) {
    let found = match[0].replace(TRAILING, '')
    while (/[)\]]$/.test(found) && count(found, /[)\]]/g) > count(found, /[([]/g))
      found = found.slice(0, -1).replace(TRAILING, '')
    if (match.index > from) parts.push(text.slice(from, match.index))
    parts.push({ link: /^https?:/i.test(found) ? found : `mailto:${found}`, text: found })
    from = match.index + found.length
  }
  if (from < text.length) parts.push(text.slice(from))
  return parts
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

/** Quoted lines (`> …`) and others, in runs. */
export function quoteRuns(text: string): { quoted: boolean; text: string }[] {
  const runs: { quoted: boolean; text: string }[] = []
  for (const line of text.split('\n')) {
    const quoted = /^\s*>/.test(line)
    const last = runs.at(-1)
    if (last?.quoted === quoted) last.text += `\n${line}`
    else runs.push({ quoted, text: line })
  }
  return runs
}
