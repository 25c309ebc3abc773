import { client, quantile } from './support/measure.ts'
import { install, option } from './support/server.ts'

/*
 * Sixteen API clients that open tickets at the same time, each waiting for its answer. `--clients N`, `--tickets N` in all (2,000).
 * Goal: no failure, and consecutive case numbers.
 */
const clients = option('clients', 16)
const wanted = option('tickets', 2_000)
const house = install()
try {
  const server = await house.start()
  try {
    const call = client(server.url, house.key)
    const numbers: string[] = []
    const times: number[] = []
    const failures: unknown[] = []
    let next = 0
    const work = async () => {
      for (let i = next++; i < wanted; i = next++) {
        const start = performance.now()
        try {
          const requester = { email: `kunde${i % 500}@bench.example` }
          const body = { title: `Måling ${i}`, description: 'Målt.', requester }
          numbers.push((await call<{ number: string }>('POST', '/tickets', body)).number)
          times.push(performance.now() - start)
        } catch (error) {
          failures.push(error)
        }
      }
    }
    const before = server.cpu()
    const start = performance.now()
    await Promise.all(Array.from({ length: clients }, work))
    const seconds = (performance.now() - start) / 1000
    const after = server.cpu()
    const cpu = (after.app + after.database - before.app - before.database) / wanted
    const { numberOf } = await import('../server/tickets/numbers/number.ts')
    const day = `20${numbers[0]!.slice(0, 2)}-${numbers[0]!.slice(2, 4)}-${numbers[0]!.slice(4, 6)}`
    const right = new Set(Array.from({ length: wanted }, (_, i) => numberOf(day, i + 1)))
    const isConsecutive = numbers.length === wanted && numbers.every((number) => right.delete(number))
    console.log(
      `${clients} clients, ${wanted} tickets in ${seconds.toFixed(1)} s: ${Math.round(wanted / seconds)} tickets/s`,
    )
    console.log(
      `median ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, CPU ${cpu.toFixed(2)} ms each`,
    )
    console.log(`failures: ${failures.length}${failures.length > 0 ? ` (first: ${failures[0]})` : ''}`)
    console.log(`case numbers consecutive: ${isConsecutive ? 'yes' : 'no'}, the last is ${numbers.toSorted().at(-1)}`)
  } finally {
    await server.stop()
  }
} finally {
  house.remove()
}
