import { sql } from 'kysely'
import type { Language } from '#contract'
import { wordsIn } from '#i18n'
import { houseOf, type Tx } from '#platform'
import type { Mailbox } from '../mailboxes/mailbox.ts'
import type { ReadMail } from '../parse-worker.ts'
import { escapeHtml } from '../sending/compose.ts'
import { isDeliverable } from '../sending/content.ts'
import { newLoopMark, newMessageId, newReplyToken, queueMail } from '../sending/queue-mail.ts'
import { withTag } from '../threading/addresses.ts'
import type { Arrived } from './arrived.ts'
import type { Facts } from './gather-facts.ts'

const MOST_AN_HOUR = 3
const MOST_A_DAY = 10

/** May a machine of ours answer this mail? RFC 3834 (2): only persons, only when they want it, never what may be another machine. */
export function mayBeAnswered(
  facts: Pick<Facts, 'automatic' | 'machine' | 'ownMailbox' | 'ownMail' | 'dmarc' | 'severalAuthors'>,
  mail: Pick<ReadMail, 'headers' | 'returnPath'>,
  envelopeFrom: string | null,
): boolean {
  if (facts.automatic !== null || facts.machine || facts.ownMailbox || facts.ownMail || facts.severalAuthors)
    return false
  // The address may be forged: an answer would go to somebody who wrote nothing.
  if (facts.dmarc === 'fail') return false
  if (envelopeFrom === '' || mail.returnPath === '') return false
  const header = (key: string) => mail.headers.find((one) => one.key === key)?.value ?? ''
  if (/\b(?:all|autoreply|oof)\b/i.test(header('x-auto-response-suppress')) && header('auto-submitted') !== '')
    return false
  return !/\b(?:bulk|junk|list|auto_reply)\b/i.test(header('precedence')) && header('list-id') === ''
}

export interface Acknowledgement {
  arrived: Arrived
  mailbox: Mailbox
  ticketId: number
  number: string
  person: { id: number; language: string | null } | null
}

/** Tells a new ticket's customer its number, when the mailbox wants it; repeats nothing of what came. */
export async function acknowledge(tx: Tx, given: Acknowledgement): Promise<boolean> {
  const { mailbox, person } = given
  const { facts, mail, row } = given.arrived
  const to = facts.from
  if (!mailbox.settings.acknowledge || to === null || person === null || !isDeliverable(to)) return false
  if (!mayBeAnswered(facts, mail, row.envelopeFrom)) return false
  const house = houseOf(tx)
  const now = house.now()
  // One address at a time, so that two tickets of the same second cannot both be the third.
  const { rows } = await sql<{ allowed: boolean }>`
    with turn as materialized (select pg_advisory_xact_lock(72615, hashtext(${to}))),
    sent as (
      select count(*) filter (where at > ${new Date(now.getTime() - 3_600_000)}) as hour, count(*) as day
      from turn, automatic_answers where address = ${to} and at > ${new Date(now.getTime() - 86_400_000)}
    ), noted as (
      insert into automatic_answers (address, at, kind, ticket_id)
      select ${to}, ${now}, 'acknowledgement', ${given.ticketId} from sent where hour < ${MOST_AN_HOUR} and day < ${MOST_A_DAY}
      returning id
    )
    select exists (select from noted) as allowed`.execute(tx)
  if (!rows[0]!.allowed) return false
  const language = (person.language ?? mail.language ?? mailbox.settings.language ?? given.arrived.language) as Language
  const t = wordsIn(language)
  const paragraphs = [
    t('mail.receivedHello'),
    t('mail.receivedNumber', { number: given.number }),
    t('mail.receivedAdd'),
    `${t('mail.greeting')}\n${mailbox.name}`,
  ]
  const messageIdHeader = await newMessageId(house, given.ticketId, mailbox.address)
  const token = await newReplyToken(house, { ticketId: given.ticketId, kind: 'person', id: person.id })
  await queueMail(tx, {
    kind: 'acknowledgement',
    mailboxId: mailbox.id,
    ticketId: given.ticketId,
    messageId: null,
    messageIdHeader,
    sendAfter: now,
    recipients: [{ address: to, kind: 'to' }],
    content: {
      from: { email: mailbox.address, name: mailbox.name },
      to: [{ email: to, name: '' }],
      cc: [],
      replyTo: withTag(mailbox.address, token),
      envelopeFrom: '',
      subject: `[${given.number}] ${t('mail.received')}`,
      inReplyTo: mail.messageId,
      references: mail.messageId === null ? [] : [mail.messageId],
      headers: {
        'Auto-Submitted': 'auto-replied',
        'X-Auto-Response-Suppress': 'All',
        Precedence: 'bulk',
        'X-Loop': newLoopMark(house, messageIdHeader),
      },
      text: `${paragraphs.join('\n\n')}\n`,
      html: `<!doctype html><html lang="${language}"><head><meta charset="utf-8"></head><body>${paragraphs
        .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
        .join('')}</body></html>`,
      attachments: [],
      date: now.toISOString(),
    },
  })
  return true
}
