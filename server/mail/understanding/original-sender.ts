import { type Address, parseAddresses } from '../parse/addresses.ts'

/** The mailbox in the `From:` line of a quoted header block: `Ola <ola@…>`, `Ola [mailto:ola@…]`, `Ola<mailto:ola@…>`, `ola@…`. */
export function addressInBlock(value: string): Address | null {
  const text = value.slice(0, 400).replace(/[*_]+/g, ' ').replace(/\s+/g, ' ').trim()
  if (!text.includes('@')) return null
  const tidy = text
    .replace(/\[mailto:([^\]\s]{1,320})\]/i, '<$1>')
    .replace(/\[([^\]\s]{1,200}@[^\]\s]{1,200})\]/, '<$1>')
    .replace(/<mailto:([^>\s]{1,320})>/gi, '<$1>')
    .replace(/<<([^<>]+)>+/, '<$1>')
    // `ola@example.no <ola@example.no>`: the link is the same address again.
    .replace(/^(\S+@\S+) <\1>$/, '$1')
    .replace(/\(mailto:[^)]*\)/i, '')
  const found = parseAddresses(Buffer.from(tidy, 'utf8').toString('latin1')).find((address) =>
    /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address.email),
  )
  if (!found) return null
  return { email: found.email, name: found.name === found.email ? '' : found.name }
}
