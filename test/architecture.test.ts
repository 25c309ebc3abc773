import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Files, importsOf, largeFiles, offences, tableOwners } from './support/architecture.ts'

const root = join(import.meta.dirname, '..')
const files: Files = new Map(
  ['server', 'web', 'contract', 'i18n', 'test', 'bench', 'db'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|sql)$/.test(entry.name))
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name)
        return [path.slice(root.length + 1), readFileSync(path, 'utf8')]
      }),
  ),
)

describe('the house', () => {
  it('keeps its rings, doors and tables', () => {
    expect(offences(files)).toEqual([])
  })

  it('is read whole: the check sees its files, imports and tables', () => {
    expect(files.size).toBeGreaterThan(100)
    expect(importsOf(files.get('server/main.ts')!)).toContain('#people')
    expect(tableOwners(files).get('ticket_events')).toBe('tickets')
    expect(tableOwners(files).get('person_addresses')).toBe('customers')
  })

  it('stays made of small files', () => {
    const large = largeFiles(files)
    if (large.length > 0) console.error(`Look at these, they have grown: ${large.join(', ')}`)
    expect(large.filter((line) => Number(/\((\d+)/.exec(line)![1]) > 600)).toEqual([])
  })
})

describe('an offence', () => {
  const planted: [what: string, path: string, text: string][] = [
    ['a domain that imports a ring above', 'server/people/x.ts', "import { reply } from '#tickets'"],
    ['a domain that imports its own ring', 'server/mail/x.ts', "import { notify } from '#notifications'"],
    ['a domain that imports itself by its door', 'server/mail/x.ts', "import { mailRoutes } from '#mail'"],
    ['the platform that imports a domain', 'server/platform/http/x.ts', "import { isSetUp } from '#people'"],
    ['an import past the door', 'server/mail/x.ts', "import { reply } from '#tickets/reply'"],
    ['a path past the door', 'server/mail/x.ts', "import { reply } from '../tickets/conversation/reply.ts'"],
    ['a path past the door over several lines', 'server/mail/x.ts', "import {\n  reply,\n} from '../tickets/reply.ts'"],
    ['a type past the door', 'server/mail/x.ts', "import type { Reply } from '../tickets/reply.ts'"],
    ['a re-export past the door', 'server/mail/x.ts', "export * from '../tickets/reply.ts'"],
    ['a late import past the door', 'server/mail/x.ts', "const { reply } = await import('../tickets/reply.ts')"],
    ['a root table past a door', 'server/routes.ts', "import { x } from './tickets/routes.ts'"],
    ['a test past a door', 'server/mail/x.test.ts', "import { reply } from '../tickets/reply.ts'"],
    ['a browser that imports the server', 'web/tickets/x.ts', "import { can } from '#tickets'"],
    [
      'a browser that reaches into the server',
      'web/tickets/x.ts',
      "import { can } from '../../server/tickets/access.ts'",
    ],
    ['a browser that imports what only Node has', 'web/tickets/x.ts', "import { readFile } from 'node:fs'"],
    ['a server that imports the browser', 'server/tickets/x.ts', "import { x } from '../../web/tickets/x.ts'"],
    ['a contract that imports the server', 'contract/x.ts', "import { x } from '#people'"],
    ['a contract that imports a package', 'contract/x.ts', "import pg from 'pg'"],
    ['a domain without a ring', 'server/gadgets/x.ts', 'export const x = 1'],
    ['a foreign table written in SQL', 'server/mail/x.ts', 'sql`update tickets set title = 1`'],
    ['a foreign table written under a short name', 'server/mail/x.ts', 'sql`\n  update tickets t\n  set title = 1`'],
    [
      'a foreign table filled in SQL',
      'server/mail/x.ts',
      'sql`with a as (select 1) insert into ticket_events (id) select 1`',
    ],
    ['a foreign table emptied in SQL', 'server/mail/x.ts', "pool.query('delete from persons where id = 1')"],
    ['a foreign table written by calls', 'server/mail/x.ts', "tx\n  .insertInto('persons')\n  .values({})"],
    ['a foreign table changed by calls', 'server/mail/x.ts', "tx.updateTable('agents').set({})"],
    ['a table read that stands above', 'server/people/x.ts', 'sql`select 1 from tickets t`'],
    ['a table read that stands beside', 'server/mail/x.ts', 'sql`select 1 from agents a join notifications n on true`'],
    ['a table of the root written', 'server/jobs.ts', 'sql`delete from tickets`'],
    ['a schema named', 'server/mail/x.ts', 'sql`select 1 from public.mailboxes`'],
    ['a schema named in a migration', 'db/migrations/0100_mail.sql', 'create table public.x (id int);'],
    ['a file named after no thing', 'server/mail/utils.ts', 'export {}'],
    ['a file named after a helper', 'web/app/date-helpers.ts', 'export {}'],
  ]
  it.each(planted)('is found: %s', (_what, path, text) => {
    const found = offences(new Map([...files, [path, text]])).filter((line) => line.startsWith(`${path}:`))
    expect(found).toHaveLength(1)
  })

  const allowed: [what: string, path: string, text: string][] = [
    ['a ring below, by its door', 'server/mail/x.ts', "import { reply } from '#tickets'"],
    ['the contract, from anywhere', 'web/x.ts', "import { tickets } from '#contract'"],
    ['a table below, read', 'server/mail/x.ts', 'sql`select 1 from tickets t join persons p on true`'],
    ['its own table, written', 'server/mail/x.ts', 'sql`update mailboxes set name = 1`'],
    ['a word in a comment', 'server/people/x.ts', '// delete from tickets where we update tickets set\nexport {}'],
    ['a test that asks through doors', 'server/people/x.test.ts', "import { reply } from '#tickets'"],
    ['the root that knows the platform', 'server/main.ts', "import { x } from './platform/jobs/jobs.ts'"],
  ]
  it.each(allowed)('is not seen where there is none: %s', (_what, path, text) => {
    const found = offences(new Map([...files, [path, text]])).filter((line) => line.startsWith(`${path}:`))
    expect(found).toEqual([])
  })
})
