import { expect, it } from 'vitest'
import type { TicketRow } from '#contract'
import { inverseOf, patched } from './patched.ts'

const row = {
  number: '260105001',
  title: 'Feil fakturaadresse',
  priority: 'medium',
  status: 'open',
  assignee: null,
  team: { id: 2, name: 'Faktura' },
  category: null,
  tags: ['faktura'],
  folder: 'inbox',
  postponedUntil: null,
} as unknown as TicketRow
const names = { agents: [{ id: 7, name: 'Kari' }], teams: [{ id: 3, name: 'Support' }], categories: [] }

it('shows a change before the house has answered', () => {
  const next = patched(
    row,
    { assigneeId: 7, teamId: 3, priority: 'high', addTags: ['adresse'], removeTags: ['faktura'] },
    names,
  )
  expect(next).toMatchObject({
    assignee: { id: 7, name: 'Kari' },
    team: { name: 'Support' },
    priority: 'high',
    tags: ['adresse'],
  })
  expect(row.tags).toEqual(['faktura'])
})
it('knows how to take a change back', () => {
  expect(
    inverseOf(row, {
      assigneeId: 7,
      teamId: 3,
      priority: 'high',
      folder: 'spam',
      postponedUntil: '2026-01-01T00:00:00Z',
      reason: 'x',
    }),
  ).toEqual({
    assigneeId: null,
    teamId: 2,
    priority: 'medium',
    folder: 'inbox',
    postponedUntil: null,
  })
  expect(inverseOf(row, { addTags: ['faktura', 'ny'] })).toEqual({ removeTags: ['ny'] })
  expect(inverseOf(row, { removeTags: ['faktura', 'finnes ikke'] })).toEqual({ addTags: ['faktura'] })
})
it('offers no undo for what a row does not know', () => {
  expect(inverseOf(row, { description: 'ny' })).toBeUndefined()
  expect(inverseOf(row, { fields: { a: 1 } })).toBeUndefined()
})
