import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers } from '#contract'
import { organisationByName, personFor, recogniseSender, recogniseSenders } from '#customers'
import { transact } from '#platform'
import { startHouse, type TestAgent, type TestHouse } from '../../test/support/house.ts'

let h: TestHouse
let agent: TestAgent
beforeAll(async () => {
  h = await startHouse()
  agent = await h.makeAgent()
})
afterAll(() => h?.stop())

const inTx = <T>(work: Parameters<typeof transact<T>>[1]) => transact(h.house, work)

describe('recognising a sender', () => {
  it('makes a person once, however many mails come at once', async () => {
    const people = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        inTx((tx) => recogniseSender(tx, { email: i % 2 ? 'Kari@Ny.example' : 'kari@ny.example', name: 'Kari' })),
      ),
    )
    expect(new Set(people.map((person) => person.id)).size).toBe(1)
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from persons where name = 'Kari'`.execute(
      h.house.db,
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('does not stop when mails name the same new people in different orders', async () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ email: `${name}@mange.example`, name }))
    const rounds = await Promise.all(
      Array.from({ length: 8 }, (_, i) => inTx((tx) => recogniseSenders(tx, i % 2 ? all : [...all].reverse()))),
    )
    for (const people of rounds) expect(new Set(people.map((p) => p.id)).size).toBe(5)
    expect(rounds[1]!.map((p) => p.email)).toEqual(all.map((p) => p.email))
  })

  it('fills an empty name and language and never changes one', async () => {
    const first = await inTx((tx) => recogniseSender(tx, { email: 'uten@navn.example', name: '' }))
    const second = await inTx((tx) => recogniseSender(tx, { email: 'uten@navn.example', name: 'Una', language: 'nn' }))
    const third = await inTx((tx) => recogniseSender(tx, { email: 'uten@navn.example', name: 'Annet', language: 'sv' }))
    expect([first.name, second.name, third.name]).toEqual(['', 'Una', 'Una'])
    expect(third).toMatchObject({ id: first.id, language: 'nn' })
  })

  it('links people to the organisation of their domain, and never by a free-mail domain', async () => {
    const made = await agent.call(customers.addOrganisation, { body: { name: 'Fjord AS', domains: ['Fjord.example'] } })
    const there = await inTx((tx) => recogniseSender(tx, { email: 'per@post.fjord.example', name: 'Per' }))
    expect(there.organisationId).toBe(made.id)
    const refused = await agent.tell(customers.addOrganisation, { body: { name: 'Alle', domains: ['gmail.com'] } })
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ path: 'domains.0' }] } })
  })

  it('takes those in who wrote before their organisation was known', async () => {
    const early = await inTx((tx) => recogniseSender(tx, { email: 'tidlig@sen.example', name: 'Tid' }))
    expect(early.organisationId).toBeNull()
    const made = await agent.call(customers.addOrganisation, { body: { name: 'Sen AS', domains: ['sen.example'] } })
    expect((await agent.call(customers.get, { params: { id: early.id } })).organisation).toEqual({
      id: made.id,
      name: 'Sen AS',
    })
  })
})

describe('naming a requester', () => {
  it('takes an address, a name alone, or an id, and makes a named organisation once', async () => {
    const [a, b] = await Promise.all(
      ['x@en.example', 'y@en.example'].map((email) =>
        inTx((tx) => personFor(tx, { email, name: 'N', phone: '+47 22 33 44 55', organisation: 'Nytt Firma' })),
      ),
    )
    expect(a!.organisationId).not.toBeNull()
    expect(a!.organisationId).toBe(b!.organisationId)
    expect(await inTx((tx) => organisationByName(tx, 'nytt firma'))).toMatchObject({ id: a!.organisationId })
    expect(await inTx((tx) => personFor(tx, { id: a!.id }))).toMatchObject({
      email: 'x@en.example',
      phone: '+47 22 33 44 55',
    })
    expect((await inTx((tx) => personFor(tx, { name: 'Bare Navn' }))).email).toBeNull()
    await expect(inTx((tx) => personFor(tx, {}))).rejects.toMatchObject({ status: 422 })
    await expect(inTx((tx) => personFor(tx, { id: 999_999 }))).rejects.toMatchObject({ status: 422 })
  })
})

describe('the customer pages', () => {
  it('find by part of a name, of an address, and by phone, page by page', async () => {
    for (const name of ['Åse Blåfjell', 'Bjarne Blåfjell', 'Cecilie Blåfjell']) {
      await agent.call(customers.add, { body: { name, email: `${name[0]}@blå.example`, phone: '99 88 77 66' } })
    }
    const names = async (q: string) => (await agent.call(customers.list, { query: { q } })).items.map((p) => p.name)
    expect((await names('blåfj')).sort()).toEqual(['Bjarne Blåfjell', 'Cecilie Blåfjell', 'Åse Blåfjell'])
    expect(await names('99887766')).toHaveLength(3)
    expect(await names('@blå.ex')).toHaveLength(3)
    expect(await names('100%')).toEqual([])
    const first = await agent.call(customers.list, { query: { q: 'blåfjell', limit: 2 } })
    const second = await agent.call(customers.list, { query: { q: 'blåfjell', limit: 2, cursor: first.nextCursor! } })
    expect([...first.items, ...second.items].map((p) => p.name)).toEqual([
      'Bjarne Blåfjell',
      'Cecilie Blåfjell',
      'Åse Blåfjell',
    ])
    expect(second.nextCursor).toBeNull()
    expect((await agent.tell(customers.list, { query: { cursor: 'tull' } })).status).toBe(422)
  })

  it('change a person, and refuse an address that somebody else has', async () => {
    const one = await agent.call(customers.add, { body: { name: 'En', email: 'en@bytte.example' } })
    const two = await agent.call(customers.add, { body: { name: 'To', email: 'to@bytte.example' } })
    const taken = await agent.tell(customers.change, {
      params: { id: two.id },
      body: { name: 'Tre', addEmails: ['EN@bytte.example'] },
    })
    expect(taken).toMatchObject({ status: 409, body: { type: 'https://reda.example/problems/address-taken' } })
    expect((await agent.call(customers.get, { params: { id: two.id } })).name).toBe('To')
    const changed = await agent.call(customers.change, {
      params: { id: one.id },
      body: { addEmails: ['ny@bytte.example'], removeEmails: ['en@bytte.example'], phone: '1', language: 'da' },
    })
    expect(changed).toMatchObject({
      email: 'ny@bytte.example',
      emails: ['ny@bytte.example'],
      phone: '1',
      language: 'da',
    })
    expect((await agent.tell(customers.add, { body: { name: 'x', email: 'to@bytte.example' } })).status).toBe(409)
  })
})
