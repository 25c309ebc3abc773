import type { Operation } from '#contract'
import * as contract from '#contract'
import type { Route } from './route.ts'

export const API = '/api/v1'

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'summary' in value
}

/** Every operation of the contract, by its group and name (`tickets.claim`). */
export function operations(): Map<string, Operation> {
  const found = new Map<string, Operation>()
  for (const [group, value] of Object.entries(contract)) {
    if (typeof value !== 'object' || value === null) continue
    for (const [name, member] of Object.entries(value)) {
      if (isOperation(member)) found.set(`${group}.${name}`, member)
    }
  }
  return found
}

const ACCESS: readonly string[] = ['public', 'setup', 'light_agent', 'agent', 'admin', 'owner']

/** What keeps the server from starting: an operation that nobody answers, two that do, a route of no contract, no access rule. */
export function routeFaults(routes: readonly Route[], all = operations()): string[] {
  const faults: string[] = []
  const byOperation = new Map<Operation, number>()
  for (const { operation } of routes) byOperation.set(operation, (byOperation.get(operation) ?? 0) + 1)
  const addresses = new Map<string, string>()
  for (const [name, operation] of all) {
    const count = byOperation.get(operation) ?? 0
    if (count === 0) faults.push(`${name} has no handler`)
    if (count > 1) faults.push(`${name} has ${count} handlers`)
    if (!ACCESS.includes(operation.access)) faults.push(`${name} has no access rule`)
    const address = `${operation.method} ${operation.path.replace(/:[^/]+/g, ':')}`
    const other = addresses.get(address)
    if (other !== undefined) faults.push(`${name} and ${other} have one address: ${address}`)
    addresses.set(address, name)
    for (const [, parameter] of operation.path.matchAll(/:([^/]+)/g)) {
      if (!(parameter! in (operation.params?.shape ?? {})))
        faults.push(`${name} does not check its parameter ${parameter}`)
    }
  }
  const known = new Set(all.values())
  for (const { operation } of routes) {
    if (!known.has(operation)) faults.push(`${operation.method} ${operation.path} is not in the contract`)
  }
  return faults
}
