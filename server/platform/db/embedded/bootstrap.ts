import pg, { type Client } from 'pg'
import type { Layout } from './layout.ts'
import type { Passwords } from './passwords.ts'

/** Written last, as the comment of the database: without it the first preparation was cut short and runs again. */
const mark = 'reda prepared 1'

/**
 * The application's role and database, and the extensions that only a superuser may add. The application's role is
 * no superuser: a hole in a query must not reach files or programs. Safe to run again; one query when all is done.
 */
export async function prepareDatabase(admin: Client, layout: Layout, passwords: Passwords): Promise<void> {
  const { rows } = await admin.query(
    `select shobj_description(oid, 'pg_database') as mark from pg_database where datname = 'reda'`,
  )
  if (rows[0]?.mark === mark) return
  const role = await admin.query(`select 1 from pg_roles where rolname = 'reda'`)
  const password = pg.escapeLiteral(passwords.app)
  await admin.query(
    `${role.rowCount ? 'alter' : 'create'} role reda login nosuperuser nocreatedb nocreaterole password ${password}`,
  )
  if (rows.length === 0) await admin.query('create database reda owner reda')
  await admin.query('revoke all on database reda from public')
  const inside = new pg.Client({
    host: layout.socketDir,
    port: 5432,
    user: 'postgres',
    database: 'reda',
    password: passwords.superuser,
  })
  await inside.connect()
  try {
    await inside.query('create extension if not exists pg_trgm')
    await inside.query('alter schema public owner to reda')
  } finally {
    await inside.end()
  }
  await admin.query(`comment on database reda is '${mark}'`)
}

/** After the password files were lost and made anew. */
export async function resetAppPassword(admin: Client, passwords: Passwords): Promise<void> {
  const { rowCount } = await admin.query(`select 1 from pg_roles where rolname = 'reda'`)
  if (rowCount) await admin.query(`alter role reda password ${pg.escapeLiteral(passwords.app)}`)
}
