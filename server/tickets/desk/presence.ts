import { sql } from 'kysely'
import type { LivePresence } from '#contract'
import { type AgentActor, type House, NotFound } from '#platform'
import { scope } from '../access.ts'

/** Who has said nothing for this long is gone. */
const FADES_MS = 30_000
type State = 'viewing' | 'replying' | 'noting' | 'gone'

/** Says who views a ticket or writes on it, to all who may see it. Kept in an unlogged table, so that every process knows the same. */
export async function bePresent(house: House, me: AgentActor, number: string, state: State): Promise<void> {
  const { rows } = await sql<{ id: number; teamId: number | null; assigneeId: number | null; followers: number[] }>`
    select t.id, t.team_id as "teamId", t.assignee_id as "assigneeId", t.followers from tickets t
    where t.number = ${number} and ${scope(me)}`.execute(house.db)
  const ticket = rows[0]
  if (!ticket) throw new NotFound()
  const now = house.now()
  if (state === 'gone') {
    await sql`delete from ticket_presence where ticket_id = ${ticket.id} and agent_id = ${me.id}`.execute(house.db)
  } else {
    await sql`insert into ticket_presence (ticket_id, agent_id, state, at) values (${ticket.id}, ${me.id}, ${state}, ${now})
      on conflict (ticket_id, agent_id) do update set state = excluded.state, at = excluded.at`.execute(house.db)
  }
  const tell = async () => {
    const { id: _, ...audience } = ticket
    house.live.send({ kind: 'presence', audience, data: { number, agents: await present(house, ticket.id) } })
  }
  await tell()
  // A heartbeat that stops is told too, by the process that heard the last one.
  if (state !== 'gone') {
    setTimeout(() => {
      void fade(house, ticket.id).then(
        (someone) => (someone ? tell() : undefined),
        (err) => house.log.debug({ err }, 'Presence'),
      )
    }, FADES_MS + 1_000).unref()
  }
}

async function present(house: House, ticketId: number): Promise<LivePresence['agents']> {
  const { rows } = await sql<LivePresence['agents'][number]>`
    select a.id, a.name, p.state from ticket_presence p join agents a on a.id = p.agent_id
    where p.ticket_id = ${ticketId} and p.at > ${new Date(house.now().getTime() - FADES_MS)} order by p.at`.execute(
    house.db,
  )
  return rows
}

/** Forgets who has faded; true when somebody has. */
async function fade(house: House, ticketId: number): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from ticket_presence
    where ticket_id = ${ticketId} and at <= ${new Date(house.now().getTime() - FADES_MS)}`.execute(house.db)
  return (numAffectedRows ?? 0n) > 0n
}
