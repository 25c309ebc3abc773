import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Answer, BodyInput, Operation, QueryInput, Role } from '#contract'
import { people, session } from '#contract'
import { createApiKey, setUp } from '#people'
import { type Config, createLog, type House, type Log, readConfig } from '#platform'
import { type Running, startReda } from '../../server/main.ts'
import { createTestDatabase } from './postgres.ts'

export const OWNER = { email: 'eier@nordlys.example', name: 'Eva Eier', password: 'fjorden er dyp og kald' }

/** How a call is signed: an API key, a cookie (`reda=…`), or not at all. */
export type Credential = { key: string } | { cookie: string } | null

export interface CallInput<O extends Operation> {
  params?: Record<string, string | number>
  query?: QueryInput<O>
  body?: BodyInput<O>
  headers?: Record<string, string>
}
export interface Reply<T> {
  status: number
  /** The answer, or the problem. */
  body: T
  headers: Headers
}
export interface Caller {
  /** Calls an operation over HTTP and answers with what came. Throws on any refusal, naming it. */
  call<O extends Operation>(operation: O, input?: CallInput<O>): Promise<Answer<O>>
  /** The same, refusals included. */
  tell<O extends Operation>(operation: O, input?: CallInput<O>): Promise<Reply<Record<string, unknown>>>
}
export interface TestAgent extends Caller {
  id: number
  email: string
  password: string
  key: string
}
export interface TestHouse {
  house: House
  running: Running
  /** `http://127.0.0.1:PORT`, without a slash. */
  url: string
  smtpPort: number
  databaseUrl: string
  dataDir: string
  /** The first owner, by API key. */
  owner: TestAgent
  /** A caller with this credential. */
  api(credential: Credential): Caller
  /** A new agent with an API key. */
  makeAgent(role?: Role, more?: { teamIds?: number[]; name?: string }): Promise<TestAgent>
  /** Signs in with the password; the answer is the cookie. */
  signIn(agent: { email: string; password: string }): Promise<string>
  /** Waits until nothing waits or runs: jobs, mail that came in, mail that goes out. */
  settle(): Promise<void>
  /** Ends the server as a clean stop does and starts it again on the same data. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A whole server on free ports with a database of its own, set up with an owner. */
export async function startHouse(
  options: {
    role?: Config['role']
    smtp?: boolean
    setUp?: boolean
    environment?: Record<string, string>
    now?: () => Date
    log?: Log
  } = {},
): Promise<TestHouse> {
  const database = await createTestDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'reda-house-'))
  const config = readConfig({
    PORT: '0',
    REDA_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    REDA_SMTP_PORT: '0',
    REDA_SMTP_LIMITS: 'off',
    REDA_ROLE: options.role ?? 'all',
    REDA_LOG_LEVEL: process.env.REDA_TEST_LOG ?? 'fatal',
    ...options.environment,
  })
  const opening = {
    connectionString: database.url,
    log: options.log ?? createLog(config.logLevel),
    // Port 0 in the configuration means «no receiver»; here it means any free one.
    anySmtpPort: options.smtp ?? false,
    ...(options.now ? { now: options.now } : {}),
  }
  let running = await startReda(config, opening)
  const url = () => `http://127.0.0.1:${running.port}`
  const api = (credential: Credential): Caller => callerAt(url, credential)
  let made = 0

  const it: TestHouse = {
    get house() {
      return running.house
    },
    get running() {
      return running
    },
    get url() {
      return url()
    },
    get smtpPort() {
      return running.smtpPort ?? 0
    },
    databaseUrl: database.url,
    dataDir,
    owner: undefined as unknown as TestAgent,
    api,
    async makeAgent(role = 'agent', more = {}) {
      made++
      const email = `${role}${made}@nordlys.example`
      const password = `en ganske lang setning nummer ${made}`
      const { id } = await it.owner.call(people.addAgent, {
        body: {
          email,
          name: more.name ?? `Agent ${made}`,
          role,
          password,
          teamIds: more.teamIds ?? [],
          language: 'nb',
        },
      })
      const key = await createApiKey(running.house, { agentEmail: email, name: 'test' })
      return { id, email, password, key, ...api({ key }) }
    },
    async signIn({ email, password }) {
      const reply = await api(null).tell(session.signIn, { body: { email, password } })
      if (reply.status !== 201) throw new Error(`Signing in was refused: ${JSON.stringify(reply.body)}`)
      return reply.headers.getSetCookie()[0]!.split(';', 1)[0]!
    },
    settle: () => settle(running.house),
    async restart() {
      await running.close()
      running = await startReda(config, opening)
    },
    async stop() {
      await running.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  if (options.setUp !== false) {
    const { agentId } = await setUp(running.house, {
      organisation: 'Nordlys Kontor',
      adminName: OWNER.name,
      adminEmail: OWNER.email,
      adminPassword: OWNER.password,
      language: 'nb',
      country: 'NO',
      timezone: 'Europe/Oslo',
    })
    const key = await createApiKey(running.house, { agentEmail: OWNER.email, name: 'test' })
    it.owner = { id: agentId, email: OWNER.email, password: OWNER.password, key, ...api({ key }) }
  }
  return it
}

/** The queues say when all is done: looked at until they are empty, however long that takes. */
async function settle(house: House): Promise<void> {
  for (;;) {
    const jobs = await (house.jobs as { depth?(): Promise<Record<string, number>> }).depth?.()
    const { rows } = await sql<{ waiting: number }>`
      select (select count(*) from inbound_mails where state = 'received')
        + (select count(*) from outbound_mails where (state = 'sending' or (state = 'queued' and attempts = 0)) and send_after <= now()) as waiting`.execute(
      house.db,
    )
    if (Object.keys(jobs ?? {}).length === 0 && rows[0]!.waiting === 0) return
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
}

/** Calls operations of a server by its address. */
export function callerAt(url: () => string, credential: Credential): Caller {
  async function tell<O extends Operation>(
    operation: O,
    input: CallInput<O> = {},
  ): Promise<Reply<Record<string, unknown>>> {
    const path = operation.path.replace(/:([^/]+)/g, (_, name: string) =>
      encodeURIComponent(String(input.params?.[name])),
    )
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
      for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) query.append(name, String(one))
    }
    const search = query.size > 0 ? `?${query}` : ''
    const response = await fetch(`${url()}/api/v1${path}${search}`, {
      method: operation.method,
      headers: {
        ...(credential === null
          ? {}
          : 'key' in credential
            ? { authorization: `Bearer ${credential.key}` }
            : { cookie: credential.cookie }),
        ...(input.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...input.headers,
      },
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json') ?? false
    return { status: response.status, body: isJson ? JSON.parse(text) : { text }, headers: response.headers }
  }
  return {
    tell,
    async call(operation, input) {
      const reply = await tell(operation, input)
      if (reply.status >= 400) {
        throw new Error(`${operation.method} ${operation.path} was refused: ${JSON.stringify(reply.body)}`)
      }
      return reply.body as Answer<typeof operation>
    },
  }
}
