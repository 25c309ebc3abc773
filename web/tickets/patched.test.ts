import { expect, it } from 'vitest'
import type { TicketRow } from '#contract'
import { patched } from './patched.ts'

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
