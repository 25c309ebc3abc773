import { sql } from 'kysely'
import { deleteCustomers } from '#customers'
import { changeAgent, changeTeam } from '#people'
import { type AgentActor, type House, SYSTEM, type Tx, transact } from '#platform'
import { changeTicket } from '../change-ticket.ts'
import { purge } from '../erasure/erase.ts'
import { lockById } from '../ticket-for.ts'
import { firstOwner } from './demo.ts'
import type { ItemKind } from './ground.ts'
import { alone } from './lock.ts'

const REASON = 'The sample data was removed'

export interface Removed {
  /** Tickets purged: each leaves its tombstone, as every purged ticket does. */
  tickets: number
  /** Tickets that were merged into others and therefore stay. */
  keptTickets: number
  persons: number
  organisations: number
  /** Customers that other tickets name by now: they stay, as customers of the house. */
  keptCustomers: number
  /** Agents, teams and categories: they stay switched off, for the tombstones name them. */
  switchedOff: number
  /** Teams and categories that other tickets or mailboxes use by now: they stay as they are. */
  inUse: number
}

/** Takes the sample data away again, and nothing else. May be called again after an interruption. */
export async function removeDemo(
  house: House,
  input: { progress?: (done: number, of: number) => void } = {},
): Promise<Removed> {
  return alone(house, async () => {
    const owner = await firstOwner(house)
    const ids = (await itemsOf(house, 'ticket')).toSorted((a, b) => a - b)
    let keptTickets = 0
    for (const [i, id] of ids.entries()) {
      const isGone = await transact(house, (tx) => removeTicket(tx, id))
      if (!isGone) keptTickets++
      input.progress?.(i + 1, ids.length)
    }
    const customers = await transact(house, (tx) => removeCustomers(house, tx))
    const off = await transact(house, (tx) => switchOff(house, tx, owner))
    house.live.send({ kind: 'gap' })
    return { tickets: ids.length - keptTickets, keptTickets, ...customers, ...off }
  })
}

async function itemsOf(house: House, kind: ItemKind): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from demo_items where kind = ${kind}`.execute(house.db)
  return rows.map((row) => row.id)
}

async function forget(tx: Tx, kind: ItemKind, ids: readonly number[]): Promise<void> {
  await sql`delete from demo_items where kind = ${kind} and id = any(${[...ids]}::bigint[])`.execute(tx)
}

/** Through the trash to the tombstone; closed ones are reopened for it, as nothing closed may be thrown away. */
async function removeTicket(tx: Tx, id: number): Promise<boolean> {
  const ticket = await lockById(tx, id)
  if (ticket === null || ticket.state.mergedInto !== null) {
    await forget(tx, 'ticket', [id])
    return false
  }
  const { number, status, folder } = ticket.state
  if (folder === 'inbox') {
    const reopening = status === 'closed' ? { status: 'in_progress' as const, reason: REASON } : {}
    await changeTicket(tx, SYSTEM, { number, patch: { ...reopening, folder: 'trash' } })
  }
  await purge(tx, SYSTEM, { number, reason: REASON })
  await forget(tx, 'ticket', [id])
  return true
}

async function removeCustomers(
  house: House,
  tx: Tx,
): Promise<Pick<Removed, 'persons' | 'organisations' | 'keptCustomers'>> {
  const persons = await itemsOf(house, 'person')
  const organisations = await itemsOf(house, 'organisation')
  // Copies have no foreign key, so they are asked here.
  const { rows } = await sql<{ id: number }>`
    select distinct p.id from tickets t, unnest(t.participants) as p (id) where p.id = any(${persons}::bigint[])`.execute(
    tx,
  )
  const inCopy = new Set(rows.map((row) => row.id))
  const gone = await deleteCustomers(tx, {
    personIds: persons.filter((id) => !inCopy.has(id)),
    organisationIds: organisations,
  })
  await forget(tx, 'person', persons)
  await forget(tx, 'organisation', organisations)
  return { ...gone, keptCustomers: persons.length + organisations.length - gone.persons - gone.organisations }
}

async function switchOff(house: House, tx: Tx, owner: AgentActor): Promise<Pick<Removed, 'switchedOff' | 'inUse'>> {
  const agents = await itemsOf(house, 'agent')
  const teams = await itemsOf(house, 'team')
  const categories = await itemsOf(house, 'category')
  const { rows } = await sql<{ kind: ItemKind; id: number }>`
    select 'agent' as kind, id from agents where id = any(${agents}::bigint[]) and (password_hash is not null or role <> 'agent')
    union select 'team', team_id from tickets where team_id = any(${teams}::bigint[]) and folder <> 'purged'
    union select 'team', team_id from mailboxes where team_id = any(${teams}::bigint[])
    union select 'category', category_id from tickets where category_id = any(${categories}::bigint[]) and folder <> 'purged'
    union select 'category', c.parent_id from categories c where c.parent_id = any(${categories}::bigint[])
      and not c.id = any(${categories}::bigint[])`.execute(tx)
  const used = (kind: ItemKind, id: number) => rows.some((row) => row.kind === kind && row.id === id)
  const idle = (kind: ItemKind, ids: readonly number[]) => ids.filter((id) => !used(kind, id))

  for (const id of idle('agent', agents)) await changeAgent(tx, owner, id, { active: false, teamIds: [] })
  for (const id of idle('team', teams)) await changeTeam(tx, id, { active: false, memberIds: [] })
  await sql`update categories set active = false where id = any(${idle('category', categories)}::bigint[])`.execute(tx)
  for (const { kind, id } of rows) await forget(tx, kind, [id])
  return { switchedOff: agents.length + teams.length + categories.length - rows.length, inUse: rows.length }
}
