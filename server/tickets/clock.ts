import { houseOf, type Tx } from '#platform'

const histories = new WeakMap<Tx, Date>()

/**
 * What this transaction records happened at another time, and nobody is told: no reactions, no live news. For imports and sample
 * data. May be called again in the same transaction for each step of a story.
 */
export function asItHappened(tx: Tx, at: Date): void {
  histories.set(tx, at)
}

export function nowIn(tx: Tx): Date {
  return histories.get(tx) ?? houseOf(tx).now()
}

export function isHistory(tx: Tx): boolean {
  return histories.has(tx)
}
