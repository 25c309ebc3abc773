import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tickets } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../test/support/house.ts'

let at: TestHouse
let kari: TestAgent
let ola: TestAgent
let light: TestAgent

beforeAll(async () => {
  at = await startHouse({ role: 'web' })
  kari = await at.makeAgent('agent', { name: 'Kari Nordmann' })
  ola = await at.makeAgent('agent', { name: 'Ola Hansen' })
  light = await at.makeAgent('light_agent')
})
afterAll(() => at?.stop())

const open = (more: Record<string, unknown> = {}) =>
  kari.call(tickets.open, {
    body: {
      title: 'Seilet revnet',
      description: 'Det revnet i går.',
      requester: { email: 'per@brygga.example', name: 'Per Brygge' },
      ...more,
    },
  })

describe('a ticket through the API', () => {
  it('begins as new, waiting on us, with what the customer said as its first message', async () => {
    const ticket = await open({ tags: ['seil', 'Seil'], channel: 'phone' })
    expect(ticket).toMatchObject({
      status: 'new',
      waitingOn: 'us',
      folder: 'inbox',
      channel: 'phone',
      tags: ['seil'],
      requester: { name: 'Per Brygge', email: 'per@brygga.example' },
      messageCount: 1,
    })
    const { items } = await kari.call(tickets.messages, { params: { number: ticket.number } })
    expect(items).toMatchObject([
      { direction: 'in', bodyText: 'Det revnet i går.', author: { type: 'customer', name: 'Per Brygge' } },
    ])
    const events = await kari.call(tickets.events, { params: { number: ticket.number } })
    expect(events.items.map((e) => [e.seq, e.kind, e.actor.name])).toEqual([
      [1, 'ticketOpened', 'Kari Nordmann'],
      [2, 'messageReceived', 'Kari Nordmann'],
    ])
  })

  it('is claimed by one; the next one hears who has it', async () => {
    const { number } = await open()
    const claimed = await kari.call(tickets.claim, { params: { number } })
    expect(claimed).toMatchObject({ status: 'open', assignee: { name: 'Kari Nordmann' } })
    const refused = await ola.tell(tickets.claim, { params: { number } })
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ assignee: { id: kari.id, name: 'Kari Nordmann' } })
  })

  it('answers the customer, waits on them, and can take the answer back within its window', async () => {
    const { number } = await open()
    const sent = await kari.call(tickets.reply, {
      params: { number },
      body: { bodyHtml: '<p>Hei! <script>alert(1)</script><b>Vi ser på det.</b></p>', undoSeconds: 30 },
    })
    expect(sent).toMatchObject({
      direction: 'out',
      bodyHtml: '<p>Hei! <b>Vi ser på det.</b></p>',
      bodyText: 'Hei! Vi ser på det.',
    })
    expect(sent.undoUntil).not.toBeNull()
    expect(sent.to).toEqual([{ email: 'per@brygga.example', name: 'Per Brygge' }])
    const waiting = await kari.call(tickets.get, { params: { number } })
    expect(waiting).toMatchObject({ status: 'open', waitingOn: 'customer', assignee: { id: kari.id } })
    expect(waiting.firstRespondedAt).not.toBeNull()

    const cancelled = await kari.call(tickets.cancelReply, { params: { number, messageId: sent.id } })
    expect(cancelled).toMatchObject({ cancelled: true, undoUntil: null })
    const back = await kari.call(tickets.get, { params: { number } })
    expect(back).toMatchObject({ status: 'new', waitingOn: 'us', assignee: null, firstRespondedAt: null })
    const { items } = await kari.call(tickets.drafts, { params: { number } })
    expect(items).toMatchObject([
      { kind: 'reply', bodyHtml: '<p>Hei! <b>Vi ser på det.</b></p>', to: ['per@brygga.example'] },
    ])
  })

  it('lets nobody answer past a message that they have not seen', async () => {
    const { number } = await open()
    const { items } = await kari.call(tickets.messages, { params: { number } })
    const note = await ola.call(tickets.note, { params: { number }, body: { bodyText: 'Ring heller.' } })
    const refused = await kari.tell(tickets.reply, {
      params: { number },
      body: { bodyText: 'Hei', lastSeenMessageId: items.at(-1)!.id },
    })
    expect(refused.body).toMatchObject({ status: 409, messageId: note.id })
    expect(refused.body.type).toMatch(/newer-message$/)
    await kari.call(tickets.reply, { params: { number }, body: { bodyText: 'Hei', lastSeenMessageId: note.id } })
  })

  it('changes fields in place, refuses what is no step of its life, and undoes', async () => {
    const { number } = await open()
    const changed = await kari.call(tickets.change, {
      params: { number },
      body: { priority: 'high', addTags: ['haster'], status: 'in_progress' },
    })
    expect(changed).toMatchObject({ priority: 'high', status: 'in_progress', assignee: { id: kari.id } })
    const refused = await kari.tell(tickets.change, { params: { number }, body: { status: 'closed' } })
    expect(refused.body.type).toMatch(/transition-refused$/)
    await kari.call(tickets.change, { params: { number }, body: { status: 'resolved' } })
    const { items } = await kari.call(tickets.events, { params: { number } })
    const resolved = items.findLast((e) => e.kind === 'statusChanged')!
    const undone = await kari.call(tickets.undo, { params: { number }, body: { eventId: resolved.id } })
    expect(undone).toMatchObject({ status: 'in_progress', resolvedAt: null, reopenCount: 0 })
  })

  it('refuses to write over what the writer has not seen, and names what changed', async () => {
    const seen = await open()
    const { number } = seen
    await ola.call(tickets.change, { params: { number }, body: { title: 'Seilet er borte' } })
    const refused = await kari.tell(tickets.change, {
      params: { number },
      body: { title: 'Revnet seil' },
      headers: { 'if-match': String(seen.version) },
    })
    expect(refused.body).toMatchObject({ status: 409, changed: ['title'], version: seen.version + 1 })
    expect((await kari.call(tickets.get, { params: { number } })).title).toBe('Seilet er borte')
  })

  it('is read and noted on by light agents, and no more', async () => {
    const { number } = await open()
    await light.call(tickets.note, { params: { number }, body: { bodyText: 'Sett.' } })
    for (const refused of [
      await light.tell(tickets.reply, { params: { number }, body: { bodyText: 'Hei' } }),
      await light.tell(tickets.change, { params: { number }, body: { priority: 'low' } }),
      await light.tell(tickets.claim, { params: { number } }),
    ]) {
      expect(refused.status).toBe(403)
    }
  })

  it('merges, and comes apart again as if it had never been', async () => {
    const [one, two] = [await open(), await open({ title: 'Samme seil' })]
    const merged = await kari.call(tickets.merge, { params: { number: one.number }, body: { into: two.number } })
    expect(merged).toMatchObject({ status: 'closed', mergedInto: two.number, messageCount: 0 })
    const target = await kari.call(tickets.get, { params: { number: two.number } })
    expect(target.messageCount).toBe(2)
    await kari.call(tickets.note, { params: { number: two.number }, body: { bodyText: 'Nå er de én.' } })
    const { items } = await kari.call(tickets.events, { params: { number: one.number } })
    const eventId = items.find((e) => e.kind === 'merged')!.id
    const again = await kari.call(tickets.undo, { params: { number: one.number }, body: { eventId } })
    expect(again).toMatchObject({ status: 'new', mergedInto: null, messageCount: 1, links: [], closedAt: null })
    expect((await kari.call(tickets.get, { params: { number: two.number } })).messageCount).toBe(2)
    // Each history says which of its own events was undone.
    for (const [{ number }, undone, undoing] of [
      [one, 'merged', 'unmerged'],
      [two, 'absorbed', 'gaveBack'],
    ] as const) {
      const told = (await kari.call(tickets.events, { params: { number } })).items
      const cause = told.find((e) => e.kind === undoing)!.cause
      expect(cause).toEqual({ undo: told.find((e) => e.kind === undone)!.seq })
    }
  })

  it('splits messages off, and takes them back', async () => {
    const ticket = await open()
    const { items } = await kari.call(tickets.messages, { params: { number: ticket.number } })
    const own = await kari.call(tickets.split, {
      params: { number: ticket.number },
      body: { messageIds: [items[0]!.id], title: 'For seg' },
    })
    expect(own).toMatchObject({ title: 'For seg', messageCount: 1, requester: { email: 'per@brygga.example' } })
    const events = await kari.call(tickets.events, { params: { number: ticket.number } })
    await kari.call(tickets.undo, {
      params: { number: ticket.number },
      body: { eventId: events.items.find((e) => e.kind === 'splitOff')!.id },
    })
    expect((await kari.call(tickets.get, { params: { number: ticket.number } })).messageCount).toBe(1)
  })

  it('is listed, counted and found', async () => {
    const { number } = await open({ title: 'Propellen synger' })
    const list = await kari.call(tickets.list, { query: { view: 'live', q: 'propell' } })
    expect(list.items).toMatchObject([
      { number, requester: { email: 'per@brygga.example' }, unread: true, draft: false },
    ])
    expect((await kari.call(tickets.list, { query: { q: `[${number}]` } })).items).toHaveLength(1)
    const { live } = await kari.call(tickets.counts)
    const all = await kari.call(tickets.list, { query: { view: 'live', limit: 200 } })
    expect(live).toBe(all.items.length)
  })

  it('shows as it was', async () => {
    const before = await open()
    const { number } = before
    await kari.call(tickets.change, { params: { number }, body: { title: 'Annet' } })
    const then = await kari.call(tickets.get, { params: { number }, query: { asOf: before.updatedAt } })
    expect(then).toEqual(before)
    const missing = await kari.tell(tickets.get, { params: { number }, query: { asOf: '2020-01-01T00:00:00Z' } })
    expect(missing.status).toBe(404)
  })

  it('is erased and purged, and leaves what must stay', async () => {
    const { number } = await open()
    const { items } = await kari.call(tickets.messages, { params: { number } })
    const gone = await at.owner.call(tickets.redact, {
      params: { number },
      body: { messageIds: [items[0]!.id], title: true, description: true, reason: 'Ba om det' },
    })
    expect(gone).toMatchObject({ title: '[redacted]', description: '[redacted]' })
    expect(items[0]).toMatchObject({ redacted: false })
    expect((await kari.call(tickets.messages, { params: { number } })).items[0]).toMatchObject({ redacted: true })
    await kari.call(tickets.change, { params: { number }, body: { folder: 'trash' } })
    const purged = await at.owner.call(tickets.purge, { params: { number }, body: { reason: 'Søppel' } })
    expect(purged).toMatchObject({ number, folder: 'purged', requester: null, messageCount: 0 })
  })
})
