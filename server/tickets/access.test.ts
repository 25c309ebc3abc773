import fc from 'fast-check'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { AgentActor } from '#platform'
import { can, type Guarded, scope } from './access.ts'

const agent = (more: Partial<AgentActor>): AgentActor => ({
  type: 'agent',
  id: 1,
  name: 'Kari',
  email: 'kari@nordlys.example',
  role: 'agent',
  language: 'nb',
  hiddenTeams: [],
  teamIds: [],
  via: 'session',
  scopes: null,
  ...more,
})
const ticket = (more: Partial<Guarded>): Guarded => ({
  teamId: null,
  assigneeId: null,
  followers: [],
  requesterId: null,
  participants: [],
  folder: 'inbox',
  ...more,
})

describe('who may see and do what', () => {
  it.each([
    ['an open ticket without a team', {}, true],
    ["another team's ticket when that team is open to all", { teamId: 2 }, true],
    ["a hidden team's ticket", { teamId: 9 }, false],
    ["a hidden team's ticket that one owns", { teamId: 9, assigneeId: 1 }, true],
    ["a hidden team's ticket that one follows", { teamId: 9, followers: [3, 1] }, true],
    ["a hidden team's ticket that somebody else owns", { teamId: 9, assigneeId: 2, followers: [3] }, false],
  ])('%s', (_, more, seen) => {
    const kari = agent({ hiddenTeams: [9] })
    expect(can(kari, 'see', ticket(more))).toBe(seen)
    expect(can(kari, 'write', ticket(more))).toBe(seen)
  })

  it('light agents read and note; only administrators erase', () => {
    const rights = (role: AgentActor['role']) =>
      (['see', 'note', 'write', 'erase'] as const).filter((action) => can(agent({ role }), action, ticket({})))
    expect(rights('light_agent')).toEqual(['see', 'note'])
    expect(rights('agent')).toEqual(['see', 'note', 'write'])
    expect(rights('admin')).toEqual(['see', 'note', 'write', 'erase'])
  })

  it('customers see their own, while nobody threw it away', () => {
    const per = { type: 'customer', id: 5, name: 'Per' } as const
    expect(can(per, 'see', ticket({ requesterId: 5 }))).toBe(true)
    expect(can(per, 'see', ticket({ participants: [5] }))).toBe(true)
    expect(can(per, 'see', ticket({ requesterId: 6 }))).toBe(false)
    expect(can(per, 'see', ticket({ requesterId: 5, folder: 'spam' }))).toBe(false)
    expect(can(per, 'write', ticket({ requesterId: 5 }))).toBe(false)
  })

  it('holds nothing of hidden teams in the condition of who has none, so that lists stay cheap', () => {
    const db = new Kysely<never>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (k) => new PostgresIntrospector(k),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat()), (hiddenTeams) => {
        const compiled = scope(agent({ hiddenTeams })).compile(db)
        expect(compiled.sql === 'true').toBe(hiddenTeams.length === 0)
      }),
    )
  })
})
