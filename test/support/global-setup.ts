import { startTestServer } from './postgres.ts'

let users = 0
let stop: (() => Promise<void>) | null = null
let started: Promise<() => Promise<void>> | null = null

/** Several projects of one run share one server. */
export default async function setup(): Promise<() => Promise<void>> {
  users++
  started ??= startTestServer()
  stop = await started
  return async () => {
    users--
    if (users === 0) await stop?.()
  }
}
