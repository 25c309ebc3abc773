import type { Language } from '#contract'
import { wordsIn } from '#i18n'
import { houseOf, type Tx } from '#platform'
import type { Mailbox } from '../mailboxes/mailbox.ts'
import { escapeHtml } from './compose.ts'
import type { OutboundContent } from './content.ts'
import { newLoopMark, newMessageId, queueMail } from './queue-mail.ts'

/** Mails that the house writes about itself: a test, an alarm, a heartbeat. They answer to nobody and are no part of any ticket. */
async function queueSystemMail(
  tx: Tx,
  kind: 'test' | 'notification' | 'heartbeat',
  mailbox: Mailbox,
  to: string,
  words: { subject: string; text: string; language: Language; headers?: Record<string, string> },
): Promise<void> {
  const house = houseOf(tx)
  const messageIdHeader = await newMessageId(house, null, mailbox.address)
  const now = house.now()
  const content: OutboundContent = {
    from: { email: mailbox.address, name: mailbox.name },
    to: [{ email: to, name: '' }],
    cc: [],
    replyTo: null,
    envelopeFrom: mailbox.address,
    subject: words.subject,
    inReplyTo: null,
    references: [],
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Loop': newLoopMark(house, messageIdHeader),
      ...words.headers,
    },
    text: `${words.text}\n`,
    html: `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8"></head><body><p>${escapeHtml(words.text)}</p></body></html>`,
    attachments: [],
    date: now.toISOString(),
  }
  await queueMail(tx, {
    kind,
    mailboxId: mailbox.id,
    ticketId: null,
    messageId: null,
    messageIdHeader,
    content,
    recipients: [{ address: to, kind: 'to' }],
    sendAfter: now,
  })
}

export function queueTest(tx: Tx, mailbox: Mailbox, to: string, language: Language): Promise<void> {
  const t = wordsIn(language)
  const values = { mailbox: mailbox.address }
  return queueSystemMail(tx, 'test', mailbox, to, {
    subject: t('mail.testSubject', values),
    text: t('mail.testText', values),
    language,
  })
}

export function queueHeartbeat(tx: Tx, mailbox: Mailbox): Promise<void> {
  return queueSystemMail(tx, 'heartbeat', mailbox, mailbox.address, {
    subject: 'Heartbeat',
    text: 'Reda sends this to itself to see that this mailbox works.',
    language: 'en',
    headers: { 'X-Reda-Heartbeat': String(mailbox.id) },
  })
}

export function queueAlarm(
  tx: Tx,
  through: Mailbox,
  to: string,
  language: Language,
  about: { mailbox: string; since: string; problem: string },
): Promise<void> {
  const t = wordsIn(language)
  return queueSystemMail(tx, 'notification', through, to, {
    subject: t('mail.alarmSubject', about),
    text: t('mail.alarmText', about),
    language,
  })
}
