import { Client } from 'pg'
import { expect, it } from 'vitest'
import { createTestDatabase } from './postgres.ts'

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('gives every test file a migrated database of its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await ask(one.url, `insert into settings (key, value) values ('colour', '"blue"')`)
  expect(await ask(one.url, 'select key from settings')).toEqual([{ key: 'colour' }])
  expect(await ask(other.url, 'select key from settings')).toEqual([])
  expect(await ask(one.url, 'select count(*)::int as n from schema_migrations')).not.toEqual([{ n: 0 }])
  await Promise.all([one.drop(), other.drop()])
  await expect(ask(one.url, 'select 1')).rejects.toThrow(/does not exist/)
})

it('speaks to it as a role that is no superuser, except over the admin road', async () => {
  const database = await createTestDatabase()
  const right = `select rolsuper as super from pg_roles where rolname = current_user`
  if (!process.env.TEST_DATABASE_URL) {
    expect(await ask(database.url, right)).toEqual([{ super: false }])
    expect(await ask(database.adminUrl, right)).toEqual([{ super: true }])
  }
  expect(await ask(database.url, `select similarity('faktura', 'fakturaen') > 0.5 as close`)).toEqual([{ close: true }])
  await database.drop()
})
