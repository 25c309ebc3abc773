import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { notifications, people, tickets } from '#contract'
import { tell } from '#notifications'
import { SYSTEM, transact } from '#platform'
import { deliveryFailed, type IncomingMessage, receiveMessage } from '#tickets'
import { openStream } from '../../test/support/event-stream.ts'
import { startHouse, type TestAgent, type TestHouse } from '../../test/support/house.ts'

let h: TestHouse
let kari: TestAgent
let ola: TestAgent
beforeAll(async () => {
  h = await startHouse()
  kari = await h.makeAgent('agent', { name: 'Kari' })
  ola = await h.makeAgent('agent', { name: 'Ola' })
})
afterAll(() => h?.stop())

const open = (more: object = {}) => h.owner.call(tickets.open, { body: { title: 'Skriver virker ikke', ...more } })
async function told(agent: TestAgent, number: string): Promise<string[]> {
  await h.settle()
  const { items } = await agent.call(notifications.list)
  return items.filter((item) => item.number === number).map((item) => item.kind)
}

describe('an agent is told', () => {
  it('when somebody else gives them a ticket, at once and once', async () => {
    const stream = await openStream(h.url, { authorization: `Bearer ${kari.key}` })
    const ticket = await open({ assigneeId: kari.id })
    await stream.next((e) => e.event === 'notification' && e.data.kind === 'assigned')
    stream.close()
    expect(await told(kari, ticket.number)).toEqual(['assigned'])
    const { rows } = await sql<{ id: number }>`
      select e.id from ticket_events e join tickets t on t.id = e.ticket_id where t.number = ${ticket.number}`.execute(
      h.house.db,
    )
    for (let again = 0; again < 3; again++) for (const { id } of rows) await tell(h.house, { eventId: id })
    expect(await told(kari, ticket.number)).toEqual(['assigned'])
  })

  it('not when they took it themselves', async () => {
    const ticket = await open()
    await kari.call(tickets.claim, { params: { number: ticket.number } })
    expect(await told(kari, ticket.number)).toEqual([])
  })

  it('when they are named in a note', async () => {
    const ticket = await open()
    await kari.call(tickets.note, {
      params: { number: ticket.number },
      body: { bodyText: 'Hva tror du?', mentions: [ola.id, kari.id] },
    })
    expect(await told(ola, ticket.number)).toEqual(['mentioned'])
    expect(await told(kari, ticket.number)).toEqual([])
  })

  it('when the customer answers on theirs, or on one they follow', async () => {
    const ticket = await open({ requester: { email: 'kunde@firma.example', name: 'Kunde' }, assigneeId: kari.id })
    await ola.call(tickets.follow, { params: { number: ticket.number } })
    const message: IncomingMessage = {
      author: { type: 'customer', id: ticket.requester!.id, name: 'Kunde', email: 'kunde@firma.example' },
      channel: 'email',
      from: { email: 'kunde@firma.example', name: 'Kunde' },
      to: [],
      cc: [],
      subject: 'Sv: Skriver',
      bodyText: 'Fortsatt i stykker',
      bodyHtml: null,
      replyText: 'Fortsatt i stykker',
      folds: [],
      language: null,
      automatic: null,
      bounce: null,
      messageId: null,
      inReplyTo: null,
      rawSha256: null,
      createdAt: new Date().toISOString(),
      sanitiserVersion: 0,
      trust: 'verified',
      inboundMailId: null,
      files: [],
    }
    const send = (automatic: IncomingMessage['automatic']) =>
      transact(h.house, (tx) =>
        receiveMessage(tx, SYSTEM, { number: ticket.number, message: { ...message, automatic } }),
      )
    await send('out-of-office')
    expect(await told(kari, ticket.number)).toEqual(['assigned'])
    await send(null)
    expect(await told(kari, ticket.number)).toEqual(['customerAnswered', 'assigned'])
    expect(await told(ola, ticket.number)).toEqual(['customerAnswered'])
  })

  it('when a mail of theirs cannot be delivered', async () => {
    const ticket = await open({ assigneeId: kari.id })
    const { id: ticketId } = await h.house.db
      .selectFrom('tickets')
      .select('id')
      .where('number', '=', ticket.number)
      .executeTakeFirstOrThrow()
    const failure = { ticketId, messageId: null, recipient: 'borte@firma.example', reason: '550 no such user' }
    await transact(h.house, (tx) => deliveryFailed(tx, SYSTEM, { ...failure, permanent: false }))
    expect(await told(kari, ticket.number)).toEqual(['assigned'])
    await transact(h.house, (tx) => deliveryFailed(tx, SYSTEM, { ...failure, permanent: true }))
    expect(await told(kari, ticket.number)).toEqual(['deliveryFailed', 'assigned'])
  })

  it('never of a ticket they may not see', async () => {
    const team = await h.owner.call(people.addTeam, {
      body: { name: 'Styret', visibility: 'members', memberIds: [kari.id] },
    })
    const ticket = await open({ teamId: team.id, assigneeId: ola.id })
    expect(await told(ola, ticket.number)).toEqual(['assigned'])
    await h.owner.call(tickets.change, { params: { number: ticket.number }, body: { assigneeId: kari.id } })
    await h.settle()
    expect(await told(ola, ticket.number)).toEqual([])
    expect(await told(kari, ticket.number)).toEqual(['assigned'])
  })
})

describe('notifications', () => {
  it('are read one by one or all at once, and only by their owner', async () => {
    const agent = await h.makeAgent()
    for (let i = 0; i < 3; i++) await open({ assigneeId: agent.id })
    await h.settle()
    const all = await agent.call(notifications.list)
    expect(all).toMatchObject({ unread: 3, items: [{ readAt: null }, { readAt: null }, { readAt: null }] })
    const ids = all.items.map((item) => item.id)
    await ola.call(notifications.markRead, { body: { ids } })
    expect((await agent.call(notifications.list)).unread).toBe(3)
    await agent.call(notifications.markRead, { body: { ids: [ids[1]!] } })
    expect((await agent.call(notifications.list, { query: { unread: 'true' } })).items.map((i) => i.id)).toEqual([
      ids[0],
      ids[2],
    ])
    await agent.call(notifications.markRead)
    expect(await agent.call(notifications.list)).toMatchObject({ unread: 0 })
  })
})
