import { tellDifference, verify as verifyTickets } from '#tickets'
import { withHouse } from './house.ts'
import { progressBar } from './progress.ts'

/** `reda verify`: 0 when all is sound; else 1, and each difference on a line of its own. */
export async function verify(): Promise<number> {
  const bar = progressBar('Verifying')
  const start = performance.now()
  const result = await withHouse('verify', (house) => verifyTickets(house, { progress: bar.show })).finally(bar.end)
  for (const difference of result.differences) console.log(tellDifference(difference))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const looked = `${result.tickets} tickets, ${result.events} events, ${result.messages} messages, ${result.files} files in ${seconds} s`
  if (result.count === 0) console.log(`Sound: ${looked}.`)
  else console.log(`${result.count} ${result.count === 1 ? 'difference' : 'differences'} in ${looked}.`)
  return result.count === 0 ? 0 : 1
}
