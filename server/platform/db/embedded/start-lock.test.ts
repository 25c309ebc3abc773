import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { birth, isAlive, takeStartLock } from './start-lock.ts'

let folder: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reda-lock-'))
  lock = join(folder, 'starting.lock')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('lets one start in at a time', async () => {
  let inside = 0
  let most = 0
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      const release = await takeStartLock(lock, 60_000)
      inside++
      most = Math.max(most, inside)
      await new Promise((done) => setImmediate(done))
      inside--
      release()
    }),
  )
  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

it('takes over from a start that died', async () => {
  const dead = spawn('/bin/true')
  await once(dead, 'exit')
  writeFileSync(lock, `${dead.pid} 1\n`)
  ;(await takeStartLock(lock, 0))()
  expect(existsSync(lock)).toBe(false)
})

it('is not fooled by another process that has got the dead one’s number', async () => {
  writeFileSync(lock, `${process.pid} 1\n`)
  ;(await takeStartLock(lock, 0))()
})

it('takes over a file that a full disk left empty', async () => {
  writeFileSync(lock, '')
  ;(await takeStartLock(lock, 0))()
})

it('refuses while a living start holds it', async () => {
  writeFileSync(lock, `${process.pid} ${birth(process.pid)}\n`)
  await expect(takeStartLock(lock, 0)).rejects.toThrow('Another start holds')
  expect(existsSync(lock)).toBe(true)
})

it('tells the living from the dead', async () => {
  const child = spawn('/bin/true')
  await once(child, 'exit')
  expect(isAlive(process.pid)).toBe(true)
  expect(isAlive(1)).toBe(true)
  expect(isAlive(child.pid!)).toBe(false)
  expect(birth(child.pid!)).toBeNull()
})
