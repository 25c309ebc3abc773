import {
  closeSync,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { EmbeddedRefusal } from './refusal.ts'

/**
 * Two first starts at the same instant must not both prepare the folder. The file stands only while one process
 * starts (part of a second); for the rest of its life the advisory lock in the database says whose folder it is.
 */
export async function takeStartLock(path: string, patienceMs: number): Promise<() => void> {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      writeFileSync(path, `${process.pid} ${birth(process.pid) ?? ''}\n`, { flag: 'wx', mode: 0o600 })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const held = await look(path)
    if (held && isDead(held.text)) moveAway(path, held.inode)
    else if (performance.now() > until)
      throw new EmbeddedRefusal(`Another start holds ${path} and does not finish.`, `Stop process ${held?.text ?? ''}`)
    else await wait(20)
  }
}

/** Start time in clock ticks since boot, field 22 of proc_pid_stat(5): numbers come back, births do not. */
export function birth(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may itself hold brackets and spaces.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

/** Text and inode of the same file; waits for the text, which follows the creation by an instant. */
async function look(path: string): Promise<{ text: string; inode: number } | null> {
  for (let tries = 0; ; tries++) {
    let file: number
    try {
      file = openSync(path, 'r')
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null
      throw error
    }
    const found = { text: readFileSync(file, 'utf8').trim(), inode: fstatSync(file).ino }
    closeSync(file)
    // A crash in between, or a full disk, leaves it empty for ever.
    if (found.text !== '' || tries === 100) return found
    await wait(20)
  }
}

function isDead(text: string): boolean {
  const [pid, born] = text.split(' ')
  if (!pid) return true
  return born ? birth(Number(pid)) !== born : !isAlive(Number(pid))
}

function moveAway(path: string, inode: number): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    // Someone else was faster, and what we moved is their live lock: put it back.
    if (statSync(aside).ino !== inode) linkSync(aside, path)
    rmSync(aside, { force: true })
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'EEXIST') throw error
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code
