import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { LoadCast } from './cast.ts'
import type { Batch, BatchOrder } from './make-batch.ts'

export interface Makers {
  /** How many batches can be in the making at once. */
  count: number
  make(order: BatchOrder): Promise<Batch>
  end(): Promise<void>
}

/** Threads that make batches, at most two: the database wants its share of the machine. */
export function hireMakers(cast: LoadCast): Makers {
  const count = Math.min(2, availableParallelism())
  // Much is made and little is kept: a large nursery spares copying.
  const resourceLimits = { maxYoungGenerationSizeMb: 64 }
  const workers = Array.from(
    { length: count },
    () => new Worker(workerFile(), { workerData: { cast }, resourceLimits }),
  )
  const idle = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  return {
    count,
    async make(order) {
      const worker = idle.pop() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)))
      try {
        return await asked(worker, order)
      } finally {
        const next = waiting.shift()
        if (next) next(worker)
        else idle.push(worker)
      }
    },
    async end() {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function asked(worker: Worker, order: BatchOrder): Promise<Batch> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error('A thread that makes tickets ended unexpectedly'))
    const settle = () => worker.off('error', failed).off('exit', ended).off('message', made)
    const failed = (error: Error) => {
      settle()
      reject(error)
    }
    const made = (batch: Batch) => {
      settle()
      resolve(batch)
    }
    worker.on('error', failed).on('exit', ended).on('message', made)
    worker.postMessage(order)
  })
}

/** Beside this file in the sources; bundled it has a name of its own. */
function workerFile(): URL {
  if (import.meta.url.endsWith('.ts')) return new URL('./maker-worker.ts', import.meta.url)
  const beside = new URL('./generate-worker.mjs', import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL('../generate-worker.mjs', import.meta.url)
}
