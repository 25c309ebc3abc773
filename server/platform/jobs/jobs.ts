import { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { Tx } from '../db/pool.ts'
import { prepared } from '../db/prepared.ts'
import { afterCommit, beforeCommit } from '../db/transact.ts'
import type { House, JobOptions, Jobs, Reaction, Reactions } from '../house.ts'
import type { Bus } from '../live/bus.ts'
import type { Log } from '../log.ts'
import { JOB_SCHEMA } from './schema.ts'

/** Where a job goes that failed for a day: kept, counted, shown; never thrown away silently. */
export const DEAD_LETTERS = 'dead-letters'
const DAY = 86_400
/** Jobs are woken at once by the process that made them; this finds retries, deferred ones, and those of a process that died. */
const POLL_SECONDS = 10
const SOON_MS = 60_000
const FIRST_RETRY_MS = 2_100
const BATCH = 25
const AT_ONCE = 5

type Handler = (house: House, data: Record<string, unknown>) => Promise<void>

/** Runs with nearly every command, so it is parsed once. */
const INSERT = prepared(`
  insert into ${JOB_SCHEMA}.job_common (name, data, start_after, singleton_key, expire_seconds, deletion_seconds, keep_until,
    retry_limit, retry_delay, retry_backoff, retry_delay_max, policy, dead_letter, heartbeat_seconds)
  select q.name, j.data, j.start_after, coalesce(j.key, gen_random_uuid()::text), q.expire_seconds, q.deletion_seconds,
    j.start_after + q.retention_seconds * interval '1s', q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max,
    q.policy, q.dead_letter, q.heartbeat_seconds
  from (select x.name, x.data, x.key, coalesce(x."startAfter", now()) as start_after
        from json_to_recordset($1::json) as x (name text, data jsonb, key text, "startAfter" timestamptz)) j
  join ${JOB_SCHEMA}.queue q on q.name = j.name
  on conflict (name, coalesce(singleton_key, '')) where state = 'created' and policy = 'short'
    do update set data = excluded.data, start_after = excluded.start_after, keep_until = excluded.keep_until
  returning name`)

interface Waiting {
  name: string
  data: Record<string, unknown>
  startAfter: string | null
  key: string | null
}

export interface JobRunner extends Jobs {
  /** Makes the queues of all handled names, so that any process may enqueue. */
  prepare(): Promise<void>
  /** Starts working. */
  start(house: House): Promise<void>
  /** Lets running jobs end, then stops. */
  stop(): Promise<void>
  /** Runs a job by the clock: cron expression in UTC. One process does it. */
  schedule(name: string, cron: string): void
  /** How many jobs wait or run now (deferred ones not counted), by name; for measurements and tests. */
  depth(): Promise<Record<string, number>>
}

export interface JobsOptions {
  pool: Pool
  bus: Bus
  log: Log
  /** How often somebody looks for workers that died. */
  superviseSeconds?: number
}

export function createJobs(options: JobsOptions): JobRunner {
  const { pool, bus, log } = options
  const handlers = new Map<string, Handler>()
  const schedules: { name: string; cron: string }[] = []
  const workers = new Map<string, string>()
  const waiting = new WeakMap<Tx, Waiting[]>()
  let reactions: Reactions = {}
  let boss: PgBoss | null = null

  function wake(names: readonly string[]): void {
    for (const name of names) {
      const worker = workers.get(name)
      if (worker !== undefined) boss?.notifyWorker(worker)
    }
  }
  bus.on('jobs', (names: string[]) => wake(names))
  bus.onGap(() => wake([...workers.keys()]))
  /** Polling would find them too, seconds later. */
  const wakeLater = (name: string, ms: number) => {
    if (ms < SOON_MS) setTimeout(wake, ms, [name]).unref()
  }

  /** All jobs of a transaction in one statement, however many commands asked for them. */
  async function insert(tx: Tx, jobs: readonly Waiting[]): Promise<void> {
    // A key that waits already takes the newer time and data: a postponement moved is one wake-up, at the new time.
    const newest = new Map(jobs.map((job, i) => [job.key === null ? `#${i}` : `${job.name} ${job.key}`, job]))
    const { rows } = await tx.executeQuery<{ name: string }>(
      CompiledQuery.raw(INSERT, [JSON.stringify([...newest.values()])]),
    )
    if (rows.length !== newest.size) {
      const missing = jobs.find((job) => !rows.some((row) => row.name === job.name))
      throw new Error(`No queue for the job ${missing?.name}: nobody handles it`)
    }
  }

  async function run(
    house: House,
    name: string,
    handler: Handler,
    job: { id: string; data: unknown },
  ): Promise<JobResult> {
    try {
      await handler(house, (job.data ?? {}) as Record<string, unknown>)
      return { id: job.id, status: 'completed' }
    } catch (err) {
      log.error({ err, job: name, id: job.id }, 'A job failed; it will be tried again')
      wakeLater(name, FIRST_RETRY_MS)
      return { id: job.id, status: 'failed', output: { message: err instanceof Error ? err.message : String(err) } }
    }
  }

  return {
    async enqueue(tx, name, data, more: JobOptions = {}) {
      const job = { name, data, startAfter: more.startAfter?.toISOString() ?? null, key: more.key ?? null }
      const jobs = waiting.get(tx)
      if (jobs !== undefined) {
        jobs.push(job)
        return
      }
      const first = [job]
      waiting.set(tx, first)
      beforeCommit(tx, () => insert(tx, first))
      afterCommit(tx, () => {
        const now = first.filter((j) => j.startAfter === null).map((j) => j.name)
        if (now.length > 0) bus.publish('jobs', [...new Set(now)])
        for (const j of first) if (j.startAfter !== null) wakeLater(j.name, Date.parse(j.startAfter) - Date.now() + 50)
      })
    },
    reactionsTo(kind, data) {
      const names: string[] = []
      for (const reaction of (reactions[kind] ?? []) as readonly Reaction<typeof kind>[]) {
        if (typeof reaction === 'string') names.push(reaction)
        else if (reaction.when(data)) names.push(reaction.job)
      }
      return names
    },
    handle(name, handler) {
      if (handlers.has(name)) throw new Error(`Two handlers for the job ${name}`)
      handlers.set(name, handler)
    },
    setReactions(table) {
      for (const names of Object.values(table)) {
        const unknown = names
          .map((one) => (typeof one === 'string' ? one : one.job))
          .find((name) => !handlers.has(name))
        if (unknown !== undefined) throw new Error(`The reaction ${unknown} has no handler`)
      }
      reactions = table
    },
    schedule: (name, cron) => void schedules.push({ name, cron }),

    async prepare() {
      const names = [DEAD_LETTERS, ...handlers.keys()]
      const { rows } = await pool.query<{ name: string }>(`select name from ${JOB_SCHEMA}.queue where name = any($1)`, [
        names,
      ])
      const known = new Set(rows.map((row) => row.name))
      if (names.every((name) => known.has(name))) return
      const maker = createBoss(options, false)
      await maker.start()
      for (const name of names.filter((n) => !known.has(n))) {
        await maker.createQueue(name, name === DEAD_LETTERS ? { retentionSeconds: 365 * DAY } : QUEUE)
      }
      await maker.stop({ graceful: false, close: false })
    },

    async start(house) {
      const started = createBoss(options, true)
      boss = started
      await started.start()
      for (const [name, handler] of handlers) {
        const id = await started.work<Record<string, unknown>, JobResult[]>(
          name,
          { batchSize: BATCH, perJobResults: true, pollingIntervalSeconds: POLL_SECONDS, burstWhenBatchFull: true },
          async (jobs) => {
            const results: JobResult[] = []
            const left = [...jobs]
            const worker = async () => {
              for (let job = left.shift(); job !== undefined; job = left.shift()) {
                results.push(await run(house, name, handler, job))
              }
            }
            await Promise.all(Array.from({ length: AT_ONCE }, worker))
            return results
          },
        )
        workers.set(name, id)
      }
      for (const { name, cron } of schedules) await started.schedule(name, cron)
    },

    async stop() {
      const stopping = boss
      boss = null
      workers.clear()
      await stopping?.stop({ graceful: true, close: false, timeout: 20_000 })
    },

    async depth() {
      const { rows } = await pool.query<{ name: string; count: number }>(
        `select name, count(*)::int as count from ${JOB_SCHEMA}.job
         where state in ('created', 'retry', 'active') and (state <> 'created' or start_after <= now()) and name not like '\\_\\_pgboss%' and name <> $1
         group by name`,
        [DEAD_LETTERS],
      )
      return Object.fromEntries(rows.map((row) => [row.name, row.count]))
    },
  }
}

/** About 20 tries in the course of a day. A worker that dies is noticed by its missing heartbeat. */
const QUEUE = {
  policy: 'short',
  retryLimit: 30,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 3_600,
  heartbeatSeconds: 20,
  expireInSeconds: 900,
  retentionSeconds: 3_650 * DAY,
  deleteAfterSeconds: 300,
  deadLetter: DEAD_LETTERS,
}

function createBoss({ pool, log, superviseSeconds = 15 }: JobsOptions, works: boolean): PgBoss {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    schema: JOB_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise: works,
    schedule: works,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: 120,
    queueCacheIntervalSeconds: 600,
    bamIntervalSeconds: 3_600,
    flowIntervalSeconds: 3_600,
    clockMonitorIntervalSeconds: 600,
    cronMonitorIntervalSeconds: 30,
    monitorVacuum: false,
    persistWarnings: false,
  })
  boss.on('error', (err) => log.warn({ err }, 'The job runner met an error; it goes on'))
  boss.on('warning', (warning) => log.debug({ warning: warning.message }, 'The job runner warns'))
  return boss
}
