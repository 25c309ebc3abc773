import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { isLoopback } from './sender-limits.ts'

/** What of a connection is used here; the library's version is pinned, and a test holds that one greeting comes, and at once. */
interface Connection {
  remoteAddress: string
  connectionReady(next?: () => void): void
}

/**
 * The library waits 100 ms before its greeting, to catch programs that talk too soon. Those come from outside: what connects from
 * this machine (a relay in front, a script) is greeted at once, else one sender could never deliver more than ten mails a second.
 */
export class PromptServer extends SMTPServer {
  override connect(socket: Socket, options: object): void {
    const before = new Set<unknown>(this.connections)
    super.connect(socket, options as never)
    for (const one of this.connections) {
      const connection = one as unknown as Connection
      if (before.has(one) || !isLoopback(connection.remoteAddress)) continue
      const ready = connection.connectionReady
      connection.connectionReady = () => undefined
      setImmediate(() => ready.call(connection))
    }
  }
}
