import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers, people, SORTS, ticketSettings, tickets } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../../test/support/house.ts'

let at: TestHouse
let kari: TestAgent
let ola: TestAgent
let now = new Date('2026-03-02T08:00:00.000Z')
const numbers: string[] = []
let secret: { id: number }

beforeAll(async () => {
  at = await startHouse({ role: 'web', now: () => now })
  kari = await at.makeAgent('agent', { name: 'Kari' })
  ola = await at.makeAgent('agent', { name: 'Ola' })
  secret = await at.owner.call(people.addTeam, { body: { name: 'Lønn', visibility: 'members', memberIds: [ola.id] } })
  const priorities = ['low', 'medium', 'high', 'urgent'] as const
  for (let i = 0; i < 23; i++) {
    // Several at the same instant, so that only the id tells them apart.
    if (i % 4 === 0) now = new Date(now.getTime() + 60_000)
    const ticket = await ola.call(tickets.open, {
      body: {
        title: `Sak ${i} 100% ${i % 2 ? 'partall_' : 'oddetall'}`,
        description: i % 3 === 0 ? 'Hei' : '',
        requester: {
          email: `k${i % 5}@kunde${i % 2}.example`,
          name: `Kunde Nr${i % 5}`,
          organisation: `Firma ${i % 2}`,
        },
        priority: priorities[i % 4]!,
        ...(i % 6 === 0 ? { teamId: secret.id } : {}),
        ...(i % 3 === 1 ? { assigneeId: kari.id } : {}),
        tags: i % 2 ? ['Seil'] : [],
      },
    })
    numbers.push(ticket.number)
  }
  const patch = (i: number, body: object) => ola.call(tickets.change, { params: { number: numbers[i]! }, body })
  await patch(1, { waitingOn: 'customer' })
  await patch(2, { postponedUntilReply: true })
  await patch(3, { folder: 'spam' })
  await patch(4, { folder: 'trash' })
  await patch(5, { status: 'in_progress' })
  await patch(5, { status: 'resolved' })
  await patch(7, { status: 'resolved' })
  await patch(7, { status: 'closed' })
  await ola.call(tickets.note, { params: { number: numbers[0]! }, body: { bodyText: 'Se', mentions: [kari.id] } })
  await kari.call(tickets.saveDraft, {
    params: { number: numbers[8]!, kind: 'reply' },
    body: { bodyHtml: '<p>Hei</p>' },
  })
})
afterAll(() => at?.stop())

type Query = Parameters<typeof kari.call<typeof tickets.list>>[1]
const list = async (query: NonNullable<Query>['query'], who = kari) =>
  (await who.call(tickets.list, { query: { limit: 200, ...query } })).items
const placesOf = (rows: { number: string }[]) => rows.map((row) => numbers.indexOf(row.number)).sort((a, b) => a - b)

describe('the list', () => {
  it.each(SORTS)('pages by %s without skipping or repeating', async (sort) => {
    const whole = (await list({ sort })).map((t) => t.number)
    expect(new Set(whole).size).toBe(whole.length)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = await kari.call(tickets.list, { query: { sort, limit: 3, ...(cursor ? { cursor } : {}) } })
      paged.push(...page.items.map((t) => t.number))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(whole)
  })

  it('is in the order asked for', async () => {
    const rank = ['low', 'medium', 'high', 'urgent']
    const urgent = (await list({ sort: '-priority' })).map((t) => rank.indexOf(t.priority))
    expect(urgent).toEqual(urgent.toSorted((a, b) => b - a))
    const waits = (await list({ sort: 'waitingSince' })).map((t) => t.waitingSince)
    expect(waits).toEqual(waits.toSorted())
  })

  it('refuses a cursor that is not of this list', async () => {
    const { nextCursor } = await kari.call(tickets.list, { query: { limit: 1, sort: 'createdAt' } })
    for (const cursor of ['x', nextCursor!, Buffer.from('["waitingSince",1]').toString('base64url')]) {
      expect((await kari.tell(tickets.list, { query: { cursor } })).status).toBe(422)
    }
  })

  // Kari may not see the tickets of «Lønn» (every sixth), but for number 0, which she follows since she was mentioned.
  it.each<[NonNullable<Query>['query'], number[]]>([
    [{ view: 'unassigned' }, [0, 8, 9, 11, 14, 15, 17, 20, 21]],
    [{ view: 'mine' }, [10, 13, 16, 19, 22]],
    [{ view: 'waiting' }, [1]],
    [{ view: 'postponed' }, [2]],
    [{ view: 'spam' }, [3]],
    [{ view: 'trash' }, [4]],
    [{ view: 'resolved' }, [5]],
    [{ view: 'closed' }, [7]],
    [{ view: 'following' }, [0]],
    [{ view: 'drafts' }, [8]],
    [{ view: 'quarantine' }, []],
    [{ folder: 'spam' }, [3]],
    [{ status: ['resolved', 'closed'] }, [5, 7]],
    [{ status: 'open', assigneeId: 'me', tag: 'SEIL' }, [1, 13, 19]],
    [{ assigneeId: 'none', teamId: 'none', priority: 'urgent' }, [11, 15]],
    [{ requesterEmail: 'K1@kunde1.example' }, [1, 11, 21]],
    [{ waitingOn: 'customer' }, [1]],
    [{ q: '100%', view: 'unassigned', priority: 'low' }, [0, 8, 20]],
    [{ q: 'partall_', view: 'mine' }, [13, 19]],
    [{ q: 'sak kunde nr2', view: 'mine' }, [22]],
    [{ q: 'nr2 firma', view: 'mine' }, [22]],
    [{ q: "'; drop table tickets; --" }, []],
    [{ createdAfter: '2026-03-02T08:05:30+00:00', view: 'mine' }, [22]],
  ])('%j holds %j', async (query, expected) => {
    expect(placesOf(await list(query))).toEqual(expected)
  })

  it('finds a number wherever the ticket lies, however it is typed', async () => {
    for (const q of [numbers[3]!, `#${numbers[3]}`, `[${numbers[3]}]`, ` ${numbers[3]!.toLowerCase()} `]) {
      expect(placesOf(await list({ q }))).toEqual([3])
    }
    expect(await list({ q: numbers[6]! })).toEqual([])
  })

  it('says what is unread and where a draft waits', async () => {
    const row = async (i: number) => (await list({ q: numbers[i]! }))[0]!
    expect(await row(8)).toMatchObject({ draft: true, unread: false })
    expect(await row(9)).toMatchObject({ draft: false, unread: true })
    const { items } = await kari.call(tickets.messages, { params: { number: numbers[9]! } })
    await kari.call(tickets.markRead, { params: { number: numbers[9]! }, body: { messageId: items.at(-1)!.id } })
    expect(await row(9)).toMatchObject({ unread: false })
    const readBy = async (who: typeof kari) =>
      (await who.call(tickets.get, { params: { number: numbers[9]! } })).lastReadMessageId
    expect(await readBy(kari)).toBe(items.at(-1)!.id)
    expect(await readBy(at.owner)).toBeNull()
    const followed = await kari.call(tickets.follow, { params: { number: numbers[9]! } })
    expect(followed.lastReadMessageId).toBe(items.at(-1)!.id)
    await kari.call(tickets.unfollow, { params: { number: numbers[9]! } })
    await kari.call(tickets.markRead, { params: { number: numbers[9]! }, body: { messageId: null } })
    expect(await row(9)).toMatchObject({ unread: true })
    expect(await readBy(kari)).toBeNull()
  })

  it('counts what it lists, for each agent by their own rights', async () => {
    for (const who of [kari, ola, at.owner]) {
      const counts = await who.call(tickets.counts)
      for (const view of ['live', 'mine', 'unassigned', 'drafts', 'following'] as const) {
        expect(counts[view], view).toBe((await list({ view }, who)).length)
      }
      for (const { id, count } of counts.teams)
        expect(count).toBe((await list({ view: 'live', teamId: id }, who)).length)
    }
  })

  it('of a customer and of an organisation holds what one may see, newest first', async () => {
    const [one] = await list({ q: numbers[9]! })
    const person = await kari.call(customers.tickets, { params: { id: one!.requester!.id } })
    expect(placesOf(person.items)).toEqual([9, 19])
    const { items } = await kari.call(customers.organisationTickets, {
      params: { id: one!.organisation!.id },
      query: { limit: 200 },
    })
    expect(items.map((t) => t.createdAt)).toEqual(
      items
        .map((t) => t.createdAt)
        .toSorted()
        .reverse(),
    )
    expect(items.every((t) => t.number !== numbers[6])).toBe(true)
    const counted = await kari.call(customers.getOrganisation, { params: { id: one!.organisation!.id } })
    expect(counted.ticketCount).toBe(items.length)
    expect((await kari.tell(customers.tickets, { params: { id: 9_999 } })).status).toBe(404)
  })
})

describe('kinds', () => {
  it('categories have three levels, are found by id, name and path, and take what is below them along', async () => {
    const add = (name: string, parentId: number | null) =>
      at.owner.call(ticketSettings.addCategory, { body: { name, parentId } })
    const top = await add('Teknisk', null)
    const middle = await add('Innlogging', top.id)
    const leaf = await add('Passord', middle.id)
    expect(leaf.path).toEqual(['Teknisk', 'Innlogging', 'Passord'])
    expect((await at.owner.tell(ticketSettings.addCategory, { body: { name: 'X', parentId: leaf.id } })).status).toBe(
      422,
    )
    expect(
      (await at.owner.tell(ticketSettings.addCategory, { body: { name: 'innlogging', parentId: top.id } })).status,
    ).toBe(409)
    for (const category of [leaf.id, 'passord', 'Teknisk / Innlogging / Passord']) {
      const ticket = await ola.call(tickets.open, { body: { title: 'Passord', category } })
      expect(ticket.category).toEqual({ id: leaf.id, name: 'Passord', path: leaf.path })
    }
    expect(await list({ category: top.id })).toHaveLength(3)
  })

  it('types and fields are checked, tags are counted whatever their case', async () => {
    await at.owner.call(ticketSettings.addType, { body: { key: 'warranty', name: 'Garanti' } })
    await at.owner.call(ticketSettings.addField, {
      body: { key: 'colour', label: 'Farge', kind: 'choice', choices: ['rød'] },
    })
    const body = { title: 'Mast', type: 'warranty', fields: { colour: 'rød' }, tags: ['SEIL'] }
    expect((await ola.call(tickets.open, { body })).fields).toEqual({ colour: 'rød' })
    const wrong = await ola.tell(tickets.open, { body: { ...body, fields: { colour: 'blå' } } })
    expect(wrong.body.errors).toEqual([{ path: 'fields.colour', message: 'One of the choices is wanted' }])
    const { items } = await ola.call(ticketSettings.tags, { query: { q: 'se' } })
    expect(items).toHaveLength(1)
    expect(items[0]!.count).toBe(12)
  })
})
