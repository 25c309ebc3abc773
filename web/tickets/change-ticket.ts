import type { InfiniteData } from '@tanstack/react-query'
import { type Answer, people, type Ticket, type TicketPatch, type TicketRow, ticketSettings, tickets } from '#contract'
import { call, ProblemError } from '../app/api.ts'
import { keyOf, queryClient, useCommand } from '../app/data.ts'
import { showError } from '../app/error-toast.ts'
import { showToast } from '../app/toast.ts'
import { useText } from '../app/words.ts'
import { patched } from './patched.ts'
import { actorName } from './thread/actor-name.ts'
import { sameGround } from './thread/same-ground.ts'
import { type ChangeMade, eventsSince, undoChange } from './thread/undo.ts'

interface Kept {
  caches: [readonly unknown[], unknown][]
}
export interface ChangeInput {
  number: string
  patch: TicketPatch
  /** Said in a toast with an undo button, when done. */
  said?: string
}

/**
 * Changes fields of a ticket: shown at once wherever the ticket stands, taken back if the house refuses, confirmed by its answer.
 * With `said`, a toast offers to undo. Used by the details panel, by keys, and for many tickets at once.
 */
export function useChangeTicket() {
  const t = useText()
  const command = useCommand<typeof tickets.change, Kept>(tickets.change, {
    optimistic: ({ params, body }) => show(params.number, body),
    rollback: ({ caches }) => {
      for (const [key, value] of caches) queryClient.setQueryData(key, value)
    },
    done: (ticket) => settle(ticket),
    // Said below, when it is sure that the two changes cannot both stand.
    refused: isConflict,
    refresh: [tickets.counts],
  })
  /** On what the reader sees; when the ticket has moved on meanwhile, once more on the newest, unless someone changed the very same thing. */
  const changeOn = async (
    seen: Ticket | TicketRow | undefined,
    number: string,
    patch: TicketPatch,
  ): Promise<Ticket> => {
    try {
      return await command.mutateAsync({
        params: { number },
        body: patch,
        ...(seen ? { version: seen.version } : {}),
      })
    } catch (error) {
      if (!isConflict(error) || !seen) throw error
      const now = await call(tickets.get, { params: { number } })
      settle(now)
      if (sameGround(patch, seen, now)) return await changeOn(now, number, patch)
      const [by] = await eventsSince(number, seen.version)
      showToast({
        tone: 'error',
        text: by ? t('thread.conflict', { name: actorName(by, t) }) : t('thread.conflictUnknown'),
      })
      throw error
    }
  }
  const change = async ({ number, patch, said }: ChangeInput): Promise<Ticket | undefined> => {
    const before = cachedTicket(number)
    try {
      const answer = await changeOn(before, number, patch)
      const from = before?.version ?? answer.version
      if (said)
        showToast({
          text: said,
          ...(answer.version > from
            ? { action: { label: t('action.undo'), run: () => undo({ number, from, to: answer.version }) } }
            : {}),
        })
      return answer
    } catch {
      // Said already, and taken back.
      return undefined
    }
  }
  const undo = (made: ChangeMade) => {
    undoChange(made).then((ticket) => {
      if (ticket) settle(ticket)
      showToast({ text: t('toast.undone') })
    }, showError)
  }
  return { change, busy: command.isPending }
}

const isConflict = (error: unknown) => error instanceof ProblemError && error.type === 'conflict'

/** The newest of a ticket that the desk has, whole or as a row. */
export function cachedTicket(number: string): Ticket | TicketRow | undefined {
  const whole = queryClient.getQueryData<Ticket>(keyOf(tickets.get, { params: { number } }))
  if (whole) return whole
  for (const [, data] of queryClient.getQueriesData<InfiniteData<Answer<typeof tickets.list>>>({
    queryKey: keyOf(tickets.list),
  }))
    for (const page of data?.pages ?? []) {
      const row = page.items.find((r) => r.number === number)
      if (row) return row
    }
  return undefined
}

/** Puts what the house answered wherever the ticket stands. */
export function settle(ticket: Ticket): void {
  queryClient.setQueryData(keyOf(tickets.get, { params: { number: ticket.number } }), ticket)
  changeRow(ticket.number, (row) => ({ ...row, ...rowFields(ticket) }))
  queryClient.invalidateQueries({
    queryKey: keyOf(tickets.events),
    predicate: (q) => (q.queryKey[1] as { number?: string } | null)?.number === ticket.number,
  })
  queryClient.invalidateQueries({ queryKey: keyOf(tickets.list) })
}

function show(number: string, patch: TicketPatch): Kept {
  const caches = queryClient
    .getQueryCache()
    .getAll()
    .filter(
      (query) =>
        query.queryKey[0] === tickets.list.path ||
        (query.queryKey[0] === tickets.get.path &&
          (query.queryKey[1] as { number?: string } | null)?.number === number),
    )
    .map((query): [readonly unknown[], unknown] => [query.queryKey, query.state.data])
  const names = {
    agents: queryClient.getQueryData<Answer<typeof people.agents>>(keyOf(people.agents, {}))?.items ?? [],
    teams: queryClient.getQueryData<Answer<typeof people.teams>>(keyOf(people.teams, {}))?.items ?? [],
    categories:
      queryClient.getQueryData<Answer<typeof ticketSettings.categories>>(keyOf(ticketSettings.categories, {}))?.items ??
      [],
  }
  queryClient.setQueryData<Ticket>(
    keyOf(tickets.get, { params: { number } }),
    (ticket) => ticket && patched(ticket, patch, names),
  )
  changeRow(number, (row) => patched(row, patch, names))
  return { caches }
}

export function changeRow(number: string, change: (row: TicketRow) => TicketRow): void {
  queryClient.setQueriesData<InfiniteData<Answer<typeof tickets.list>> | Answer<typeof tickets.list>>(
    { queryKey: keyOf(tickets.list) },
    (data) => {
      if (!data) return data
      const page = (p: Answer<typeof tickets.list>) =>
        p.items.some((row) => row.number === number)
          ? { ...p, items: p.items.map((row) => (row.number === number ? change(row) : row)) }
          : p
      return 'pages' in data ? { ...data, pages: data.pages.map(page) } : page(data)
    },
  )
}

const ROW_FIELDS = [
  'title',
  'type',
  'priority',
  'status',
  'waitingOn',
  'postponedUntil',
  'postponedUntilReply',
  'folder',
  'organisation',
  'assignee',
  'team',
  'tags',
  'clocks',
  'updatedAt',
  'waitingSince',
  'messageCount',
  'version',
] as const satisfies (keyof Ticket & keyof TicketRow)[]
const rowFields = (ticket: Ticket) =>
  Object.fromEntries(ROW_FIELDS.map((field) => [field, ticket[field]])) as Partial<TicketRow>
