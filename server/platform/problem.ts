import { PROBLEM_TYPES, type ProblemType } from '#contract'

/**
 * A refusal that the caller can act on; everything else crashes into the one handler. The title in English comes from the contract;
 * `detail` may add what it is about, never anything secret or personal.
 */
export class Problem extends Error {
  readonly status: number
  readonly type: ProblemType
  readonly detail: string | undefined
  readonly errors: { path: string; message: string }[] | undefined
  /** More members for the answer, e.g. who has the ticket. */
  readonly extra: Record<string, unknown> | undefined

  constructor(
    status: number,
    type: ProblemType,
    more: { detail?: string; errors?: { path: string; message: string }[]; extra?: Record<string, unknown> } = {},
  ) {
    super(more.detail ?? PROBLEM_TYPES[type])
    this.status = status
    this.type = type
    this.detail = more.detail
    this.errors = more.errors
    this.extra = more.extra
  }
}

/** Unknown things and things one may not see answer alike. */
export class NotFound extends Problem {
  constructor(detail?: string) {
    super(404, 'not-found', detail === undefined ? {} : { detail })
  }
}

/** 422 with the fields that are wrong. */
export class InvalidInput extends Problem {
  constructor(path: string, message: string) {
    super(422, 'invalid-input', { errors: [{ path, message }] })
  }
}
