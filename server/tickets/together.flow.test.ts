import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { people, tickets } from '#contract'
import { createApiKey } from '#people'
import { type Caller, startHouse, type TestHouse } from '../../test/support/house.ts'
import { placeOf } from './numbers/number.ts'
import { tellDifference, verify } from './verifying/verify.ts'

let at: TestHouse
let agents: (Caller & { id: number })[]
let now = new Date('2026-11-21T12:00:00.000Z')

beforeAll(async () => {
  at = await startHouse({ role: 'web', now: () => now })
  agents = []
  // Without passwords: hashing fifty of them would be most of this file.
  for (let i = 0; i < 50; i++) {
    const email = `agent${i}@nordlys.example`
    const { id } = await at.owner.call(people.addAgent, { body: { email, name: `Agent ${i}` } })
    const key = await createApiKey(at.house, { agentEmail: email, name: 'test' })
    agents.push({ id, ...at.api({ key }) })
  }
})
afterAll(() => at?.stop())

const open = (title = 'Felles') => agents[0]!.call(tickets.open, { body: { title } })

describe('many at once', () => {
  it('fifty press «claim»: one wins, and the others are told who', async () => {
    const { number } = await open()
    const answers = await Promise.all(agents.map((agent) => agent.tell(tickets.claim, { params: { number } })))
    const [winner, ...more] = answers.filter((a) => a.status === 200)
    expect(more).toEqual([])
    const owner = (winner!.body as { assignee: { id: number; name: string } }).assignee
    const others = answers.filter((a) => a.status === 409)
    expect(others).toHaveLength(49)
    expect(others.every((a) => (a.body.assignee as { id: number }).id === owner.id)).toBe(true)
    const { items } = await agents[0]!.call(tickets.events, { params: { number } })
    expect(items.map((e) => e.kind)).toEqual(['ticketOpened', 'assigned', 'statusChanged'])
  })

  it('two hundred open tickets: two hundred consecutive numbers', async () => {
    const opened = await Promise.all(
      Array.from({ length: 200 }, (_, i) => agents[i % 50]!.call(tickets.open, { body: { title: `Nr ${i}` } })),
    )
    const places = opened.map((t) => placeOf(t.number).n).sort((a, b) => a - b)
    expect(places).toEqual(places.map((_, i) => places[0]! + i))
  })

  it('a request that is refused leaves no gap in the numbers', async () => {
    const before = placeOf((await open()).number).n
    for (const body of [
      { title: 'Hei', type: 'no-such-type' },
      { title: 'Hei', category: 'Nothing' },
      { title: 'Hei', assigneeId: 99_999 },
      { title: 'Hei', requester: {} },
      { title: 'Hei', requester: { id: 99_999 } },
      { title: 'Hei', attachments: ['nothing'] },
      { title: 'Hei', fields: { nothing: 1 } },
      { title: 'Hei', sendToCustomer: true },
    ]) {
      expect((await agents[1]!.tell(tickets.open, { body: body as never })).status, JSON.stringify(body)).toBe(422)
    }
    expect(placeOf((await open()).number).n).toBe(before + 1)
  })

  it('of agents who change the same field from the same version exactly one succeeds, and nothing is overwritten unseen', async () => {
    const ticket = await open()
    const { number, version } = ticket
    const answers = await Promise.all(
      agents.slice(0, 20).map((agent, i) =>
        agent.tell(tickets.change, {
          params: { number },
          body: { title: `Tittel ${i}` },
          headers: { 'if-match': `"${version}"` },
        }),
      ),
    )
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array<number>(19).fill(409)])
    expect(answers.filter((a) => a.status === 409).every((a) => JSON.stringify(a.body.changed) === '["title"]')).toBe(
      true,
    )
    const winner = answers.find((a) => a.status === 200)!.body.title
    expect((await agents[0]!.call(tickets.get, { params: { number } })).title).toBe(winner)
  })

  it('merges that cross each other end without waiting for ever', async () => {
    const pairs = await Promise.all(Array.from({ length: 10 }, async () => [await open('A'), await open('B')] as const))
    const answers = await Promise.all(
      pairs.flatMap(([a, b]) => [
        agents[1]!.tell(tickets.merge, { params: { number: a.number }, body: { into: b.number } }),
        agents[2]!.tell(tickets.merge, { params: { number: b.number }, body: { into: a.number } }),
      ]),
    )
    for (let i = 0; i < answers.length; i += 2) {
      expect([answers[i]!.status, answers[i + 1]!.status].sort()).toEqual([200, 409])
    }
  })

  it('the number turns at midnight where the organisation is, in winter and in summer', async () => {
    const numbers: string[] = []
    for (const time of [
      '2026-12-31T22:59:59.000Z',
      '2026-12-31T23:00:00.000Z',
      '2027-03-27T23:30:00.000Z',
      '2027-03-28T21:59:59.000Z',
      '2027-03-28T22:00:00.000Z',
    ]) {
      now = new Date(time)
      numbers.push((await open()).number)
    }
    expect(numbers).toEqual(['261231001', '270101001', '270328001', '270328002', '270329001'])
  })

  it('any sequence of requests by anybody leaves rows, chains and messages sound', async () => {
    const step = fc.record({
      who: fc.nat({ max: 5 }),
      ticket: fc.nat({ max: 3 }),
      other: fc.nat({ max: 3 }),
      what: fc.constantFrom(
        'change',
        'claim',
        'reply',
        'cancel',
        'note',
        'merge',
        'split',
        'undo',
        'link',
        'follow',
        'redact',
        'purge',
        'participants',
      ),
      patch: fc.record(
        {
          title: fc.constantFrom('En', 'To \u0001 tre'),
          priority: fc.constantFrom('low', 'urgent'),
          status: fc.constantFrom('open', 'in_progress', 'resolved', 'closed'),
          reason: fc.constant('fordi'),
          waitingOn: fc.constantFrom('us', 'third_party'),
          folder: fc.constantFrom('inbox', 'spam', 'trash'),
          addTags: fc.constant(['a', 'b']),
          removeTags: fc.constant(['a']),
          postponedUntilReply: fc.boolean(),
        },
        { requiredKeys: [] },
      ),
      next: fc.constantFrom('waiting', 'open', 'resolved', 'closed'),
      pick: fc.nat(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        const numbers: string[] = []
        for (let i = 0; i < 4; i++) {
          const requester = { email: `k${i}@kunde.example`, name: `Kunde ${i}` }
          numbers.push(
            (await agents[0]!.call(tickets.open, { body: { title: `T${i}`, description: 'Hei', requester } })).number,
          )
        }
        for (const s of steps) {
          const who = s.who === 5 ? at.owner : agents[s.who]!
          const params = { number: numbers[s.ticket]! }
          const other = numbers[s.other]!
          const messages = () => who.call(tickets.messages, { params })
          const events = () => who.call(tickets.events, { params })
          const some = <T>(items: T[]): T | undefined => items[s.pick % Math.max(items.length, 1)]
          let answer = { status: 200 }
          if (s.what === 'change') answer = await who.tell(tickets.change, { params, body: s.patch as never })
          if (s.what === 'claim') answer = await who.tell(tickets.claim, { params })
          if (s.what === 'reply')
            answer = await who.tell(tickets.reply, {
              params,
              body: { bodyText: 'Svar', status: s.next as never, undoSeconds: 30 },
            })
          if (s.what === 'cancel') {
            const sent = (await messages()).items.findLast((m) => m.direction === 'out')
            if (sent) answer = await who.tell(tickets.cancelReply, { params: { ...params, messageId: sent.id } })
          }
          if (s.what === 'note')
            answer = await who.tell(tickets.note, {
              params,
              body: { bodyText: 'Notat', mentions: [agents[s.who % 5]!.id] },
            })
          if (s.what === 'merge') answer = await who.tell(tickets.merge, { params, body: { into: other } })
          if (s.what === 'split') {
            const one = some((await messages()).items)
            if (one) answer = await who.tell(tickets.split, { params, body: { messageIds: [one.id] } })
          }
          if (s.what === 'undo')
            answer = await who.tell(tickets.undo, { params, body: { eventId: some((await events()).items)!.id } })
          if (s.what === 'link')
            answer = await who.tell(tickets.link, { params, body: { kind: 'related', number: other } })
          if (s.what === 'follow') answer = await who.tell(tickets.follow, { params })
          if (s.what === 'participants')
            answer = await who.tell(tickets.participants, { params, body: { add: [{ email: 'ny@kunde.example' }] } })
          if (s.what === 'redact') {
            const one = some((await messages()).items)
            answer = await at.owner.tell(tickets.redact, {
              params,
              body: { messageIds: one ? [one.id] : [], title: true, reason: 'x' },
            })
          }
          if (s.what === 'purge') answer = await at.owner.tell(tickets.purge, { params, body: { reason: 'x' } })
          expect(answer.status, s.what).toBeLessThan(500)
        }
      }),
      { numRuns: 4 },
    )
    expect((await verify(at.house)).differences.map(tellDifference)).toEqual([])
  })
})
