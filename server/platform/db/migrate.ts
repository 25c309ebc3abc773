import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Any number that only Reda's migrations use: two starting processes take turns. */
const LOCK = 726102

/**
 * Brings the database to the newest schema: numbered SQL files, forward only, each in its own transaction (a file that starts
 * with `-- no-transaction` runs bare, for `create index concurrently`). Returns the names of those applied now.
 */
export async function migrate(connectionString: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString, application_name: 'reda migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await client.query(
      'create table if not exists schema_migrations (name text primary key, applied_at timestamptz not null default now())',
    )
    const done = new Set(
      (await client.query<{ name: string }>('select name from schema_migrations')).rows.map((r) => r.name),
    )
    const files = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
    const unknown = [...done].filter((name) => !files.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `The database was made by a newer version of Reda (it knows ${unknown[0]}). Start that version, or restore a backup.`,
      )
    }
    const applied: string[] = []
    for (const name of files.filter((f) => !done.has(f))) {
      const sql = await readFile(join(folder, name), 'utf8')
      const bare = sql.startsWith('-- no-transaction')
      if (!bare) await client.query("begin; set local lock_timeout = '10s'")
      try {
        await client.query(sql)
        await client.query('insert into schema_migrations (name) values ($1)', [name])
        if (!bare) await client.query('commit')
      } catch (error) {
        if (!bare) await client.query('rollback')
        throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
      }
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}
