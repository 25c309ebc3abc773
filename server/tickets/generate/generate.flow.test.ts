import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tickets } from '#contract'
import { generate, verify } from '#tickets'
import { startHouse, type TestHouse } from '../../../test/support/house.ts'

const NOW = new Date('2026-11-20T13:20:00Z')
let it_: TestHouse
beforeAll(async () => {
  it_ = await startHouse({ now: () => NOW })
})
afterAll(async () => {
  await it_?.stop()
})

const titles = async (ids: string) => {
  const { rows } = await sql<{ title: string }>`select title from tickets where ${sql.raw(ids)} order by id`.execute(
    it_.house.db,
  )
  return rows.map((row) => row.title)
}

it('makes tickets whose histories fold into their rows and whose chains and messages verify', async () => {
  const seen: number[] = []
  const made = await generate(it_.house, { tickets: 2_500, seed: 1, progress: (done) => seen.push(done) })
  expect(made.tickets).toBe(2_500)
  expect(seen.toSorted((a, b) => a - b).at(-1)).toBe(2_500)
  const result = await verify(it_.house, {})
  expect(result.differences).toEqual([])
  expect(result).toMatchObject({ tickets: 2_500, events: made.events, messages: made.messages })
})

it('numbers them by their days in the order in which they began, and sets the counters', async () => {
  const { rows } = await sql<{ number: string }>`select number from tickets order by created_at, id`.execute(
    it_.house.db,
  )
  const { rows: days } = await sql<{ day: string; last: number; n: number }>`
    select to_char(c.day, 'YYMMDD') as day, c.last, count(t.id)::int as n from number_counters c
      join tickets t on left(t.number, 6) = to_char(c.day, 'YYMMDD') group by c.day, c.last`.execute(it_.house.db)
  expect(days.every((day) => day.last === day.n)).toBe(true)
  expect(rows.map((row) => row.number)).toEqual(rows.map((row) => row.number).toSorted())
})

it('leaves live work in the lists and sends nobody anything', async () => {
  const { items } = await it_.owner.call(tickets.list, { query: { view: 'live' } })
  expect(items.length).toBeGreaterThan(0)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from outbound_mails`.execute(it_.house.db)
  expect(rows[0]!.n).toBe(0)
  const opened = await it_.owner.call(tickets.open, { body: { title: 'Den første i dag' } })
  expect(opened.number).toBe('261120001')
})

it('makes the same tickets for the same seed, beside those that are there', async () => {
  await generate(it_.house, { tickets: 300, seed: 5 })
  await generate(it_.house, { tickets: 300, seed: 5 })
  const all = await titles('true')
  expect(all.slice(-300)).toEqual(all.slice(-600, -300))
  expect((await verify(it_.house, {})).differences).toEqual([])
})

it('leaves every event and message bound to its ticket by a foreign key that holds for all rows', async () => {
  const { rows } = await sql<{ name: string; valid: boolean }>`
    select conname as name, convalidated as valid from pg_constraint
    where contype = 'f' and conname in ('ticket_events_ticket_id_fkey', 'messages_ticket_id_fkey')`.execute(
    it_.house.db,
  )
  expect(rows.map((row) => row.valid)).toEqual([true, true])
  await expect(
    sql`insert into messages (ticket_id, direction, channel, author_type, digest, created_at)
      values (999999999, 'in', 'email', 'customer', decode(repeat('00', 32), 'hex'), now())`.execute(it_.house.db),
  ).rejects.toThrow('foreign key')
})
