import { describe, expect, it } from 'vitest'
import type { Ticket } from '#contract'
import { type Names, sameGround, withPatch } from './ticket-patch.ts'

const ticket = {
  number: '260105001',
  title: 'Faktura',
  priority: 'medium',
  status: 'open',
  postponedUntil: '2026-01-06T07:00:00.000Z',
  postponedUntilReply: true,
  assignee: { id: 1, name: 'Kari' },
  team: null,
  category: null,
  tags: ['faktura', 'vip'],
  fields: { kundenr: '1', by: 'Bodø' },
  version: 4,
} as unknown as Ticket

const names: Names = {
  agent: (id) => (id === 2 ? { id, name: 'Per' } : undefined),
  team: (id) => ({ id, name: 'Faktura' }),
  category: (id) => ({ id, name: 'Purring', path: ['Faktura', 'Purring'] }),
}

describe('a change shown before the house has answered', () => {
  it('shows the name behind an id, and keeps the old one when the name is not known', () => {
    expect(withPatch(ticket, { assigneeId: 2, teamId: 3 }, names)).toMatchObject({
      assignee: { id: 2, name: 'Per' },
      team: { id: 3, name: 'Faktura' },
    })
    expect(withPatch(ticket, { assigneeId: 9 }, names).assignee).toEqual({ id: 1, name: 'Kari' })
    expect(withPatch(ticket, { assigneeId: null }, names).assignee).toBeNull()
  })

  it('adds and removes tags once each, and changes only the named custom fields', () => {
    const next = withPatch(
      ticket,
      { addTags: ['frakt', 'faktura'], removeTags: ['vip'], fields: { by: 'Oslo' } },
      names,
    )
    expect(next.tags).toEqual(['faktura', 'frakt'])
    expect(next.fields).toEqual({ kundenr: '1', by: 'Oslo' })
  })

  it('wakes a postponed ticket wholly', () => {
    expect(withPatch(ticket, { postponedUntil: null }, names)).toMatchObject({
      postponedUntil: null,
      postponedUntilReply: false,
    })
  })

  it('leaves the ticket it started from alone', () => {
    withPatch(ticket, { title: 'x', addTags: ['y'] }, names)
    expect(ticket).toMatchObject({ title: 'Faktura', tags: ['faktura', 'vip'] })
  })
})

describe('two agents on one ticket', () => {
  const now = { ...ticket, priority: 'high', version: 6 } as Ticket

  it('do not collide when they change different things', () => {
    expect(sameGround({ status: 'resolved' }, ticket, now)).toBe(true)
    expect(sameGround({ addTags: ['x'] }, ticket, { ...now, tags: [] })).toBe(true)
    expect(sameGround({ fields: { by: 'Oslo' } }, ticket, { ...now, fields: { kundenr: '2', by: 'Bodø' } })).toBe(true)
  })

  it('collide when they change the same thing', () => {
    expect(sameGround({ priority: 'low' }, ticket, now)).toBe(false)
    expect(sameGround({ status: 'resolved', priority: 'low' }, ticket, now)).toBe(false)
    expect(sameGround({ fields: { by: 'Oslo' } }, ticket, { ...now, fields: { by: 'Moss' } })).toBe(false)
  })
})
