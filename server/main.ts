import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { authenticateOf, isSetUp } from '#people'
import { type Config, createLog, type House, type Log, migrate, openDatabase } from '#platform'
import { handleJobs } from './jobs.ts'
import { createHttpServer } from './platform/http/server.ts'
import { createJobs, type JobRunner } from './platform/jobs/jobs.ts'
import { migrateJobs } from './platform/jobs/schema.ts'
import { type Bus, createBus } from './platform/live/bus.ts'
import { createLive } from './platform/live/live.ts'
import { createMetrics } from './platform/metrics/metrics.ts'
import { packageFolder } from './platform/package.ts'
import { openSecrets } from './platform/secrets/secrets.ts'
import { createSettings } from './platform/settings/settings.ts'
import { createDiskStorage } from './platform/storage/disk-storage.ts'
import { reactions } from './reactions.ts'
import { declaredSettings, routes } from './routes.ts'
import { schedule } from './schedule.ts'
import { startServices } from './services.ts'

export interface Opening {
  /** Of the embedded database or of DATABASE_URL. */
  connectionString: string
  log?: Log
  /** The present; tests set it. */
  now?: () => Date
  /** The mail receiver on any free port, whatever the configuration says; tests ask for it. */
  anySmtpPort?: boolean
}

export interface OpenHouse {
  house: House
  close(): Promise<void>
}

export interface Running extends OpenHouse {
  /** Where the web answers; null in a process without it. */
  address: string | null
  port: number | null
  smtpPort: number | null
  /** Takes no more, lets what runs end, closes. */
  close(): Promise<void>
}

/** Opens the house for one command (`bin/reda …`): nothing listens, nothing runs by itself. Brings the database up to date. */
export async function openHouse(config: Config, opening: Opening): Promise<OpenHouse> {
  const { house, close } = await compose(config, opening, false)
  return { house, close }
}

/** Starts what this process's role does, and answers when requests can be served. */
export async function startReda(config: Config, opening: Opening): Promise<Running> {
  const { house, bus, jobs, close } = await compose(config, opening, true)
  const { role } = config
  const closers: (() => Promise<unknown>)[] = [close]
  const stop = async () => {
    for (const one of closers.reverse()) await one()
  }
  try {
    await bus.start()
    let ready = false
    if (role === 'all' || role === 'worker') {
      for (const { name, cron } of schedule) jobs.schedule(name, cron)
      await jobs.start(house)
      closers.push(() => jobs.stop())
    }
    const services = await startServices(house, role, { anySmtpPort: opening.anySmtpPort ?? false })
    closers.push(() => services.stop())
    let port: number | null = null
    if (role === 'all' || role === 'web') {
      const app = await createHttpServer(house, routes(declaredSettings), {
        authenticate: authenticateOf(house),
        isSetUp: () => isSetUp(house),
        isReady: () => ready,
      })
      await app.listen({ port: config.port, host: config.host })
      closers.push(() => app.close())
      port = (app.server.address() as AddressInfo).port
    }
    ready = true
    closers.push(async () => {
      ready = false
    })
    const host = config.host.includes(':') ? `[${config.host}]` : config.host
    return {
      house,
      close: stop,
      address: port === null ? null : `http://${host}:${port}`,
      port,
      smtpPort: services.smtpPort,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

interface Parts extends OpenHouse {
  bus: Bus
  jobs: JobRunner
}

async function compose(config: Config, opening: Opening, listen: boolean): Promise<Parts> {
  const { connectionString } = opening
  const log = opening.log ?? createLog(config.logLevel)
  const applied = await migrate(connectionString, join(packageFolder, 'db', 'migrations'))
  if (applied.length > 0) log.info({ applied }, 'The database was brought up to date')
  await migrateJobs(connectionString)
  const database = openDatabase(connectionString, { max: config.poolSize, log })
  const bus = createBus({ pool: database.pool, connectionString, log, listen })
  try {
    const secrets = await openSecrets(config.secretKeyFile, database.db)
    const jobs = createJobs({ pool: database.pool, bus, log })
    const house: House = {
      config,
      log,
      database,
      db: database.db,
      storage: createDiskStorage(config.dataDir, database.db),
      live: createLive(bus),
      jobs,
      settings: createSettings(database.db, bus),
      secrets,
      metrics: createMetrics(),
      now: opening.now ?? (() => new Date()),
    }
    house.metrics.gauge('reda_jobs_waiting', 'Jobs that wait or run, by name', () => jobs.depth())
    handleJobs(jobs)
    jobs.setReactions(reactions)
    await jobs.prepare()
    const close = async () => {
      await bus.stop()
      await database.close()
    }
    return { house, bus, jobs, close }
  } catch (error) {
    await bus.stop()
    await database.close()
    throw error
  }
}
