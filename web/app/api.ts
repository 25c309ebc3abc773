import type { Answer, BodyInput, Operation, Params, Problem, ProblemType, Query } from '#contract'
import { heardFromServer, lostServer } from './connection.ts'
import { signInAgain } from './session-gate.ts'

/** What a caller gives an operation: parameters of the path, query and body, as the contract says. */
export type Input<O extends Operation> = Address<O> &
  (undefined extends BodyInput<O> ? { body?: BodyInput<O> } : { body: BodyInput<O> })

export type Address<O extends Operation> = (O['params'] extends object
  ? { params: Params<O> }
  : { params?: undefined }) &
  (O['query'] extends object ? { query?: Partial<Query<O>> } : { query?: undefined })

export interface CallOptions {
  signal?: AbortSignal
  /** The version of the ticket one has seen: the change is refused when it is older than the house's. */
  version?: number
  /** Give the same key to repeat a POST safely. */
  idempotencyKey?: string
  /** `ask` (default): let the reader sign in again and repeat. `throw`: refuse. */
  whenSignedOut?: 'ask' | 'throw'
}

/** The house refused: RFC 9457, by its type. */
export class ProblemError extends Error {
  readonly type: ProblemType
  readonly status: number
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.type = problem.type.split('/').at(-1) as ProblemType
    this.status = problem.status
    this.problem = problem
  }
  /** What is wrong with one field of the body, by its path. */
  fieldErrors(): Record<string, string> {
    return Object.fromEntries((this.problem.errors ?? []).map((e) => [e.path.replace(/^(body|\/)\.?/, ''), e.message]))
  }
}

/** The house did not answer at all: nothing is known to have changed. */
export class NoConnection extends Error {}

/** Calls an operation of the contract. Refuses with ProblemError or NoConnection. */
export async function call<O extends Operation>(
  operation: O,
  input: Input<O>,
  options: CallOptions = {},
): Promise<Answer<O>> {
  const { method } = operation
  const key = options.idempotencyKey ?? (method === 'POST' ? newKey() : undefined)
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(method === 'GET' || method === 'DELETE' ? {} : { 'content-type': 'application/json' }),
      ...(key ? { 'idempotency-key': key } : {}),
      ...(options.version === undefined ? {} : { 'if-match': String(options.version) }),
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: JSON.stringify(input.body ?? {}) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }
  for (;;) {
    const response = await reach(addressOf(operation, input), request)
    if (response.ok) return (response.status === 204 ? undefined : await response.json()) as Answer<O>
    const problem = await problemOf(response)
    if (problem.type === 'not-signed-in' && options.whenSignedOut !== 'throw') await signInAgain()
    else throw problem
  }
}

/** The address of an operation: for links to files, frames and pictures. */
export function addressOf<O extends Operation>(operation: O, input: Address<O>): string {
  const params = (input.params ?? {}) as Record<string, string | number>
  const path = operation.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input.query ?? {}))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  const query = search.toString()
  return `/api/v1${path}${query ? `?${query}` : ''}`
}

async function reach(address: string, request: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, request)
    heardFromServer()
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    lostServer()
    throw new NoConnection('No connection', { cause: error })
  }
}

/** What a refusal says, even when something between us and the house answered for it. */
export async function problemOf(response: Response): Promise<ProblemError> {
  try {
    const body = (await response.json()) as Partial<Problem>
    if (typeof body.type === 'string')
      return new ProblemError({ title: response.statusText, status: response.status, ...body, type: body.type })
  } catch {
    // Not JSON: a proxy's page.
  }
  return new ProblemError({ type: 'internal', title: response.statusText, status: response.status })
}

/** A key that nobody else has. `crypto.randomUUID` exists only on https and localhost; the desk also runs on a plain intranet address. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
