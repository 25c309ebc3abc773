import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { customers, tickets } from '#contract'
import { demo, removeDemo, verify } from '#tickets'
import { startHouse, type TestHouse } from '../../../test/support/house.ts'

let it_: TestHouse
beforeAll(async () => {
  it_ = await startHouse()
})
afterAll(async () => {
  await it_?.stop()
})

const count = async (query: string) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(query)}`.execute(it_.house.db)
  return rows[0]!.n
}

it('fills in two hundred tickets with conversations, and sends nobody anything', async () => {
  const seen: number[] = []
  const { tickets: made } = await demo(it_.house, { language: 'sv', progress: (done) => seen.push(done) })
  expect(made).toBe(200)
  expect(seen.at(-1)).toBe(200)
  await it_.settle()
  expect(await count('tickets')).toBe(200)
  expect(await count(`tickets where folder = 'spam'`)).toBe(2)
  expect(await count('persons')).toBe(122)
  expect(await count('organisations')).toBe(25)
  expect(await count('outbound_mails')).toBe(0)
  expect(await count('notifications')).toBe(0)
  expect(await count(`messages where direction = 'out' and (sent_at is null or taken_at is null)`)).toBe(0)
  expect(await count('attachments')).toBeGreaterThan(30)
  expect((await verify(it_.house, {})).differences).toEqual([])
})

it('shows them in lists as if they had come in: most live ones wait on us, some are postponed, some closed', async () => {
  const live = await it_.owner.call(tickets.list, { query: { view: 'live', limit: 200 } })
  expect(live.items.length).toBeGreaterThan(60)
  expect(live.items.every((row) => row.waitingOn === 'us' && row.requester !== null)).toBe(true)
  const mine = await it_.owner.call(tickets.list, { query: { view: 'mine' } })
  expect(mine.items).toHaveLength(6)
  const postponed = await it_.owner.call(tickets.list, { query: { view: 'postponed' } })
  expect(postponed.items).toHaveLength(13)
  expect(await count(`tickets where status = 'closed'`)).toBe(46)
  expect(await count(`tickets where status = 'resolved'`)).toBe(36)
})

it('numbers them by the days on which they began, in their order', async () => {
  const { rows } = await sql<{ day: string; number: string }>`
    select to_char(created_at at time zone 'Europe/Oslo', 'YYMMDD') as day, number from tickets order by created_at`.execute(
    it_.house.db,
  )
  for (const { day, number } of rows) expect(number.slice(0, 6)).toBe(day)
  expect(rows.map((row) => row.number)).toEqual(rows.map((row) => row.number).toSorted())
})

it('lets no sample agent sign in', async () => {
  expect(await count(`agents where email like '%@reda-demo.example' and password_hash is not null`)).toBe(0)
  expect(await count(`agents where email like '%@reda-demo.example' and active`)).toBe(5)
})

it('refuses a second time, in words', async () => {
  await expect(demo(it_.house, { language: 'fi' })).rejects.toThrow('here already')
  expect(await count('tickets')).toBe(200)
})

it('goes away as a whole, leaving tombstones and whatever others use', async () => {
  const [person] = (await it_.owner.call(customers.list, { query: { limit: 1 } })).items
  const own = await it_.owner.call(tickets.open, { body: { title: 'Eget ärende', requester: { id: person!.id } } })

  const removed = await removeDemo(it_.house)
  expect(removed).toMatchObject({ tickets: 200, keptTickets: 0, persons: 121 })
  expect(await count(`tickets where folder = 'purged'`)).toBe(200)
  expect(await count(`tickets where folder <> 'purged'`)).toBe(1)
  expect(await count('persons')).toBe(1)
  expect(await count(`agents where email like '%@reda-demo.example' and active`)).toBe(0)
  expect(await count('categories where active')).toBe(0)
  expect(
    await count(
      `messages where body_text <> '[redacted]' and ticket_id in (select id from tickets where folder = 'purged')`,
    ),
  ).toBe(0)
  const mine = await it_.owner.call(tickets.get, { params: { number: own.number } })
  expect(mine.requester?.id).toBe(person!.id)
  expect((await verify(it_.house, {})).differences).toEqual([])
})

it('can be filled in again, with the agents it had put to sleep', async () => {
  expect(await demo(it_.house, { language: 'sv' })).toEqual({ tickets: 200 })
  expect(await count('agents')).toBe(6)
  expect(await count(`tickets where folder <> 'purged'`)).toBe(201)
})
