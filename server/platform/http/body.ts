import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

const JSON_TYPE = /^application\/json(; ?charset="?utf-8"?)?$/i
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** Only JSON, said plainly: every other way to write a body is a way around a check. */
export function readOnlyJson(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    try {
      if (!JSON_TYPE.test(request.headers['content-type'] ?? '')) throw new Problem(415, 'unsupported-media-type')
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

/** Refuses what is not UTF-8, not JSON, or holds text that no database column can. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  let value: unknown
  try {
    value = JSON.parse(utf8.decode(bytes))
  } catch {
    throw new Problem(400, 'invalid-input', { detail: 'The body is not JSON in UTF-8' })
  }
  // Only an escape can bring NUL or half a surrogate pair, so most bodies need no walk.
  if (bytes.includes('\\u') || bytes.includes('__proto__')) refuseUnstorable(value, '')
  return value
}

function refuseUnstorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!isStorable(value)) throw unstorable(path)
  } else if (Array.isArray(value)) {
    value.forEach((item, i) => {
      refuseUnstorable(item, `${path}.${i}`)
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === '__proto__' || !isStorable(key)) throw unstorable(path)
      refuseUnstorable(item, `${path}.${key}`)
    }
  }
}

/** No NUL, no half of a surrogate pair: PostgreSQL takes neither. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && text.isWellFormed()
}

function unstorable(path: string): Problem {
  return new Problem(422, 'invalid-input', {
    errors: [{ path: path.replace(/^\./, ''), message: 'This text holds characters that cannot be stored' }],
  })
}
