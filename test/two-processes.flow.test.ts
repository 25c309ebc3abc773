import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers, notifications, people, session, tickets } from '#contract'
import { type Running, startReda } from '../server/main.ts'
import { openStream } from './support/event-stream.ts'
import { callerAt, startHouse, type TestHouse } from './support/house.ts'

let h: TestHouse
/** A second web process on the same database and files, as behind a load balancer. */
let other: Running
const there = (credential: { key: string } | { cookie: string } | null) => callerAt(() => other.address!, credential)

beforeAll(async () => {
  h = await startHouse()
  other = await startReda({ ...h.house.config, role: 'web' }, { connectionString: h.databaseUrl, log: h.house.log })
})
afterAll(async () => {
  await other?.close()
  await h?.stop()
})

describe('two processes on one database', () => {
  it('do a repeated request once between them, with one answer', async () => {
    const agent = await h.makeAgent()
    const asked = { body: { title: 'Delt mellom to' }, headers: { 'idempotency-key': 'delt' } }
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? agent : there(agent)).tell(tickets.open, asked)),
    )
    expect(new Set(replies.map((r) => JSON.stringify([r.status, r.body]))).size).toBe(1)
    expect(replies[0]!.status).toBe(201)
    const { rows } = await sql`select number from tickets where title = 'Delt mellom to'`.execute(h.house.db)
    expect(rows).toEqual([{ number: replies[0]!.body.number }])
  })

  it('tell each other’s listeners what happens, and what is one’s own', async () => {
    const agent = await h.makeAgent()
    const stream = await openStream(other.address!, { authorization: `Bearer ${agent.key}` })
    const ticket = await h.owner.call(tickets.open, { body: { title: 'Hørt der borte', assigneeId: agent.id } })
    await stream.next((e) => e.event === 'ticket' && e.data.number === ticket.number)
    await stream.next((e) => e.event === 'notification' && e.data.kind === 'assigned')
    expect((await there(agent).call(notifications.list)).unread).toBe(1)
    stream.close()
  })

  it('let in and put out the same people, at once', async () => {
    const agent = await h.makeAgent('admin')
    const cookie = await h.signIn(agent)
    expect((await there({ cookie }).tell(people.settings)).status).toBe(200)
    const stream = await openStream(other.address!, { cookie })
    await h.owner.call(people.changeAgent, { params: { id: agent.id }, body: { role: 'agent' } })
    await stream.ended
    expect((await there({ cookie }).tell(session.me)).status).toBe(401)
    expect((await there(agent).tell(people.settings)).status).toBe(403)
  })

  it('count guesses together', async () => {
    const agent = await h.makeAgent()
    const guess = (i: number) =>
      (i % 2 === 0 ? h.api(null) : there(null)).tell(session.signIn, {
        body: { email: agent.email, password: `gjetning nummer ${i}` },
      })
    const replies = await Promise.all(Array.from({ length: 60 }, (_, i) => guess(i)))
    expect(replies.filter((r) => r.status === 401).length).toBeLessThanOrEqual(10)
  })

  it('know each other’s settings', async () => {
    await h.owner.call(people.changeSettings, { body: { values: { 'desk.undoSeconds': 3 } } })
    const me = await h.owner.call(session.me)
    expect(me.undoSeconds).toBe(3)
    // The change travels by a message; the other process has it as soon as it hears what was said after it.
    const stream = await openStream(other.address!, { authorization: `Bearer ${h.owner.key}` })
    const marker = await h.owner.call(tickets.open, { body: { title: 'Etter endringen' } })
    await stream.next((e) => e.event === 'ticket' && e.data.number === marker.number)
    expect((await there(h.owner).call(session.me)).undoSeconds).toBe(3)
    stream.close()
  })

  it('may lose one of them without losing work', async () => {
    await other.close()
    const made = await h.owner.call(customers.add, { body: { name: 'Alene igjen' } })
    expect(made.name).toBe('Alene igjen')
    await h.settle()
  })
})
