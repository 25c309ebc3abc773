import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Operation } from '#contract'
import type { AgentActor } from '../actor.ts'
import { type Journal, journals } from '../db/transact.ts'
import type { House } from '../house.ts'
import { InvalidInput, Problem } from '../problem.ts'
import { isStorable } from './body.ts'
import type { createIdempotency } from './idempotency.ts'
import { invalid } from './problem-answer.ts'
import type { Route } from './route.ts'

const nothing = z.strictObject({})

/** From a request that passed its access rule to an answer that passed its schema. */
export function operationHandler(house: House, route: Route, idempotency: ReturnType<typeof createIdempotency>) {
  const { operation } = route
  const params = (operation.params ?? nothing).strict()
  const query = (operation.query ?? nothing).strict()
  const body = operation.body ?? null

  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const actor = request.actor
    const call = {
      house,
      actor: actor as AgentActor,
      params: parsed(params, storable(request.params, ''), ''),
      query: parsed(query, storable(request.query, ''), ''),
      body: operation.kind === 'upload' ? undefined : bodyOf(body, request.body),
      ifMatch: ifMatch(request.headers['if-match']),
      now: house.now(),
      request,
      reply,
    }
    const answer = async () => checked(operation, await route.handle(call as never), request)
    const key = actor === null || operation.method !== 'POST' ? null : idempotencyKey(request)
    if (key === null || (operation.kind ?? 'json') !== 'json') {
      const result = await answer()
      return result === HANDLED ? reply : reply.code(operation.status ?? 200).send(result)
    }
    const stored = await idempotency.once(
      `agent ${actor!.id}`,
      key,
      [operation.path, request.params, request.query, request.body ?? null],
      async (journal: Journal) => ({
        status: operation.status ?? 200,
        body: await journals.run(journal, answer),
      }),
    )
    return reply.code(stored.status).send(stored.body)
  }
}

const HANDLED = Symbol('the handler answered by itself')

function checked(operation: Operation, result: unknown, request: FastifyRequest): unknown {
  const kind = operation.kind ?? 'json'
  if (kind === 'file' || kind === 'events') return HANDLED
  if (operation.status === 204 || operation.response === undefined) return undefined
  const safe = operation.response.safeParse(result)
  if (safe.success) return safe.data
  // An answer is an allow-list: better none than one that says more, or less, than the contract.
  request.log.error(
    {
      issues: safe.error.issues.slice(0, 5).map((i) => ({ path: i.path.join('.'), code: i.code, message: i.message })),
    },
    'An answer broke its contract',
  )
  throw new Problem(500, 'internal')
}

function parsed(schema: z.ZodType, value: unknown, where: string): unknown {
  const result = schema.safeParse(value)
  if (!result.success) throw invalid(result.error, where)
  return result.data
}

function bodyOf(schema: z.ZodType | null, value: unknown): unknown {
  if (schema !== null) {
    if (value === undefined && !schema.safeParse(undefined).success) {
      throw new InvalidInput('', 'This operation needs a JSON body')
    }
    return parsed(schema, value, '')
  }
  if (value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0))
    return undefined
  throw new InvalidInput('', 'This operation takes no body')
}

function storable(value: unknown, where: string): unknown {
  for (const [key, text] of Object.entries(value as Record<string, unknown>)) {
    for (const one of Array.isArray(text) ? text : [text]) {
      if (typeof one === 'string' && !isStorable(one)) throw new InvalidInput(where + key, 'This text cannot be used')
    }
  }
  return value
}

/** The version a writer has seen: `"7"`, `W/"7"` or 7. `*` asks for nothing. */
function ifMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim()) ?? []
  if (version === undefined) throw new InvalidInput('If-Match', 'Give the version as a number')
  return Number(version)
}

function idempotencyKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new InvalidInput('Idempotency-Key', 'Use 1 to 200 visible ASCII characters')
  }
  return key
}
