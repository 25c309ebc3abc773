import type { Trade } from './scenario.ts'
import type { ScenarioKey } from './scenarios.ts'

/** What conversations are about, by name; no language bends these. */
const BY_TRADE: Record<Trade, readonly string[]> = {
  boatYard: ['Havterne 26', 'Solvik 31', 'Lom 580', 'Terna 7', 'Saltholm 29', 'Skjær 22'],
  webShop: ['Fjellvind Pro', 'Tind 45', 'Lyng 2', 'Duva', 'Bris XT', 'Skare'],
  municipality: ['Timeo', 'PlanVis', 'Arkivum'],
  energy: ['Aurora Spot', 'Fjord 24', 'Vind 12'],
  machines: ['KR-450', 'HX 22', 'Terra 80', 'Brekka 14', 'Multi 160'],
}

const BY_SCENARIO: Partial<Record<ScenarioKey, readonly string[]>> = {
  lockedOut: ['Skolevev'],
  careSystemSlow: ['Journalia'],
  archiveAccess: ['Arkivum'],
}

export function thingsOf(key: ScenarioKey, trade: Trade): readonly string[] {
  return BY_SCENARIO[key] ?? BY_TRADE[trade]
}

/** Whose people write about it: places in a language's list of organisations, which all languages keep in the same order. */
export const WRITERS: Partial<Record<Trade, readonly number[]>> & Partial<Record<ScenarioKey, readonly number[]>> = {
  municipality: [2, 3, 9],
  machines: [1, 10, 12, 13, 21],
  schoolTablet: [3],
  careSystemSlow: [9],
  lockedOut: [3],
}
