import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tickets } from '#contract'
import { recogniseSender } from '#customers'
import { SYSTEM, transact } from '#platform'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'
import {
  claimForSending,
  deliveryFailed,
  type IncomingMessage,
  NumberNeeded,
  receiveMessage,
  takeNumber,
} from '../index.ts'
import { tellDifference, verify } from '../verifying/verify.ts'
import { WAKE, wake } from '../wake.ts'

let at: TestHouse
let kari: TestAgent
let ola: TestAgent
let now = new Date('2026-02-02T09:00:00.000Z')
let number: string

beforeAll(async () => {
  at = await startHouse({ role: 'web', now: () => now })
  kari = await at.makeAgent('agent')
  ola = await at.makeAgent('agent')
})
afterAll(async () => {
  expect((await verify(at.house)).differences.map(tellDifference)).toEqual([])
  await at.stop()
})
const requester = { email: 'per@brygga.example', name: 'Per Brygge' }
beforeEach(async () => {
  ;({ number } = await kari.call(tickets.open, { body: { title: 'Ankeret', description: 'Hvor er det?', requester } }))
})

const days = (n: number) => {
  now = new Date(now.getTime() + n * 86_400_000)
}
const get = () => kari.call(tickets.get, { params: { number } })
const change = (body: Record<string, unknown>) => kari.call(tickets.change, { params: { number }, body: body as never })

async function receive(more: Partial<IncomingMessage> = {}, to = number) {
  const spare = await takeNumber(at.house)
  return transact(at.house, async (tx) => {
    const person = await recogniseSender(tx, requester)
    const author = { type: 'customer' as const, id: person.id, name: person.name, email: person.email }
    const message: IncomingMessage = {
      channel: 'email',
      author,
      from: requester,
      to: [],
      cc: [],
      subject: 'Re: Ankeret',
      bodyText: 'Takk!',
      bodyHtml: null,
      sanitiserVersion: 0,
      replyText: 'Takk!',
      folds: [],
      language: 'nb',
      automatic: null,
      bounce: null,
      trust: 'verified',
      messageId: null,
      inReplyTo: null,
      inboundMailId: null,
      rawSha256: null,
      createdAt: now.toISOString(),
      files: [],
      ...more,
    }
    return receiveMessage(tx, { type: 'customer', id: person.id, name: person.name }, { number: to, message, spare })
  })
}

describe('when the customer answers', () => {
  it('a ticket that waits on them waits on us again, since then', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Her.' } })
    days(1)
    await receive()
    expect(await get()).toMatchObject({
      waitingOn: 'us',
      waitingSince: now.toISOString(),
      status: 'open',
      messageCount: 3,
    })
    days(1)
    const since = (await get()).waitingSince
    await receive()
    expect((await get()).waitingSince).toBe(since)
  })

  it('a resolved ticket is taken up again, and that is counted', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Løst.', status: 'resolved' } })
    expect(await get()).toMatchObject({ status: 'resolved', waitingOn: 'customer' })
    await receive()
    expect(await get()).toMatchObject({ status: 'in_progress', reopenCount: 1, resolvedAt: null })
  })

  it('a postponed ticket wakes', async () => {
    await change({ postponedUntil: '2030-01-01T00:00:00+01:00' })
    await receive()
    expect(await get()).toMatchObject({ postponedUntil: null })
  })

  it('a closed ticket reopens within the window; after it a new one begins, linked both ways', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Ferdig.', status: 'closed' } })
    days(13)
    expect(await receive()).toMatchObject({ went: 'here', number })
    expect(await get()).toMatchObject({ status: 'in_progress', reopenCount: 1 })
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Ferdig.', status: 'closed' } })
    days(15)
    const went = await receive({ subject: 'Ankeret igjen' })
    expect(went).toMatchObject({ went: 'new' })
    expect(await get()).toMatchObject({ status: 'closed', links: [{ kind: 'follow_up', number: went.number }] })
    const follow = await kari.call(tickets.get, { params: { number: went.number } })
    expect(follow).toMatchObject({
      title: 'Ankeret igjen',
      status: 'new',
      waitingOn: 'us',
      links: [{ kind: 'follows', number }],
      requester: { email: requester.email },
      messageCount: 1,
    })
  })

  it('asks for a number when a new ticket must begin and none was given', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Ferdig.', status: 'closed' } })
    days(15)
    const without = transact(at.house, (tx) =>
      receiveMessage(tx, SYSTEM, {
        number,
        message: { trust: 'verified', automatic: null, subject: 'Hei' } as unknown as IncomingMessage,
      }),
    )
    await expect(without).rejects.toBeInstanceOf(NumberNeeded)
  })

  it('what was merged away passes it on', async () => {
    const other = await kari.call(tickets.open, { body: { title: 'Samme anker', requester } })
    await kari.call(tickets.merge, { params: { number }, body: { into: other.number } })
    expect(await receive()).toMatchObject({ went: 'merged', number: other.number })
  })

  it('trash comes back to the inbox, spam stays spam', async () => {
    await change({ folder: 'trash' })
    await receive()
    expect(await get()).toMatchObject({ folder: 'inbox' })
    await change({ folder: 'spam' })
    await receive()
    expect(await get()).toMatchObject({ folder: 'spam' })
  })
})

describe('what is no answer', () => {
  it('an automatic message is kept and changes nothing', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Løst.', status: 'resolved' } })
    const before = await get()
    await receive({ automatic: 'out-of-office' })
    expect(await get()).toMatchObject({
      status: 'resolved',
      waitingOn: 'customer',
      waitingSince: before.waitingSince,
      messageCount: 3,
    })
    const { items } = await kari.call(tickets.messages, { params: { number } })
    expect(items.at(-1)).toMatchObject({ autoReply: true, automatic: 'out-of-office' })
  })

  it('a doubtful message waits; accepted it counts, once', async () => {
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Løst.', status: 'resolved' } })
    const { messageId } = await receive({ trust: 'quarantined' })
    expect(await get()).toMatchObject({ status: 'resolved' })
    const waiting = await kari.call(tickets.list, { query: { view: 'quarantine', limit: 200 } })
    expect(waiting.items.map((t) => t.number)).toContain(number)
    const answer = { params: { number, messageId }, body: { decision: 'accept' as const } }
    await kari.call(tickets.trust, answer)
    expect(await get()).toMatchObject({ status: 'in_progress', waitingOn: 'us' })
    expect((await kari.tell(tickets.trust, answer)).status).toBe(409)
    const later = await kari.call(tickets.list, { query: { view: 'quarantine', limit: 200 } })
    expect(later.items.map((t) => t.number)).not.toContain(number)
  })

  it('or it becomes a ticket of its own, of whoever wrote it', async () => {
    const stranger = { email: 'fremmed@annet.example', name: 'Fremmed' }
    const { messageId } = await receive({
      trust: 'quarantined',
      author: { type: 'customer', id: null, name: 'Fremmed', email: stranger.email },
      from: stranger,
    })
    const own = await kari.call(tickets.trust, { params: { number, messageId }, body: { decision: 'own_ticket' } })
    expect(own).toMatchObject({
      requester: { email: stranger.email },
      messageCount: 1,
      links: [{ kind: 'split', number }],
    })
    expect(await get()).toMatchObject({ messageCount: 1, participants: [] })
  })
})

describe('sending', () => {
  const reply = (undoSeconds: number) =>
    kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Hei', undoSeconds } })
  const take = (id: number) => transact(at.house, (tx) => claimForSending(tx, id))
  const cancel = (messageId: number) => kari.tell(tickets.cancelReply, { params: { number, messageId } })

  it('does not begin before the undo window is over, and not at all when it was used', async () => {
    const { id } = await reply(30)
    expect(await take(id)).toBe('early')
    expect((await cancel(id)).status).toBe(200)
    days(1)
    expect(await take(id)).toBe('cancelled')
  })

  it('cannot be taken back once mail has it, or the window is over', async () => {
    const taken = await reply(0)
    expect(await take(taken.id)).toBe('taken')
    expect(await take(taken.id)).toBe('taken')
    const late = await cancel(taken.id)
    expect(late.body.type).toMatch(/too-late-to-undo$/)
    const { id } = await reply(5)
    now = new Date(now.getTime() + 6_000)
    expect((await cancel(id)).status).toBe(409)
  })

  it('that failed for good gives the ticket back to us, a resolved one too', async () => {
    const sent = await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Løst.', status: 'resolved' } })
    const { id: ticketId } = await at.house.db
      .selectFrom('tickets')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const failure = { ticketId, messageId: sent.id, recipient: requester.email, reason: '550 No such user' }
    await transact(at.house, (tx) => deliveryFailed(tx, SYSTEM, { ...failure, permanent: false }))
    expect(await get()).toMatchObject({ status: 'resolved', waitingOn: 'customer' })
    await transact(at.house, (tx) => deliveryFailed(tx, SYSTEM, { ...failure, permanent: true }))
    expect(await get()).toMatchObject({ status: 'in_progress', waitingOn: 'us' })
  })
})

describe('postponing', () => {
  it('ends when its time has come, and not before, however often the job runs', async () => {
    await change({ postponedUntil: new Date(now.getTime() + 3_600_000).toISOString() })
    const { id: ticketId } = await at.house.db
      .selectFrom('tickets')
      .select('id')
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    await wake(at.house, { ticketId })
    expect((await get()).postponedUntil).not.toBeNull()
    now = new Date(now.getTime() + 3_600_000)
    await wake(at.house, { ticketId })
    await wake(at.house, { ticketId })
    expect((await get()).postponedUntil).toBeNull()
    const { items } = await kari.call(tickets.events, { params: { number } })
    expect(items.filter((e) => e.kind === 'woken')).toHaveLength(1)
    expect(WAKE).toBe('tickets.wake')
  })

  it('keeps its list, and refuses a time that has passed', async () => {
    await change({ postponedUntilReply: true })
    const postponed = await kari.call(tickets.list, { query: { view: 'postponed', limit: 200 } })
    expect(postponed.items.map((t) => t.number)).toContain(number)
    const refused = await ola.tell(tickets.change, {
      params: { number },
      body: { postponedUntil: '2020-01-01T00:00:00Z' },
    })
    expect(refused.status).toBe(422)
    expect(refused.body.errors).toEqual([{ path: 'postponedUntil', message: 'This time has passed' }])
  })
})
