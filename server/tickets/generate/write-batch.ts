import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { House } from '#platform'
import { type Batch, COLUMNS, type Table } from './make-batch.ts'

/*
 * Of what it costs the database to take a row, a third is looking up that its ticket is there, once for each event and message. Here
 * they come together, so the two foreign keys stand aside while a batch is written, within its transaction: whatever happens, they
 * are back with its end, in force for every later write, and `checkKeys` lets the database look through all rows at once.
 */
const KEYS = [
  { table: 'ticket_events', name: 'ticket_events_ticket_id_fkey' },
  { table: 'messages', name: 'messages_ticket_id_fkey' },
] as const

/** One batch, one transaction. Not waited for on the disk: load data that a crash takes is made again. */
export async function writeBatch(house: House, batch: Batch): Promise<void> {
  const client = await house.database.pool.connect()
  try {
    await client.query('begin; set local synchronous_commit = off')
    const aside = await setKeysAside(client)
    for (const { table, bytes } of batch.pages) await copy(client, table, bytes)
    if (aside) await client.query(KEYS.map(putBack).join(';'))
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}

/** Has the database look through all rows whose keys stood aside. */
export async function checkKeys(house: House): Promise<void> {
  for (const { table, name } of KEYS) {
    await house.database.pool.query(`alter table ${table} validate constraint ${name}`)
  }
}

/** False when somebody is at these tables: then each row is looked up as always, and nobody waits for us. */
async function setKeysAside(client: PoolClient): Promise<boolean> {
  const drops = KEYS.map(({ table, name }) => `alter table ${table} drop constraint ${name}`)
  try {
    await client.query(['savepoint aside', "set local lock_timeout = '5ms'", ...drops].join(';'))
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error
    await client.query('rollback to savepoint aside')
    return false
  }
  await client.query('set local lock_timeout to default')
  return true
}

const putBack = ({ table, name }: (typeof KEYS)[number]) =>
  `alter table ${table} add constraint ${name} foreign key (ticket_id) references tickets (id) not valid`

const PIECE = 64 * 1024

async function copy(client: PoolClient, table: Table, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${COLUMNS[table].join(', ')}) from stdin`))
  const finished = new Promise<void>((resolve, reject) => stream.on('finish', resolve).on('error', reject))
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = Buffer.from(bytes.buffer, at, Math.min(PIECE, bytes.length - at))
    if (!stream.write(piece)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), finished])
  }
  stream.end()
  await finished
}
