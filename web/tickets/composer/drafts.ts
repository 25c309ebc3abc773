import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Draft, tickets } from '#contract'
import { call } from '../../app/api.ts'
import { connection } from '../../app/connection.ts'
import { keyOf } from '../../app/data.ts'
import { type DraftContent, DraftKeeper, type DraftKind, type DraftPlaces, type KeptDraft } from './draft-keeper.ts'

/*
 * One keeper for each draft, for as long as the page lives: leaving a ticket does not stop a saving, and coming back finds it.
 */
const keepers = new Map<string, DraftKeeper>()

function keeperOf(agentId: number, number: string, kind: DraftKind, draft: Draft | undefined): DraftKeeper {
  const key = `${agentId}.${number}.${kind}`
  const known = keepers.get(key)
  // What is being saved here is newer than what the house just told.
  if (known && known.state.kind !== 'clean' && known.state.kind !== 'saved') return known
  const made = new DraftKeeper(
    placesOf(`reda.draft.${key}`, number, kind),
    draft ? contentOfDraft(draft) : null,
    draft ? Date.parse(draft.updatedAt) : 0,
  )
  keepers.set(key, made)
  return made
}

export const contentOfDraft = (draft: Draft): DraftContent => ({
  html: draft.bodyHtml,
  to: draft.to,
  cc: draft.cc,
  attachments: draft.attachments,
})

function placesOf(key: string, number: string, kind: DraftKind): DraftPlaces {
  const params = { number, kind }
  return {
    keep: (draft) => safely(() => localStorage.setItem(key, JSON.stringify(draft))),
    kept: () => safely(() => JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null) ?? null,
    forget: () => safely(() => localStorage.removeItem(key)),
    save: async ({ html, to, cc, attachments }) => {
      await call(tickets.saveDraft, {
        params,
        body: { bodyHtml: html, to, cc, attachments: attachments.map((a) => a.id) },
      })
    },
    discard: async () => {
      await call(tickets.discardDraft, { params })
    },
  }
}

// Private windows may keep nothing; then the house is the only place.
function safely<T>(act: () => T): T | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}

function flushAll(): void {
  for (const keeper of keepers.values()) void keeper.flush()
}
connection.watch(() => {
  if (connection.get()) flushAll()
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') flushAll()
})

/** The reader's drafts on a ticket, and who else is writing one. Undefined until the house has told. */
export function useDrafts(agentId: number, number: string) {
  const { data, isError } = useQuery({
    queryKey: keyOf(tickets.drafts, { params: { number } }),
    queryFn: ({ signal }) => call(tickets.drafts, { params: { number } }, { signal }),
    staleTime: 0,
  })
  const known = data !== undefined || isError
  // Only the first answer makes keepers: later ones are about others, and what is typed here must stand.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const own = useMemo(() => {
    if (!known) return undefined
    const draft = (kind: DraftKind) => data?.items.find((d) => d.kind === kind)
    return {
      reply: keeperOf(agentId, number, 'reply', draft('reply')),
      note: keeperOf(agentId, number, 'note', draft('note')),
    }
  }, [known, agentId, number])
  useEffect(
    () => () => {
      void own?.reply.flush()
      void own?.note.flush()
    },
    [own],
  )
  return { own, others: data?.others ?? [] }
}

/** Follows a draft: its content and how safe it is. */
export function useKeeper(keeper: DraftKeeper) {
  const state = useSyncExternalStore(keeper.watch, () => keeper.state)
  return { state, content: keeper.content }
}
