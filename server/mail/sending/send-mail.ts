import type { House } from '#platform'
import { type Mailbox, placeOf } from '../mailboxes/mailbox.ts'
import { withTag } from '../threading/addresses.ts'
import { bounceToken } from '../threading/tokens.ts'
import { assertSafe, type OutboundContent } from './content.ts'
import { type Outcome, outcomesOf, outcomesOfFailure } from './outcome.ts'
import { type Transports, wayOut } from './transports.ts'

export interface ReadyMail {
  id: number
  messageIdHeader: string
  content: OutboundContent
  mailbox: Mailbox | null
  /** Those who have not got it yet. */
  addresses: string[]
}

/** There is nothing to send with: the mail waits until an administrator sets something up. */
export class NoWayOut extends Error {
  constructor() {
    super('No outgoing mail server is set up: neither for this mailbox nor for the installation')
  }
}

/** Hands a mail to the server. Throws NoWayOut and UnsafeMail; everything that servers say is an outcome. */
export async function sendMail(house: House, transports: Transports, mail: ReadyMail): Promise<Outcome[]> {
  const { content, mailbox, messageIdHeader } = mail
  const connection = wayOut(house, mailbox)
  if (!connection) throw new NoWayOut()
  const complete = { ...content, envelopeFrom: returnPath(house, mail) }
  assertSafe(complete, messageIdHeader)
  const dkim = mailbox?.settings.dkim
  try {
    const sent = await transports.for(mailbox, connection).sendMail({
      envelope: { from: complete.envelopeFrom, to: mail.addresses },
      messageId: messageIdHeader,
      date: new Date(content.date),
      from: named(content.from),
      to: content.to.map(named),
      cc: content.cc.map(named),
      ...(content.replyTo === null ? {} : { replyTo: content.replyTo }),
      subject: content.subject,
      ...(content.inReplyTo === null ? {} : { inReplyTo: content.inReplyTo }),
      references: content.references,
      headers: Object.entries(content.headers).map(([key, value]) => ({ key, value })),
      text: content.text,
      ...(content.html === null ? {} : { html: content.html }),
      attachments: content.attachments.map((file) => ({
        filename: file.filename,
        contentType: file.contentType,
        content: house.storage.stream(Buffer.from(file.sha256, 'hex')),
        ...(file.contentId === null ? {} : { cid: file.contentId }),
        contentDisposition: file.inline ? 'inline' : 'attachment',
      })),
      xMailer: false,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(dkim
        ? {
            dkim: {
              domainName: dkim.domain,
              keySelector: dkim.selector,
              privateKey: house.secrets.open(dkim.privateKey, placeOf(mailbox.id, 'dkim')),
            },
          }
        : {}),
    })
    return outcomesOf(mail.addresses, sent.rejectedErrors ?? [])
  } catch (error) {
    return outcomesOfFailure(mail.addresses, error as Error)
  }
}

function named(address: { email: string; name: string }): { name: string; address: string } {
  return { name: address.name, address: address.email }
}

/** The return path tells which mail bounced, unless the mailbox's server takes only its own plain address. */
function returnPath(house: House, { id, content, mailbox }: ReadyMail): string {
  if (content.envelopeFrom === '' || mailbox?.settings.bounceAddress === 'plain') return content.envelopeFrom
  const token = bounceToken(house.secrets.sign.bind(house.secrets), id)
  return withTag(content.envelopeFrom, token) ?? content.envelopeFrom
}
