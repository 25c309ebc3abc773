import { isSetUp } from '#people'
import { generate as generateTickets } from '#tickets'
import { notSetUp } from './api-key.ts'
import type { Given } from './command.ts'
import { withHouse } from './house.ts'
import { progressBar } from './progress.ts'

/** `reda generate --tickets N --seed S`. */
export async function generate({ options }: Given): Promise<number> {
  const bar = progressBar('Generating')
  const { tickets, events, messages, seconds } = await withHouse('generate', async (house) => {
    if (!(await isSetUp(house))) throw notSetUp()
    const start = performance.now()
    const input = { tickets: Number(options.tickets), seed: Number(options.seed ?? 1), progress: bar.show }
    return { ...(await generateTickets(house, input)), seconds: (performance.now() - start) / 1000 }
  }).finally(bar.end)
  const rate = Math.round(tickets / seconds)
  console.log(
    `${tickets} tickets, ${events} events, ${messages} messages in ${seconds.toFixed(1)} s: ${rate} tickets/s.`,
  )
  return 0
}
