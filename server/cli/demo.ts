import type { Language } from '#contract'
import { isSetUp } from '#people'
import { demo as fill, removeDemo } from '#tickets'
import { notSetUp } from './api-key.ts'
import { type Given, WrongUse } from './command.ts'
import { withHouse } from './house.ts'
import { progressBar } from './progress.ts'

/** `reda demo`, `reda demo --remove`. */
export async function demo({ options, switches }: Given): Promise<number> {
  const remove = switches.has('remove')
  if (remove && options.language) throw new WrongUse('--remove takes no language.', 'See: reda help demo')
  const bar = progressBar(remove ? 'Removing' : 'Filling in')
  const words = await withHouse('demo', async (house) => {
    if (!(await isSetUp(house))) throw notSetUp()
    if (remove) {
      const { tickets, keptTickets, keptCustomers } = await removeDemo(house, { progress: bar.show })
      const kept = keptTickets + keptCustomers
      return `The sample data is gone: ${tickets} tickets.${kept > 0 ? ` What your own tickets use by now stays: ${keptTickets} tickets, ${keptCustomers} customers.` : ''}`
    }
    const { tickets } = await fill(house, { language: options.language as Language | undefined, progress: bar.show })
    return `${tickets} sample tickets are there. Take them away with: reda demo --remove`
  }).finally(bar.end)
  console.log(words)
  return 0
}
