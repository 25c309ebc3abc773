import { statfs } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** What the database needs to recover and go on: two files of its log and some pages. */
const ENOUGH_BYTES = 48 * 1024 * 1024
const LOOK_MS = 1_000

/** Did the database end because nothing could be written any more? PostgreSQL gives up when its log finds no room. */
export function endedForLackOfRoom(lastWords: readonly string[]): boolean {
  return lastWords.some((line) => /No space left on device|Disk quota exceeded/.test(line))
}

/**
 * Takes this process's place with a fresh start, as soon as there is room on the disk of this folder. Until then the web and the mail receiver stay
 * and ask everyone to come back later. Not when `stopped` comes first.
 */
export async function startAgainWithRoom(folder: string, stopped: Promise<void>): Promise<void> {
  let wanted = true
  void stopped.then(() => {
    wanted = false
  })
  while (wanted) {
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize >= ENOUGH_BYTES) break
    await wait(LOOK_MS, undefined, { ref: false })
  }
  if (!wanted) return
  console.log('There is room again: starting.')
  process.execve!(process.execPath, [process.execPath, ...process.execArgv, ...process.argv.slice(1)], process.env)
}
