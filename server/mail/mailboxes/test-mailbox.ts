import { createTransport } from 'nodemailer'
import { type House, NotFound } from '#platform'
import { connectImap } from '../receiving/imap-connect.ts'
import { smtpOptions, wayOut } from '../sending/transports.ts'
import { causeOf } from './causes.ts'
import { imapOf, type Mailbox, mailboxById } from './mailbox.ts'
import { accessToken } from './oauth.ts'

export interface Tried {
  ok: boolean
  cause: string | null
  words: string | null
}
const FINE: Tried = { ok: true, cause: null, words: null }

/** Signs in both ways as the mailbox would, changes nothing there, and says what stands in the way. */
export async function testMailbox(house: House, id: number): Promise<{ imap: Tried | null; smtp: Tried }> {
  const mailbox = await mailboxById(house.db, id)
  if (!mailbox) throw new NotFound()
  const [imap, smtp] = await Promise.all([tryImap(house, mailbox), trySmtp(house, mailbox)])
  return { imap, smtp }
}

async function tryImap(house: House, mailbox: Mailbox): Promise<Tried | null> {
  const connection = imapOf(house, mailbox)
  if (!connection) return null
  try {
    const client = await connectImap(house, connection)
    try {
      for (const folder of connection.folders) (await client.getMailboxLock(folder, { readOnly: true })).release()
    } finally {
      client.close()
    }
    return FINE
  } catch (error) {
    return { ok: false, ...causeOf(error, connection) }
  }
}

async function trySmtp(house: House, mailbox: Mailbox): Promise<Tried> {
  const connection = wayOut(house, mailbox)
  if (!connection)
    return {
      ok: false,
      cause: 'no-way-out',
      words: 'No outgoing server is set up, neither here nor for the installation',
    }
  try {
    const options = {
      ...smtpOptions(house, connection),
      pool: false,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
    }
    if (connection.oauth && connection.user !== null) {
      const token = await accessToken(house, connection)
      Object.assign(options, { auth: { type: 'OAuth2', user: connection.user, accessToken: token } })
    }
    const transport = createTransport(options as never)
    try {
      await transport.verify()
    } finally {
      transport.close()
    }
    return FINE
  } catch (error) {
    return { ok: false, ...causeOf(error, connection) }
  }
}
