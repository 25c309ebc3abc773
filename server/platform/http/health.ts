import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House, Setting } from '../house.ts'
import { Problem } from '../problem.ts'

/** Who shows this token may read /metrics from another machine. Empty: only this machine may. */
export const metricsToken: Setting<string> = {
  key: 'metrics.token',
  otherwise: '',
  parse: (value) => z.string().max(200).parse(value),
  secret: true,
}

/** For those who run the house: alive, ready, how busy. */
export function serveHealth(app: FastifyInstance, house: House, isReady: () => boolean): void {
  app.get('/healthz', async (_request, reply) => reply.type('application/json').send('{"status":"ok"}'))
  app.get('/readyz', async (_request, reply) => {
    if (!isReady()) throw new Problem(503, 'database-unavailable', { detail: 'Not ready yet' })
    await sql`select 1`.execute(house.db)
    return reply.type('application/json').send('{"status":"ready"}')
  })
  app.get('/metrics', async (request, reply) => {
    if (!(isThisMachine(request) || hasToken(request, await house.settings.get(metricsToken)))) {
      throw new Problem(404, 'not-found')
    }
    return reply.type(house.metrics.contentType).send(await house.metrics.text())
  })
}

/** What a proxy on this machine hands on comes from elsewhere. */
function isThisMachine(request: FastifyRequest): boolean {
  const { headers } = request
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers['x-real-ip'] !== undefined)
    return false
  const address = request.socket.remoteAddress ?? ''
  return address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
}

function hasToken(request: FastifyRequest, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return token !== '' && given.length === wanted.length && timingSafeEqual(given, wanted)
}
