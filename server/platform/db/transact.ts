import { AsyncLocalStorage } from 'node:async_hooks'
import type { House } from '../house.ts'
import type { Tx } from './pool.ts'

interface Context {
  house: House
  beforeCommit: (() => Promise<void>)[]
  afterCommit: (() => void)[]
}
const contexts = new WeakMap<object, Context>()

/** What a repeatable request adds to its transactions, so that they happen once however often it is repeated. */
export interface Journal {
  /** The result of a transaction that an earlier try of the same request has committed. */
  recall(): { result: unknown } | null
  /** Keeps a value drawn before a transaction, together with that transaction. */
  note(value: unknown): void
  /** Has an earlier try committed? Then this one only builds the answer. */
  readonly isRepeated: boolean
  /** Claims the request for this transaction before its work. */
  begin(tx: Tx): Promise<void>
  /** Keeps the result in the same transaction. */
  keep(tx: Tx, result: unknown): Promise<void>
}
/** The journal of the request that is being answered, if it has one. */
export const journals = new AsyncLocalStorage<Journal | null>()

/** Runs `work` in one transaction; then, only if it committed, what was left with `afterCommit`. */
export async function transact<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  const journal = journals.getStore() ?? null
  const done = journal?.recall()
  if (done) return done.result as T
  const context: Context = { house, beforeCommit: [], afterCommit: [] }
  const result = await house.db.transaction().execute(async (tx) => {
    contexts.set(tx, context)
    await journal?.begin(tx)
    const answer = await work(tx)
    for (const step of context.beforeCommit) await step()
    await journal?.keep(tx, answer)
    return answer
  })
  // What follows is no part of the request any more.
  journals.run(null, () => {
    for (const callback of context.afterCommit) {
      try {
        callback()
      } catch (err) {
        house.log.error({ err }, 'Something that follows a commit failed')
      }
    }
  })
  return result
}

/** A value drawn before a transaction, such as a number: a request that is repeated after a crash finds its own again. */
export async function drawn<T>(draw: () => Promise<T>): Promise<T> {
  const journal = journals.getStore() ?? null
  const before = journal?.recall()
  if (before) return before.result as T
  const value = await draw()
  journal?.note(value)
  return value
}

/** True when an earlier try of this request has committed: its checks are over, only the answer is missing. */
export function isRepeated(): boolean {
  return journals.getStore()?.isRepeated ?? false
}

function contextOf(tx: Tx): Context {
  const context = contexts.get(tx)
  if (!context) throw new Error('This transaction was not opened by transact()')
  return context
}

/** The house that a command's transaction belongs to. */
export function houseOf(tx: Tx): House {
  return contextOf(tx).house
}

/** A last step of the transaction: what many commands gathered goes out in one statement. */
export function beforeCommit(tx: Tx, step: () => Promise<void>): void {
  contextOf(tx).beforeCommit.push(step)
}

/** Something to do once the transaction is durable: wake listeners, poke a queue. May be lost in a crash. */
export function afterCommit(tx: Tx, callback: () => void): void {
  contextOf(tx).afterCommit.push(callback)
}
