import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { type House, Problem } from '#platform'
import { noteReceived } from '../mailboxes/health.ts'
import { activeMailboxes } from '../mailboxes/mailbox.ts'
import { largestMail, mostWaiting, trustedRelays } from '../settings.ts'
import { splitAddress } from '../threading/addresses.ts'
import { receiverCertificate } from './keep-certificate.ts'
import { LineEnds } from './line-ends.ts'
import { PromptServer } from './prompt-server.ts'
import { Counter, isLoopback, limitKey } from './sender-limits.ts'
import { storeInbound } from './store-inbound.ts'

export interface SmtpReceiver {
  port: number
  close(): Promise<void>
}

/** What the other side is told: a code (RFC 5321, 4.2.3) and a sentence for its postmaster. Nothing about tickets ever. */
class Refusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, message: string) {
    super(message)
    this.responseCode = responseCode
  }
}

const IDLE_MS = 60_000
const WHOLE_MAIL_MS = 10 * 60_000
const MOST_CLIENTS = 200
const MOST_CLIENTS_OF_ONE = 20
/** Mails that are being received, together, in memory. */
const MOST_BYTES_IN_FLIGHT = 192 * 1024 * 1024

/**
 * The built-in receiver. It says 250 only when the mail is durable (storeInbound), 4xx when it cannot store now, 5xx for what it
 * will never take: unknown addresses, too large mail, line ends that are not CRLF.
 */
export async function startSmtpReceiver(house: House, onStored: () => void): Promise<SmtpReceiver> {
  const size = await house.settings.get(largestMail)
  const { key, certificate } = await receiverCertificate(house)
  const connections = new Map<string, number>()
  const perAddress = new Counter({ most: 300, windowMs: 60_000 })
  const perSender = new Counter({ most: 120, windowMs: 60_000 })
  const backlog = watchBacklog(house)
  let bytesInFlight = 0

  async function isLimited(session: SMTPServerSession): Promise<boolean> {
    if (isLoopback(session.remoteAddress) && !house.config.smtpLimits) return false
    return !(await house.settings.get(trustedRelays)).includes(session.remoteAddress.replace(/^::ffff:/i, ''))
  }

  async function receive(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
    const refuse = await readWhole(stream)
    if (refuse instanceof Refusal) throw refuse
    const raw = refuse
    try {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address)
      const known = await activeMailboxes(house)
      const mailbox = to.map((address) => known.get(splitAddress(address).plain)).find((found) => found !== undefined)
      const from = session.envelope.mailFrom
      const id = await storeInbound(house, {
        mailboxId: mailbox?.id ?? null,
        road: 'smtp',
        raw,
        envelopeFrom: from === false ? null : from.address,
        envelopeTo: to,
        remoteAddress: session.remoteAddress.replace(/^::ffff:/i, ''),
        session: {
          helo: session.hostNameAppearsAs || null,
          protocol: session.transmissionType,
          tls: session.secure ? (session.tlsOptions ? session.tlsOptions.version : true) : false,
        },
      })
      noteReceived(house, mailbox?.id ?? null)
      onStored()
      return `Kept as ${id}`
    } catch (error) {
      house.log.error({ err: error }, 'A mail could not be stored; its sender was asked to try again')
      if (error instanceof Problem && error.type === 'storage-full')
        throw new Refusal(452, 'No room to store this now; try again later')
      throw new Refusal(451, 'This cannot be stored now; try again later')
    } finally {
      bytesInFlight -= raw.length
    }
  }

  /** Reads to the end whatever happens, so that the refusal is heard; holds no bytes of a mail that will be refused. */
  function readWhole(stream: SMTPServerDataStream): Promise<Buffer | Refusal> {
    return new Promise((resolve, reject) => {
      let chunks: Buffer[] = []
      let held = 0
      let refusal: Refusal | null = null
      const ends = new LineEnds()
      const drop = (why: Refusal) => {
        refusal ??= why
        bytesInFlight -= held
        held = 0
        chunks = []
      }
      stream.on('data', (chunk: Buffer) => {
        ends.see(chunk)
        if (refusal) return
        if (ends.bare)
          return drop(new Refusal(550, 'Lines must end with CRLF; this mail has a bare CR or LF (RFC 5321, 2.3.8)'))
        if (stream.sizeExceeded) return drop(new Refusal(552, `The mail is larger than ${size} bytes`))
        if (bytesInFlight + chunk.length > MOST_BYTES_IN_FLIGHT)
          return drop(new Refusal(452, 'Too much is coming in at once; try again later'))
        chunks.push(chunk)
        held += chunk.length
        bytesInFlight += chunk.length
      })
      stream.on('end', () => {
        ends.end()
        if (ends.bare && !refusal)
          drop(new Refusal(550, 'Lines must end with CRLF; this mail has a bare CR or LF (RFC 5321, 2.3.8)'))
        if (stream.sizeExceeded && !refusal) drop(new Refusal(552, `The mail is larger than ${size} bytes`))
        resolve(refusal ?? Buffer.concat(chunks, held))
      })
      stream.on('error', (error) => {
        drop(new Refusal(451, 'The connection broke'))
        reject(error)
      })
    })
  }

  const server = new PromptServer({
    name: new URL(house.config.baseUrl).hostname,
    banner: 'Reda',
    size,
    key,
    cert: certificate,
    minVersion: 'TLSv1.2',
    authOptional: true,
    disabledCommands: ['AUTH'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    maxClients: MOST_CLIENTS,
    maxRecipients: 1_000,
    maxCommandLength: 4_096,
    socketTimeout: IDLE_MS,
    closeTimeout: 3_000,
    logger: false,
    onConnect(session, done) {
      answer(done, async () => {
        const key = limitKey(session.remoteAddress)
        const open = (connections.get(key) ?? 0) + 1
        connections.set(key, open)
        if (open > MOST_CLIENTS_OF_ONE && (await isLimited(session))) {
          throw new Refusal(421, 'Too many connections from your address; try again later')
        }
      })
    },
    onClose(session) {
      const key = limitKey(session.remoteAddress)
      const open = (connections.get(key) ?? 1) - 1
      if (open > 0) connections.set(key, open)
      else connections.delete(key)
    },
    onMailFrom(address, session, done) {
      answer(done, async () => {
        if (await backlog.isFull()) throw new Refusal(421, 'Too much mail is waiting here; try again later')
        if (!(await isLimited(session))) return
        const now = Date.now()
        if (!perAddress.allows(limitKey(session.remoteAddress), now)) {
          throw new Refusal(421, 'Too many mails from your address; try again in a minute')
        }
        if (address.address !== '' && !perSender.allows(address.address.toLowerCase(), now)) {
          throw new Refusal(451, 'Too many mails from this sender; try again in a minute')
        }
      })
    },
    onRcptTo(address, _session, done) {
      answer(done, async () => {
        const { plain } = splitAddress(address.address)
        if (!(await activeMailboxes(house, plain)).has(plain))
          throw new Refusal(550, 'No mailbox here has this address')
      })
    },
    onData(stream, session, done) {
      const deadline = setTimeout(() => hangUp(session), WHOLE_MAIL_MS)
      receive(stream, session)
        .then((said) => done(null, said), done)
        .finally(() => clearTimeout(deadline))
    },
  })

  /** A sender of a byte now and then holds memory and a place: whole mails have a time limit, not only silences. */
  function hangUp(session: SMTPServerSession): void {
    for (const connection of server.connections) {
      const { session: theirs, send } = connection as unknown as {
        session: SMTPServerSession
        send(code: number, text: string): void
      }
      if (theirs.id === session.id) send.call(connection, 421, 'This took too long; try again later')
    }
  }

  /** A failing database is a temporary refusal, never a crash and never a yes. */
  function answer(done: (error?: Error | null) => void, check: () => Promise<void>): void {
    check().then(
      () => done(),
      (error) => {
        if (error instanceof Refusal) return done(error)
        house.log.error({ err: error }, 'The mail receiver could not check something')
        done(new Refusal(451, 'Something does not work here at the moment; try again later'))
      },
    )
  }

  server.on('error', (err) => house.log.debug({ err }, 'A mail connection broke'))
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(house.config.smtpPort, house.config.smtpHost, () => {
      server.server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
      }),
  }
}

/** Whether too many mails wait. Counted at most every two seconds, and only when someone asks. */
function watchBacklog(house: House) {
  let full = false
  let countedAt = 0
  let counting: Promise<void> | null = null
  async function count(): Promise<void> {
    const most = await house.settings.get(mostWaiting)
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from (select 1 from inbound_mails where state = 'received' limit ${most}) as waiting`.execute(
      house.db,
    )
    full = rows[0]!.n >= most
    countedAt = Date.now()
  }
  return {
    async isFull() {
      if (Date.now() - countedAt > 2_000) {
        counting ??= count().finally(() => {
          counting = null
        })
        await counting
      }
      return full
    },
  }
}
