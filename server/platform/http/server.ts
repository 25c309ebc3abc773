import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { AgentActor } from '../actor.ts'
import type { House } from '../house.ts'
import { Problem } from '../problem.ts'
import { refuseWithoutAccess } from './access.ts'
import { createAnonymousLimit } from './anonymous-limit.ts'
import { readOnlyJson } from './body.ts'
import { serveDesk } from './desk.ts'
import { securityHeaders } from './headers.ts'
import { serveHealth } from './health.ts'
import { createIdempotency } from './idempotency.ts'
import { openApiDocument } from './openapi.ts'
import { operationHandler } from './operation-handler.ts'
import { API, routeFaults } from './operations.ts'
import { problemAnswer } from './problem-answer.ts'
import type { Route } from './route.ts'
import { isSameOrigin } from './same-origin.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null: nobody known. Set before any handler. */
    actor: AgentActor | null
  }
}

/** Who signs requests is known one ring above. */
export interface Gate {
  authenticate(request: FastifyRequest): Promise<AgentActor | null>
  /** Has the installation an administrator? */
  isSetUp(): Promise<boolean>
  /** May requests come? False before the start is complete and while stopping. */
  isReady(): boolean
}

const MEGABYTE = 1_048_576
const READS = new Set(['GET', 'HEAD'])

/** The whole HTTP side: the API by the contract, the desk's files. Refuses to be made when an operation is not answered. */
export async function createHttpServer(house: House, routes: readonly Route[], gate: Gate): Promise<FastifyInstance> {
  const faults = routeFaults(routes)
  if (faults.length > 0) throw new Error(`The routes and the contract differ:\n${faults.join('\n')}`)

  const app: FastifyInstance = fastify({
    loggerInstance: house.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    trustProxy: house.config.trustProxy.length > 0 ? house.config.trustProxy : false,
    requestIdHeader: false,
    genReqId: () => randomBytes(8).toString('hex'),
    bodyLimit: 8 * MEGABYTE,
    requestTimeout: 120_000,
    keepAliveTimeout: 72_000,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (_error, request, reply) => {
      const problem = new Problem(400, 'invalid-input', { detail: 'The address could not be read' })
      sendProblem(reply as unknown as FastifyReply, problem, request.id)
    },
  })
  const headers = securityHeaders(house.config)
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers)
  })
  await app.register(cookie)
  await app.register(compress, {
    globalDecompression: false,
    threshold: 1_024,
    syncThreshold: 16_384,
    encodings: ['gzip', 'identity'],
    zlibOptions: { level: 4 },
    customTypes: /^application\/(problem\+)?json/,
  })
  readOnlyJson(app)
  answerProblems(app)
  logRequests(app, house)
  if (app.server.listenerCount('clientError') > 0) app.server.removeAllListeners('clientError')
  app.server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })

  const idempotency = createIdempotency(house)
  const limit = createAnonymousLimit()
  const guard = (route: Route) => async (request: FastifyRequest) => {
    const { operation } = route
    if (
      !READS.has(operation.method) &&
      request.headers.authorization === undefined &&
      !isSameOrigin(request, house.config.baseUrl)
    ) {
      throw new Problem(403, 'cross-site')
    }
    request.actor = await gate.authenticate(request)
    // Signing in has limits of its own.
    if (request.actor === null && operation.access !== 'public') limit.count(request.ip)
    if (operation.access === 'setup' && (await gate.isSetUp())) throw new Problem(409, 'already-set-up')
    if (
      operation.access !== 'public' &&
      operation.access !== 'setup' &&
      request.actor === null &&
      !(await gate.isSetUp())
    ) {
      throw new Problem(401, 'not-set-up')
    }
    refuseWithoutAccess(operation, request.actor)
  }
  const streams = new Set<ServerResponse>()
  app.addHook('preClose', async () => {
    for (const stream of streams) stream.end()
  })
  const add = (instance: FastifyInstance, route: Route) => {
    const { operation } = route
    instance.route({
      method: operation.method,
      url: API + operation.path,
      onRequest: guard(route),
      preHandler: async (_request, reply) => {
        if (operation.kind !== 'events') return
        streams.add(reply.raw)
        reply.raw.on('close', () => streams.delete(reply.raw))
      },
      handler: operationHandler(house, route, idempotency),
      bodyLimit: operation.access === 'public' || operation.access === 'setup' ? 65_536 : 8 * MEGABYTE,
    })
  }
  for (const route of routes) if (route.operation.kind !== 'upload') add(app, route)
  await app.register(async (uploads) => {
    uploads.removeAllContentTypeParsers()
    await uploads.register(multipart, {
      limits: { fileSize: 100 * MEGABYTE, files: 1, fields: 10, fieldSize: 10_000, headerPairs: 50, parts: 12 },
    })
    for (const route of routes) if (route.operation.kind === 'upload') add(uploads, route)
  })
  let document: string | undefined
  app.get(`${API}/openapi.json`, async (_request, reply) => {
    document ??= JSON.stringify(openApiDocument(house.config.baseUrl))
    return reply.type('application/json; charset=utf-8').send(document)
  })
  serveHealth(app, house, gate.isReady)
  serveDesk(app)
  answerUnknown(app, routes)
  return app
}

function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { unforeseen, status } = problemAnswer(error, request.id)
    if (unforeseen) request.log.error({ err: error }, 'A request failed in a way nobody foresaw')
    else if (status >= 500) request.log.warn({ err: error }, 'A request could not be answered')
    return sendProblem(reply, error, request.id)
  })
}

function sendProblem(reply: FastifyReply, error: unknown, requestId: string): FastifyReply {
  const { status, body, retryAfter } = problemAnswer(error, requestId)
  if (retryAfter !== null) reply.header('retry-after', retryAfter)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  // What was set for the answer that did not come.
  reply.removeHeader('content-length')
  reply.removeHeader('content-disposition')
  return reply.code(status).type('application/problem+json; charset=utf-8').send(JSON.stringify(body))
}

/** One line for each request: no query strings, no bodies, no addresses. */
function logRequests(app: FastifyInstance, house: House): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    house.metrics.request(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
    request.log.info(
      {
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        actor: request.actor?.id ?? null,
      },
      'request',
    )
  })
}

/** An address that exists with other methods says so; all else is not found. Fixed words: nothing of the request comes back. */
function answerUnknown(app: FastifyInstance, routes: readonly Route[]): void {
  const paths = routes.map(({ operation }) => ({
    method: operation.method,
    pattern: new RegExp(`^${API}${operation.path.replace(/:[^/]+/g, '[^/]+')}$`),
  }))
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0]!
    const methods = [...new Set(paths.filter((p) => p.pattern.test(path)).map((p) => p.method))]
    if (methods.length > 0 && !methods.includes(request.method as never)) {
      reply.header('allow', methods.join(', '))
      throw new Problem(405, 'method-not-allowed')
    }
    throw new Problem(404, 'not-found')
  })
}
