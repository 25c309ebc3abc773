import { join, resolve } from 'node:path'
import { z } from 'zod'

const port = (otherwise: number) => z.coerce.number().int().min(0).max(65535).default(otherwise)
const optional = z
  .string()
  .optional()
  .transform((v) => (v === undefined || v === '' ? null : v))

const Environment = z.object({
  PORT: port(3000),
  HOST: z.string().default('127.0.0.1'),
  REDA_DATA_DIR: z.string().default('./data'),
  DATABASE_URL: optional,
  REDA_BASE_URL: optional,
  REDA_SMTP_PORT: port(2525),
  REDA_SMTP_HOST: z.string().default('127.0.0.1'),
  REDA_SMTP_LIMITS: z.enum(['on', 'off']).default('on'),
  REDA_OUTBOUND_SMTP_URL: optional,
  REDA_ROLE: z.enum(['all', 'web', 'worker', 'mail']).default('all'),
  REDA_SECRET_KEY_FILE: optional,
  REDA_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  REDA_TRUST_PROXY: optional,
  REDA_DB_POOL: z.coerce.number().int().min(2).max(200).default(10),
})

export interface Config {
  port: number
  host: string
  /** Absolute. Everything that must be kept: database, files, keys. */
  dataDir: string
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null
  /** The public address in links, without a slash at the end. Host headers are never believed. */
  baseUrl: string
  /** 0: no receiver. */
  smtpPort: number
  smtpHost: string
  /** False lifts per-sender and per-connection limits for clients on loopback. */
  smtpLimits: boolean
  outboundSmtpUrl: string | null
  role: 'all' | 'web' | 'worker' | 'mail'
  secretKeyFile: string
  logLevel: string
  /** Addresses of proxies whose X-Forwarded-For is believed; empty: none. */
  trustProxy: string[]
  poolSize: number
}

export class BadConfig extends Error {}

/** Reads the environment (contract: «Variables»). Throws BadConfig with a sentence for each wrong value. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    throw new BadConfig(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
  }
  const e = parsed.data
  const dataDir = resolve(e.REDA_DATA_DIR)
  return {
    port: e.PORT,
    host: e.HOST,
    dataDir,
    databaseUrl: e.DATABASE_URL,
    baseUrl: (e.REDA_BASE_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    smtpPort: e.REDA_SMTP_PORT,
    smtpHost: e.REDA_SMTP_HOST,
    smtpLimits: e.REDA_SMTP_LIMITS === 'on',
    outboundSmtpUrl: e.REDA_OUTBOUND_SMTP_URL,
    role: e.REDA_ROLE,
    secretKeyFile: e.REDA_SECRET_KEY_FILE ?? join(dataDir, 'secret.key'),
    logLevel: e.REDA_LOG_LEVEL,
    trustProxy: e.REDA_TRUST_PROXY?.split(',').map((s) => s.trim()) ?? [],
    poolSize: e.REDA_DB_POOL,
  }
}
