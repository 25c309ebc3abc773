import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customers, mail, type Operation, people, tickets } from '#contract'
import { operations } from '../server/platform/http/operations.ts'
import { startHouse, type TestAgent, type TestHouse } from './support/house.ts'

/*
 * Every operation of the contract × everyone who may call × own and foreign objects. What is expected follows from the operation's own
 * declaration, except where an object decides: those have a line below, and an operation with a parameter that has none fails.
 */
const CALLERS = ['anonymous', 'lightAgent', 'agent', 'stranger', 'admin', 'owner', 'readKey'] as const
type Who = (typeof CALLERS)[number]
const RANK: Record<Who, number> = { anonymous: 0, lightAgent: 1, agent: 2, stranger: 2, admin: 3, owner: 4, readKey: 4 }
const NEEDS = { public: 0, setup: 0, light_agent: 1, agent: 2, admin: 3, owner: 4 } as const

/** What an operation does with the paths' objects. `hidden`: those of the closed team are not there for who may not see it. */
const OBJECTS: Record<string, 'ticket' | 'file' | 'free' | 'own'> = {
  ...Object.fromEntries(
    [...operations()]
      .filter(([, o]) => o.path.startsWith('/tickets/:number'))
      .map(([name]) => [name, 'ticket' as const]),
  ),
  'tickets.download': 'file',
  'people.revokeApiKey': 'own',
  'people.changeAgent': 'free',
  'people.changeTeam': 'free',
  'customers.get': 'free',
  'customers.change': 'free',
  'customers.tickets': 'free',
  'customers.getOrganisation': 'free',
  'customers.organisationTickets': 'free',
  'mail.changeMailbox': 'free',
  'mail.rawInbound': 'free',
  'mail.reprocess': 'free',
  'mail.testMailbox': 'free',
  'mail.sendTest': 'free',
  'mail.makeDkimKey': 'free',
}

let h: TestHouse
const by = {} as Record<Who, TestAgent | { tell: TestAgent['tell'] }>
let hiddenNumber: string
let hiddenFile: string
let othersKey: number
const SECRET = 'Hemmelig oppsigelse'

beforeAll(async () => {
  h = await startHouse()
  const lightAgent = await h.makeAgent('light_agent')
  const agent = await h.makeAgent('agent')
  const stranger = await h.makeAgent('agent')
  const admin = await h.makeAgent('admin')
  const { key } = await h.owner.call(people.addApiKey, { body: { name: 'les', scopes: ['read'] } })
  Object.assign(by, {
    anonymous: h.api(null),
    lightAgent,
    agent,
    stranger,
    admin,
    owner: h.owner,
    readKey: { key, ...h.api({ key }) },
  })
  const team = await h.owner.call(people.addTeam, {
    body: { name: 'Personal', visibility: 'members', memberIds: [lightAgent.id, agent.id] },
  })
  hiddenFile = await upload(agent, SECRET)
  const ticket = await agent.call(tickets.open, {
    body: {
      title: SECRET,
      description: SECRET,
      teamId: team.id,
      requester: { email: 'a@b.example', name: 'A' },
      attachments: [hiddenFile],
    },
  })
  hiddenNumber = ticket.number
  othersKey = (await agent.call(people.addApiKey, { body: { name: 'en annens' } })).id
})
afterAll(() => h?.stop())

async function upload(agent: TestAgent, text: string): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([text], { type: 'text/plain' }), 'fil.txt')
  const response = await fetch(`${h.url}/api/v1/attachments`, {
    method: 'POST',
    body: form,
    headers: { authorization: `Bearer ${agent.key}` },
  })
  return ((await response.json()) as { id: string }).id
}

function allowed(operation: Operation, who: Who): number | null {
  if (operation.access === 'public') return null
  if (operation.access === 'setup') return 409
  if (who === 'anonymous') return 401
  if (RANK[who] < NEEDS[operation.access]) return 403
  return who === 'readKey' && operation.scope !== 'read' ? 403 : null
}

const all = [...operations()]

describe('every operation', () => {
  it('is counted here, and each with a parameter says what it is about', () => {
    expect(all.length).toBeGreaterThan(60)
    const undecided = all
      .filter(([name, o]) => o.path.includes(':') && OBJECTS[name] === undefined)
      .map(([name]) => name)
    expect(undecided).toEqual([])
    const stale = Object.keys(OBJECTS).filter((name) => !all.some(([other]) => other === name))
    expect(stale).toEqual([])
  })

  describe.each(all)('%s', (name, operation) => {
    it.each(CALLERS)('lets %s do no more than its access rule says', async (who) => {
      const expected = allowed(operation, who)
      const reply = await tell(operation, who, '000101001')
      if (expected !== null) {
        expect(reply.status).toBe(expected)
        return
      }
      // Past the access rule; nothing valid was asked, or nothing that is there, so nothing was done.
      expect([200, 201, 204, 400, 401, 404, 409, 415, 422]).toContain(reply.status)
      if (operation.access !== 'public') expect([401, 403]).not.toContain(reply.status)
      if (OBJECTS[name] === 'ticket' && reply.status !== 422) expect(reply.status).toBe(404)
    })

    if (OBJECTS[name] === 'ticket' || OBJECTS[name] === 'file') {
      it('does not know a hidden object to those who may not see it, and says nothing of it', async () => {
        const reply = await tell(operation, 'stranger', hiddenNumber)
        const expected = allowed(operation, 'stranger')
        if (expected !== null) expect(reply.status).toBe(expected)
        else expect([404, 422]).toContain(reply.status)
        expect(JSON.stringify(reply.body)).not.toContain(SECRET)
        // The same words as for what is not there at all.
        const nothing = await tell(operation, 'stranger', '000101001')
        expect([reply.status, { ...reply.body, requestId: 0 }]).toEqual([
          nothing.status,
          { ...nothing.body, requestId: 0 },
        ])
      })
    }
  })

  it('lists nothing hidden to those who may not see it', async () => {
    for (const [name, operation] of all) {
      if (operation.method !== 'GET' || operation.path.includes(':') || (operation.kind ?? 'json') !== 'json') continue
      const reply = await by.stranger.tell(operation)
      expect([name, JSON.stringify(reply.body).includes(SECRET)]).toEqual([name, false])
      expect([name, JSON.stringify(reply.body).includes(hiddenNumber)]).toEqual([name, false])
    }
    const { items } = await h.owner.call(customers.list, { query: { q: 'a@b.example' } })
    const ofPerson = await by.stranger.tell(customers.tickets, { params: { id: items[0]!.id } })
    expect(ofPerson.body).toEqual({ items: [], nextCursor: null })
    expect((await by.stranger.tell(customers.get, { params: { id: items[0]!.id } })).body.ticketCount).toBe(0)
    expect((await by.agent.tell(customers.get, { params: { id: items[0]!.id } })).body.ticketCount).toBe(1)
  })

  it('shows the hidden things to those who may see them', async () => {
    for (const who of ['lightAgent', 'agent', 'admin', 'owner', 'readKey'] as const) {
      expect([who, (await by[who].tell(tickets.get, { params: { number: hiddenNumber } })).status]).toEqual([who, 200])
      expect([who, (await by[who].tell(tickets.download, { params: { id: hiddenFile } })).status]).toEqual([who, 200])
    }
  })

  it('changes nobody else’s own things', async () => {
    expect((await by.stranger.tell(people.revokeApiKey, { params: { id: othersKey } })).status).toBe(404)
    expect((await by.owner.tell(people.revokeApiKey, { params: { id: othersKey } })).status).toBe(404)
  })

  it('reads without writing: no GET changes a row', async () => {
    const before = await fingerprint()
    for (const [, operation] of all) {
      if (operation.method !== 'GET' || operation.kind === 'events') continue
      await tell(operation, 'owner', hiddenNumber)
      await tell(operation, 'agent', hiddenNumber)
    }
    expect(await fingerprint()).toEqual(before)
  })

  it('keeps the mailboxes’ secrets to itself', async () => {
    const body = {
      address: 'post@nordlys.example',
      name: 'Post',
      imap: 'imaps://bruker:kanarifugl-7@imap.example/INBOX',
    }
    const added = await by.owner.tell(mail.addMailbox, { body })
    const listed = await by.lightAgent.tell(mail.mailboxes)
    expect(JSON.stringify([added.body, listed.body])).not.toContain('kanarifugl-7')
    expect(listed.status).toBe(200)
  })
})

async function tell(operation: Operation, who: Who, number: string) {
  const file = number === hiddenNumber ? hiddenFile : 'x'.repeat(22)
  const params: Record<string, string> = {}
  for (const [, parameter] of operation.path.matchAll(/:([^/]+)/g)) {
    params[parameter!] =
      { number, messageId: '999999', kind: 'note', id: operation === tickets.download ? file : '999999' }[parameter!] ??
      '1'
  }
  if (operation.kind === 'events') {
    const stop = new AbortController()
    const signed = by[who] as Partial<TestAgent>
    const key = signed.key
    const response = await fetch(`${h.url}/api/v1${operation.path}`, {
      signal: stop.signal,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    })
    stop.abort()
    return { status: response.status, body: {} as Record<string, unknown> }
  }
  return by[who].tell(operation, {
    params,
    ...(operation.method === 'GET' || operation.method === 'DELETE' ? {} : { body: bodyOf(operation) }),
  } as never)
}

/** A body that would pass, where nothing can come of it: the object it is about is not there. */
function bodyOf(operation: Operation): unknown {
  if (operation.kind === 'upload') return undefined
  const guesses = [
    {},
    { title: 'x' },
    { state: 'viewing' },
    { messageId: null },
    { into: '000101002' },
    { messageIds: [999999] },
    { eventId: 999999 },
    { kind: 'related', number: '000101002' },
    { reason: 'x' },
    { decision: 'accept' },
    { bodyHtml: '<p>x</p>' },
    { bodyText: 'x' },
  ]
  if (!operation.path.includes(':')) return { nothing: 'valid' }
  return guesses.find((guess) => operation.body?.safeParse(guess).success) ?? {}
}

/** All rows of the tables that hold what people see. */
async function fingerprint(): Promise<unknown> {
  const { pool } = h.house.database
  const { rows } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'
     and table_name not in ('sessions', 'rate_limits', 'api_keys') order by 1`,
  )
  const prints: unknown[] = []
  for (const { name } of rows) {
    prints.push([
      name,
      (await pool.query(`select count(*)::int as n, coalesce(sum(hashtext(t::text)), 0)::text as h from ${name} t`))
        .rows[0],
    ])
  }
  return prints
}
