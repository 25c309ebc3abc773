import pg from 'pg'
import { getConstructionPlans, PgBoss } from 'pg-boss'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }

/** The job runner's tables live apart from ours. */
export const JOB_SCHEMA = 'pgboss'

/** Any number that only this uses: two starting processes take turns. */
const LOCK = 726103

/** Brings the job runner's own tables to the version that the pinned package needs. Part of migrating, not of every start. */
export async function migrateJobs(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'reda migrate' })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [
      `${JOB_SCHEMA}.version`,
    ])
    if (!rows[0]?.found) {
      await client.query(`create schema if not exists ${JOB_SCHEMA}`)
      await client.query(getConstructionPlans(JOB_SCHEMA, { createSchema: false }))
      return
    }
    const version = await client.query<{ version: number }>(`select version from ${JOB_SCHEMA}.version`)
    if (Number(version.rows[0]?.version) === bossPackage.pgboss.schema) return
    const boss = new PgBoss({
      connectionString,
      schema: JOB_SCHEMA,
      migrate: true,
      supervise: false,
      schedule: false,
      max: 2,
    })
    boss.on('error', () => undefined)
    await boss.start()
    await boss.stop({ graceful: false })
  } finally {
    await client.end()
  }
}
