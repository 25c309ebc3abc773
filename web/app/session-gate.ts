import { storeOf } from './store.ts'

/*
 * A session that ends while someone works must not cost them a word: every request that meets it waits here,
 * a dialog asks for the password on top of the page, and then each request is repeated as it was.
 */
export const signedOut = storeOf(false)
let waiting: { promise: Promise<void>; resume: () => void } | undefined

/** Resolves when the reader has signed in again. */
export function signInAgain(): Promise<void> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting = { promise, resume: resolve }
    signedOut.set(true)
  }
  return waiting.promise
}

/** The reader is back: let the waiting requests go. */
export function signedInAgain(): void {
  signedOut.set(false)
  waiting?.resume()
  waiting = undefined
}
