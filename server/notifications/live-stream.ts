import type { ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { authenticateOf } from '#people'
import type { AgentActor, House, LiveMessage } from '#platform'
import { missedSince, newestEventId } from './missed.ts'

const HEARTBEAT_MS = 20_000
/** A listener that reads slower than the house speaks is cut off; it comes back and is told what it missed. */
const MOST_BEHIND_BYTES = 262_144

/**
 * Server-sent events to one agent (WHATWG HTML, «Server-sent events»). Rights are looked at again whenever they may have changed and
 * with every heartbeat: a session that ended ends its stream.
 */
export async function streamLive(
  house: House,
  actor: AgentActor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const since = cursorOf(request)
  const socket = reply.raw
  let lastId = 0
  let open = true
  let held: LiveMessage[] | null = []
  let unsubscribe = () => {}

  const say = (text: string) => {
    if (!open) return
    socket.write(text)
    if (socket.writableLength > MOST_BEHIND_BYTES) end(true)
  }
  const event = (kind: string, data: unknown, id?: number) =>
    say(`${id === undefined ? '' : `id: ${id}\n`}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`)
  const end = (cut = false) => {
    if (!open) return
    open = false
    clearInterval(heartbeat)
    unsubscribe()
    if (cut) socket.destroy()
    else socket.end()
  }
  const hear = (message: LiveMessage) => {
    if (held !== null) {
      held.push(message)
      return
    }
    switch (message.kind) {
      case 'ticket':
        lastId = Math.max(lastId, message.eventId)
        return event('ticket', message.data, lastId)
      case 'presence':
        return event('presence', message.data)
      case 'notification':
        return event('notification', message.data)
      case 'gap':
        return event('reset', {})
      case 'access':
        void checkAgain()
    }
  }
  const listen = (as: AgentActor) => {
    unsubscribe()
    unsubscribe = house.live.subscribe(as, hear)
  }
  async function checkAgain(): Promise<void> {
    try {
      const present = await authenticateOf(house)(request, { quietly: true })
      if (present === null) end()
      else if (open) listen(present)
    } catch {
      // The database is away: nothing comes through this stream either. The next heartbeat asks again.
    }
  }
  const heartbeat = setInterval(() => {
    say(': alive\n\n')
    void checkAgain()
  }, HEARTBEAT_MS)
  socket.on('close', () => end())
  socket.on('error', () => end(true))

  // Listening begins before looking back, so that nothing falls between.
  listen(actor)
  try {
    const start =
      since === null ? { lastId: await newestEventId(house), tickets: [] } : await missedSince(house, actor, since)
    // The page was left while we looked: there is nobody to answer.
    if (!open) return reply.hijack()
    begin(socket, reply)
    lastId = start.lastId
    // Told even when there is nothing to tell: a listener that is cut off now knows where it was.
    say(`retry: 2000\nid: ${since === null ? lastId : Math.min(since, lastId)}\n\n`)
    if (start.tickets === null) event('reset', {}, lastId)
    else for (const missed of start.tickets) event('ticket', missed.ticket, missed.lastId)
  } catch (error) {
    open = false
    clearInterval(heartbeat)
    unsubscribe()
    throw error
  }
  const waiting = held
  held = null
  for (const message of waiting) hear(message)
  return reply
}

function begin(socket: ServerResponse, reply: FastifyReply): void {
  const headers = reply.getHeaders()
  reply.hijack()
  socket.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
  socket.flushHeaders()
}

function cursorOf(request: FastifyRequest): number | null {
  const header = request.headers['last-event-id']
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null
}
