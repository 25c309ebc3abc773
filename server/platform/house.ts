import type { Readable } from 'node:stream'
import type { EventDataOf, EventKind, LiveNotification, LivePresence, LiveTicket } from '#contract'
import type { Actor, AgentActor } from './actor.ts'
import type { Config } from './config.ts'
import type { Database, Db, Tx } from './db/pool.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics/metrics.ts'

/** What every part of the program may use. Made once by server/main.ts; there is no other global state. */
export interface House {
  config: Config
  log: Log
  database: Database
  db: Db
  storage: Storage
  live: Live
  jobs: Jobs
  settings: Settings
  secrets: Secrets
  metrics: Metrics
  /** The present; tests set it. */
  now(): Date
}

export interface StoredFile {
  sha256: Buffer
  size: number
}

/** Content-addressed bytes: raw mail, attachments. Never changed, never served from here. */
export interface Storage {
  /** Resolves when the bytes are durable (fsync of file and folder). Storing the same bytes twice stores them once. */
  put(bytes: Uint8Array): Promise<StoredFile>
  /** Says in the database that the file is there; rows that point at it need this first. */
  remember(tx: Tx, file: StoredFile): Promise<void>
  read(sha256: Uint8Array): Promise<Buffer>
  stream(sha256: Uint8Array): Readable
  /** For erasure: the bytes go when no row points at them any more. */
  forget(sha256: Uint8Array): Promise<void>
}

/** Who may hear of a ticket: what visibility needs, so that each listener is checked at fan-out. */
export interface TicketAudience {
  teamId: number | null
  assigneeId: number | null
  followers: readonly number[]
}

export type LiveMessage =
  | { kind: 'ticket'; eventId: number; audience: TicketAudience; data: LiveTicket }
  | { kind: 'presence'; audience: TicketAudience; data: LivePresence }
  | { kind: 'notification'; agentId: number; data: LiveNotification }
  /** A right changed: this agent's listeners are checked again at once; null: everybody's. */
  | { kind: 'access'; agentId: number | null }
  /** The connection to the other processes was away: something may have been missed. */
  | { kind: 'gap' }

export interface Live {
  /** Tells every process's listeners once the transaction has committed. */
  publish(tx: Tx, message: LiveMessage): void
  /** The same outside a transaction (presence). */
  send(message: LiveMessage): void
  subscribe(actor: AgentActor, listener: (message: LiveMessage) => void): () => void
  /** Rights of an agent changed (null: of anybody): throw away what was kept of them. Answers how to stop listening. */
  onAccess(listener: (agentId: number | null) => void): () => void
}

export interface JobOptions {
  /** Not before this time. */
  startAfter?: Date
  /** Only one waiting job with this key. */
  key?: string
}

export interface Jobs {
  /** In the caller's transaction: rolled back, there is no job. Each job is retried alone; handlers are idempotent. */
  enqueue(tx: Tx, name: string, data: Record<string, unknown>, options?: JobOptions): Promise<void>
  /** The names of the reactions that follow an event (server/reactions.ts). */
  reactionsTo<K extends EventKind>(kind: K, data: EventDataOf<K>): readonly string[]
  /** Job handlers by name; set by the root tables before the work starts. */
  handle(name: string, handler: (house: House, data: Record<string, unknown>) => Promise<void>): void
  setReactions(table: Reactions): void
}

/** A job by its name, or only when the event's data say that it has something to do: a job saved is saved for every ticket. */
export type Reaction<K extends EventKind> = string | { job: string; when(data: EventDataOf<K>): boolean }
/** When this happened, then do that. */
export type Reactions = { readonly [K in EventKind]?: readonly Reaction<K>[] }

/** Each domain declares its own settings, typed, with defaults. */
export interface Setting<T> {
  key: string
  otherwise: T
  /** Refuses (ZodError, Problem) what does not fit. */
  parse(value: unknown): T
  /** Never given back: the API says only whether it is set. */
  secret?: boolean
}
export interface Settings {
  get<T>(setting: Setting<T>): Promise<T>
  /** Audited in setting_changes. */
  set<T>(tx: Tx, actor: Actor, setting: Setting<T>, value: T): Promise<void>
}

/** Seals secrets at rest (AES-256-GCM, key from config.secretKeyFile) and signs tokens. */
export interface Secrets {
  seal(plain: string, place: string): string
  open(sealed: string, place: string): string
  /** HMAC-SHA-256 for one purpose; purposes never share a key. */
  sign(purpose: string, text: string): Buffer
}
