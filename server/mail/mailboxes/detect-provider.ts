import type { House } from '#platform'
import { nameServers } from '../settings.ts'
import { createResolver } from '../trust/names.ts'
import { type Provider, providerOf } from './providers.ts'

/** Asks for the domain's mail exchangers, and guesses by the address alone when nobody answers. */
export async function detectProvider(house: House, address: string): Promise<Provider> {
  const resolve = createResolver(await house.settings.get(nameServers))
  const domain = address.slice(address.lastIndexOf('@') + 1)
  const records = (await resolve(domain, 'MX').catch(() => [])) as unknown as { exchange: string; priority: number }[]
  const exchangers = records.toSorted((a, b) => a.priority - b.priority).map((record) => record.exchange)
  return providerOf(address, exchangers)
}
