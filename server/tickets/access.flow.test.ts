import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, type AgentActor, createLog, type Database, openDatabase } from '#platform'
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.ts'
import { can, type Guarded, scope } from './access.ts'

let database: TestDatabase
let opened: Database
beforeAll(async () => {
  database = await createTestDatabase()
  opened = openDatabase(database.url, { max: 2, log: createLog('silent') })
})
afterAll(async () => {
  await opened?.close()
  await database?.drop()
})

const id = fc.integer({ min: 1, max: 4 })
const guarded: fc.Arbitrary<Guarded> = fc.record({
  teamId: fc.option(id),
  assigneeId: fc.option(id),
  followers: fc.uniqueArray(id),
  requesterId: fc.option(id),
  participants: fc.uniqueArray(id),
  folder: fc.constantFrom('inbox', 'spam', 'trash', 'purged'),
})
const actor: fc.Arbitrary<Actor> = fc.oneof(
  fc
    .record({ id, hiddenTeams: fc.uniqueArray(id), role: fc.constantFrom('light_agent', 'agent', 'admin', 'owner') })
    .map(
      (some) =>
        ({
          type: 'agent',
          name: '',
          email: '',
          language: 'nb',
          teamIds: [],
          via: 'session',
          scopes: null,
          ...some,
        }) as AgentActor,
    ),
  id.map((one): Actor => ({ type: 'customer', id: one, name: '' })),
  fc.constant<Actor>({ type: 'system', id: null, name: 'Reda' }),
)

it('the rule for one ticket and the condition for lists say the same of every ticket and everybody', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(guarded, { minLength: 1, maxLength: 30 }), actor, async (tickets, who) => {
      const rows = JSON.stringify(tickets.map((t, place) => ({ ...t, place })))
      const { rows: seen } = await sql<{ place: number }>`
        select t.place from (
          select (x ->> 'place')::int as place, x ->> 'folder' as folder, (x ->> 'teamId')::bigint as team_id, (x ->> 'assigneeId')::bigint as assignee_id,
            (x ->> 'requesterId')::bigint as requester_id,
            array(select value::bigint from jsonb_array_elements_text(x -> 'followers')) as followers,
            array(select value::bigint from jsonb_array_elements_text(x -> 'participants')) as participants
          from jsonb_array_elements(${rows}::jsonb) x) t
        where ${scope(who)} order by t.place`.execute(opened.db)
      expect(seen.map((row) => row.place)).toEqual(tickets.flatMap((t, i) => (can(who, 'see', t) ? [i] : [])))
    }),
    { numRuns: 150 },
  )
})
