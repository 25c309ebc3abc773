/** Mail: mailboxes, what comes in, what goes out. */
import type { EventKind } from '#contract'
import type { House } from '#platform'
import { eraseMail } from './erase-mail.ts'
import { lookAfterMailboxes } from './mailboxes/heartbeat.ts'
import { queueReply } from './sending/queue-reply.ts'

export { addMailbox, changeMailbox, type MailboxInput } from './mailboxes/change-mailbox.ts'
export type { Mailbox } from './mailboxes/mailbox.ts'
export { mailRoutes } from './routes.ts'
export { agentReplyAddress } from './sending/agent-reply-address.ts'
export { mailSettings } from './settings.ts'
export { type RunningMail, startMail } from './start-mail.ts'

/** The jobs of this domain by name. */
export const mailJobs: Record<string, (house: House, data: Record<string, unknown>) => Promise<void>> = {
  'mail.queueReply': queueReply,
  'mail.erase': eraseMail,
  'mail.lookAfterMailboxes': lookAfterMailboxes,
}

/** Jobs by the clock (cron, UTC). */
export const mailSchedule = [{ name: 'mail.lookAfterMailboxes', cron: '* * * * *' }] as const

export const mailReactions: Partial<Record<EventKind, readonly string[]>> = {
  replySent: ['mail.queueReply'],
  redacted: ['mail.erase'],
  purged: ['mail.erase'],
}
