import { startEmbedded } from '../../server/platform/db/embedded/index.ts'

/** An app that owns a data folder until it is ended: prints its processes as a line of JSON when the database is up. */
const [dataDir] = process.argv.slice(2)
const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const say = (level: string) => (fields: object, message: string) =>
  console.error(level, message, JSON.stringify(fields))
const log = { debug() {}, info: say('info'), warn: say('warn'), error: say('error') }
const embedded = await startEmbedded({ dataDir: dataDir!, log, who: 'the test app' })
embedded.onUnexpectedExit((exit) => {
  console.error('ended', JSON.stringify(exit))
  process.exit(1)
})
process.on('SIGTERM', () => void embedded.stop().then(() => process.exit(0)))
print({
  ...embedded.pids,
  connectionString: embedded.connectionString,
  adminConnectionString: embedded.adminConnectionString,
})
setInterval(() => print(embedded.pids), 50)
