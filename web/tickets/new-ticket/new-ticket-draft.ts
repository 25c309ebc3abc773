import type { Priority } from '#contract'
import type { FoundCustomer } from '../details/customer-search.tsx'

/** What has been filled in of a new ticket; kept in this browser until it is made or thrown away. */
export interface NewTicketDraft {
  customer: FoundCustomer | { id: null; name: string; email: string; phone: string } | null
  title: string
  message: string
  send: boolean
  channel: 'phone' | 'manual' | 'email'
  type: string
  priority: Priority
  teamId: number | null
  assignee: { id: number; name: string } | null
}

export const BLANK: NewTicketDraft = {
  customer: null,
  title: '',
  message: '',
  send: true,
  channel: 'phone',
  type: 'support',
  priority: 'medium',
  teamId: null,
  assignee: null,
}

export const isBlank = (draft: NewTicketDraft) =>
  draft.customer === null && draft.title.trim() === '' && draft.message.trim() === ''

export type Missing = 'customer' | 'email' | 'title' | 'message'

/** What must be filled in before it can be made; by field. */
export function missing(draft: NewTicketDraft): Missing[] {
  const found: Missing[] = []
  const { customer } = draft
  const isNew = customer?.id === null
  if (!customer || (isNew && !customer.email.trim() && !customer.name.trim() && !customer.phone.trim()))
    found.push('customer')
  else if (draft.send && !customer.email?.trim()) found.push('email')
  if (draft.title.trim() === '') found.push('title')
  if (draft.send && draft.message.trim() === '') found.push('message')
  return found
}

const key = (agentId: number) => `reda.newTicket.${agentId}`

export function keepDraft(agentId: number, draft: NewTicketDraft): void {
  try {
    if (isBlank(draft)) localStorage.removeItem(key(agentId))
    else localStorage.setItem(key(agentId), JSON.stringify(draft))
  } catch {
    // Private windows may keep nothing.
  }
}

export function keptDraft(agentId: number): NewTicketDraft | null {
  try {
    const kept = localStorage.getItem(key(agentId))
    return kept ? { ...BLANK, ...(JSON.parse(kept) as Partial<NewTicketDraft>) } : null
  } catch {
    return null
  }
}
