import type { z } from 'zod'
import { PROBLEM_BASE, PROBLEM_TYPES, type ProblemType } from '#contract'
import { Problem } from '../problem.ts'

/** What goes out as application/problem+json. */
export interface ProblemAnswer {
  status: number
  body: Record<string, unknown>
  /** Seconds after which it is worth trying again. */
  retryAfter: number | null
  /** True: nobody foresaw it; it is logged with all that is known. */
  unforeseen: boolean
}

/** Fields that are wrong, each by its path. */
export function invalid(error: z.ZodError, where = ''): Problem {
  const errors = error.issues.flatMap((issue) => {
    const path = [where, ...issue.path.map(String)].filter((part) => part !== '')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'This field is not known' }))
    }
    return [{ path: path.join('.'), message: issue.message }]
  })
  return new Problem(422, 'invalid-input', { errors: errors.slice(0, 100) })
}

/** Any error as an answer. What is not foreseen says nothing but `internal`. */
export function problemAnswer(error: unknown, requestId: string): ProblemAnswer {
  const problem = error instanceof Problem ? error : foreseen(error)
  if (problem === null) return answer(new Problem(500, 'internal'), requestId, true)
  return answer(problem, requestId, false)
}

function answer(problem: Problem, requestId: string, unforeseen: boolean): ProblemAnswer {
  const wait = problem.extra?.retryAfter
  const retryAfter = typeof wait === 'number' ? wait : problem.status === 503 ? 2 : null
  return {
    status: problem.status,
    retryAfter,
    unforeseen,
    body: {
      ...problem.extra,
      type: PROBLEM_BASE + problem.type,
      title: PROBLEM_TYPES[problem.type],
      status: problem.status,
      ...(problem.detail === undefined ? {} : { detail: problem.detail }),
      ...(problem.errors === undefined ? {} : { errors: problem.errors }),
      requestId,
    },
  }
}

function foreseen(error: unknown): Problem | null {
  if (typeof error !== 'object' || error === null) return null
  const { code, statusCode, message, severity } = error as Record<string, unknown>
  // PostgreSQL ends a session with FATAL, whatever the reason, and refuses one with it.
  if (severity === 'FATAL' || severity === 'PANIC') return new Problem(503, 'database-unavailable')
  if (typeof code === 'string') {
    const type = BY_CODE[code]
    if (type !== undefined) return new Problem(...type)
    if (code.startsWith('08') && code.length === 5) return new Problem(503, 'database-unavailable')
  }
  if (typeof message === 'string' && LOST_CONNECTION.test(message)) return new Problem(503, 'database-unavailable')
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Problem(statusCode, 'invalid-input', { detail: 'The request could not be read' })
  }
  return null
}

const LOST_CONNECTION =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/

const unavailable: [number, ProblemType] = [503, 'database-unavailable']
const full: [number, ProblemType] = [507, 'storage-full']
const unreadable: [number, ProblemType] = [422, 'invalid-input']
const large: [number, ProblemType] = [413, 'too-large']

/** Codes of Node, PostgreSQL (appendix A of its manual) and Fastify that are not our mistakes. */
const BY_CODE: Record<string, [number, ProblemType]> = {
  ECONNREFUSED: unavailable,
  ECONNRESET: unavailable,
  ENOTFOUND: unavailable,
  ETIMEDOUT: unavailable,
  EHOSTUNREACH: unavailable,
  EPIPE: unavailable,
  '57P01': unavailable,
  '57P02': unavailable,
  '57P03': unavailable,
  '57P05': unavailable,
  '57014': unavailable,
  '53300': unavailable,
  '53200': unavailable,
  '25006': unavailable,
  '25P03': unavailable,
  '40001': unavailable,
  '40P01': unavailable,
  '55P03': unavailable,
  ENOSPC: full,
  EDQUOT: full,
  '53100': full,
  '22021': unreadable,
  '22P05': unreadable,
  '22003': unreadable,
  FST_ERR_CTP_BODY_TOO_LARGE: large,
  FST_REQ_FILE_TOO_LARGE: large,
  FST_FILES_LIMIT: large,
  FST_PARTS_LIMIT: large,
  FST_FIELDS_LIMIT: large,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'unsupported-media-type'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [415, 'unsupported-media-type'],
}
