import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EventData } from '#contract'
import { decideCancel } from '../conversation/cancel-reply.ts'
import { digestOf, GENESIS, hashOf } from '../history/chain.ts'
import { groupOf } from '../history/undo.ts'
import { TRANSITIONS } from '../lifecycle.ts'
import { differences, fromRow, STATE_COLUMNS, toRow } from '../row.ts'
import { evolve, fold, type TicketState } from '../ticket.ts'
import { anyLife, eventsOf, Model, undo } from './commands.ts'

const RUNS = { numRuns: 300 }

function live(life: { run(m: Model): void }[], each: (m: Model) => void = () => {}): Model {
  const model = new Model()
  for (const command of life) {
    command.run(model)
    each(model)
  }
  return model
}

describe('whatever happens to a ticket', () => {
  it('its events folded from the beginning are what stands in its row', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, (m) => {
          expect(fold(eventsOf(m))).toEqual(m.state)
          expect(rowAndBack(m.state)).toEqual(m.state)
        })
      }),
      RUNS,
    )
  })

  it('as-of gives what a snapshot taken then showed', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const snapshots: [number, TicketState][] = []
        const m = live(life, (model) => snapshots.push([model.history.length, model.state]))
        for (const [length, state] of snapshots) {
          const { at } = m.history[length - 1]!.event
          const until = eventsOf(m).filter((e) => e.at <= at && e.seq <= length)
          expect(fold(until)).toEqual(state)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('goes only the ways that the table of its life knows', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(anyLife, (life) => {
        const m = live(life)
        let state: TicketState | null = null
        for (const event of eventsOf(m)) {
          const before: TicketState | null = state
          state = evolve(state, event)
          if (event.kind !== 'statusChanged') {
            if (before) expect(state.status).toBe(before.status)
            continue
          }
          const { from, to } = event.data
          expect(before!.status).toBe(from)
          const way = TRANSITIONS.find((t) => t.to === to && t.from.includes(from))
          expect(way, `${from} → ${to}`).toBeDefined()
          if (way!.onlyBy === 'unassigning') expect(state.assigneeId).toBeNull()
          if (way!.reason && event.actorType === 'agent' && event.cause?.with === undefined)
            expect(event.data.reason).toBeTruthy()
          seen.add(`${from} → ${to}`)
        }
      }),
      RUNS,
    )
    // The walk is no walk when it never gets anywhere.
    // Chance may leave out a rare way in one run, never most of them.
    const ways = TRANSITIONS.flatMap((t) => t.from.map((from) => `${from} → ${t.to}`))
    expect(seen.size).toBeGreaterThan(ways.length / 2)
  })

  it('keeps what must hold of every ticket', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, ({ state, history }) => {
          expect(state.version).toBe(history.length)
          expect(state.closedAt !== null).toBe(state.status === 'closed')
          expect(state.resolvedAt !== null).toBe(state.status === 'resolved' || state.status === 'closed')
          if (state.status === 'resolved' || state.status === 'closed') {
            expect([state.postponedUntil, state.postponedUntilReply]).toEqual([null, false])
          }
          if (state.status === 'closed') expect(state.folder).toBe('inbox')
          if (state.assigneeId !== null) expect(state.firstAssignedAt).not.toBeNull()
          expect(state.waitingSince <= state.updatedAt).toBe(true)
          expect(new Set(state.tags.map((t) => t.toLowerCase())).size).toBe(state.tags.length)
        })
      }),
      RUNS,
    )
  })

  it('an agent who begins work on it owns it, or somebody else does', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const m = live(life)
        for (const [i, { event }] of m.history.entries()) {
          if (event.kind !== 'statusChanged' || event.data.to !== 'in_progress' || event.actorType !== 'agent') continue
          const group = groupOf(eventsOf(m), event.seq)
          expect(fold(eventsOf(m).slice(0, Math.max(i + 1, group.at(-1)!.seq)))!.assigneeId).not.toBeNull()
        }
      }),
      RUNS,
    )
  })

  it('a woken ticket is awake, and a closed one changes in nothing but tags, links, followers, what comes in, and by being reopened', () => {
    const allowed = [
      'tagsChanged',
      'linked',
      'unlinked',
      'followerAdded',
      'followerRemoved',
      'messageReceived',
      'deliveryFailed',
      'statusChanged',
    ]
    fc.assert(
      fc.property(anyLife, (life) => {
        let state: TicketState | null = null
        for (const event of eventsOf(live(life))) {
          if (state?.status === 'closed') expect(allowed).toContain(event.kind)
          state = evolve(state, event)
          if (event.kind === 'woken') expect([state.postponedUntil, state.postponedUntilReply]).toEqual([null, false])
        }
      }),
      RUNS,
    )
  })

  it('its events are numbered without a gap, chained, and of the shape that the contract says', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        let before: Uint8Array = GENESIS
        for (const [i, { event, cause, salt, digest, hash }] of live(life).history.entries()) {
          expect(event.seq).toBe(i + 1)
          expect(EventData[event.kind].strict().safeParse(event.data).error).toBeUndefined()
          expect(digestOf(salt, event.data)).toEqual(digest)
          expect(hashOf(before, { ticketId: 1, ...event, cause }, digest)).toEqual(hash)
          before = hash
        }
      }),
      { numRuns: 50 },
    )
  })

  it('what was just done and can be undone is as if it had not been', () => {
    let undone = 0
    fc.assert(
      fc.property(anyLife, (life) => {
        const m = new Model()
        for (const command of life) {
          const [before, length] = [m.state, m.history.length]
          command.run(m)
          const mains = m.history.slice(length).filter((e) => e.cause?.with === undefined)
          if (mains.length !== 1) continue
          m.pass(7)
          if (!undo(m, mains[0]!.event.seq)) continue
          undone++
          expect(asSeen(m.state)).toEqual(asSeen(before))
          expect(undo(m, mains[0]!.event.seq)).toBe(false)
        }
      }),
      RUNS,
    )
    expect(undone).toBeGreaterThan(300)
  })

  it('an undoing never takes back what somebody changed since', () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), (life, pick) => {
        const m = live(life)
        const seq = (pick % m.history.length) + 1
        const group = groupOf(eventsOf(m), seq)
        const [main, last] = [group[0]!.seq, group.at(-1)!.seq]
        const before = fold(eventsOf(m).filter((e) => e.seq < main))
        const after = fold(eventsOf(m).filter((e) => e.seq <= last))!
        const now = m.state
        if (before === null || !undo(m, seq)) return
        for (const field of Object.keys(now) as (keyof TicketState)[]) {
          if (BOOKKEEPING.includes(field)) continue
          const touched = JSON.stringify(before[field]) !== JSON.stringify(after[field])
          if (touched) expect(now[field], `${field} was changed since`).toEqual(after[field])
          expect(m.state[field], field).toEqual(touched ? before[field] : now[field])
        }
      }),
      RUNS,
    )
  })

  it('a sending taken back leaves the ticket as it was before', () => {
    let cancelled = 0
    fc.assert(
      fc.property(anyLife, (life) => {
        const m = new Model()
        for (const command of life) {
          const before = m.state
          const length = m.history.length
          command.run(m)
          const sent = m.history[length]?.event
          if (sent?.kind !== 'replySent') continue
          m.record({ type: 'agent', id: 1 }, decideCancel(m.state, eventsOf(m), sent.data.messageId))
          cancelled++
          expect({ ...asSeen(m.state), messageCount: 0 }).toEqual({ ...asSeen(before), messageCount: 0 })
        }
      }),
      RUNS,
    )
    expect(cancelled).toBeGreaterThan(100)
  })
})

const BOOKKEEPING: (keyof TicketState)[] = ['version', 'updatedAt', 'lastMessageId', 'messageCount', 'quarantinedCount']

/** Without what every event moves on. Sets are compared as sets: what comes back comes back at the end. */
function asSeen(state: TicketState): Partial<TicketState> {
  const { version: _, updatedAt: __, lastMessageId: ___, ...rest } = state
  return {
    ...rest,
    tags: state.tags.toSorted(),
    followers: state.followers.toSorted(),
    participants: state.participants.toSorted(),
    links: state.links.toSorted((a, b) => (a.kind + a.number < b.kind + b.number ? -1 : 1)),
  }
}

function rowAndBack(state: TicketState): TicketState {
  const row = toRow(state)
  const read = Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      const isTime = /_(at|since|until)$/.test(column) && typeof value === 'string'
      return [
        column,
        isTime ? new Date(value) : column === 'fields' || column === 'links' ? JSON.parse(value as string) : value,
      ]
    }),
  )
  expect(Object.keys(row)).toEqual(Object.keys(STATE_COLUMNS))
  expect(differences(fromRow(read as never), state)).toEqual([])
  return fromRow(read as never)
}
