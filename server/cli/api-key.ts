import { createApiKey, isSetUp } from '#people'
import { CommandRefused, type Given } from './command.ts'
import { withHouse } from './house.ts'

export const notSetUp = () =>
  new CommandRefused(
    'This installation is not set up yet.',
    'Open its address in a browser, or run: reda setup (see reda help setup).',
  )

/** `reda api-key create`: only the key on standard output. */
export async function createKey({ options }: Given): Promise<number> {
  const key = await withHouse('api-key create', async (house) => {
    if (!(await isSetUp(house))) throw notSetUp()
    return createApiKey(house, { agentEmail: options.agent!, name: options.name! })
  })
  console.log(key)
  return 0
}
