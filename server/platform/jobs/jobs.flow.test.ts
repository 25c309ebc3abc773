import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { openDatabase } from '../db/pool.ts'
import { transact } from '../db/transact.ts'
import type { House } from '../house.ts'
import { createBus } from '../live/bus.ts'
import { createLog } from '../log.ts'
import { createJobs, type JobRunner } from './jobs.ts'
import { migrateJobs } from './schema.ts'

const log = createLog('silent')
let database: TestDatabase
let closers: (() => Promise<unknown>)[]

/** One process of a house: its own pool, bus and job runner on the shared database. */
async function openProcess(): Promise<{ house: House; jobs: JobRunner }> {
  const { pool, db, close } = openDatabase(database.url, { max: 5, log })
  const bus = createBus({ pool, connectionString: database.url, log, listen: true })
  await bus.start()
  const jobs = createJobs({ pool, bus, log, superviseSeconds: 1 })
  closers.push(async () => {
    await jobs.stop()
    await bus.stop()
    await close()
  })
  return { house: { db, log, jobs } as unknown as House, jobs }
}

/** A promise with its end in hand. */
function signal<T = void>() {
  return Promise.withResolvers<T>()
}

beforeEach(async () => {
  database = await createTestDatabase()
  await migrateJobs(database.url)
  closers = []
})
afterEach(async () => {
  for (const close of closers.reverse()) await close()
  await database.drop()
})

describe('a job', () => {
  it('runs after its transaction has committed, and never when that was rolled back', async () => {
    const { house, jobs } = await openProcess()
    const seen: unknown[] = []
    const last = signal()
    jobs.handle('a', async (_house, data) => {
      seen.push(data.n)
      if (data.n === 'last') last.resolve()
    })
    await jobs.prepare()
    await jobs.start(house)
    await expect(
      transact(house, async (tx) => {
        await jobs.enqueue(tx, 'a', { n: 'lost' })
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    await transact(house, (tx) => jobs.enqueue(tx, 'a', { n: 'last' }))
    await last.promise
    expect(seen).toEqual(['last'])
    await transact(house, async (tx) => {
      await expect(jobs.enqueue(tx, 'nobody', {})).resolves.toBeUndefined()
    }).then(
      () => expect.unreachable(),
      (error: Error) => expect(error.message).toMatch('nobody handles it'),
    )
  })

  it('is woken in another process as quickly as in its own', async () => {
    const web = await openProcess()
    const worker = await openProcess()
    const done = signal<unknown>()
    web.jobs.handle('far', async () => done.reject(new Error('the web process works')))
    worker.jobs.handle('far', async (_house, data) => done.resolve(data.n))
    await web.jobs.prepare()
    await worker.jobs.start(worker.house)
    await transact(web.house, (tx) => web.jobs.enqueue(tx, 'far', { n: 1 }))
    expect(await done.promise).toBe(1)
  })

  it('with a key waits once, with the newest time and data', async () => {
    const { house, jobs } = await openProcess()
    jobs.handle('wake', async () => {})
    await jobs.prepare()
    const at = (hour: number) => new Date(`2099-01-01T0${hour}:00:00Z`)
    for (const hour of [1, 3, 2]) {
      await transact(house, (tx) => jobs.enqueue(tx, 'wake', { hour }, { key: 'ticket 7', startAfter: at(hour) }))
    }
    await transact(house, async (tx) => {
      await jobs.enqueue(tx, 'wake', { hour: 8 }, { key: 'ticket 8', startAfter: at(8) })
      await jobs.enqueue(tx, 'wake', { hour: 9 }, { key: 'ticket 8', startAfter: at(9) })
      await jobs.enqueue(tx, 'wake', {}, { startAfter: at(1) })
      await jobs.enqueue(tx, 'wake', {}, { startAfter: at(1) })
    })
    const { rows } = await sql<{ hour: number | null; start_after: Date }>`
      select (data ->> 'hour')::int as hour, start_after from pgboss.job where name = 'wake' order by hour nulls last`.execute(
      house.db,
    )
    expect(rows.map((r) => [r.hour, r.start_after.toISOString()])).toEqual([
      [2, at(2).toISOString()],
      [9, at(9).toISOString()],
      [null, at(1).toISOString()],
      [null, at(1).toISOString()],
    ])
    expect(await jobs.depth()).toEqual({})
  })

  it('that fails is tried again alone, the others of its batch are done', async () => {
    const { house, jobs } = await openProcess()
    const tries = new Map<unknown, number>()
    const again = signal()
    jobs.handle('shaky', async (_house, data) => {
      const count = (tries.get(data.n) ?? 0) + 1
      tries.set(data.n, count)
      if (data.n === 2 && count === 1) throw new Error('not yet')
      if (data.n === 2) again.resolve()
    })
    await jobs.prepare()
    await transact(house, async (tx) => {
      for (const n of [1, 2, 3]) await jobs.enqueue(tx, 'shaky', { n })
    })
    await jobs.start(house)
    await again.promise
    expect([...tries].sort()).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ])
  })

  it('goes to the dead letters when it has failed for good, and stays there', async () => {
    const { house, jobs } = await openProcess()
    const ended = signal()
    jobs.handle('hopeless', async () => {
      ended.resolve()
      throw new Error('never')
    })
    await jobs.prepare()
    await sql`update pgboss.queue set retry_limit = 0 where name = 'hopeless'`.execute(house.db)
    await transact(house, (tx) => jobs.enqueue(tx, 'hopeless', { ticket: 7 }))
    await jobs.start(house)
    await ended.promise
    await jobs.stop()
    const { rows } = await sql`select name, data from pgboss.job where name = 'dead-letters'`.execute(house.db)
    expect(rows).toEqual([{ name: 'dead-letters', data: { ticket: 7 } }])
  })

  it('of a worker that was killed is done by another', async () => {
    const alive = await openProcess()
    const done = signal<unknown>()
    alive.jobs.handle('long', async (_house, data) => done.resolve(data.n))
    await alive.jobs.prepare()
    const dead = spawn(process.execPath, ['--input-type=module', '--eval', WORKER], {
      env: { ...process.env, HERE: import.meta.dirname, URL: database.url },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const begun = new Promise<string>((resolve) => dead.stdout.on('data', (text) => resolve(String(text))))
    await transact(alive.house, (tx) => alive.jobs.enqueue(tx, 'long', { n: 5 }))
    expect(await begun).toBe('begun')
    dead.kill('SIGKILL')
    await once(dead, 'exit')
    // Its last sign of life lies far back, as it will in half a minute.
    await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'long'`.execute(
      alive.house.db,
    )
    await alive.jobs.start(alive.house)
    expect(await done.promise).toBe(5)
  })
})

/** Takes the job and never ends it. */
const WORKER = `
  const load = (name) => import(process.env.HERE + '/../' + name)
  const { openDatabase } = await load('db/pool.ts')
  const { createBus } = await load('live/bus.ts')
  const { createLog } = await load('log.ts')
  const { createJobs } = await load('jobs/jobs.ts')
  const log = createLog('silent')
  const { pool, db } = openDatabase(process.env.URL, { max: 3, log })
  const jobs = createJobs({ pool, bus: createBus({ pool, connectionString: process.env.URL, log, listen: false }), log })
  jobs.handle('long', () => { process.stdout.write('begun'); return new Promise(() => {}) })
  await jobs.start({ db, log, jobs })
`
