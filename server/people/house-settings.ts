import { z } from 'zod'
import type { Body, people } from '#contract'
import { type AgentActor, type House, InvalidInput, Problem, type Setting, type Tx } from '#platform'
import { organisation } from './settings.ts'

// biome-ignore lint/suspicious/noExplicitAny: settings of all types stand in one list
export type AnySetting = Setting<any>

/** The organisation and every declared setting, secret ones only as set or not. */
export async function houseSettings(house: House, declared: readonly AnySetting[]) {
  const values = await Promise.all(
    declared.map(async (setting) => {
      const value: unknown = await house.settings.get(setting)
      return [setting.key, setting.secret ? value !== setting.otherwise : value] as const
    }),
  )
  return { organisation: await house.settings.get(organisation), values: Object.fromEntries(values) }
}

/** All or nothing. Refuses settings that nobody declared and values that do not fit, each by its path. */
export async function changeSettings(
  tx: Tx,
  house: House,
  actor: AgentActor,
  declared: readonly AnySetting[],
  input: Body<typeof people.changeSettings>,
): Promise<void> {
  if (input.organisation !== undefined) {
    const whole = { ...(await house.settings.get(organisation)), ...input.organisation }
    await fitting('organisation', () => house.settings.set(tx, actor, organisation, whole))
  }
  for (const [key, value] of Object.entries(input.values ?? {})) {
    const setting = declared.find((one) => one.key === key)
    if (setting === undefined) throw new InvalidInput(`values.${key}`, 'There is no such setting')
    await fitting(`values.${key}`, () => house.settings.set(tx, actor, setting, value))
  }
}

async function fitting(path: string, write: () => Promise<void>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (error instanceof z.ZodError) {
      const errors = error.issues.map((issue) => ({
        path: [path, ...issue.path.map(String)].join('.'),
        message: issue.message,
      }))
      throw new Problem(422, 'invalid-input', { errors })
    }
    throw error
  }
}
