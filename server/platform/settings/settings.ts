import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import { afterCommit } from '../db/transact.ts'
import type { Setting, Settings } from '../house.ts'
import type { Bus } from '../live/bus.ts'

/** While nobody can tell us of changes, a copy is believed for this long. */
const UNCERTAIN_MS = 1_000

/** All rows are read once and kept; a change anywhere throws the copy away. */
export function createSettings(db: Db, bus: Bus): Settings {
  let copy: Promise<Map<string, unknown>> | null = null
  // Reading a value costs more than finding it; what a row of the same copy meant does not change.
  let understood = new Map<unknown, unknown>()
  let readAt = 0
  const drop = () => {
    copy = null
  }
  bus.on('settings', drop)
  bus.onGap(drop)

  function rows(): Promise<Map<string, unknown>> {
    if (copy !== null && (bus.connected || Date.now() - readAt < UNCERTAIN_MS)) return copy
    readAt = Date.now()
    understood = new Map()
    const reading = db
      .selectFrom('settings')
      .select(['key', 'value'])
      .execute()
      .then((all) => new Map<string, unknown>(all.map((row) => [row.key, row.value])))
    copy = reading
    reading.catch(() => {
      if (copy === reading) copy = null
    })
    return reading
  }

  return {
    async get<T>(setting: Setting<T>): Promise<T> {
      const all = await rows()
      const value = all.get(setting.key)
      if (value === undefined) return setting.otherwise
      const known = understood.get(setting) as { value: unknown; means: T } | undefined
      if (known?.value === value) return known.means
      const means = setting.parse(value)
      understood.set(setting, { value, means })
      return means
    },
    async set(tx, actor, setting, value) {
      const json = JSON.stringify(setting.parse(value))
      await sql`
        with old as (select value from settings where key = ${setting.key} for update),
        changed as (
          insert into settings (key, value, updated_by) values (${setting.key}, ${json}::jsonb, ${actor.id})
          on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now()
        )
        insert into setting_changes (key, old_value, new_value, actor)
        values (${setting.key}, (select value from old), ${json}::jsonb,
          ${JSON.stringify({ type: actor.type, id: actor.id, name: actor.name })}::jsonb)`.execute(tx)
      afterCommit(tx, () => bus.publish('settings', setting.key))
    },
  }
}
