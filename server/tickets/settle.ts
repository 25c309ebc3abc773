import type { ProblemType } from '#contract'
import { Problem } from '#platform'
import { type Decided, type Decision, Refusal } from './decision.ts'

/** The refusals that are not about a newer state. */
const STATUS: Partial<Record<ProblemType, number>> = {
  'not-found': 404,
  'not-allowed': 403,
  'invalid-input': 422,
  'reason-required': 422,
  'no-recipient': 422,
}

/** The events of a decision; a refusal is thrown, as the answer that the caller gets. */
export function settled(decision: Decision): Decided[] {
  if (!(decision instanceof Refusal)) return decision
  throw problemOf(decision)
}

export function problemOf({ type, detail, extra }: Refusal): Problem {
  const status = STATUS[type] ?? 409
  const path = extra?.path
  if (typeof path === 'string') return new Problem(status, type, { errors: [{ path, message: detail ?? type }] })
  return new Problem(status, type, { ...(detail === undefined ? {} : { detail }), ...(extra ? { extra } : {}) })
}
