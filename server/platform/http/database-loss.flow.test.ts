import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, people, session } from '#contract'
import { openStream } from '../../../test/support/event-stream.ts'
import { startHouse, type TestHouse } from '../../../test/support/house.ts'
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.ts'

let h: TestHouse
let name: string
/** Another database on the same server, to close ours from. */
let other: TestDatabase
let keeper: pg.Client
beforeAll(async () => {
  h = await startHouse()
  name = (await h.house.database.pool.query<{ name: string }>('select current_database() as name')).rows[0]!.name
  other = await createTestDatabase()
  keeper = new pg.Client({ connectionString: other.url })
  await keeper.connect()
})
afterAll(async () => {
  await keeper?.end()
  await other?.drop()
  await h?.stop()
})

async function closeDatabase(): Promise<void> {
  await keeper.query(`alter database ${name} allow_connections false`)
  await keeper.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
}
const openDatabase = () => keeper.query(`alter database ${name} allow_connections true`)

it('answers 503 while the database is away, loses nobody’s session, and goes on by itself', async () => {
  const agent = await h.makeAgent()
  const cookie = await h.signIn(agent)
  const stream = await openStream(h.url, { cookie })
  await closeDatabase()
  const asked = { body: { name: 'Under avbruddet' }, headers: { 'idempotency-key': 'under-avbruddet' } }
  const refused = await agent.tell(customers.add, asked)
  expect(refused.status).toBe(503)
  expect(refused.body).toMatchObject({ type: 'https://reda.example/problems/database-unavailable' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(JSON.stringify(refused.body)).not.toMatch(/postgres|terminat|allow_connections|stack/i)
  expect(
    (await h.api(null).tell(session.signIn, { body: { email: agent.email, password: agent.password } })).status,
  ).toBe(503)
  expect((await fetch(`${h.url}/healthz`)).status).toBe(200)
  expect((await fetch(`${h.url}/readyz`)).status).toBe(503)

  await openDatabase()
  await fact(async () => (await fetch(`${h.url}/readyz`)).status === 200)
  expect((await h.api({ cookie }).tell(session.me)).status).toBe(200)
  expect((await agent.tell(customers.add, asked)).status).toBe(201)
  expect((await agent.call(customers.list, { query: { q: 'under avbruddet' } })).items).toHaveLength(1)
  // The stream is told that it may have missed something, and works on.
  await stream.next((e) => e.event === 'reset')
  await h.owner.call(people.changeAgent, { params: { id: agent.id }, body: { active: false } })
  await stream.ended
  await h.settle()
})

it('lives on when a connection is lost between two statements of a transaction', async () => {
  const { db } = h.house
  const lost = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await keeper.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    // Nobody waits for an answer at this moment: the loss is told to the connection itself.
    await new Promise((resolve) => setTimeout(resolve))
    await fact(async () => {
      const { rowCount } = await keeper.query('select 1 from pg_stat_activity where pid = $1', [rows[0]!.pid])
      return rowCount === 0
    })
    await sql`select 1`.execute(tx)
  })
  await expect(lost).rejects.toThrow()
  expect((await fetch(`${h.url}/readyz`)).status).toBe(200)
})

async function fact(look: () => Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20))
}
