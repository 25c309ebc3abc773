import type { Message, Ticket } from '#contract'

export interface Recipients {
  to: string[]
  cc: string[]
}

/** Beyond this many people an answer to all asks first. */
export const MANY_RECIPIENTS = 3

/** Our own mailboxes, as a mail may name them: `support@firm.example` and its signed forms `support+token@firm.example`. */
export function isOwnAddress(address: string, mailboxes: readonly string[]): boolean {
  const [local = '', domain = ''] = splitAddress(address)
  return mailboxes.some((mailbox) => {
    const [ownLocal, ownDomain] = splitAddress(mailbox)
    return domain === ownDomain && (local === ownLocal || local.startsWith(`${ownLocal}+`))
  })
}

function splitAddress(address: string): [string, string] {
  const lower = address.trim().toLowerCase()
  const at = lower.lastIndexOf('@')
  return [lower.slice(0, at), lower.slice(at + 1)]
}

/** Once each, compared without case, in the order of first mention. */
export function unique(addresses: readonly string[]): string[] {
  const seen = new Set<string>()
  return addresses.filter((address) => {
    const key = address.trim().toLowerCase()
    if (key === '' || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** The message that an answer answers: the newest public one whose sender we trust to be who they say. */
export function answeredMessage(messages: readonly Message[]): Message | undefined {
  return messages.findLast(
    (m) => m.direction !== 'internal' && !m.cancelled && m.trust === 'verified' && !m.bounce && !m.autoReply,
  )
}

/**
 * Who gets the answer. To one: the person who wrote last, or whom we wrote to last. To all: everybody on that message and the people in
 * copy on the ticket too. Our own mailboxes never write to themselves.
 */
export function recipientsOf(
  ticket: Pick<Ticket, 'requester' | 'participants'>,
  message: Message | undefined,
  mailboxes: readonly string[],
  all: boolean,
): Recipients {
  const requester = ticket.requester?.email ? [ticket.requester.email] : []
  const theirs = (addresses: readonly string[]) => unique(addresses.filter((a) => a && !isOwnAddress(a, mailboxes)))
  const emails = (people: readonly { email: string | null }[]) => people.flatMap((p) => (p.email ? [p.email] : []))

  const sender = message?.direction === 'in' ? (message.from?.email ?? message.author.email) : null
  const mainly = message?.direction === 'out' ? theirs(emails(message.to)) : theirs(sender ? [sender] : [])
  const to = mainly.length > 0 ? mainly : theirs(requester)
  if (!all) return { to, cc: [] }

  const others = theirs([
    ...(message?.direction === 'in' ? emails(message.to) : []),
    ...emails(message?.cc ?? []),
    ...emails(ticket.participants),
    ...requester,
  ])
  const inTo = new Set(to.map((a) => a.toLowerCase()))
  return { to, cc: others.filter((a) => !inTo.has(a.toLowerCase())) }
}

const ADDRESS = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/

export const isAddress = (text: string): boolean => text.length <= 254 && ADDRESS.test(text.trim())

/** Addresses out of what people type and paste: `Åse <ase@bodobat.example>; per@firm.example, …`. */
export function addressesIn(text: string): { addresses: string[]; rest: string } {
  const addresses: string[] = []
  const rest: string[] = []
  for (const part of text.split(/[,;\n]+/)) {
    const inAngles = /<([^<>]+)>\s*$/.exec(part)?.[1]
    const candidate = (inAngles ?? part).trim()
    if (candidate === '') continue
    if (isAddress(candidate)) addresses.push(candidate)
    else if (inAngles === undefined && candidate.split(/\s+/).every(isAddress))
      addresses.push(...candidate.split(/\s+/))
    else rest.push(part.trim())
  }
  return { addresses: unique(addresses), rest: rest.join(', ') }
}
