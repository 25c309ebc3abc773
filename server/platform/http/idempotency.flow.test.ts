import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers, people, tickets } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'

let h: TestHouse
let agent: TestAgent
beforeAll(async () => {
  h = await startHouse()
  agent = await h.makeAgent('admin')
})
afterAll(() => h?.stop())

const add = (key: string, name: string, by = agent) =>
  by.tell(customers.add, { body: { name }, headers: { 'idempotency-key': key } })
const count = async (name: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from persons where name = ${name}`.execute(h.house.db)).rows[0]!.n

describe('a POST with an Idempotency-Key', () => {
  it('happens once, however often and however much at once it is sent', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => add('samtidig', 'Femti Ganger')))
    expect(new Set(replies.map((r) => JSON.stringify([r.status, r.body])))).toEqual(
      new Set([JSON.stringify([201, replies[0]!.body])]),
    )
    expect(await count('Femti Ganger')).toBe(1)
  })

  it('is refused when the same key comes with something else', async () => {
    await add('annet', 'Det Ene')
    expect(await add('annet', 'Det Andre')).toMatchObject({
      status: 422,
      body: { type: 'https://reda.example/problems/idempotency-mismatch' },
    })
    expect(await count('Det Andre')).toBe(0)
    const path = await agent.tell(customers.addOrganisation, {
      body: { name: 'Det Ene' },
      headers: { 'idempotency-key': 'annet' },
    })
    expect(path.status).toBe(422)
  })

  it('belongs to the agent who chose it', async () => {
    const other = await h.makeAgent()
    const [one, two] = [await add('min', 'Hver Sin'), await add('min', 'Hver Sin', other)]
    expect(one.body.id).not.toBe(two.body.id)
    expect(await count('Hver Sin')).toBe(2)
  })

  it('may be tried again after a refusal, for nothing was done', async () => {
    await agent.call(customers.add, { body: { name: 'Opptatt', email: 'opptatt@igjen.example' } })
    const again = () =>
      agent.tell(customers.add, {
        body: { name: 'Igjen', email: 'opptatt@igjen.example' },
        headers: { 'idempotency-key': 'igjen' },
      })
    expect((await again()).status).toBe(409)
    await sql`delete from person_addresses where address = 'opptatt@igjen.example'`.execute(h.house.db)
    expect((await again()).status).toBe(201)
    expect((await again()).status).toBe(201)
    expect(await count('Igjen')).toBe(1)
  })

  it('is answered without doing it again when the server died between the commit and the answer', async () => {
    // What a crash leaves: the command and its key are committed together, the answer is not kept.
    await sql`create function lose_answer() returns trigger language plpgsql as $$
      begin if new.status is not null then raise exception 'died here'; end if; return new; end $$`.execute(h.house.db)
    await sql`create trigger lose_answer before insert or update on idempotency_keys
      for each row execute function lose_answer()`.execute(h.house.db)
    const lost = await add('krasj', 'Etter Krasjet')
    const open = (title: string) =>
      agent.tell(tickets.open, { body: { title }, headers: { 'idempotency-key': 'krasj-sak' } })
    const opened = await open('Etter krasjet')
    await sql`drop trigger lose_answer on idempotency_keys`.execute(h.house.db)
    const { rows } = await sql`select status from idempotency_keys where key = 'krasj'`.execute(h.house.db)
    expect(rows).toEqual([{ status: null }])
    await h.restart()
    const again = await add('krasj', 'Etter Krasjet')
    expect([again.status, again.body]).toEqual([lost.status, lost.body])
    expect(await count('Etter Krasjet')).toBe(1)
    const reopened = await open('Etter krasjet')
    expect([reopened.status, reopened.body]).toEqual([opened.status, opened.body])
    const { rows: made } = await sql`select number from tickets`.execute(h.house.db)
    expect(made).toEqual([{ number: opened.body.number }])
    // No number was lost over it.
    const next = await agent.call(tickets.open, { body: { title: 'Den neste' } })
    expect(next.number).toBe(String(Number(opened.body.number) + 1))
  })

  it('keeps no secret in plain text', async () => {
    const made = await agent.call(people.addApiKey, { body: { name: 'n' }, headers: { 'idempotency-key': 'nokkel' } })
    const again = await agent.call(people.addApiKey, { body: { name: 'n' }, headers: { 'idempotency-key': 'nokkel' } })
    expect(again).toEqual(made)
    const { rows } = await sql<{ text: string }>`select response::text as text from idempotency_keys`.execute(
      h.house.db,
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const { text } of rows) expect(text).not.toContain(made.key.slice(-20))
  })

  it('refuses keys that are no keys', async () => {
    expect((await add('x'.repeat(201), 'Lang')).status).toBe(422)
    expect((await add('med mellomrom', 'Rom')).status).toBe(422)
  })
})
