import type { Resolve } from './names.ts'

/** What the name system said of each key: its records, or the code of its refusal. */
export type KeyRecords = Record<string, { records: string[][] } | { code: string }>

const MOST_SIGNATURES = 5
const MOST_HEADER_BYTES = 256 * 1024

/** The names of the keys that the DKIM-Signature headers need; reads only the header block. */
export function dkimKeyNames(raw: Buffer): string[] {
  const end = raw.indexOf('\r\n\r\n')
  const block = raw.subarray(0, Math.min(end === -1 ? raw.length : end, MOST_HEADER_BYTES)).toString('latin1')
  const names = new Set<string>()
  let at = block.search(/^dkim-signature\s*:/im)
  while (at !== -1 && names.size < MOST_SIGNATURES) {
    let to = block.indexOf('\r\n', at)
    while (to !== -1 && (block[to + 2] === ' ' || block[to + 2] === '\t')) to = block.indexOf('\r\n', to + 2)
    const header = block.slice(at, to === -1 ? undefined : to)
    const tags = new Map(
      header
        .slice(header.indexOf(':') + 1)
        .split(';')
        .map((tag) => {
          const equals = tag.indexOf('=')
          return [tag.slice(0, equals).trim().toLowerCase(), tag.slice(equals + 1).replace(/\s/g, '')] as const
        }),
    )
    const selector = tags.get('s')
    const domain = tags.get('d')
    if (selector && domain) names.add(`${selector}._domainkey.${domain}`.toLowerCase())
    const next = to === -1 ? -1 : block.slice(to + 2).search(/^dkim-signature\s*:/im)
    at = next === -1 ? -1 : to + 2 + next
  }
  return [...names]
}

/** Asked for here, because the worker that checks the signatures has no network. */
export async function fetchKeys(names: readonly string[], resolve: Resolve): Promise<KeyRecords> {
  const found = await Promise.all(
    names.map(async (name) => {
      try {
        return [name, { records: (await resolve(name, 'TXT')) as string[][] }] as const
      } catch (error) {
        return [name, { code: (error as { code?: string }).code ?? 'ETIMEOUT' }] as const
      }
    }),
  )
  return Object.fromEntries(found)
}
