import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { everything } from '../../../../test/support/everything.ts'
import { createTestDatabase, type TestDatabase } from '../../../../test/support/postgres.ts'
import { migrateJobs } from '../../jobs/schema.ts'
import { BrokenBackup, restoreSnapshot, TargetNotEmpty, writeSnapshot } from './index.ts'

const migrationsFolder = join(import.meta.dirname, '../../../../db/migrations')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const files = [Buffer.from('Faktura nr. 4711'), Buffer.alloc(0), randomBytes(700_000)]

let folder: string
let source: TestDatabase
let backup: string
const opened: TestDatabase[] = []

async function database(): Promise<TestDatabase> {
  const made = await createTestDatabase()
  opened.push(made)
  return made
}

async function ask<Row extends object>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

async function fill(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const hash = (text: string) => sha256(Buffer.from(text))
  try {
    await client.query(
      `insert into settings (key, value) values ('organisation', '{"name": "Blåbær AS", "ø": [1, 2.50]}')`,
    )
    await client.query(`delete from ticket_types where key = 'repair'`)
    await client.query(`insert into agents (email, name, role) values ('kari@firma.example', 'Kari Ås', 'owner')`)
    await client.query(`insert into organisations (name) select 'Kunde ' || n from generate_series(1, 50) n`)
    await client.query(
      `insert into persons (name, organisation_id) select 'Person ' || n, n % 50 + 1 from generate_series(1, 3000) n`,
    )
    // A row that points at a later one: restoring may not depend on an order of rows.
    await client.query(`insert into categories (name) values ('under'), ('over')`)
    await client.query(`update categories set parent_id = 2 where id = 1`)
    await client.query(
      `insert into tickets (number, title, type, priority, status, waiting_on, folder, channel, requester_id, tags, fields,
                            created_at, updated_at, waiting_since, version, head_hash)
       select '260105' || lpad(n::text, 3, '0'), 'Sak ' || n || E' \\'"\\t\\\\', 'support', 'medium', 'open', 'us', 'inbox', 'email', n,
              array['vip', 'ø,{}"'], '{"a": null}', now(), now(), '2026-03-29 01:30+00', 1, $1
         from generate_series(1, 500) n`,
      [hash('head')],
    )
    await client.query(
      `insert into ticket_events (ticket_id, seq, at, actor_type, kind, data, salt, digest, hash)
       select n, 1, now(), 'system', 'opened', jsonb_build_object('n', n), $1, $1, $1 from generate_series(1, 500) n`,
      [hash('event')],
    )
    await client.query(
      `insert into messages (ticket_id, direction, channel, author_type, body_text, digest, created_at)
       select n, 'in', 'email', 'customer', repeat('Hei, æøå! ', n * 7), $1, now() from generate_series(1, 500) n`,
      [hash('message')],
    )
    for (const bytes of files)
      await client.query('insert into stored_files (sha256, size) values ($1, $2)', [sha256(bytes), bytes.length])
    await client.query(
      `insert into attachments (public_id, message_id, sha256, filename, content_type, size) values ('a1', 1, $1, 'é.pdf', 'application/pdf', 16)`,
      [sha256(files[0]!)],
    )
    await client.query(`select pgboss.create_queue('send-reply', '{"policy": "short"}')`)
    await client.query(`insert into pgboss.job (name, data) values ('send-reply', '{"message": 7}')`)
  } finally {
    await client.end()
  }
}

const byHash = new Map(files.map((bytes) => [sha256(bytes).toString('hex'), bytes]))

async function back(to: string, from = source.url): Promise<void> {
  await writeSnapshot(
    {
      connectionString: from,
      openFile: (hash) => Readable.from([byHash.get(hash.toString('hex'))!]),
      version: '0.0.0',
      kid: 'abcd',
      key: 'abcd:secret\n',
    },
    createWriteStream(to),
  )
}

function restore(url: string, file: string, more: { files?: Map<string, Buffer>; keys?: string[] } = {}) {
  return restoreSnapshot(
    {
      connectionString: url,
      migrationsFolder,
      putFile: async (bytes) => {
        const hash = sha256(bytes)
        more.files?.set(hash.toString('hex'), bytes)
        return { sha256: hash }
      },
      putKey: async (text) => void more.keys?.push(text),
    },
    createReadStream(file),
  )
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reda-snapshot-'))
  backup = join(folder, 'all.reda')
  source = await database()
  await migrateJobs(source.url)
  await fill(source.url)
  await back(backup)
})

afterAll(async () => {
  for (const made of opened) await made.drop()
  await rm(folder, { recursive: true, force: true })
})

it('brings every table, file, number and key of an installation into an empty database', async () => {
  const target = await database()
  const stored = new Map<string, Buffer>()
  const keys: string[] = []
  const summary = await restore(target.url, backup, { files: stored, keys })
  const before = await everything(source.url)
  expect(Object.values(before).filter((rows) => rows.length > 0).length).toBeGreaterThan(10)
  expect(await everything(target.url)).toEqual(before)
  expect(stored).toEqual(byHash)
  expect(keys).toEqual(['abcd:secret\n'])
  expect(summary).toMatchObject({ files: 3, withKey: true, header: { kid: 'abcd', reda: '0.0.0' } })
})

it('goes on counting where the old installation stopped, under the same rules', async () => {
  const target = await database()
  await restore(target.url, backup)
  const [row] = await ask<{ id: string }>(target.url, `insert into persons (name) values ('neste') returning id`)
  expect(Number(row!.id)).toBe(3001)
  await expect(
    ask(
      target.url,
      `insert into messages (ticket_id, direction, channel, author_type, digest, created_at)
    values (99999, 'in', 'email', 'customer', sha256('x'), now())`,
    ),
  ).rejects.toThrow(/foreign key/)
  await expect(ask(target.url, `update ticket_events set data = '{}'`)).rejects.toThrow(/append-only/)
  const rules = `select conname, pg_get_constraintdef(oid) as rule from pg_constraint where contype = 'f' order by 1, 2`
  expect(await ask(target.url, rules)).toEqual(await ask(source.url, rules))
})

it('is one instant: what is written while it runs is in it as a whole or not at all', async () => {
  const busy = await database()
  await migrateJobs(busy.url)
  await fill(busy.url)
  const writer = new Client({ connectionString: busy.url })
  await writer.connect()
  let stop = false
  const writing = (async () => {
    while (!stop)
      await writer.query(`with p as (insert into persons (name) values ('samtidig') returning id)
        insert into person_addresses (address, person_id) select 'p' || id || '@kunde.example', id from p`)
  })()
  const file = join(folder, 'busy.reda')
  await back(file, busy.url)
  stop = true
  await writing
  await writer.end()
  const target = await database()
  await restore(target.url, file)
  const [counts] = await ask<{ persons: number; addresses: number }>(
    target.url,
    `select (select count(*)::int from persons where name = 'samtidig') as persons, (select count(*)::int from person_addresses) as addresses`,
  )
  expect(counts!.persons).toBe(counts!.addresses)
})

it('refuses a database that holds an installation, and leaves it as it was', async () => {
  const target = await database()
  await ask(target.url, `insert into agents (email, name, role) values ('ola@annen.example', 'Ola', 'owner')`)
  await expect(restore(target.url, backup)).rejects.toBeInstanceOf(TargetNotEmpty)
  expect(await ask(target.url, 'select name from agents')).toEqual([{ name: 'Ola' }])
})

it('refuses a backup that was cut or changed, keeps no row of it, and can be tried again', async () => {
  const target = await database()
  const whole = await readFile(backup)
  const broken = join(folder, 'broken.reda')
  const changed = Buffer.from(whole)
  changed[Math.floor(whole.length * 0.7)]! ^= 1
  for (const bytes of [
    whole.subarray(0, whole.length - 300),
    whole.subarray(0, whole.length / 2),
    changed,
    Buffer.from('text'),
  ]) {
    await writeFile(broken, bytes)
    await expect(restore(target.url, broken)).rejects.toBeInstanceOf(BrokenBackup)
    expect(await ask(target.url, 'select count(*)::int as n from persons')).toEqual([{ n: 0 }])
  }
  await restore(target.url, backup)
  expect(await ask(target.url, 'select count(*)::int as n from persons')).toEqual([{ n: 3000 }])
})
