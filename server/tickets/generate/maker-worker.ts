import { parentPort, workerData } from 'node:worker_threads'
import type { LoadCast } from './cast.ts'
import { type BatchOrder, makeBatch } from './make-batch.ts'

/* Makes batches in a thread of its own: hashing takes as long as the database takes to write. */

const { cast } = workerData as { cast: LoadCast }

parentPort!.on('message', (order: BatchOrder) => {
  const batch = makeBatch(order, cast)
  parentPort!.postMessage(
    batch,
    batch.pages.map((page) => page.bytes.buffer),
  )
})
