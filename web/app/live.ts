import { useEffect } from 'react'
import { type LivePresence, type LiveTicket, live, notifications, session, ticketSettings, tickets } from '#contract'
import { addressOf, call } from './api.ts'
import { heardFromServer, lostServer } from './connection.ts'
import { keyOf, queryClient } from './data.ts'
import { storeOf, useStore } from './store.ts'

/*
 * What happens in the house, as it happens. One tab holds the connection and tells the others: browsers allow six
 * connections to a host, and agents open more tabs than that. The other tabs wait for a lock and take over when it is free.
 */
type LiveMessage =
  | { kind: 'ticket'; data: LiveTicket }
  | { kind: 'presence'; data: LivePresence }
  | { kind: 'notification' }
  | { kind: 'reset' }

const listeners = new Set<(event: LiveTicket) => void>()
const presences = storeOf<ReadonlyMap<string, LivePresence['agents']>>(new Map())

/** Runs for each change of a ticket that the reader may see, after the cache knows. */
export function useLiveTickets(listener: (event: LiveTicket) => void): void {
  useEffect(() => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  }, [listener])
}

/** Who else is on a ticket now. */
export function usePresence(number: string, myId: number): LivePresence['agents'] {
  return (useStore(presences).get(number) ?? nobody).filter((agent) => agent.id !== myId)
}
const nobody: LivePresence['agents'] = []

/** Keeps the desk fresh for as long as the component stands. */
export function useLiveConnection(): void {
  useEffect(() => {
    const stop = new AbortController()
    const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('reda-live') : undefined
    if (channel) channel.onmessage = (event: MessageEvent<LiveMessage>) => hear(event.data)
    const tell = (message: LiveMessage) => {
      hear(message)
      channel?.postMessage(message)
    }
    // Locks exist only on https and localhost; elsewhere each tab listens for itself.
    if (navigator.locks && channel)
      navigator.locks
        .request('reda-live', { signal: stop.signal }, () => listen(tell, stop.signal))
        .catch(() => {
          // The page went away before its turn came.
        })
    else void listen(hear, stop.signal)
    return () => {
      stop.abort()
      channel?.close()
    }
  }, [])
}

/** Listens until stopped; the browser resumes a broken line by itself with the last event's id. */
function listen(tell: (message: LiveMessage) => void, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource
    let pause: ReturnType<typeof setTimeout> | undefined
    let failures = 0
    // The page fetched before this line stood: what happened in between is fetched again too.
    let missed = true
    const open = () => {
      source = new EventSource(addressOf(live.stream, {}))
      source.onopen = () => {
        failures = 0
        heardFromServer()
        // A new source has no last id: what happened since the old one fell silent is fetched again.
        if (missed) tell({ kind: 'reset' })
        missed = false
      }
      source.addEventListener('ticket', (e) => tell({ kind: 'ticket', data: JSON.parse(e.data) }))
      source.addEventListener('presence', (e) => tell({ kind: 'presence', data: JSON.parse(e.data) }))
      source.addEventListener('notification', () => tell({ kind: 'notification' }))
      source.addEventListener('reset', () => tell({ kind: 'reset' }))
      source.onerror = () => {
        if (source.readyState !== EventSource.CLOSED) return lostServer()
        missed = true
        // Refused rather than broken: perhaps the session has ended. Asking who one is finds out, and offers to sign in again.
        pause = setTimeout(
          () => {
            call(session.me, {}).then(open, open)
          },
          Math.min(1_000 * 2 ** failures++, 30_000),
        )
      }
    }
    stop.addEventListener('abort', () => {
      clearTimeout(pause)
      source?.close()
      resolve()
    })
    open()
  })
}

function hear(message: LiveMessage): void {
  if (message.kind === 'ticket') {
    const { number } = message.data
    const about = (key: readonly unknown[]) =>
      String(key[0]).startsWith('/tickets/:number') && (key[1] as { number?: string } | null)?.number === number
    queryClient.invalidateQueries({ predicate: (query) => about(query.queryKey) })
    refreshListsSoon()
    for (const listener of [...listeners]) listener(message.data)
  } else if (message.kind === 'presence') {
    const next = new Map(presences.get())
    if (message.data.agents.length > 0) next.set(message.data.number, message.data.agents)
    else next.delete(message.data.number)
    presences.set(next)
  } else if (message.kind === 'notification') {
    queryClient.invalidateQueries({ queryKey: keyOf(notifications.list) })
  } else {
    presences.set(new Map())
    queryClient.invalidateQueries()
  }
}

let soon: ReturnType<typeof setTimeout> | undefined
let last = 0
/** Lists and counts follow at once, then a few times a second at most while much happens. */
function refreshListsSoon(): void {
  if (soon) return
  soon = setTimeout(
    () => {
      soon = undefined
      last = Date.now()
      queryClient.invalidateQueries({ queryKey: keyOf(tickets.counts) })
      queryClient.invalidateQueries({ queryKey: keyOf(ticketSettings.tags) })
      const hidden = document.visibilityState === 'hidden'
      queryClient.invalidateQueries({ queryKey: keyOf(tickets.list), refetchType: hidden ? 'none' : 'active' })
    },
    Math.max(50, 400 - (Date.now() - last)),
  )
}
