import type { BounceRecipient } from './bounce.ts'
import { verdictOf } from './status.ts'

/** Bounces that a sending service reports as JSON in a mail (Amazon SES through its notification service); [] when it is none. */
export function readNotification(text: string): BounceRecipient[] {
  const head = text.slice(0, 60_000)
  if (!head.includes('bouncedRecipients')) return []
  // The notification may be a JSON string inside JSON, and wrapped on its way.
  const flat = head.replace(/!?\r?\n ?/g, '').replaceAll('\\"', '"')
  const transient = /"bounceType"\s{0,5}:\s{0,5}"Transient"/i.test(flat)
  const list = /"bouncedRecipients"\s{0,5}:\s{0,5}\[([^\]]{1,20000})\]/.exec(flat)?.[1] ?? ''
  return list.split('}').flatMap((entry) => {
    const address = /"emailAddress"\s{0,5}:\s{0,5}"([^"\s]{3,320})"/.exec(entry)?.[1]?.toLowerCase()
    if (!address?.includes('@')) return []
    const reason = /"diagnosticCode"\s{0,5}:\s{0,5}"([^"]{1,1000})"/.exec(entry)?.[1]?.replace(/^smtp;\s*/i, '') ?? ''
    const status =
      /"status"\s{0,5}:\s{0,5}"([245]\.\d{1,3}\.\d{1,3})"/.exec(entry)?.[1] ?? verdictOf(reason)?.status ?? null
    return [
      {
        address,
        original: null,
        status,
        permanent: status ? status.startsWith('5') : !transient,
        reason: reason.slice(0, 500),
      },
    ]
  })
}
