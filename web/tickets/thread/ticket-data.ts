import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import {
  type Answer,
  customers,
  type Event,
  type Message,
  mail,
  people,
  type Ticket,
  ticketSettings,
  tickets,
} from '#contract'
import { call } from '../../app/api.ts'
import { dataOf, keyOf, queryClient, useData } from '../../app/data.ts'

const PAGE = 200
/** Names change seldom, and the live connection says when a ticket did. */
const LONG = 5 * 60_000

/** A ticket now, or as it was. */
export function useTicket(number: string, asOf: string | null) {
  return useData(tickets.get, asOf ? { params: { number }, query: { asOf } } : { params: { number } })
}

/** Every message of a ticket, oldest first. */
export function useMessages(number: string): UseQueryResult<Message[], Error> {
  return useQuery(messagesOf(number))
}
/** Everything that happened to a ticket, oldest first. */
export function useEvents(number: string): UseQueryResult<Event[], Error> {
  return useQuery(eventsOf(number))
}

// The key ends in a word, so that it is not taken for one page; it still begins as the live connection knows it.
export const messagesOf = (number: string) => ({
  queryKey: [...keyOf(tickets.messages), { number }, 'all'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    allOf((cursor) => call(tickets.messages, { params: { number }, query: { limit: PAGE, cursor } }, { signal })),
})
export const eventsOf = (number: string) => ({
  queryKey: [...keyOf(tickets.events), { number }, 'all'],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    allOf((cursor) => call(tickets.events, { params: { number }, query: { limit: PAGE, cursor } }, { signal })),
})

async function allOf<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; nextCursor: string | null }>) {
  const items: T[] = []
  let cursor: string | undefined
  do {
    const answer = await page(cursor)
    items.push(...answer.items)
    cursor = answer.nextCursor ?? undefined
  } while (cursor)
  return items
}

/** Reads a ticket before it is opened: the next one in the list, or the one under the pointer. */
export function prefetchTicket(number: string): void {
  void queryClient.prefetchQuery(dataOf(tickets.get, { params: { number } }))
  void queryClient.prefetchQuery(messagesOf(number))
  void queryClient.prefetchQuery(eventsOf(number))
}

export const setMessages = (number: string, change: (messages: Message[]) => Message[]) =>
  queryClient.setQueryData<Message[]>(messagesOf(number).queryKey, (now) => now && change(now))

/** What was changed by a command reads again: messages and events follow the ticket. */
export function refreshTicket(number: string): void {
  const about = (key: readonly unknown[]) =>
    String(key[0]).startsWith('/tickets/:number') && (key[1] as { number?: string } | null)?.number === number
  void queryClient.invalidateQueries({ predicate: (query) => about(query.queryKey) })
}

/** All that the pickers choose from. */
export function useDirectory() {
  const agents = useData(people.agents, {}, { staleTime: LONG }).data?.items
  const teams = useData(people.teams, {}, { staleTime: LONG }).data?.items
  const categories = useData(ticketSettings.categories, {}, { staleTime: LONG }).data?.items
  const types = useData(ticketSettings.types, {}, { staleTime: LONG }).data?.items
  const fields = useData(ticketSettings.fields, {}, { staleTime: LONG }).data?.items
  const mailboxes = useData(mail.mailboxes, {}, { staleTime: LONG }).data?.items
  return {
    agents: agents ?? [],
    teams: teams ?? [],
    categories: categories ?? [],
    types: types ?? [],
    fields: fields ?? [],
    mailboxes: mailboxes ?? [],
  }
}
export type Directory = ReturnType<typeof useDirectory>

/** The names of persons and organisations that the history speaks of by id. */
export function usePersonNames(persons: readonly number[], organisations: readonly number[], ticket?: Ticket) {
  const known = new Map<string, string>()
  if (ticket?.requester) known.set(`p${ticket.requester.id}`, nameOf(ticket.requester))
  for (const p of ticket?.participants ?? []) known.set(`p${p.id}`, nameOf(p))
  if (ticket?.organisation) known.set(`o${ticket.organisation.id}`, ticket.organisation.name)
  const wanted = [...persons.map((id) => `p${id}`), ...organisations.map((id) => `o${id}`)].filter((k) => !known.has(k))
  const { data } = useQuery({
    queryKey: ['names', wanted],
    enabled: wanted.length > 0,
    staleTime: LONG,
    queryFn: async () => new Map(await Promise.all(wanted.map(async (key) => [key, await lookUp(key)] as const))),
  })
  return (kind: 'person' | 'organisation', id: number): string => {
    const key = `${kind === 'person' ? 'p' : 'o'}${id}`
    return known.get(key) ?? data?.get(key) ?? '…'
  }
}

async function lookUp(key: string): Promise<string> {
  const id = Number(key.slice(1))
  try {
    if (key.startsWith('o')) return (await call(customers.getOrganisation, { params: { id } })).name
    return nameOf(await call(customers.get, { params: { id } }))
  } catch {
    // Erased since, or not for these eyes.
    return '…'
  }
}

/** A person as people call them: the name, else the address. */
export function nameOf(person: { name: string; email: string | null }): string {
  return person.name.trim() || person.email || '…'
}

export type PersonAnswer = Answer<typeof customers.get>
