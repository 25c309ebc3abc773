import { sql } from 'kysely'
import type { Language } from '#contract'
import { addOrganisation, addPerson } from '#customers'
import { addAgent, addTeam, changeAgent, changeTeam } from '#people'
import type { AgentActor, Tx } from '#platform'
import { addCategory } from '../kinds/kinds.ts'
import type { Cast } from './cast.ts'
import { CREWS } from './plan.ts'
import { CATEGORY_TREE, type CategoryKey, TEAMS, type TeamKey } from './scenarios.ts'
import { TEXTS } from './texts/index.ts'

/** What stories stand on, by the identifiers that the database gave. */
export interface Ground {
  /** In the order of the cast; the two senders of spam come last. */
  persons: { id: number; name: string; email: string; organisationId: number | null }[]
  agents: number[]
  teams: Record<TeamKey, number>
  categories: Record<CategoryKey, number>
}

export type ItemKind = 'ticket' | 'person' | 'organisation' | 'agent' | 'team' | 'category'

export async function remember(tx: Tx, kind: ItemKind, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await sql`insert into demo_items (kind, id) select ${kind}, unnest(${[...ids]}::bigint[]) on conflict do nothing`.execute(
    tx,
  )
}

/**
 * People, organisations, teams, agents who cannot sign in, categories. What is there already under the same name is used as it is
 * and stays when the sample data goes; what an earlier removal only put to sleep is woken.
 */
export async function layGround(tx: Tx, actor: AgentActor, language: Language, cast: Cast): Promise<Ground> {
  const agents = await agentsOf(tx, actor, language, cast)
  const teams = await teamsOf(tx, language, agents)
  const categories = await categoriesOf(tx, language)
  const organisations = await organisationsOf(tx, cast)
  const persons = await personsOf(tx, language, cast, organisations)
  return { agents, teams, categories, persons }
}

async function agentsOf(tx: Tx, actor: AgentActor, language: Language, { agents }: Cast): Promise<number[]> {
  const { rows } = await sql<{ id: number; email: string }>`
    select id, email from agents where email = any(${agents.map((agent) => agent.email)}::text[])`.execute(tx)
  const ids: number[] = []
  for (const { name, email } of agents) {
    const known = rows.find((row) => row.email === email)
    if (known) await changeAgent(tx, actor, known.id, { active: true })
    ids.push(known?.id ?? (await addAgent(tx, actor, { name, email, role: 'agent', language, teamIds: [] })))
  }
  await remember(tx, 'agent', ids)
  return ids
}

async function teamsOf(tx: Tx, language: Language, agents: readonly number[]): Promise<Record<TeamKey, number>> {
  const words = TEXTS[language].surroundings.teams
  const { rows } = await sql<{ id: number; name: string; active: boolean; ours: boolean }>`
    select t.id, t.name, t.active, d.id is not null as ours from teams t left join demo_items d on d.kind = 'team' and d.id = t.id
    where lower(t.name) = any(${Object.values(words).map((name) => name.toLowerCase())}::text[])`.execute(tx)
  const ids: Partial<Record<TeamKey, number>> = {}
  for (const key of TEAMS) {
    const name = words[key]
    const named = rows.filter((row) => row.name.toLowerCase() === name.toLowerCase())
    const known = named.find((row) => row.active) ?? named.find((row) => row.ours)
    const memberIds = CREWS[key].map((place) => agents[place]!)
    if (known?.active) ids[key] = known.id
    else if (known) {
      await changeTeam(tx, known.id, { active: true, memberIds })
      ids[key] = known.id
    } else {
      ids[key] = await addTeam(tx, { name, visibility: 'everyone', labelPack: 'four-state', memberIds })
      await remember(tx, 'team', [ids[key]])
    }
  }
  return ids as Record<TeamKey, number>
}

async function categoriesOf(tx: Tx, language: Language): Promise<Record<CategoryKey, number>> {
  const words = TEXTS[language].surroundings.categories
  const ids: Partial<Record<CategoryKey, number>> = {}
  const place = async (key: CategoryKey, parentId: number | null) => {
    const { rows } = await sql<{ id: number; active: boolean; ours: boolean }>`
      select c.id, c.active, d.id is not null as ours from categories c
        left join demo_items d on d.kind = 'category' and d.id = c.id
      where c.parent_id is not distinct from ${parentId}::bigint and lower(c.name) = lower(${words[key]})
      order by c.active desc, c.id`.execute(tx)
    const known = rows.find((row) => row.active || row.ours)
    if (known && !known.active) await sql`update categories set active = true where id = ${known.id}`.execute(tx)
    const id = known?.id ?? (await addCategory(tx, { name: words[key], parentId })).id
    if (!known) await remember(tx, 'category', [id])
    ids[key] = id
    return id
  }
  for (const [top, branches] of Object.entries(CATEGORY_TREE) as [CategoryKey, readonly CategoryKey[]][]) {
    const parentId = await place(top, null)
    for (const branch of branches) await place(branch, parentId)
  }
  return ids as Record<CategoryKey, number>
}

async function organisationsOf(tx: Tx, { organisations }: Cast): Promise<number[]> {
  const { rows } = await sql<{ id: number; domain: string }>`
    select organisation_id as id, domain from organisation_domains
    where domain = any(${organisations.map((one) => one.domain)}::text[])`.execute(tx)
  const ids: number[] = []
  for (const { name, domain, organisationNumber } of organisations) {
    const known = rows.find((row) => row.domain === domain)
    const id = known?.id ?? (await addOrganisation(tx, { name, organisationNumber, domains: [domain] }))
    if (!known) await remember(tx, 'organisation', [id])
    ids.push(id)
  }
  return ids
}

async function personsOf(
  tx: Tx,
  language: Language,
  cast: Cast,
  organisations: readonly number[],
): Promise<Ground['persons']> {
  const spammers = TEXTS[language].surroundings.spam.map(({ from }, i) => ({
    name: from,
    email: `post${i + 1}@stort-tilbud.example`,
    phone: undefined,
    organisation: null,
  }))
  const wanted = [...cast.persons, ...spammers]
  const { rows } = await sql<{ id: number; address: string }>`
    select person_id as id, address from person_addresses where address = any(${wanted.map((one) => one.email)}::text[])`.execute(
    tx,
  )
  const persons: Ground['persons'] = []
  const added: number[] = []
  for (const { name, email, phone, organisation } of wanted) {
    const organisationId = organisation === null ? null : organisations[organisation]!
    const known = rows.find((row) => row.address === email)?.id
    const more = organisationId === null ? {} : { organisationId }
    const id = known ?? (await addPerson(tx, { name, email, language, ...(phone ? { phone } : {}), ...more }))
    if (known === undefined) added.push(id)
    persons.push({ id, name, email, organisationId })
  }
  await remember(tx, 'person', added)
  return persons
}
