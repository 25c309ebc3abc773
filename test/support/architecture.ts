/*
 * The rules of the house (docs/ARCHITECTURE.md), read from the text of the files: who may import whom, who may write which table.
 * Pure: it is given the files, so that a test can plant an offence and see it found.
 */
import { posix } from 'node:path'

/** Path from the top of the repository → text. */
export type Files = ReadonlyMap<string, string>

const RINGS: Record<string, number> = {
  platform: 0,
  html: 0,
  people: 1,
  customers: 1,
  tickets: 2,
  mail: 3,
  chat: 3,
  phone: 3,
  automation: 3,
  sla: 3,
  knowledge: 3,
  notifications: 3,
  portal: 4,
  search: 4,
  reports: 4,
  integrations: 4,
  audit: 4,
  imports: 4,
}
/**
 * The tickets show what became of a message on its way out, and which mailbox a ticket came by: read, never written. The other way
 * would be a copy of both in the tickets, or a question to a ring above for every page.
 */
const AGREED_READS: Record<string, readonly string[]> = {
  tickets: ['mailboxes', 'outbound_mails', 'outbound_recipients'],
}
/** The root tables, the command line: they know everybody. */
const ROOT = 9
/** What browser and server share, and words. */
const SHARED = new Set(['contract', 'i18n'])
const SMALL = 300
const VAGUE = /(^|[-/.])(utils?|helpers?|managers?|misc|common-functions)([-/.]|$)/

interface Place {
  side: 'server' | 'web' | 'contract' | 'i18n' | 'elsewhere'
  /** Of the server: the domain; null at the root. */
  domain: string | null
  ring: number
  isTest: boolean
}

function placeOf(path: string): Place {
  const isTest = /\.test\.tsx?$/.test(path)
  const [top, next, ...rest] = path.split('/')
  if (top === 'server') {
    const domain = rest.length > 0 && next !== 'cli' ? next! : null
    return { side: 'server', domain, ring: domain === null ? ROOT : (RINGS[domain] ?? Number.NaN), isTest }
  }
  const side = top === 'web' || top === 'contract' || top === 'i18n' ? top : 'elsewhere'
  return { side, domain: null, ring: ROOT, isTest }
}

/** Every specifier of static and dynamic imports and re-exports. */
export function importsOf(text: string): string[] {
  const found: string[] = []
  for (const [, from] of text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g))
    found.push(from!)
  for (const [, bare] of text.matchAll(/(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g)) found.push(bare!)
  for (const [, dynamic] of text.matchAll(/\bimport\s*\(\s*['"]([^'"]+)['"]/g)) found.push(dynamic!)
  return found
}

/** Every broken rule, as `path: what is wrong`. */
export function offences(files: Files): string[] {
  const owners = tableOwners(files)
  const found: string[] = []
  for (const [path, text] of files) {
    const say = (what: string) => found.push(`${path}: ${what}`)
    if (VAGUE.test(path)) say('is named after no thing')
    if (/\.sql$/.test(path)) {
      if (/\b(public|pg_temp)\.\w/.test(text) || /search_path/.test(text)) say('names a schema')
      continue
    }
    if (!/\.tsx?$/.test(path)) continue
    const place = placeOf(path)
    if (place.side === 'server' && Number.isNaN(place.ring)) say(`the domain ${place.domain} stands in no ring`)
    for (const specifier of importsOf(text)) {
      const wrong = wrongImport(path, place, specifier)
      if (wrong !== null) say(wrong)
    }
    if (place.side === 'server' && !place.isTest) for (const wrong of wrongSql(path, place, text, owners)) say(wrong)
  }
  return found
}

function wrongImport(path: string, place: Place, specifier: string): string | null {
  if (specifier.startsWith('#')) {
    const name = specifier.slice(1)
    if (name.includes('/')) return `goes through a wall: ${specifier}`
    if (SHARED.has(name)) return place.side === 'contract' ? `the contract imports ${specifier}` : null
    if (place.side === 'web') return `the browser imports ${specifier}`
    if (place.side !== 'server') return place.side === 'elsewhere' ? null : `${place.side} imports ${specifier}`
    const ring = RINGS[name]
    if (ring === undefined) return `imports ${specifier}, which stands in no ring`
    // A test asks through any door, its own too.
    if (place.isTest || ring < place.ring) return null
    if (name === place.domain) return `imports its own domain by its door: ${specifier}`
    return `ring ${place.ring} imports ring ${ring}: ${specifier}`
  }
  if (!specifier.startsWith('.')) {
    const name = specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/')
    if (place.side === 'contract' && name !== 'zod' && !place.isTest) return `the contract imports ${specifier}`
    if (
      place.side === 'web' &&
      SERVER_ONLY.test(specifier) &&
      !/^web\/(build\/|vite\.config)/.test(path) &&
      !place.isTest
    ) {
      return `the browser imports ${specifier}`
    }
    return null
  }
  const target = posix.join(posix.dirname(path), specifier)
  const there = placeOf(target)
  if (place.isTest && target.startsWith('test/')) return null
  if (place.side === 'elsewhere') return null
  if (SHARED.has(there.side)) return null
  if (there.side !== place.side) return `leaves ${place.side}: ${specifier}`
  if (place.side !== 'server' || there.domain === place.domain) return null
  // The root puts the platform together; domains it knows by their doors like everyone.
  if (place.domain === null && there.domain === 'platform') return null
  if (place.isTest && there.domain === null) return null
  return `leaves its domain by a path: ${specifier}`
}

const SERVER_ONLY =
  /^(node:|fastify|@fastify\/|pg$|pg-|kysely|pino|prom-client|nodemailer|imapflow|smtp-server|mailauth|@node-rs\/)/

/** `0004_tickets.sql` makes tables of tickets: table → domain. */
export function tableOwners(files: Files): Map<string, string> {
  const owners = new Map<string, string>()
  for (const [path, text] of files) {
    const [, domain] = /^db\/migrations\/\d+_([a-z]+)(?:_[a-z_]+)?\.sql$/.exec(path) ?? []
    if (domain === undefined) continue
    for (const [, table] of text.matchAll(/^create table (?:if not exists )?(\w+)/gim)) owners.set(table!, domain)
  }
  return owners
}

const WRITES = [
  /\binsert\s+into\s+(\w+)/gi,
  /(?:^|[^\w])update\s+(?:only\s+)?(\w+)\s+(?:\w+\s+)?set\b/gi,
  /\bdelete\s+from\s+(\w+)/gi,
  /\btruncate\s+(?:table\s+)?(\w+)/gi,
  /\bcopy\s+(\w+)[^;]*\bfrom\s+stdin/gi,
  /\b(?:insertInto|updateTable|deleteFrom|mergeInto)\(\s*['"](\w+)/g,
]
const READS = [/\b(?:from|join)\s+(\w+)/gi, /\b(?:selectFrom|innerJoin|leftJoin|rightJoin)\(\s*['"](\w+)/g]

function wrongSql(path: string, place: Place, text: string, owners: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = []
  const code = withoutComments(text)
  const sql = [...code.matchAll(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g)]
    .map(([literal]) => literal)
    .filter((literal) => /\b(select|insert|update|delete|truncate|copy|join)\b/i.test(literal))
  const statements = [...sql, ...[...code.matchAll(/\w+\(\s*['"]\w+/g)].map(([call]) => call)]
  for (const statement of statements) {
    for (const table of named(statement, WRITES)) {
      const owner = owners.get(table)
      if (owner !== undefined && owner !== place.domain) wrong.push(`writes ${table}, a table of ${owner}`)
    }
    for (const table of named(statement, READS)) {
      const owner = owners.get(table)
      if (owner === undefined || owner === place.domain || place.domain === null) continue
      if (AGREED_READS[place.domain]?.includes(table)) continue
      if ((RINGS[owner] ?? ROOT) >= place.ring)
        wrong.push(`reads ${table}, a table of ${owner}, which stands not below`)
    }
  }
  if (!path.startsWith('server/platform/') && statements.some((s) => /\bpublic\.\w|\bsearch_path\b/.test(s)))
    wrong.push('names a schema')
  return [...new Set(wrong)]
}

function named(statement: string, patterns: readonly RegExp[]): string[] {
  return patterns.flatMap((pattern) => [...statement.matchAll(pattern)].map(([, table]) => table!.toLowerCase()))
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/[^\n]*/g, '$1')
}

/** Files that have grown past a screen or four; to be looked at, not refused. */
export function largeFiles(files: Files): string[] {
  return [...files]
    .filter(([path]) => /^(server|web)\/.*\.tsx?$/.test(path) && !/\.test\.|generated|demo\//.test(path))
    .map(([path, text]) => ({ path, lines: text.split('\n').length }))
    .filter(({ lines }) => lines > SMALL)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${path} (${lines} lines)`)
}
