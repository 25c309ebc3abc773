import type { Config, House } from '#platform'
import { startInbound } from './inbound/process-inbound.ts'
import { becomeOwner } from './queue-owner.ts'
import { watchImap } from './receiving/imap-watch.ts'
import { startSmtpReceiver } from './receiving/smtp-receiver.ts'
import { startOutbox } from './sending/deliver.ts'

export interface RunningMail {
  /** Where the receiver listens; null: it does not, in this process. */
  smtpPort: number | null
  close(): Promise<void>
}

/**
 * What mail does by itself: receives, fetches, brings mails to their tickets, sends. In the roles `all` and `mail`; a worker's jobs
 * only put mails into the queues.
 */
export async function startMail(
  house: House,
  role: Config['role'],
  options: { anySmtpPort?: boolean } = {},
): Promise<RunningMail> {
  if (role !== 'all' && role !== 'mail') return { smtpPort: null, close: async () => undefined }
  const closers: (() => Promise<void>)[] = []
  // In the order of the flow: first nothing more comes in, then what came is brought away, then nothing more goes out.
  const close = async () => {
    for (const one of closers.toReversed()) await one()
  }
  try {
    const owner = await becomeOwner(house)
    closers.push(() => owner.close())
    const outbox = startOutbox(house, owner)
    closers.push(() => outbox.close())
    const inbound = startInbound(house, owner)
    closers.push(() => inbound.close())
    const imap = watchImap(house, owner, () => inbound.poke())
    closers.push(() => imap.close())
    const listens = house.config.smtpPort !== 0 || options.anySmtpPort === true
    const receiver = listens ? await startSmtpReceiver(house, () => inbound.poke()) : null
    if (receiver) closers.push(() => receiver.close())
    return { smtpPort: receiver?.port ?? null, close }
  } catch (error) {
    await close()
    throw error
  }
}
