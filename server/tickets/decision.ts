import type { ProblemType, TicketEvent } from '#contract'

/** Why a rule says no: a value, so that rules stay pure and can be asked without being obeyed. */
export class Refusal {
  readonly type: ProblemType
  readonly detail: string | undefined
  /** More for the answer; `path` names the field that is wrong. */
  readonly extra: Record<string, unknown> | undefined
  constructor(type: ProblemType, detail?: string, extra?: Record<string, unknown>) {
    this.type = type
    this.detail = detail
    this.extra = extra
  }
}

export function refuse(type: ProblemType, detail?: string, extra?: Record<string, unknown>): Refusal {
  return new Refusal(type, detail, extra)
}

/** An event that a rule decided on. `follows`: it came along with the one before it, and is undone with it. */
export type Decided = TicketEvent & { follows?: true }
export type Decision = Decided[] | Refusal

/** Marks events as coming along with the one before them. */
export function following(...events: TicketEvent[]): Decided[] {
  return events.map((event) => ({ ...event, follows: true as const }))
}
