import fc from 'fast-check'
import { FOLDERS, type LinkKind, PRIORITIES, SEVERITIES, TICKET_STATUSES, WAITING_ON } from '#contract'
import { decideNote } from '../conversation/note.ts'
import { type Decision, Refusal } from '../decision.ts'
import * as details from '../details.ts'
import { GENESIS } from '../history/chain.ts'
import { decideUndo } from '../history/undo.ts'
import {
  countsAsAnswer,
  decideAssignment,
  decideClaim,
  decideDeliveryFailed,
  decidePostpone,
  decideReceive,
  decideReply,
  decideStatus,
  decideWaitingOn,
  decideWake,
  type Hand,
} from '../lifecycle.ts'
import { type ChainedEvent, chain } from '../record.ts'
import type { TicketState } from '../ticket.ts'

/** A ticket in memory: the same decisions and the same chain as on a database, without one. */
export class Model {
  readonly id = 1
  state: TicketState
  headHash: Buffer = GENESIS
  history: ChainedEvent[] = []
  refusals: Refusal[] = []
  private clock = Date.parse('2026-01-05T08:00:00.000Z')
  private message = 0

  constructor() {
    const opened = {
      kind: 'ticketOpened' as const,
      data: {
        number: '260105001',
        title: 'T',
        description: '',
        type: 'support',
        categoryId: null,
        priority: 'medium' as const,
        severity: null,
        channel: 'email' as const,
        folder: 'inbox' as const,
        requesterId: 50,
        organisationId: null,
        assigneeId: null,
        teamId: null,
        mailboxId: null,
        tags: [],
        fields: {},
        participants: [],
      },
    }
    const { events, state } = chain(
      { id: 1, state: null, headHash: GENESIS },
      [opened],
      CUSTOMER,
      this.now.toISOString(),
    )
    this.state = state
    this.history = events
    this.headHash = events[0]!.hash
  }

  get now(): Date {
    return new Date(this.clock)
  }
  pass(minutes: number): void {
    this.clock += minutes * 60_000
  }
  nextMessage(): number {
    return ++this.message
  }

  /** What `record` does. False when the rule refused. */
  record(by: Hand, decision: Decision, cause: Record<string, unknown> | null = null): boolean {
    if (decision instanceof Refusal) {
      this.refusals.push(decision)
      return false
    }
    if (decision.length === 0) return true
    const { events, state } = chain(this, decision, by, this.now.toISOString(), cause)
    this.state = state
    this.headHash = events.at(-1)!.hash
    this.history.push(...events)
    return true
  }
}

export const CUSTOMER: Hand = { type: 'customer', id: 50 }
const FIELDS = [
  { key: 'serial', kind: 'text', choices: [], active: true },
  { key: 'colour', kind: 'choice', choices: ['red', 'blue'], active: true },
] as const

export interface Command {
  name: string
  by: Hand
  minutes: number
  run(model: Model): void
}

const agent = fc.integer({ min: 1, max: 4 }).map((id): Hand => ({ type: 'agent', id }))
const hand = fc.oneof(
  { weight: 6, arbitrary: agent },
  { weight: 1, arbitrary: fc.constant<Hand>({ type: 'rule', id: 9 }) },
  { weight: 1, arbitrary: fc.constant<Hand>({ type: 'system', id: null }) },
)
const agentId = fc.option(fc.integer({ min: 1, max: 4 }))
const reason = fc.option(fc.constant('because'), { nil: undefined })
const otherNumber = fc.constantFrom('260105002', '260105003')

function command<T>(
  name: string,
  weight: number,
  input: fc.Arbitrary<T>,
  decide: (m: Model, by: Hand, value: T) => Decision,
  who: fc.Arbitrary<Hand> = hand,
) {
  const arbitrary = fc.tuple(who, fc.integer({ min: 0, max: 3_000 }), input).map(
    ([by, minutes, value]): Command => ({
      name,
      by,
      minutes,
      run(model) {
        model.pass(minutes)
        model.record(by, decide(model, by, value))
      },
    }),
  )
  return { weight, arbitrary }
}

/** Any command that one ticket can take, by anybody, at any distance in time. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  command(
    'receive',
    6,
    fc.record({
      trust: fc.constantFrom('verified', 'verified', 'unverified', 'quarantined'),
      automatic: fc.option(fc.constant('out-of-office'), { freq: 4 }),
    }),
    (m, _, { trust, automatic }) =>
      decideReceive(m.state, {
        messageId: m.nextMessage(),
        personId: 50,
        channel: 'email',
        trust,
        automatic,
        counts: countsAsAnswer(trust, automatic),
        digest: '',
      }),
    fc.constant(CUSTOMER),
  ),
  command('reply', 6, fc.constantFrom('waiting', 'open', 'in_progress', 'resolved', 'closed'), (m, by, next) =>
    decideReply(m.state, by, { messageId: m.nextMessage(), channel: 'email', digest: '', next }),
  ),
  command('note', 2, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }), (m, _, mentions) =>
    decideNote(m.state, m.nextMessage(), '', mentions),
  ),
  command('status', 8, fc.tuple(fc.constantFrom(...TICKET_STATUSES), reason), (m, by, [to, why]) =>
    decideStatus(m.state, to, by, why),
  ),
  command('confirm', 1, fc.constant(null), (m) => decideStatus(m.state, 'closed', CUSTOMER), fc.constant(CUSTOMER)),
  command('assign', 3, agentId, (m, _, to) => decideAssignment(m.state, to)),
  command('claim', 2, fc.constant(null), (m, by) => decideClaim(m.state, by.id!, null), agent),
  command('waitingOn', 2, fc.constantFrom(...WAITING_ON), (m, _, to) => decideWaitingOn(m.state, to)),
  command(
    'postpone',
    3,
    fc.tuple(fc.option(fc.integer({ min: -100, max: 10_000 })), fc.boolean()),
    (m, _, [minutes, untilReply]) => {
      const until = minutes === null ? null : new Date(m.now.getTime() + minutes * 60_000).toISOString()
      return decidePostpone(m.state, until, untilReply, m.now)
    },
  ),
  command('wake', 1, fc.constant(null), (m) => decideWake(m.state, 'time', m.now)),
  command('title', 1, fc.string({ maxLength: 5 }), (m, _, to) => details.decideTitle(m.state, to)),
  command('description', 1, fc.string({ maxLength: 5 }), (m, _, to) => details.decideDescription(m.state, to)),
  command('type', 1, fc.constantFrom('support', 'repair'), (m, _, to) => details.decideType(m.state, to)),
  command('category', 1, fc.option(fc.constantFrom(1, 2)), (m, _, to) => details.decideCategory(m.state, to)),
  command('priority', 1, fc.constantFrom(...PRIORITIES), (m, _, to) => details.decidePriority(m.state, to)),
  command('severity', 1, fc.option(fc.constantFrom(...SEVERITIES)), (m, _, to) => details.decideSeverity(m.state, to)),
  command('team', 1, agentId, (m, _, to) => details.decideTeam(m.state, to)),
  command('requester', 1, agentId, (m, _, to) => details.decideRequester(m.state, to)),
  command('organisation', 1, agentId, (m, _, to) => details.decideOrganisation(m.state, to)),
  command(
    'tags',
    2,
    fc.tuple(fc.array(fc.constantFrom('a', 'A', 'b', ' c '), { maxLength: 3 }), fc.array(fc.constantFrom('a', 'b'))),
    (m, _, [add, remove]) => details.decideTags(m.state, add, remove),
  ),
  command(
    'fields',
    2,
    fc.dictionary(fc.constantFrom('serial', 'colour', 'unknown'), fc.option(fc.constantFrom('red', 'x', 1)), {
      maxKeys: 2,
    }),
    (m, _, values) => details.decideFields(m.state, values, FIELDS),
  ),
  command('follow', 1, fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()), (m, _, [id, yes]) =>
    details.decideFollow(m.state, id, yes),
  ),
  command(
    'participants',
    1,
    fc.tuple(fc.array(fc.integer({ min: 50, max: 53 })), fc.array(fc.integer({ min: 50, max: 53 }))),
    (m, _, [add, remove]) => details.decideParticipants(m.state, add, remove),
  ),
  command(
    'link',
    1,
    fc.tuple(fc.constantFrom<LinkKind>('parent', 'related', 'duplicate'), otherNumber, fc.boolean()),
    (m, _, [kind, number, yes]) => details.decideLink(m.state, kind, number, yes),
  ),
  command('folder', 2, fc.constantFrom(...FOLDERS), (m, _, to) => details.decideFolder(m.state, to)),
  command(
    'deliveryFailed',
    1,
    fc.boolean(),
    (m, _, permanent) =>
      decideDeliveryFailed(m.state, { messageId: null, recipient: 'a@b.example', permanent, reason: '550' }),
    fc.constant<Hand>({ type: 'system', id: null }),
  ),
)

export const anyLife = fc.array(anyCommand, { minLength: 1, maxLength: 40 })

/** The history as undoing reads it. */
export function eventsOf(model: Model) {
  return model.history.map(({ event, cause }) => ({ ...event, cause }))
}

export function undo(model: Model, seq: number): boolean {
  return model.record({ type: 'agent', id: 1 }, decideUndo(model.state, eventsOf(model), seq), { undo: seq })
}
