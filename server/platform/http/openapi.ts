import { z } from 'zod'
import { type Operation, Problem as ProblemSchema } from '#contract'
import { version } from '../package.ts'
import { API, operations } from './operations.ts'

type Json = Record<string, unknown>

/** The API's document, printed from the contract: OpenAPI 3.1, JSON Schema 2020-12. */
export function openApiDocument(baseUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const [name, operation] of operations()) {
    const path = API + operation.path.replace(/:([^/]+)/g, '{$1}')
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: describe(name, operation) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Reda',
      version,
      description:
        'Errors are application/problem+json (RFC 9457). Every POST takes an Idempotency-Key. Writes to a ticket take If-Match with its version.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: baseUrl }],
    tags: [...new Set([...operations().values()].map((o) => o.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemSchema, 'output') },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `reda_live_…`' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-reda' },
      },
    },
  }
}

function describe(name: string, operation: Operation): Json {
  const open = operation.access === 'public' || operation.access === 'setup'
  return {
    operationId: name,
    summary: operation.summary,
    description: open ? 'Anyone.' : `Role: at least ${operation.access}. Scope of an API key: ${operation.scope}.`,
    tags: [operation.tag],
    security: open ? [] : [{ apiKey: [] }, { session: [] }],
    parameters: [
      ...parametersOf(operation.params, 'path'),
      ...parametersOf(operation.query, 'query'),
      ...(operation.method === 'POST'
        ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } }]
        : []),
    ],
    ...requestBody(operation),
    responses: {
      [operation.status ?? 200]: { description: 'Done', ...answerContent(operation) },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

function requestBody(operation: Operation): Json {
  if (operation.kind === 'upload') {
    const file = {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' }, inline: { type: 'string' } },
    }
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema: file } } } }
  }
  if (operation.body === undefined) return {}
  return {
    requestBody: {
      required: !operation.body.safeParse(undefined).success,
      content: { 'application/json': { schema: schemaOf(operation.body, 'input') } },
    },
  }
}

function answerContent(operation: Operation): Json {
  if (operation.kind === 'file')
    return { content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } }
  if (operation.kind === 'events') return { content: { 'text/event-stream': { schema: { type: 'string' } } } }
  if (operation.response === undefined || operation.status === 204) return {}
  return { content: { 'application/json': { schema: schemaOf(operation.response, 'output') } } }
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query'): Json[] {
  if (schema === undefined) return []
  const whole = schemaOf(schema, 'input')
  const required = new Set((whole.required as string[] | undefined) ?? [])
  return Object.entries((whole.properties as Record<string, Json> | undefined) ?? {}).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.has(name),
    schema: one,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // Bounds of JavaScript's whole numbers say nothing to a reader of the document; nor does a date's pattern beside its format.
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern
    },
  }) as Json
  return json
}
