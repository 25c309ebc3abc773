import { describe, expect, it } from 'vitest'
import { type Status, TICKET_STATUSES } from '#contract'
import { type Decision, Refusal } from './decision.ts'
import { decideFolder, decideTags, decideTitle } from './details.ts'
import {
  decideAssignment,
  decideClaim,
  decidePostpone,
  decideReply,
  decideStatus,
  type Hand,
  mayReopen,
  stepsOfReply,
} from './lifecycle.ts'
import { type FoldedEvent, fold, type TicketState } from './ticket.ts'

const kari: Hand = { type: 'agent', id: 1 }
const customer: Hand = { type: 'customer', id: 5 }
const AT = '2026-01-05T08:00:00.000Z'
const now = new Date(AT)

const ticket = (more: Partial<TicketState> = {}): TicketState => ({
  ...fold([
    {
      kind: 'ticketOpened',
      data: {
        number: '260105001',
        title: 'Anker',
        description: '',
        type: 'support',
        categoryId: null,
        priority: 'medium',
        severity: null,
        channel: 'email',
        folder: 'inbox',
        requesterId: 5,
        organisationId: null,
        assigneeId: null,
        teamId: null,
        mailboxId: null,
        tags: ['Anker'],
        fields: {},
        participants: [],
      },
      seq: 1,
      at: AT,
      actorType: 'customer',
      actorId: 5,
    },
  ])!,
  ...more,
})
const become = (s: TicketState, decision: Decision): TicketState | string =>
  decision instanceof Refusal
    ? decision.type
    : fold(
        decision.map((e, i): FoldedEvent => ({ ...e, seq: s.version + 1 + i, at: AT, actorType: 'agent', actorId: 1 })),
        s,
      )!

describe('the life of a ticket', () => {
  // Rows: from. Columns: to, as an agent asks for it without a reason. − nothing happens, R a reason is wanted, × refused.
  const TABLE = `
                new open in_progress resolved closed
    new         −   ✓    ✓           ×        ×
    open        ×   −    ✓           ✓        ×
    in_progress ×   ×    −           ✓        ×
    resolved    ×   ×    R           −        ✓
    closed      ×   ×    R           ×        −`
  const lines = TABLE.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const cells = lines
    .slice(1)
    .flatMap(([from, ...marks]) => marks.map((mark, i) => [from, lines[0]![i], mark] as [Status, Status, string]))

  it('knows every state in its table', () => {
    expect(cells).toHaveLength(TICKET_STATUSES.length ** 2)
  })

  it.each(cells)('%s → %s: %s', (from, to, mark) => {
    const s = ticket({ status: from, closedAt: from === 'closed' ? AT : null })
    const expected = { '−': [], '✓': 'changed', R: 'reason-required', '×': 'transition-refused' }[mark]
    const decision = decideStatus(s, to, kari)
    expect(decision instanceof Refusal ? decision.type : decision.length === 0 ? [] : 'changed').toEqual(expected)
    if (mark === 'R')
      expect(become(s, decideStatus(s, to, kari, 'ny feil'))).toMatchObject({ status: to, reopenCount: 1 })
  })

  it('lets a customer confirm a solution and take a ticket up again, and nothing else', () => {
    const may = (from: Status, to: Status) => !(decideStatus(ticket({ status: from }), to, customer) instanceof Refusal)
    expect([may('resolved', 'closed'), may('resolved', 'in_progress'), may('closed', 'in_progress')]).toEqual([
      true,
      true,
      true,
    ])
    expect([may('new', 'open'), may('open', 'resolved'), may('in_progress', 'resolved')]).toEqual([false, false, false])
  })

  it('gives a ticket that is begun without an owner to who begins it', () => {
    expect(become(ticket(), decideStatus(ticket(), 'in_progress', kari))).toMatchObject({
      status: 'in_progress',
      assigneeId: 1,
    })
    const owned = ticket({ assigneeId: 2 })
    expect(become(owned, decideStatus(owned, 'in_progress', kari))).toMatchObject({ assigneeId: 2 })
  })

  it('is new no more once somebody has it, and open again when begun work is given back', () => {
    expect(become(ticket(), decideAssignment(ticket(), 2))).toMatchObject({
      status: 'open',
      assigneeId: 2,
      firstAssignedAt: AT,
    })
    const begun = ticket({ status: 'in_progress', assigneeId: 1 })
    expect(become(begun, decideAssignment(begun, null))).toMatchObject({ status: 'open', assigneeId: null })
  })

  it('is claimed by one only', () => {
    const owned = ticket({ assigneeId: 2 })
    const refused = decideClaim(owned, 1, { id: 2, name: 'Ola' })
    expect(refused).toMatchObject({ type: 'already-assigned', extra: { assignee: { id: 2, name: 'Ola' } } })
    expect(decideClaim(owned, 2, null)).toEqual([])
  })

  it.each<[Status, Parameters<typeof stepsOfReply>[1], Status[]]>([
    ['new', 'waiting', ['open']],
    ['new', 'closed', ['open', 'resolved', 'closed']],
    ['open', 'waiting', []],
    ['open', 'open', []],
    ['open', 'in_progress', ['in_progress']],
    ['in_progress', 'resolved', ['resolved']],
    ['in_progress', 'open', []],
    ['resolved', 'waiting', []],
    ['resolved', 'open', ['in_progress']],
    ['resolved', 'closed', ['closed']],
  ])('an answer to a ticket that is %s, leaving it %s, takes the steps %j', (from, next, steps) => {
    expect(stepsOfReply(from, next)).toEqual(steps)
  })

  it('answers: waits on the customer unless the writer keeps it, and belongs to the writer when nobody had it', () => {
    const reply = (next: Parameters<typeof stepsOfReply>[1], s = ticket()) =>
      become(s, decideReply(s, kari, { messageId: 1, channel: 'email', digest: '', next }))
    expect(reply('waiting')).toMatchObject({
      waitingOn: 'customer',
      assigneeId: 1,
      status: 'open',
      firstRespondedAt: AT,
    })
    expect(reply('open')).toMatchObject({ waitingOn: 'us', assigneeId: 1 })
    expect(reply('waiting', ticket({ assigneeId: 2 }))).toMatchObject({ assigneeId: 2 })
    expect(reply('waiting', ticket({ status: 'closed' }))).toBe('ticket-closed')
    expect(reply('waiting', ticket({ folder: 'spam' }))).toBe('transition-refused')
  })

  it('closed is read-only, but for tags', () => {
    const closed = ticket({ status: 'closed' })
    expect(become(closed, decideTitle(closed, 'Nytt'))).toBe('ticket-closed')
    expect(become(closed, decideFolder(closed, 'trash'))).toBe('ticket-closed')
    expect(become(closed, decideTags(closed, ['arkiv'], ['ANKER']))).toMatchObject({ tags: ['arkiv'] })
  })

  it('reopens by an answer within the window, to the day', () => {
    const closed = ticket({ status: 'closed', closedAt: '2025-12-22T08:00:00.000Z' })
    expect(mayReopen(closed, now, 14)).toBe(true)
    expect(mayReopen(closed, new Date(now.getTime() + 1), 14)).toBe(false)
    expect(mayReopen(ticket({ status: 'resolved' }), now, 0)).toBe(true)
    expect(mayReopen(ticket({ folder: 'purged' }), now, 14)).toBe(false)
  })

  it('is postponed to a time to come, never a resolved one', () => {
    const until = '2026-01-06T07:00:00.000Z'
    expect(become(ticket(), decidePostpone(ticket(), until, false, now))).toMatchObject({ postponedUntil: until })
    expect(become(ticket(), decidePostpone(ticket(), AT, false, now))).toBe('invalid-input')
    const done = ticket({ status: 'resolved' })
    expect(become(done, decidePostpone(done, until, false, now))).toBe('transition-refused')
  })
})
