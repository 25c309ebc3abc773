import { mail } from '#contract'
import { addMailbox as add } from '#mail'
import { isSetUp } from '#people'
import { SYSTEM, transact } from '#platform'
import { notSetUp } from './api-key.ts'
import { checkInput } from './check-input.ts'
import type { Given } from './command.ts'
import { withHouse } from './house.ts'

/** `reda mailbox add`: prints its id. */
export async function addMailbox({ options }: Given): Promise<number> {
  const { address, name, imap, smtp } = options
  const input = checkInput('mailbox add', mail.addMailbox.body, { address, name, imap, smtp })
  const mailbox = await withHouse('mailbox add', async (house) => {
    if (!(await isSetUp(house))) throw notSetUp()
    return transact(house, (tx) => add(tx, SYSTEM, input))
  })
  console.log(String(mailbox.id))
  return 0
}
