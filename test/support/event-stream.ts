import { request } from 'node:http'

export interface StreamEvent {
  event: string
  data: Record<string, unknown>
  id: string
}
export interface EventStream {
  status: number
  events: StreamEvent[]
  /** The id to come back with. */
  lastId(): string
  /** The first event (heard or to come) that fits. */
  next(fits: (event: StreamEvent) => boolean): Promise<StreamEvent>
  ended: Promise<void>
  close(): void
}

/** Listens to the live stream as a browser does. Answers once the stream has begun or was refused. */
export function openStream(url: string, headers: Record<string, string>): Promise<EventStream> {
  return new Promise((resolve, reject) => {
    const req = request(`${url}/api/v1/live`, { headers: { accept: 'text/event-stream', ...headers } }, (res) => {
      const events: StreamEvent[] = []
      const waiting: {
        fits: (event: StreamEvent) => boolean
        give: (event: StreamEvent) => void
        fail: (error: Error) => void
      }[] = []
      let id = ''
      let text = ''
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const stream: EventStream = {
        status: res.statusCode ?? 0,
        events,
        lastId: () => id,
        next(fits) {
          const known = events.find(fits)
          if (known) return Promise.resolve(known)
          return new Promise((give, fail) => waiting.push({ fits, give, fail }))
        },
        ended,
        close: () => req.destroy(),
      }
      const finish = () => {
        for (const one of waiting) one.fail(new Error('The stream ended before that happened'))
        end()
        resolve(stream)
      }
      res.on('close', finish)
      res.on('error', finish)
      if (res.statusCode !== 200) {
        res.resume()
        return
      }
      res.setEncoding('utf8')
      res.on('data', (chunk: string) => {
        text += chunk
        for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
          const block = text.slice(0, at)
          text = text.slice(at + 2)
          const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]))
          id = fields.get('id') ?? id
          const data = fields.get('data')
          if (data !== undefined) {
            const event = { event: fields.get('event') ?? 'message', data: JSON.parse(data), id }
            events.push(event)
            for (const one of waiting.filter((w) => w.fits(event))) {
              waiting.splice(waiting.indexOf(one), 1)
              one.give(event)
            }
          }
          // The first block says where the stream begins.
          resolve(stream)
        }
      })
    })
    req.on('error', reject)
    req.end()
  })
}
