import { describe, expect, it } from 'vitest'
import type { Ticket } from '#contract'
import { statusChoices, steps } from './status-choices.ts'

const ticket = (more: Partial<Ticket>) =>
  statusChoices({ status: 'open', waitingOn: 'us', postponedUntil: null, postponedUntilReply: false, ...more })
const names = (more: Partial<Ticket>) => ticket(more).map((c) => c.standing)

describe('where a ticket can go', () => {
  it('from new: opened, begun, waiting, resolved and closed', () => {
    expect(names({ status: 'new' })).toEqual([
      'open',
      'inProgress',
      'waitingCustomer',
      'waitingThirdParty',
      'resolved',
      'closed',
    ])
  })

  it('never to where it is already', () => {
    expect(names({ status: 'open' })).not.toContain('open')
    expect(names({ status: 'in_progress' })).not.toContain('inProgress')
    expect(names({ status: 'in_progress', waitingOn: 'customer' })).toContain('inProgress')
    expect(names({ waitingOn: 'customer' })).not.toContain('waitingCustomer')
  })

  it('from begun work never back to open: it has an owner', () => {
    expect(names({ status: 'in_progress' })).not.toContain('open')
  })

  it('from the end only back with a reason, or on to closed', () => {
    expect(ticket({ status: 'resolved' }).map((c) => [c.standing, c.needsReason])).toEqual([
      ['inProgress', true],
      ['closed', false],
    ])
    expect(ticket({ status: 'closed' }).map((c) => [c.standing, c.needsReason])).toEqual([['inProgress', true]])
  })

  it('one step at a time', () => {
    expect(steps('new', 'closed')).toEqual([{ status: 'open' }, { status: 'resolved' }, { status: 'closed' }])
    expect(steps('in_progress', 'resolved')).toEqual([{ status: 'resolved' }])
    expect(steps('resolved', 'closed')).toEqual([{ status: 'closed' }])
  })

  it('awake and ours again when it was postponed and waited on others', () => {
    const [open] = ticket({ waitingOn: 'customer', postponedUntilReply: true })
    expect(open).toMatchObject({
      standing: 'open',
      patches: [{ waitingOn: 'us', postponedUntil: null, postponedUntilReply: false }],
    })
  })
})
