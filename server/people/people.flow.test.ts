import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, customers, people, session, setup } from '#contract'
import { startHouse, type TestAgent, type TestHouse } from '../../test/support/house.ts'

let h: TestHouse
let clock = new Date('2026-03-02T09:00:00Z')
const later = (ms: number) => {
  clock = new Date(clock.getTime() + ms)
}
const HOUR = 3_600_000
beforeAll(async () => {
  h = await startHouse({ now: () => clock })
})
afterAll(() => h?.stop())

const problem = (type: string) => `https://reda.example/problems/${type}`
const as = (cookie: string) => h.api({ cookie })
const nobody = () => h.api(null)
const signIn = (email: string, password: string) => nobody().tell(session.signIn, { body: { email, password } })
/** A cookie is believed for a second without a look; only what others did to it is told at once. */
const forgetFresh = () => h.house.live.send({ kind: 'access', agentId: null })

describe('setting up', () => {
  const body = {
    organisation: 'Fjell Drift',
    adminName: 'Frøya',
    adminEmail: 'froya@fjell.example',
    adminPassword: 'høyt oppe i fjellheimen',
    language: 'nn' as const,
    timezone: 'Europe/Oslo',
  }

  it('happens once, however many try at the same time, and signs in', async () => {
    const fresh = await startHouse({ setUp: false })
    try {
      const visitor = fresh.api(null)
      expect((await visitor.call(setup.state)).done).toBe(false)
      expect((await visitor.tell(people.agents)).body).toMatchObject({ status: 401, type: problem('not-set-up') })
      const replies = await Promise.all(
        Array.from({ length: 5 }, (_, i) =>
          visitor.tell(setup.run, { body: { ...body, adminEmail: `a${i}@fjell.example` } }),
        ),
      )
      expect(replies.map((r) => r.status).sort()).toEqual([201, 409, 409, 409, 409])
      const won = replies.find((r) => r.status === 201)!
      const cookie = won.headers.getSetCookie()[0]!.split(';', 1)[0]!
      const me = await fresh.api({ cookie }).call(session.me)
      expect(me).toMatchObject({
        agent: { role: 'owner', language: 'nn' },
        organisation: {
          name: 'Fjell Drift',
          country: 'NO',
          openingHours: { 1: [{ from: '08:00', to: '16:00' }], 7: [] },
        },
        undoSeconds: 10,
        defaultNextState: 'waiting',
      })
      expect((await fresh.api({ cookie }).call(people.teams)).items.map((t) => t.name)).toEqual(['Support'])
      expect((await visitor.tell(setup.run, { body })).body).toMatchObject({
        status: 409,
        type: problem('already-set-up'),
      })
      expect((await visitor.call(setup.state)).done).toBe(true)
    } finally {
      await fresh.stop()
    }
  })

  it('refuses weak passwords, unknown zones and impossible hours, each by its field', async () => {
    const fresh = await startHouse({ setUp: false })
    try {
      const tell = (more: object) => fresh.api(null).tell(setup.run, { body: { ...body, ...more } })
      expect((await tell({ adminPassword: 'FjellDrift2026!' })).body).toMatchObject({
        errors: [{ path: 'adminPassword' }],
      })
      expect((await tell({ timezone: 'Europe/Trondheim' })).body).toMatchObject({ errors: [{ path: 'timezone' }] })
      expect((await tell({ openingHours: { 1: [{ from: '16:00', to: '08:00' }] } })).body).toMatchObject({
        errors: [{ path: 'openingHours' }],
      })
      expect((await fresh.api(null).call(setup.state)).done).toBe(false)
    } finally {
      await fresh.stop()
    }
  })
})

describe('signing in', () => {
  it('gives a cookie that scripts and other sites cannot have, and a new one each time', async () => {
    const agent = await h.makeAgent()
    const first = await signIn(agent.email.toUpperCase(), agent.password)
    const set = first.headers.getSetCookie()[0]!
    expect(set).toMatch(/^reda=[A-Za-z0-9_-]{43}; /)
    expect(set).toContain('HttpOnly')
    expect(set).toContain('SameSite=Lax')
    expect(set).toContain('Path=/')
    const old = set.split(';', 1)[0]!
    const again = await as(old).tell(session.signIn, { body: { email: agent.email, password: agent.password } })
    expect(again.headers.getSetCookie()[0]!.split(';', 1)[0]).not.toBe(old)
    forgetFresh()
    expect((await as(old).tell(session.me)).status).toBe(401)
  })

  it('uses a cookie that is bound to the host where there is https', async () => {
    const secure = await startHouse({ environment: { REDA_BASE_URL: 'https://desk.example' } })
    try {
      const reply = await secure
        .api(null)
        .tell(session.signIn, { body: { email: secure.owner.email, password: secure.owner.password } })
      const set = reply.headers.getSetCookie()[0]!
      expect(set).toMatch(/^__Host-reda=/)
      expect(set).toContain('Secure')
      expect(set).not.toContain('Domain')
      expect(reply.headers.get('strict-transport-security')).toContain('max-age=')
    } finally {
      await secure.stop()
    }
  })

  it('says the same for a wrong password and an unknown address', async () => {
    const agent = await h.makeAgent()
    const wrong = await signIn(agent.email, 'helt feil passord her')
    const unknown = await signIn('ingen@nordlys.example', 'helt feil passord her')
    const { requestId: _1, ...one } = wrong.body
    const { requestId: _2, ...two } = unknown.body
    expect([wrong.status, one]).toEqual([401, two])
    expect(one.type).toBe(problem('wrong-credentials'))
  })

  it('looks at no more than twenty of a thousand guesses, however the address is typed', async () => {
    const agent = await h.makeAgent()
    later(HOUR)
    let looked = 0
    let refused = 0
    for (let i = 0; i < 1_000; i += 50) {
      const replies = await Promise.all(
        Array.from({ length: 50 }, (_, j) => {
          const email = [agent.email, agent.email.toUpperCase(), ` ${agent.email}`, `${agent.email} `][j % 4]!
          return signIn(email, `gjetning nummer ${i + j}`)
        }),
      )
      looked += replies.filter((r) => r.status === 401).length
      refused += replies.filter((r) => r.status === 429).length
      for (const reply of replies.filter((r) => r.status === 429)) {
        expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
      }
    }
    expect(looked).toBeLessThanOrEqual(20)
    expect(looked).toBeGreaterThan(0)
    expect(looked + refused).toBe(1_000)
    expect((await signIn(agent.email, agent.password)).status).toBe(429)
    later(HOUR)
    expect((await signIn(agent.email, agent.password)).status).toBe(201)
  })

  it('never counts the right password as a guess', async () => {
    const agent = await h.makeAgent()
    later(HOUR)
    for (let i = 0; i < 25; i++) expect((await signIn(agent.email, agent.password)).status).toBe(201)
  })

  it.each(['', '   ', '%00', '\u0000', 'null', '[]'])('finds nobody by the address %j', async (email) => {
    later(HOUR)
    expect([401, 422]).toContain((await signIn(email, '')).status)
  })
})

describe('a session', () => {
  it('ends after twelve idle hours and after thirty days', async () => {
    const agent = await h.makeAgent()
    later(HOUR)
    const cookie = await h.signIn(agent)
    for (let day = 0; day < 59; day++) {
      later(11.9 * HOUR)
      forgetFresh()
      expect((await as(cookie).tell(session.me)).status).toBe(200)
    }
    later(20 * HOUR)
    forgetFresh()
    expect((await as(cookie).tell(session.me)).status).toBe(401)
    const idle = await h.signIn(agent)
    later(12.1 * HOUR)
    forgetFresh()
    expect((await as(idle).tell(session.me)).body).toMatchObject({ type: problem('not-signed-in') })
  })

  it('is kept only as a hash', async () => {
    const agent = await h.makeAgent()
    const token = (await h.signIn(agent)).slice('reda='.length)
    const { rows } = await sql<{ text: string }>`select sessions::text as text from sessions`.execute(h.house.db)
    for (const { text } of rows) expect(text).not.toContain(token)
  })

  it('ends by signing out, at once and only this one', async () => {
    const agent = await h.makeAgent()
    const [one, two] = [await h.signIn(agent), await h.signIn(agent)]
    const out = await as(one).tell(session.signOut)
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([
      204,
      expect.stringContaining('Expires=Thu, 01 Jan 1970'),
    ])
    expect((await as(one).tell(session.me)).status).toBe(401)
    expect((await as(two).tell(session.me)).status).toBe(200)
  })

  it('ends everywhere else when the password changes', async () => {
    const agent = await h.makeAgent()
    const [here, there] = [await h.signIn(agent), await h.signIn(agent)]
    const next = 'en helt ny og lang setning'
    const change = (current: string, to = next) =>
      as(here).tell(session.changePassword, { body: { current, next: to } })
    expect((await change('feil passord igjen')).body).toMatchObject({ status: 403, type: problem('wrong-credentials') })
    expect((await change(agent.password, 'passord123456')).body).toMatchObject({ errors: [{ path: 'next' }] })
    const changed = await change(agent.password)
    expect(changed.status).toBe(204)
    const mine = changed.headers.getSetCookie()[0]!.split(';', 1)[0]!
    expect((await as(mine).tell(session.me)).status).toBe(200)
    expect((await as(here).tell(session.me)).status).toBe(401)
    expect((await as(there).tell(session.me)).status).toBe(401)
    expect((await signIn(agent.email, next)).status).toBe(201)
  })
})

describe('a change of rights', () => {
  const change = (agent: TestAgent, body: object) =>
    h.owner.tell(people.changeAgent, { params: { id: agent.id }, body })

  it('counts from the next request: role, deactivation, both ways of signing', async () => {
    const agent = await h.makeAgent('admin')
    const cookie = await h.signIn(agent)
    expect((await as(cookie).tell(people.settings)).status).toBe(200)
    expect((await agent.tell(people.settings)).status).toBe(200)
    expect((await change(agent, { role: 'agent' })).status).toBe(200)
    expect((await agent.tell(people.settings)).status).toBe(403)
    expect((await as(cookie).tell(session.me)).status).toBe(401)
    expect((await change(agent, { active: false })).status).toBe(200)
    expect((await agent.tell(session.me)).status).toBe(401)
    expect((await signIn(agent.email, agent.password)).status).toBe(401)
  })

  it('is never made by those who may not: admins make no owners, and touch none', async () => {
    const admin = await h.makeAgent('admin')
    const tell = (id: number, body: object) => admin.tell(people.changeAgent, { params: { id }, body })
    expect((await tell(admin.id, { role: 'owner' })).status).toBe(403)
    expect((await tell(h.owner.id, { name: 'Kapret' })).status).toBe(403)
    expect((await tell(h.owner.id, { password: 'admin tar over huset' })).status).toBe(403)
    expect(
      (await admin.tell(people.addAgent, { body: { email: 'e@e.example', name: 'E', role: 'owner' } })).status,
    ).toBe(403)
    const agent = await h.makeAgent()
    expect((await agent.tell(people.changeAgent, { params: { id: agent.id }, body: { role: 'admin' } })).status).toBe(
      403,
    )
  })

  it('always leaves an active owner, even when two step down at once', async () => {
    expect((await change(h.owner, { role: 'admin' })).body).toMatchObject({ status: 409 })
    expect((await change(h.owner, { active: false })).status).toBe(409)
    const second = await h.makeAgent('owner')
    const replies = await Promise.all([
      h.owner.tell(people.changeAgent, { params: { id: second.id }, body: { role: 'admin' } }),
      second.tell(people.changeAgent, { params: { id: h.owner.id }, body: { role: 'admin' } }),
    ])
    expect(replies.filter((r) => r.status === 200)).toHaveLength(1)
    const owners = await sql<{
      n: number
    }>`select count(*)::int as n from agents where role = 'owner' and active`.execute(h.house.db)
    expect(owners.rows[0]!.n).toBe(1)
    await sql`update agents set role = 'owner' where id = ${h.owner.id}`.execute(h.house.db)
    forgetFresh()
  })

  it('refuses an address that is in use, and teams that are not there', async () => {
    const agent = await h.makeAgent()
    const add = (body: object) =>
      h.owner.tell(people.addAgent, { body: { name: 'X', email: 'ny@nordlys.example', ...body } })
    expect((await add({ email: agent.email.toUpperCase() })).body).toMatchObject({
      status: 409,
      type: problem('address-taken'),
    })
    expect((await add({ teamIds: [9999] })).body).toMatchObject({ errors: [{ path: 'teamIds' }] })
    expect((await add({ password: 'sommer2026!!' })).body).toMatchObject({ errors: [{ path: 'password' }] })
    expect((await h.owner.call(people.agents)).items.some((a) => a.email === 'ny@nordlys.example')).toBe(false)
  })
})

describe('an API key', () => {
  const make = async (agent: TestAgent, scopes: ('read' | 'write' | 'admin')[], days = 365) =>
    agent.call(people.addApiKey, { body: { name: 'nøkkel', scopes, days } })

  it('does what its scopes and its agent may, never more', async () => {
    const admin = await h.makeAgent('admin')
    const reader = h.api({ key: (await make(admin, ['read'])).key })
    expect((await reader.tell(people.agents)).status).toBe(200)
    expect((await reader.tell(customers.add, { body: { name: 'x' } })).status).toBe(403)
    expect((await reader.tell(people.settings)).status).toBe(403)
    const keeper = h.api({ key: (await make(admin, ['admin'])).key })
    expect((await keeper.tell(people.addApiKey, { body: { name: 'mer', scopes: ['write'] } })).status).toBe(403)
    expect((await keeper.tell(people.addApiKey, { body: { name: 'like', scopes: ['admin'] } })).status).toBe(201)
    const agent = await h.makeAgent()
    const mighty = h.api({ key: (await make(agent, ['read', 'write', 'admin'])).key })
    expect((await mighty.tell(people.settings)).status).toBe(403)
  })

  it('ends by revocation at once, by its date, and with its agent', async () => {
    const agent = await h.makeAgent()
    const made = await make(agent, ['read'], 2)
    const holder = h.api({ key: made.key })
    expect((await holder.tell(people.agents)).status).toBe(200)
    const other = await h.makeAgent()
    expect((await other.tell(people.revokeApiKey, { params: { id: made.id } })).status).toBe(404)
    expect((await agent.tell(people.revokeApiKey, { params: { id: made.id } })).status).toBe(204)
    expect((await holder.tell(people.agents)).status).toBe(401)
    const short = h.api({ key: (await make(agent, ['read'], 1)).key })
    expect((await short.tell(people.agents)).status).toBe(200)
    later(25 * HOUR)
    forgetFresh()
    expect((await short.tell(people.agents)).status).toBe(401)
  })

  it('is shown once and kept as a hash; its last use is noted', async () => {
    const agent = await h.makeAgent()
    const made = await make(agent, ['read'])
    await h.api({ key: made.key }).call(people.agents)
    const list = (await agent.call(people.apiKeys)) as Answer<typeof people.apiKeys>
    expect(list.items.find((k) => k.id === made.id)!.lastUsedAt).toBe(clock.toISOString())
    expect(JSON.stringify(list)).not.toContain(made.key.split('_').slice(3).join('_'))
    for (const wrong of ['', 'reda_live_', `${made.key}x`, made.key.replace(/_\d+_/, '_1_'), made.key.slice(0, -1)]) {
      expect((await h.api({ key: wrong }).tell(people.agents)).status).toBe(401)
    }
  })
})

describe('teams, settings, profile', () => {
  it('hide a team of members from all others but administrators', async () => {
    const inside = await h.makeAgent()
    const outside = await h.makeAgent()
    const team = await h.owner.call(people.addTeam, {
      body: { name: 'Ledelse', visibility: 'members', memberIds: [inside.id] },
    })
    const names = async (who: TestAgent) => (await who.call(people.teams)).items.map((t) => t.name)
    expect(await names(inside)).toContain('Ledelse')
    expect(await names(outside)).not.toContain('Ledelse')
    expect(await names(h.owner)).toContain('Ledelse')
    const change = (body: object) => h.owner.tell(people.changeTeam, { params: { id: team.id }, body })
    expect((await change({ memberIds: [outside.id] })).status).toBe(200)
    expect(await names(inside)).not.toContain('Ledelse')
    expect(await names(outside)).toContain('Ledelse')
    expect((await change({ name: 'support' })).body).toMatchObject({ type: problem('name-taken') })
    expect((await h.owner.tell(people.changeTeam, { params: { id: 9999 }, body: {} })).status).toBe(404)
  })

  it('keep settings typed, audited, all or nothing', async () => {
    const tell = (values: object) => h.owner.tell(people.changeSettings, { body: { values: values as never } })
    expect((await tell({ 'desk.undoSeconds': 99 })).body).toMatchObject({
      errors: [{ path: 'values.desk.undoSeconds' }],
    })
    expect((await tell({ 'desk.undoSeconds': 20, 'desk.nothing': 1 })).body).toMatchObject({
      errors: [{ path: 'values.desk.nothing' }],
    })
    expect((await h.owner.call(session.me)).undoSeconds).toBe(10)
    expect((await tell({ 'desk.undoSeconds': 20 })).status).toBe(200)
    expect((await h.owner.call(session.me)).undoSeconds).toBe(20)
    const { rows } =
      await sql`select old_value, new_value, actor from setting_changes where key = 'desk.undoSeconds'`.execute(
        h.house.db,
      )
    expect(rows).toEqual([
      { old_value: null, new_value: 20, actor: { type: 'agent', id: h.owner.id, name: 'Eva Eier' } },
    ])
    expect(
      (await h.owner.tell(people.changeSettings, { body: { organisation: { timezone: 'Mars/Olympus' } } })).status,
    ).toBe(422)
  })

  it('let each agent have it their own way', async () => {
    const agent = await h.makeAgent('light_agent')
    const cookie = await h.signIn(agent)
    const update = (body: object) => as(cookie).call(session.updateMe, { body })
    await update({ theme: 'dark', language: 'fi', preferences: { undoSeconds: 5, columns: { a: null } } })
    const me = await update({ name: 'Lett På Foten', preferences: { density: 'compact' } })
    expect(me).toMatchObject({
      agent: {
        name: 'Lett På Foten',
        theme: 'dark',
        language: 'fi',
        preferences: { undoSeconds: 5, density: 'compact', columns: { a: null } },
      },
      undoSeconds: 5,
    })
    expect((await update({ preferences: { density: null } })).agent.preferences).not.toHaveProperty('density')
  })
})
