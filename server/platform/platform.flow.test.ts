import { createHash } from 'node:crypto'
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.ts'
import { SYSTEM } from './actor.ts'
import { type Database, openDatabase } from './db/pool.ts'
import { transact } from './db/transact.ts'
import type { House, Setting, StoredFile } from './house.ts'
import { type Bus, createBus } from './live/bus.ts'
import { createLog } from './log.ts'
import { openSecrets } from './secrets/secrets.ts'
import { createSettings } from './settings/settings.ts'
import { createDiskStorage } from './storage/disk-storage.ts'

const log = createLog('silent')
let test: TestDatabase
let database: Database
let house: House
let folder: string
const buses: Bus[] = []

beforeEach(async () => {
  test = await createTestDatabase()
  database = openDatabase(test.url, { max: 5, log })
  house = { db: database.db, log } as House
  folder = await mkdtemp(join(tmpdir(), 'reda-platform-'))
})
afterEach(async () => {
  for (const bus of buses.splice(0)) await bus.stop()
  await database.close()
  await test.drop()
  await rm(folder, { recursive: true })
})

function makeBus(listen = true): Bus {
  const bus = createBus({ pool: database.pool, connectionString: test.url, log, listen })
  buses.push(bus)
  return bus
}
async function openBus(listen = true): Promise<Bus> {
  const bus = makeBus(listen)
  await bus.start()
  return bus
}
/** Two processes that know of each other. */
async function openPair(): Promise<[Bus, Bus]> {
  const pair: [Bus, Bus] = [makeBus(), makeBus()]
  // They may greet each other while they still start: listen before.
  const known = pair.map((bus) => new Promise<void>((resolve) => bus.onGap(resolve)))
  for (const bus of pair) await bus.start()
  await Promise.all(known)
  return pair
}
const heard = <T>(bus: Bus, topic: string) => new Promise<T>((resolve) => bus.on(topic, resolve as (m: never) => void))

describe('the storage', () => {
  const bytes = Buffer.from('en fil')
  const place = () => {
    const hex = createHash('sha256').update(bytes).digest('hex')
    return join(folder, 'files', hex.slice(0, 2), hex.slice(2))
  }
  const point = (file: StoredFile) =>
    sql`insert into attachments (public_id, sha256, filename, content_type, size) values (gen_random_uuid()::text, ${file.sha256}, 'f', 't', 6)`.execute(
      house.db,
    )

  it('keeps the same bytes once, named by their hash, for the owner alone', async () => {
    const storage = createDiskStorage(folder, house.db)
    const files = await Promise.all(Array.from({ length: 20 }, () => storage.put(bytes)))
    expect(new Set(files.map((f) => f.sha256.toString('hex'))).size).toBe(1)
    expect(await readdir(join(folder, 'files'), { recursive: true })).toHaveLength(2)
    expect((await stat(place())).mode & 0o777).toBe(0o600)
    expect(await storage.read(files[0]!.sha256)).toEqual(bytes)
    const chunks: Buffer[] = []
    for await (const chunk of storage.stream(files[0]!.sha256)) chunks.push(chunk as Buffer)
    expect(Buffer.concat(chunks)).toEqual(bytes)
  })

  it('makes a broken file whole again when the bytes come once more', async () => {
    const storage = createDiskStorage(folder, house.db)
    await storage.put(bytes)
    await writeFile(place(), 'en')
    await storage.put(bytes)
    expect((await stat(place())).size).toBe(bytes.length)
  })

  it('forgets bytes only when no row points at them', async () => {
    const storage = createDiskStorage(folder, house.db)
    const file = await storage.put(bytes)
    await transact(house, (tx) => storage.remember(tx, file))
    await transact(house, (tx) => storage.remember(tx, file))
    await point(file)
    await storage.forget(file.sha256)
    expect(await storage.read(file.sha256)).toEqual(bytes)
    await sql`delete from attachments`.execute(house.db)
    await storage.forget(file.sha256)
    await expect(storage.read(file.sha256)).rejects.toMatchObject({ code: 'ENOENT' })
    await storage.forget(file.sha256)
  })

  it('never has a row without bytes, whatever is stored and forgotten at once', async () => {
    const storage = createDiskStorage(folder, house.db)
    const remember = async () => {
      const file = await storage.put(bytes)
      await transact(house, (tx) => storage.remember(tx, file))
    }
    for (let round = 0; round < 15; round++) {
      await Promise.allSettled([remember(), storage.forget(createHash('sha256').update(bytes).digest()), remember()])
      const { rows } = await sql`select from stored_files`.execute(house.db)
      if (rows.length > 0) expect(await storage.read(createHash('sha256').update(bytes).digest())).toEqual(bytes)
    }
  })

  it('leaves nothing half written where it cannot write', async () => {
    const storage = createDiskStorage(folder, house.db)
    const other = Buffer.from('annet')
    await storage.put(bytes)
    await rm(join(folder, 'files'), { recursive: true })
    await writeFile(join(folder, 'files'), 'not a folder')
    await expect(storage.put(other)).rejects.toThrow()
    await rm(join(folder, 'files'))
    const file = await storage.put(other)
    expect(await storage.read(file.sha256)).toEqual(other)
  })
})

describe('the bus between processes', () => {
  it('brings messages of any size, in order, each once', async () => {
    const [one, two] = await openPair()
    const got: unknown[] = []
    const last = new Promise<void>((resolve) =>
      two.on('topic', ((m: { n: number }) => {
        got.push(m.n)
        if (m.n === 299) resolve()
      }) as (m: never) => void),
    )
    for (let n = 0; n < 300; n++) one.publish('topic', { n, text: 'x'.repeat(n * 10) })
    await last
    expect(got).toEqual(Array.from({ length: 300 }, (_, n) => n))
  })

  it('says that something was missed when it does not fit', async () => {
    const [one, two] = await openPair()
    const gap = heard(two, 'live')
    one.publish('live', { text: 'x'.repeat(9_000) })
    expect(await gap).toEqual({ kind: 'gap' })
  })

  it('hears of commands that listen to nobody', async () => {
    const server = await openBus()
    const command = await openBus(false)
    const message = heard(server, 'settings')
    command.publish('settings', 'organisation')
    expect(await message).toBe('organisation')
  })

  it('comes back after the connection was lost, and says so', async () => {
    const [one, two] = await openPair()
    const gaps = Promise.all([one, two].map((bus) => new Promise<void>((resolve) => bus.onGap(resolve))))
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'reda listener'
      and datname = current_database()`.execute(house.db)
    await gaps
    expect([one.connected, two.connected]).toEqual([true, true])
    const message = heard(two, 'topic')
    one.publish('topic', 1)
    expect(await message).toBe(1)
  })
})

describe('a setting', () => {
  const colour: Setting<string> = {
    key: 'test.colour',
    otherwise: 'blue',
    parse: (value) => {
      if (typeof value !== 'string') throw new Error('A colour is a word')
      return value
    },
  }

  it('has its default, changes in every process, and each change is kept', async () => {
    const [one, two] = await openPair()
    const [here, there] = [createSettings(house.db, one), createSettings(house.db, two)]
    expect([await here.get(colour), await there.get(colour)]).toEqual(['blue', 'blue'])
    const told = heard(two, 'settings')
    await transact(house, (tx) => here.set(tx, SYSTEM, colour, 'red'))
    expect(await here.get(colour)).toBe('red')
    await told
    expect(await there.get(colour)).toBe('red')
    await transact(house, (tx) => there.set(tx, SYSTEM, colour, 'green'))
    const { rows } = await sql`select old_value, new_value from setting_changes order by id`.execute(house.db)
    expect(rows).toEqual([
      { old_value: null, new_value: 'red' },
      { old_value: 'red', new_value: 'green' },
    ])
  })

  it('is not changed by what does not fit, nor by what was rolled back', async () => {
    const settings = createSettings(house.db, await openBus())
    await expect(transact(house, (tx) => settings.set(tx, SYSTEM, colour, 7 as never))).rejects.toThrow(
      'A colour is a word',
    )
    await expect(
      transact(house, async (tx) => {
        await settings.set(tx, SYSTEM, colour, 'red')
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await settings.get(colour)).toBe('blue')
  })
})

describe('the master key', () => {
  it('is made with a new house, and its loss or exchange keeps the house from starting', async () => {
    const file = join(folder, 'secret.key')
    const sealed = (await openSecrets(file, house.db)).seal('x', 'p')
    expect((await openSecrets(file, house.db)).open(sealed, 'p')).toBe('x')
    await rm(file)
    await expect(openSecrets(file, house.db)).rejects.toThrow('is missing')
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' })
    await writeFile(file, `other:${Buffer.alloc(32).toString('base64')}\n`)
    await expect(openSecrets(file, house.db)).rejects.toThrow('is not the one')
    await chmod(file, 0o600)
  })
})
