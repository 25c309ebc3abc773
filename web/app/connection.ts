import { storeOf, useStore } from './store.ts'

const reachable = storeOf(true)

export const heardFromServer = () => reachable.set(true)
export const lostServer = () => reachable.set(false)

/** False from the first unanswered request until the next answer. */
export const useReachable = () => useStore(reachable)
export const connection = reachable
