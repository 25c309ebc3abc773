import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tickets } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'
import { tellDifference, verify } from './verify.ts'

let at: TestHouse
let kari: TestAgent
let db: pg.Client
let number: string
let messageId: number
let sha256: string

beforeAll(async () => {
  at = await startHouse({ role: 'web' })
  kari = await at.makeAgent('agent')
  db = new pg.Client({ connectionString: at.databaseUrl })
  await db.connect()
  const form = new FormData()
  form.set('file', new Blob(['hei']), 'hei.txt')
  const uploaded = await fetch(`${at.url}/api/v1/attachments`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${kari.key}` },
  })
  const { id } = (await uploaded.json()) as { id: string }
  const requester = { email: 'per@brygga.example', name: 'Per' }
  const body = { title: 'Motoren', description: 'Den stopper.', requester, attachments: [id] }
  ;({ number } = await kari.call(tickets.open, { body }))
  await kari.call(tickets.change, { params: { number }, body: { priority: 'high', addTags: ['motor'] } })
  messageId = (await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Vi ser på det.' } })).id
  const gone = await kari.call(tickets.note, { params: { number }, body: { bodyText: 'Personlig.' } })
  const reason = 'Ba om det'
  await at.owner.call(tickets.redact, { params: { number }, body: { messageIds: [gone.id], title: true, reason } })
  const other = await kari.call(tickets.open, { body: { title: 'Motoren igjen', description: 'Hei', requester } })
  await kari.call(tickets.merge, { params: { number: other.number }, body: { into: number } })
  const spam = await kari.call(tickets.open, { body: { title: 'Kjøp nå', description: 'Billig' } })
  await kari.call(tickets.change, { params: { number: spam.number }, body: { folder: 'spam' } })
  await at.owner.call(tickets.purge, { params: { number: spam.number }, body: { reason } })
  sha256 = (await db.query("select encode(sha256, 'hex') as x from stored_files")).rows[0].x
  // What a hand at the database may do: nothing stops a superuser, so the tests go the same way.
  await db.query(
    'alter table ticket_events disable trigger user; grant update, delete on ticket_events to current_user',
  )
})
afterAll(async () => {
  await db?.end()
  await at?.stop()
})

const differences = async () => (await verify(at.house)).differences.map(tellDifference)

it('finds a house sound, erased content, merges and tombstones included', async () => {
  expect(await verify(at.house)).toMatchObject({ differences: [], count: 0, tickets: 3, files: 1 })
})

const id = () => `(select id from tickets where number = '${number}')`
it.each<[string, () => string, RegExp]>([
  [
    'data of an event',
    () =>
      `update ticket_events set data = jsonb_set(data, '{to}', '"low"') where ticket_id = ${id()} and kind = 'priorityChanged'`,
    /event 3: its data was changed/,
  ],
  [
    'who did it',
    () => `update ticket_events set actor_id = actor_id + 1 where ticket_id = ${id()} and seq = 3`,
    /event 3: its link in the chain/,
  ],
  [
    'when it was, by a microsecond',
    () => `update ticket_events set at = at + interval '1 microsecond' where ticket_id = ${id()} and seq = 4`,
    /event 4: its link in the chain/,
  ],
  [
    'why it was',
    () => `update ticket_events set cause = '{"undo":1}' where ticket_id = ${id()} and seq = 4`,
    /event 4: its link in the chain/,
  ],
  [
    'a salt taken away',
    () => `update ticket_events set salt = null where ticket_id = ${id()} and seq = 3`,
    /event 3: was erased, and no later event says so/,
  ],
  [
    'an event taken away',
    () => `delete from ticket_events where ticket_id = ${id()} and seq = 4`,
    /event 4: is missing/,
  ],
  [
    'the row',
    () => `update tickets set priority = 'low' where id = ${id()}`,
    /the row's priority is not what its events make of it/,
  ],
  [
    'a message',
    () => `update messages set body_text = 'Vi ser ikke på det.' where id = ${messageId}`,
    /event \d+ \(message \d+\): its message's content was changed/,
  ],
  [
    'a message taken back by hand',
    () => `update messages set cancelled_at = now() where id = ${messageId}`,
    /its message's cancelling was changed/,
  ],
  [
    'the trust in a message',
    () => `update messages set trust = 'unverified' where id = ${messageId}`,
    /its message's trust was changed/,
  ],
  [
    'a file that was renamed',
    () => `update attachments set filename = 'hallo.txt'`,
    /its message's content was changed/,
  ],
  ['a counter turned back', () => 'update number_counters set last = 1', /counter stands at 1, but number 3 was given/],
])('names %s when it is changed by hand', async (_, change, expected) => {
  const undo = await snapshot()
  await db.query(change())
  const told = await differences()
  expect(told.join('\n')).toMatch(expected)
  if (!/counter/.test(expected.source)) expect(told.join('\n')).toContain(`Ticket ${number}`)
  await undo()
  expect(await differences()).toEqual([])
})

/** Keeps all rows that the changes touch, and puts them back. */
async function snapshot(): Promise<() => Promise<void>> {
  for (const table of ['ticket_events', 'messages', 'attachments', 'number_counters', 'tickets']) {
    await db.query(`create temporary table if not exists kept_${table} as select * from ${table}`)
  }
  return async () => {
    for (const table of ['messages', 'attachments', 'number_counters']) {
      const columns = (
        await db.query(
          `select column_name as c from information_schema.columns where table_name = $1 and table_schema = current_schema()`,
          [table],
        )
      ).rows.map((r) => r.c as string)
      const key = table === 'number_counters' ? 'day' : 'id'
      const set = columns
        .filter((c) => c !== key && c !== 'id')
        .map((c) => `${c} = k.${c}`)
        .join(', ')
      await db.query(`update ${table} t set ${set} from kept_${table} k where k.${key} = t.${key}`)
    }
    await db.query(`update tickets t set priority = k.priority from kept_tickets k where k.id = t.id`)
    await db.query(`delete from ticket_events`)
    await db.query(`insert into ticket_events overriding system value select * from kept_ticket_events`)
    for (const table of ['ticket_events', 'messages', 'attachments', 'number_counters', 'tickets']) {
      await db.query(`drop table kept_${table}`)
    }
  }
}

it('names a message that is gone and a file that is gone', async () => {
  await rm(join(at.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2)))
  await db.query(`delete from messages where id = ${messageId}`)
  const told = (await differences()).join('\n')
  expect(told).toMatch(/its message is missing/)
  expect(told).toMatch(/the file [0-9a-f]{12}… is missing/)
  expect(told).toMatch(/messages are there, its events say/)
})
