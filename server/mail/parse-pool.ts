import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ParseAnswer, ParseTask, ReadMail } from './parse-worker.ts'

/** A mail that could not be read: for the administrator's list, with what stands in the way. */
export class MailRefused extends Error {
  readonly code: string
  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

interface Task {
  task: ParseTask
  resolve(mail: ReadMail): void
  reject(error: Error): void
}
interface Hand {
  worker: Worker
  busyWith: Task | null
  deadline: NodeJS.Timeout | null
  idle: NodeJS.Timeout | null
}

export interface ParsePool {
  /** Refuses with MailRefused: the mail took too long, too much memory, or is over a limit. */
  read(task: ParseTask): Promise<ReadMail>
  close(): Promise<void>
}

const LIMITS = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 }

/**
 * Reads hostile mail away from everything else: each mail has a time and a memory limit, and a mail that breaks one of them takes
 * only its own worker with it. Workers start when there is work and end when there is none, because memory counts.
 */
export function createParsePool({ most = 2, limitMs = 5_000, idleMs = 20_000 } = {}): ParsePool {
  const hands = new Set<Hand>()
  const waiting: Task[] = []
  let closed = false

  function hire(): Hand {
    const hand: Hand = {
      worker: new Worker(workerFile(), { resourceLimits: LIMITS }),
      busyWith: null,
      deadline: null,
      idle: null,
    }
    hands.add(hand)
    hand.worker.on('message', (answer: ParseAnswer) => {
      const done = hand.busyWith
      release(hand)
      if (answer.mail) done?.resolve(answer.mail)
      else done?.reject(new MailRefused(answer.error.code, answer.error.message))
      next()
    })
    hand.worker.on('error', (error) => {
      const memory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      lose(
        hand,
        memory ? new MailRefused('too-much-memory', 'Reading this mail takes too much memory') : (error as Error),
      )
    })
    hand.worker.on('exit', () => lose(hand, new MailRefused('reader-ended', 'The reader of mails ended unexpectedly')))
    return hand
  }
  function release(hand: Hand): void {
    if (hand.deadline) clearTimeout(hand.deadline)
    hand.deadline = null
    hand.busyWith = null
  }
  function lose(hand: Hand, error: Error): void {
    if (!hands.delete(hand)) return
    const done = hand.busyWith
    release(hand)
    if (hand.idle) clearTimeout(hand.idle)
    void hand.worker.terminate()
    done?.reject(error)
    if (!closed) next()
  }
  function next(): void {
    while (waiting.length > 0) {
      let hand = [...hands].find((candidate) => candidate.busyWith === null)
      // A second one only when the first is clearly behind.
      if (!hand && (hands.size === 0 || (hands.size < most && waiting.length > 4))) hand = hire()
      if (!hand) return
      give(hand, waiting.shift()!)
    }
    for (const hand of hands) if (hand.busyWith === null) rest(hand)
  }
  function give(hand: Hand, task: Task): void {
    if (hand.idle) clearTimeout(hand.idle)
    hand.idle = null
    hand.busyWith = task
    hand.deadline = setTimeout(
      () => lose(hand, new MailRefused('took-too-long', `Reading this mail took more than ${limitMs / 1000} seconds`)),
      limitMs,
    )
    hand.worker.postMessage(task.task)
  }
  function rest(hand: Hand): void {
    hand.idle ??= setTimeout(() => {
      hands.delete(hand)
      void hand.worker.terminate()
    }, idleMs).unref()
  }
  return {
    read: (task) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The reader of mails is closed'))
        waiting.push({ task, resolve, reject })
        next()
      }),
    async close() {
      closed = true
      const all = [...hands]
      for (const hand of all) lose(hand, new Error('The reader of mails is closed'))
      await Promise.all(all.map((hand) => hand.worker.terminate()))
    },
  }
}

/** Beside this file in the sources; at the top of the bundle when built. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./parse-worker.ts', import.meta.url)
  const beside = new URL('./parse-worker.mjs', import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../parse-worker.mjs', import.meta.url)
}
