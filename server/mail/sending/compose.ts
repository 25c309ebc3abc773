import type { Language } from '#contract'
import { LOCALES, wordsIn } from '#i18n'
import type { MailboxSettings } from '../settings.ts'
import { withTag } from '../threading/addresses.ts'
import { headerWords, type MailAddress, type OutboundContent } from './content.ts'
import { threadIndex } from './thread-index.ts'

export interface ComposedMessage {
  author: string
  text: string
  html: string | null
  at: Date
}

export interface ReplyParts {
  mailbox: { address: string; name: string; settings: MailboxSettings }
  ticket: { number: string; title: string; createdAt: Date; conversation: Uint8Array }
  reply: ComposedMessage & { to: MailAddress[]; cc: MailAddress[] }
  attachments: {
    publicId: string
    sha256: string
    filename: string
    contentType: string
    inline: boolean
  }[]
  /** Earlier public messages, newest first. */
  earlier: ComposedMessage[]
  /** Message-IDs of the conversation, oldest first; the last is what this answers. Empty: it begins the conversation. */
  thread: string[]
  /** For the reply address; null: nobody takes part who could answer with it. */
  replyToken: string | null
  language: Language
  timezone: string
  loopMark: string
}

/** At most this many Message-IDs in References: the first and the newest (RFC 5322 sets no limit, servers do). */
const MOST_REFERENCES = 20
const MOST_QUOTED_CHARACTERS = 20_000

/** Builds the mail of a reply; pure, so that trying again gives the same mail. */
export function composeReply(parts: ReplyParts): OutboundContent {
  const { mailbox, ticket, reply, language } = parts
  const t = wordsIn(language)
  const title = headerWords(ticket.title)
  const signature = signatureFor(mailbox.settings, language, reply.author)
  const quoted = quotedFor(parts)
  const thread = parts.thread.map(headerWords).filter((id) => /^<[^<>\s]+>$/.test(id))
  return {
    from: {
      email: mailbox.address,
      name: headerWords(
        mailbox.settings.agentInFromName && reply.author !== ''
          ? t('mail.agentVia', { agent: reply.author, mailbox: mailbox.name })
          : mailbox.name,
      ),
    },
    to: reply.to.map(shown),
    cc: reply.cc.map(shown),
    replyTo: parts.replyToken === null ? null : withTag(mailbox.address, parts.replyToken),
    envelopeFrom: mailbox.address,
    subject: `${thread.length > 0 ? 'Re: ' : ''}[${ticket.number}] ${title}`.trim(),
    inReplyTo: thread.at(-1) ?? null,
    references: thread.length <= MOST_REFERENCES ? thread : [thread[0]!, ...thread.slice(1 - MOST_REFERENCES)],
    headers: {
      'Thread-Topic': title,
      'Thread-Index': threadIndex(ticket.conversation, ticket.createdAt, reply.at),
      'X-Loop': parts.loopMark,
    },
    text: [reply.text.trimEnd(), signature && `-- \n${signature}`, quoted?.text]
      .filter(Boolean)
      .join('\n\n')
      .concat('\n'),
    html: htmlOf(parts, signature, quoted?.html ?? null),
    attachments: parts.attachments.map((file) => ({
      sha256: file.sha256,
      filename: headerWords(file.filename),
      contentType: headerWords(file.contentType),
      contentId: file.inline ? contentIdOf(file.publicId) : null,
      inline: file.inline,
    })),
    date: reply.at.toISOString(),
  }
}

function shown(address: MailAddress): MailAddress {
  return { email: address.email, name: headerWords(address.name) }
}

const contentIdOf = (publicId: string) => `${publicId}@reda`

function signatureFor(settings: MailboxSettings, language: Language, agent: string): string | null {
  const template = settings.signatures[language] ?? settings.signatures.en ?? Object.values(settings.signatures)[0]
  return template ? template.replaceAll('{agent}', agent).trim() : null
}

function quotedFor({ mailbox, earlier, language, timezone }: ReplyParts): { text: string; html: string } | null {
  const take = { none: 0, last: 1, all: 50 }[mailbox.settings.quote]
  const messages = earlier.slice(0, take)
  if (messages.length === 0) return null
  const t = wordsIn(language)
  const marker = t('mail.replyAbove')
  const date = new Intl.DateTimeFormat(LOCALES[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timezone,
  })
  const blocks = messages.map((message) => ({
    intro: t('mail.wrote', { name: headerWords(message.author), date: date.format(message.at) }),
    lines: message.text.slice(0, MOST_QUOTED_CHARACTERS).trimEnd().split('\n'),
  }))
  return {
    text: [
      `--- ${marker} ---`,
      ...blocks.map(({ intro, lines }) => `${intro}\n${lines.map((line) => `> ${line}`.trimEnd()).join('\n')}`),
    ].join('\n\n'),
    html: [
      `<div class="hd-reply-above" style="border-top:1px solid #999;color:#666;font-size:small;margin-top:2em;padding-top:.5em">${escapeHtml(marker)}</div>`,
      ...blocks.map(
        ({ intro, lines }) =>
          `<div>${escapeHtml(intro)}</div><blockquote type="cite" style="border-left:2px solid #999;margin:0 0 1em;padding-left:1em">${linesToHtml(lines)}</blockquote>`,
      ),
    ].join(''),
  }
}

function htmlOf({ reply, attachments, language }: ReplyParts, signature: string | null, quoted: string | null): string {
  const inline = new Set(attachments.filter((file) => file.inline).map((file) => file.publicId))
  // Our own sanitiser wrote this HTML, so attributes are double-quoted and images point at attachments by this address only.
  const body = (reply.html ?? linesToHtml(reply.text.trimEnd().split('\n'))).replace(
    /(<img\b[^>]*?\ssrc=")[^"]*\/api\/v1\/attachments\/([A-Za-z0-9_-]{1,64})(?:\?[^"]*)?"/g,
    (whole, before: string, id: string) => (inline.has(id) ? `${before}cid:${contentIdOf(id)}"` : whole),
  )
  const foot = signature === null ? '' : `<div>--&nbsp;<br>${linesToHtml(signature.split('\n'))}</div>`
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${body}${foot}${quoted ?? ''}</body></html>`
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!)
}

export function linesToHtml(lines: readonly string[]): string {
  return lines.map((line) => escapeHtml(line).replace(/^ +/, (blanks) => '&nbsp;'.repeat(blanks.length))).join('<br>')
}
