import { useEffect, useRef } from 'react'
import { type Message, type Ticket, tickets } from '#contract'
import { call } from '../../app/api.ts'
import { keyOf, queryClient } from '../../app/data.ts'
import { changeRow } from '../change-ticket.ts'
import { newestMessageId } from './timeline.ts'

const BEAT = 10_000

/** Says every ten seconds that the reader is here, and what they are doing, for as long as the page is in view. */
export function useHeartbeat(number: string, writing: 'reply' | 'note' | null, on: boolean): void {
  const state = writing === 'reply' ? 'replying' : writing === 'note' ? 'noting' : 'viewing'
  useEffect(() => {
    if (!on) return
    const say = (what: 'viewing' | 'replying' | 'noting' | 'gone') => {
      // Nobody is told of a failed greeting; the next one comes soon.
      call(tickets.presence, { params: { number }, body: { state: what } }).catch(() => {})
    }
    const beat = () => {
      if (document.visibilityState === 'visible') say(state)
    }
    beat()
    const timer = setInterval(beat, BEAT)
    document.addEventListener('visibilitychange', beat)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', beat)
    }
  }, [number, state, on])
  useEffect(
    () => () => {
      if (on) call(tickets.presence, { params: { number }, body: { state: 'gone' } }).catch(() => {})
    },
    [number, on],
  )
}

/** What was in view is read. Once for each newest message, and only while somebody can see the page. */
export function useMarkRead(ticket: Ticket, messages: readonly Message[], on: boolean): void {
  const newest = newestMessageId(messages)
  const told = useRef<number | null>(null)
  const { number } = ticket
  useEffect(() => {
    if (!on || newest === null) return
    const tell = () => {
      if (document.visibilityState !== 'visible' || told.current === newest) return
      told.current = newest
      keepRead(number, newest)
      changeRow(number, (row) => ({ ...row, unread: false }))
      call(tickets.markRead, { params: { number }, body: { messageId: newest } }).catch(() => {
        told.current = null
      })
    }
    tell()
    document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
  }, [number, newest, on])
}

/** The ticket says how far it has been read wherever it is opened next; what stands on the screen keeps the place it opened at. */
export function keepRead(number: string, messageId: number | null): void {
  queryClient.setQueryData<Ticket>(
    keyOf(tickets.get, { params: { number } }),
    (ticket) => ticket && { ...ticket, lastReadMessageId: messageId },
  )
}
