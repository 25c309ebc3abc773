import type { House } from '#platform'
import { mailboxById } from '../mailboxes/mailbox.ts'
import { withTag } from '../threading/addresses.ts'
import { newReplyToken } from './queue-mail.ts'

/**
 * Where an agent may answer a ticket by mail, for what is mailed to that agent only: with a passed DMARC check their answer through
 * it is their reply. Null when the mailbox does not want that.
 */
export async function agentReplyAddress(
  house: House,
  given: { ticketId: number; agentId: number; mailboxId: number },
): Promise<string | null> {
  const mailbox = await mailboxById(house.db, given.mailboxId)
  if (!mailbox?.active || !mailbox.settings.agentsReplyByMail) return null
  const token = await newReplyToken(house, { ticketId: given.ticketId, kind: 'agent', id: given.agentId })
  return withTag(mailbox.address, token)
}
