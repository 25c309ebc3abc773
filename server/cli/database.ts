import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../platform/config.ts'
import { type EmbeddedLog, openEmbedded } from '../platform/db/embedded/index.ts'
import { CommandRefused } from './command.ts'

export interface CommandDatabase {
  connectionString: string
  /** `us`: our own embedded server, for this command only. `another`: a process that serves. `external`: DATABASE_URL. */
  owner: 'us' | 'another' | 'external'
}

/** What the embedded server has to say to who typed a command. */
const words: EmbeddedLog = {
  debug() {},
  info: (_, message) => console.error(message),
  warn: (_, message) => console.error(message),
  error: (fields, message) => console.error(message, fields),
}

/**
 * The database for one command: the external one, the embedded one that another process runs, or an embedded one of
 * our own that ends with the command, also by Ctrl-C. Only a command that begins an installation may create one.
 */
export async function withDatabase<T>(
  config: Config,
  command: string,
  mayCreate: boolean,
  work: (database: CommandDatabase) => Promise<T>,
): Promise<T> {
  if (config.databaseUrl) return work({ connectionString: config.databaseUrl, owner: 'external' })
  if (!mayCreate && !existsSync(join(config.dataDir, 'database')))
    throw new CommandRefused(
      `There is no installation in ${config.dataDir}.`,
      'Set REDA_DATA_DIR to its data folder, or start a new one: reda start.',
    )
  const opened = await openEmbedded({
    dataDir: config.dataDir,
    log: words,
    who: `reda ${command} (process ${process.pid})`,
  })
  const interrupted = new Promise<never>((_, fail) => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
      ['SIGHUP', 129],
    ] as const)
      process.once(signal, () => fail(new CommandRefused('Stopped.', '', code)))
    opened.onUnexpectedExit(({ lastWords }) =>
      fail(new CommandRefused('The database ended in the middle of this command.', lastWords.join('\n'))),
    )
  })
  try {
    return await Promise.race([work({ connectionString: opened.connectionString, owner: opened.owner }), interrupted])
  } finally {
    await opened.stop()
  }
}
