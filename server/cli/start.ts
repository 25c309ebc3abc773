import { join } from 'node:path'
import { isSetUp } from '#people'
import { type Running, startReda } from '../main.ts'
import { type Config, readConfig } from '../platform/config.ts'
import { type Embedded, type EmbeddedLog, startEmbedded } from '../platform/db/embedded/index.ts'
import { createLog, type Log } from '../platform/log.ts'
import { version } from '../platform/package.ts'
import type { Given } from './command.ts'
import { endedForLackOfRoom, startAgainWithRoom } from './wait-for-room.ts'

/** After the first signal everything has this long to end by itself; the database then still stops cleanly. */
const stopPatienceMs = 25_000
/** npm passes Ctrl-C on to us, who got it from the terminal already: that is one wish, not two. */
const secondWishMs = 1_000

/** `reda start`: answers when it has been stopped. */
export async function start(given: Given): Promise<number> {
  const config = configOf(given)
  const log = createLog(config.logLevel)
  // Who reads our words may go; we stay.
  process.stdout.removeAllListeners('error').on('error', () => {})
  const stopped = untilSignal()
  let embedded: Embedded | null = null
  let running: Running | null = null
  const up = (async () => {
    if (!config.databaseUrl) embedded = await startDatabase(config, log, stopped)
    const connectionString = config.databaseUrl ?? embedded!.connectionString
    running = await startReda(config, { connectionString, log })
    console.log(await greeting(config, running))
  })()
  try {
    await Promise.race([up, stopped])
    await stopped
    console.log('Stopping …')
  } finally {
    // A start that was interrupted is let come to its end first, so that nothing is left half open.
    await up.catch(() => {})
    await close(running, log)
    await (embedded as Embedded | null)?.stop()
  }
  console.log('Stopped.')
  return 0
}

function configOf(given: Given): Config {
  const { port, role } = given.options
  return readConfig({
    // A person at a screen wants to read what is wrong, not every request; a log file gets it all.
    ...(process.stderr.isTTY ? { REDA_LOG_LEVEL: 'warn' } : {}),
    ...process.env,
    ...(port ? { PORT: port } : {}),
    ...(role ? { REDA_ROLE: role } : {}),
  })
}

function startDatabase(config: Config, log: Log, stopped: Promise<void>): Promise<Embedded> {
  const words: EmbeddedLog = {
    debug: (fields, message) => log.debug(fields, message),
    info: (_, message) => console.log(`${message[0]!.toUpperCase()}${message.slice(1)} …`),
    warn: (fields, message) => log.warn(fields, message),
    error: (fields, message) => log.error(fields, message),
  }
  return startEmbedded({ dataDir: config.dataDir, log: words, who: `reda start (process ${process.pid})` }).then(
    (embedded) => {
      embedded.onUnexpectedExit((exit) => {
        // Everything committed is on the disk, and what was under way was promised to nobody: a supervisor, or the
        // person, starts us again, and that is the road every start takes.
        if (endedForLackOfRoom(exit.lastWords)) {
          log.fatal({ ...exit }, 'The disk is full, so the database ended; waiting for room')
          console.error(
            'The disk is full, so the database ended. Nothing that was stored is lost. Reda starts again by itself when there is room.',
          )
          void startAgainWithRoom(join(config.dataDir, 'database'), stopped)
          return
        }
        log.fatal({ ...exit }, 'The database ended; Reda ends too')
        console.error(
          'The database ended unexpectedly, so Reda ends too. Nothing that was stored is lost: start it again.',
        )
        process.exit(1)
      })
      return embedded
    },
  )
}

async function greeting(config: Config, { house, address, port, smtpPort }: Running): Promise<string> {
  const seconds = (performance.now() / 1000).toFixed(1)
  const lines = [`Reda ${version} is ready after ${seconds} s.`, '']
  // PORT=0 asks for any free port: then the address is known only now.
  const web = config.port === 0 && port !== null ? `http://localhost:${port}` : config.baseUrl
  if (address !== null) lines.push(`  Web    ${web}`)
  if (smtpPort !== null) lines.push(`  Mail   smtp://${config.smtpHost}:${smtpPort}`)
  lines.push(`  Data   ${config.databaseUrl ? `external database; files in ${config.dataDir}` : config.dataDir}`, '')
  if (address !== null && !(await isSetUp(house)))
    lines.push(`Next: open ${web} in a browser. It asks for your organisation and the first administrator.`)
  lines.push('Ctrl-C stops.')
  return lines.join('\n')
}

function untilSignal(): Promise<void> {
  return new Promise((done) => {
    let first: number | null = null
    const wish = () => {
      const now = performance.now()
      first ??= now
      done()
      // The watcher stops the database then.
      if (now - first > secondWishMs) process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, wish)
  })
}

async function close(running: Running | null, log: Log): Promise<void> {
  if (!running) return
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((done) => {
    timer = setTimeout(done, stopPatienceMs, 'late')
  })
  const ended = running.close().catch((err: unknown) => log.error({ err }, 'Something failed while stopping'))
  if ((await Promise.race([ended, late])) === 'late') log.warn({}, 'Something did not end in time')
  clearTimeout(timer)
}
