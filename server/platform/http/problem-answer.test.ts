import { describe, expect, it } from 'vitest'
import { NotFound, Problem } from '../problem.ts'
import { problemAnswer } from './problem-answer.ts'

const answer = (error: unknown) => {
  const { status, body, retryAfter, unforeseen } = problemAnswer(error, 'r')
  return { status, type: String(body.type).split('/').at(-1), retryAfter, unforeseen }
}
const coded = (code: string, more: object = {}) =>
  Object.assign(new Error('secret connection string'), { code, ...more })

describe('an error', () => {
  it('that nobody foresaw says nothing but the number of its request', () => {
    for (const error of [new Error('password=hunter2'), 'text', null, undefined, { any: 'thing' }, coded('42P01')]) {
      expect(problemAnswer(error, 'abc').body).toEqual({
        type: 'https://reda.example/problems/internal',
        title: 'Something went wrong here; nothing was changed',
        status: 500,
        requestId: 'abc',
      })
      expect(answer(error).unforeseen).toBe(true)
    }
  })

  it.each([
    ['ECONNREFUSED', 503, 'database-unavailable'],
    ['57P01', 503, 'database-unavailable'],
    ['08006', 503, 'database-unavailable'],
    ['40P01', 503, 'database-unavailable'],
    ['25006', 503, 'database-unavailable'],
    ['ENOSPC', 507, 'storage-full'],
    ['53100', 507, 'storage-full'],
    ['22021', 422, 'invalid-input'],
    ['FST_ERR_CTP_BODY_TOO_LARGE', 413, 'too-large'],
    ['FST_ERR_CTP_INVALID_MEDIA_TYPE', 415, 'unsupported-media-type'],
  ])('of the kind %s is answered with %i %s', (code, status, type) => {
    expect(answer(coded(code))).toMatchObject({ status, type, unforeseen: false })
    expect(JSON.stringify(problemAnswer(coded(code), 'r').body)).not.toContain('secret')
  })

  it('of a lost connection is told by its words where it has no code', () => {
    for (const message of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect']) {
      expect(answer(new Error(message))).toMatchObject({ status: 503, retryAfter: 2 })
    }
    expect(answer(coded('55000', { severity: 'FATAL' })).status).toBe(503)
    expect(answer(coded('55000', { severity: 'ERROR' })).status).toBe(500)
  })

  it('that the house made itself keeps its words, its fields and what it adds', () => {
    expect(answer(new NotFound())).toMatchObject({ status: 404, type: 'not-found' })
    const taken = new Problem(409, 'already-assigned', {
      detail: 'Ola has it',
      extra: { assignee: { id: 7, name: 'Ola' }, status: 200 },
    })
    expect(problemAnswer(taken, 'r').body).toMatchObject({
      status: 409,
      detail: 'Ola has it',
      assignee: { id: 7, name: 'Ola' },
    })
    expect(answer(new Problem(429, 'too-many-tries', { extra: { retryAfter: 30 } })).retryAfter).toBe(30)
  })
})
