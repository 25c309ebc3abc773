import { useState } from 'react'
import { customers } from '#contract'
import { useData } from '../../app/data.ts'
import { useText } from '../../app/words.ts'
import { Avatar, type PickOption } from '../../ui/index.ts'
import { isAddress } from '../composer/recipients.ts'
import { nameOf } from '../thread/ticket-data.ts'

export interface FoundCustomer {
  id: number
  name: string
  email: string | null
  phone: string | null
}

/** Finds people while one types: name, address or phone; an unknown address becomes a new customer. */
export function useCustomerSearch() {
  const t = useText()
  const [typed, setTyped] = useState('')
  const q = typed.trim()
  const { data } = useData(
    customers.list,
    { query: { limit: 12, ...(q ? { q } : {}) } },
    { keepPrevious: true, staleTime: 10_000 },
  )
  const options: PickOption<FoundCustomer>[] = (data?.items ?? []).map((c) => ({
    value: { id: c.id, name: c.name, email: c.email, phone: c.phone },
    label: nameOf(c),
    hint: [c.organisation?.name, c.email, c.phone].filter(Boolean).join(' · ') || undefined,
    icon: <Avatar name={nameOf(c)} size={20} />,
    always: true,
  }))
  return {
    options,
    onType: setTyped,
    /** Offered only for an address that nobody has: a name alone would be one of many. */
    createOf: (run: (input: { email: string }) => void) =>
      isAddress(q) && !data?.items.some((c) => c.emails.some((e) => e.toLowerCase() === q.toLowerCase()))
        ? {
            label: (text: string) => t('newTicket.createCustomer', { text }),
            run: (text: string) => run({ email: text.trim() }),
          }
        : undefined,
  }
}
