import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { Log } from '../log.ts'
import type { DB } from './generated/schema.ts'
import { PreparingClient } from './prepared.ts'

// bigint identifiers stay far below 2^53.
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(1016, (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(Number)))

export type Db = Kysely<DB>
/** A transaction. Commands take it; edges (route, job, mail) open it with `transact`. */
export type Tx = Transaction<DB>

export interface Database {
  db: Db
  pool: pg.Pool
  connectionString: string
  close(): Promise<void>
}

/** Opens the pool that everything shares. A lost connection is logged here and met by the next query, never by a crash. */
export function openDatabase(connectionString: string, options: { max: number; log: Log; name?: string }): Database {
  const pool = new pg.Pool({
    connectionString,
    Client: PreparingClient,
    max: options.max,
    types,
    application_name: options.name ?? 'reda',
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 120_000,
  })
  let closing = false
  pool.on('error', (err) => {
    // A server that stops right after us may cut connections that are just saying goodbye.
    if (!closing) options.log.warn({ err }, 'A database connection was lost')
  })
  // A connection that is lent out tells of its loss itself, and a telling that nobody hears ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const close = () => {
    closing = true
    return db.destroy()
  }
  return { db, pool, connectionString, close }
}
