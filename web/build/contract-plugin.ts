import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const virtual = '\0contract'

/**
 * Gives the browser the contract without its schemas: methods, paths and plain constants.
 * The web takes the shapes from the same module as types, so zod (a fifth of the first load) stays on the server.
 */
export function contractWithoutSchemas(): Plugin {
  return {
    name: 'reda-contract',
    enforce: 'pre',
    resolveId: (id) => (id === '#contract' ? virtual : undefined),
    async load(id) {
      if (id !== virtual) return
      const contract: Record<string, unknown> = await import('../../contract/index.ts')
      this.addWatchFile(fileURLToPath(new URL('../../contract/index.ts', import.meta.url)))
      return Object.entries(contract)
        .map(([name, value]) => [name, plain(value)] as const)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
        .join('\n')
    },
  }
}

/** A value without schemas and functions; undefined when nothing is left. */
function plain(value: unknown): unknown {
  if (typeof value === 'function' || value === undefined || isSchema(value)) return undefined
  if (Array.isArray(value)) return value
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value)
    .filter(([name]) => !['summary', 'tag', 'access', 'scope'].includes(name) || typeof value !== 'object')
    .map(([name, inner]) => [name, plain(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

function isSchema(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '_zod' in value
}
