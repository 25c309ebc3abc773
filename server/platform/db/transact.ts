import type { House } from '../house.ts'
import type { Tx } from './pool.ts'

interface Context {
  house: House
  afterCommit: (() => void)[]
}
const contexts = new WeakMap<object, Context>()

/** Runs `work` in one transaction; then, only if it committed, what was left with `afterCommit`. */
export async function transact<T>(house: House, work: (tx: Tx) => Promise<T>): Promise<T> {
  const context: Context = { house, afterCommit: [] }
  const result = await house.db.transaction().execute((tx) => {
    contexts.set(tx, context)
    return work(tx)
  })
  for (const callback of context.afterCommit) {
    try {
      callback()
    } catch (err) {
      house.log.error({ err }, 'Something that follows a commit failed')
    }
  }
  return result
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

/** Something to do once the transaction is durable: wake listeners, poke a queue. May be lost in a crash. */
export function afterCommit(tx: Tx, callback: () => void): void {
  contextOf(tx).afterCommit.push(callback)
}
