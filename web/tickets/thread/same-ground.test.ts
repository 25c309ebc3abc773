import { describe, expect, it } from 'vitest'
import type { Ticket } from '#contract'
import { sameGround } from './same-ground.ts'

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
