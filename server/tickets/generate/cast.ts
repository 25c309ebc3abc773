import { sql } from 'kysely'
import { LANGUAGES, type Language } from '#contract'
import { loadCustomers } from '#customers'
import { addAgent, addTeam } from '#people'
import type { AgentActor, Tx } from '#platform'
import type { ScenarioText } from '../demo/scenario.ts'
import { SCENARIOS, type ScenarioKey, TEAMS, type TeamKey } from '../demo/scenarios.ts'
import { TEXTS } from '../demo/texts/index.ts'
import type { Chance } from './chance.ts'

export interface LoadPerson {
  id: number
  name: string
  email: string
  language: Language
  organisationId: number | null
}
export interface LoadAgent {
  id: number
  name: string
  email: string
}
/** One scenario in one language. */
export interface LoadText extends ScenarioText {
  language: Language
  team: TeamKey
  type: 'support' | 'repair'
}

/** Whom load data is about. */
export interface LoadCast {
  persons: LoadPerson[]
  agents: LoadAgent[]
  teams: Record<TeamKey, number>
  categories: number[]
  texts: Record<Language, LoadText[]>
}

const AGENTS = 20

/** One person for twenty tickets, one organisation for eight persons. Agents of load data cannot sign in. */
export async function loadCast(tx: Tx, actor: AgentActor, tickets: number, chance: Chance): Promise<LoadCast> {
  const count = Math.min(50_000, Math.max(50, Math.ceil(tickets / 20)))
  const organisations = Array.from({ length: Math.ceil(count / 8) }, (_, i) => {
    const { surroundings } = TEXTS[LANGUAGES[i % LANGUAGES.length]!]
    const name = surroundings.organisations[Math.floor(i / LANGUAGES.length) % surroundings.organisations.length]!
    return `${name} ${i + 1}`
  })
  const wanted = Array.from({ length: count }, (_, i) => {
    const language = LANGUAGES[chance.int(0, LANGUAGES.length - 1)]!
    const { givenNames, familyNames } = TEXTS[language].surroundings
    return {
      name: `${chance.pick(givenNames)} ${chance.pick(familyNames)}`,
      email: `kunde${i + 1}@load.example`,
      language,
      organisation: chance.is(0.7) ? chance.int(0, organisations.length - 1) : null,
    }
  })
  const { organisationIds, personIds } = await loadCustomers(tx, { organisations, persons: wanted })
  const persons = wanted.map(
    ({ name, email, language, organisation }, i): LoadPerson => ({
      id: personIds[i]!,
      name,
      email,
      language,
      organisationId: organisation === null ? null : organisationIds[organisation]!,
    }),
  )
  const { rows } = await sql<{ id: number }>`select id from categories where active order by id`.execute(tx)
  return {
    persons,
    agents: await agentsOf(tx, actor),
    teams: await teamsOf(tx),
    categories: rows.map((row) => row.id),
    texts: textsByLanguage(),
  }
}

async function agentsOf(tx: Tx, actor: AgentActor): Promise<LoadAgent[]> {
  const { rows: known } = await sql<LoadAgent>`
    select id, name, email from agents where email like '%@agents.load.example'`.execute(tx)
  const agents: LoadAgent[] = []
  for (let i = 0; i < AGENTS; i++) {
    const { surroundings } = TEXTS[LANGUAGES[i % LANGUAGES.length]!]
    const name = surroundings.agents[Math.floor(i / LANGUAGES.length)]!
    const email = `agent${i + 1}@agents.load.example`
    const found = known.find((agent) => agent.email === email)
    agents.push(found ?? { id: await addAgent(tx, actor, { name, email, role: 'agent', teamIds: [] }), name, email })
  }
  return agents
}

async function teamsOf(tx: Tx): Promise<Record<TeamKey, number>> {
  const teams: Partial<Record<TeamKey, number>> = {}
  for (const key of TEAMS) {
    const name = TEXTS.en.surroundings.teams[key]
    const { rows } = await sql<{
      id: number
    }>`select id from teams where lower(name) = lower(${name}) and active`.execute(tx)
    teams[key] =
      rows[0]?.id ?? (await addTeam(tx, { name, visibility: 'everyone', labelPack: 'four-state', memberIds: [] }))
  }
  return teams as Record<TeamKey, number>
}

function textsByLanguage(): Record<Language, LoadText[]> {
  const entries = LANGUAGES.map((language) => {
    const { conversations } = TEXTS[language]
    const texts = (Object.keys(SCENARIOS) as ScenarioKey[]).map((key): LoadText => {
      const { trade, team, type } = SCENARIOS[key]
      return { ...(conversations[trade] as Record<string, ScenarioText>)[key]!, language, team, type }
    })
    return [language, texts] as const
  })
  return Object.fromEntries(entries) as Record<Language, LoadText[]>
}
