import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { people, session, tickets } from '#contract'
import { type EventStream, openStream } from '../../test/support/event-stream.ts'
import { startHouse, type TestAgent, type TestHouse } from '../../test/support/house.ts'

let h: TestHouse
let inside: TestAgent
let outside: TestAgent
let teamId: number
const streams: EventStream[] = []

beforeAll(async () => {
  h = await startHouse()
  inside = await h.makeAgent()
  outside = await h.makeAgent()
  teamId = (
    await h.owner.call(people.addTeam, { body: { name: 'Lukket', visibility: 'members', memberIds: [inside.id] } })
  ).id
})
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close()
})
afterAll(() => h?.stop())

async function listen(agent: { key: string } | { cookie: string }, lastEventId?: string): Promise<EventStream> {
  const signed: Record<string, string> =
    'key' in agent ? { authorization: `Bearer ${agent.key}` } : { cookie: agent.cookie }
  const stream = await openStream(h.url, {
    ...signed,
    ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
  })
  streams.push(stream)
  return stream
}
const open = (title: string, more: object = {}) => h.owner.call(tickets.open, { body: { title, ...more } })
const about = (number: string) => (event: { event: string; data: Record<string, unknown> }) =>
  event.event === 'ticket' && event.data.number === number

describe('the live stream', () => {
  it('tells of every change of a ticket, as it happens', async () => {
    const stream = await listen(outside)
    const ticket = await open('Ny sak')
    expect(await stream.next(about(ticket.number))).toMatchObject({
      data: { number: ticket.number, version: ticket.version, actorId: h.owner.id },
    })
    await h.owner.call(tickets.change, { params: { number: ticket.number }, body: { priority: 'high' } })
    const change = await stream.next(
      (e) => about(ticket.number)(e) && (e.data.kinds as string[]).includes('priorityChanged'),
    )
    expect(Number(change.id)).toBeGreaterThan(0)
  })

  it('never tells of a ticket that the listener may not see', async () => {
    const [visible, hidden] = [await listen(inside), await listen(outside)]
    const secret = await open('Hemmelig', { teamId })
    const marker = await open('For alle')
    await Promise.all([
      visible.next(about(secret.number)),
      visible.next(about(marker.number)),
      hidden.next(about(marker.number)),
    ])
    expect(JSON.stringify(hidden.events)).not.toContain(secret.number)
  })

  it('goes on where it was cut off, and shows then too only what may be seen', async () => {
    const first = await listen(outside)
    const before = await open('Før bruddet')
    await first.next(about(before.number))
    const id = first.lastId()
    first.close()
    const [missed, secret] = [await open('Mens den var borte'), await open('Hemmelig mens den var borte', { teamId })]
    const second = await listen(outside, id)
    const marker = await open('Etterpå')
    await Promise.all([second.next(about(missed.number)), second.next(about(marker.number))])
    expect(JSON.stringify(second.events)).not.toContain(secret.number)
    expect(second.events.map((e) => e.event)).not.toContain('reset')
  })

  it('gives a place to come back to before anything has happened', async () => {
    const stream = await listen(outside)
    expect(stream.lastId()).toMatch(/^\d+$/)
    expect(stream.events).toEqual([])
  })

  it('asks to fetch again when too much was missed, or the cursor is not of this house', async () => {
    for (const cursor of ['999999999', '0']) {
      if (cursor === '0') {
        await Promise.all(Array.from({ length: 205 }, (_, i) => open(`Mange ${i}`)))
      }
      const stream = await listen(outside, cursor)
      await stream.next((e) => e.event === 'reset')
    }
  })

  it('is refused without a signature, and to a key that may not read', async () => {
    expect((await openStream(h.url, {})).status).toBe(401)
    const { key } = await outside.call(people.addApiKey, { body: { name: 'skriv', scopes: ['write'] } })
    expect((await openStream(h.url, { authorization: `Bearer ${key}` })).status).toBe(403)
  })

  it('ends at once for whoever is deactivated or signs out', async () => {
    const agent = await h.makeAgent()
    const cookie = await h.signIn(agent)
    const [byCookie, byKey] = [await listen({ cookie }), await listen(agent)]
    await h.api({ cookie }).call(session.signOut)
    await byCookie.ended
    await h.owner.call(people.changeAgent, { params: { id: agent.id }, body: { active: false } })
    await byKey.ended
  })

  it('follows a change of teams without a new connection', async () => {
    const agent = await h.makeAgent()
    const stream = await listen(agent)
    const set = (teamIds: number[]) => h.owner.call(people.changeAgent, { params: { id: agent.id }, body: { teamIds } })
    await set([teamId])
    // The stream looks at the rights by itself; what it hears next shows that it has.
    const seen = await until(async () => {
      const ticket = await open('Nå synlig?', { teamId })
      const marker = await open('Merke')
      await stream.next(about(marker.number))
      return stream.events.some(about(ticket.number))
    })
    expect(seen).toBe(true)
    await set([])
    const gone = await until(async () => {
      const ticket = await open('Nå skjult?', { teamId })
      const marker = await open('Merke')
      await stream.next(about(marker.number))
      return !stream.events.some(about(ticket.number))
    })
    expect(gone).toBe(true)
  })

  it('lets go of a listener that does not read, and serves the others', async () => {
    const { hostname, port } = new URL(h.url)
    const slow = connect(Number(port), hostname)
    slow.write(`GET /api/v1/live HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${outside.key}\r\n\r\n`)
    await new Promise((resolve) => slow.once('data', resolve))
    slow.pause()
    const stream = await listen(inside)
    const agents = [{ id: 1, name: 'x'.repeat(6_000), state: 'viewing' as const }]
    const audience = { teamId: null, assigneeId: null, followers: [] }
    const messages = 3_000
    for (let i = 0; i < messages; i++) {
      h.house.live.send({
        kind: 'presence',
        audience,
        data: { number: '260101001', agents: i === messages - 1 ? [] : agents },
      })
      if (i % 20 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await stream.next((e) => e.event === 'presence' && (e.data.agents as unknown[]).length === 0)
    let heard = 0
    slow.on('data', (chunk: Buffer) => {
      heard += chunk.length
    })
    slow.on('error', () => undefined)
    slow.resume()
    await new Promise((resolve) => slow.once('close', resolve))
    expect(heard).toBeLessThan(messages * 6_000)
  })

  it('ends when the house stops, which it does not hold up', async () => {
    const stream = await listen(outside)
    await h.restart()
    await stream.ended
  })
})

async function until(fact: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 20; tries++) if (await fact()) return true
  return false
}
