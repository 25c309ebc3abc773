import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { selfSignedCertificate } from '../../server/mail/receiving/certificate.ts'

/** A listener that nobody should call: it remembers who did. */
export interface Canary {
  /** `http://127.0.0.1:PORT` */
  url: string
  /** The same over TLS, with a certificate that nobody vouches for. */
  secureUrl: string
  /** Paths that were asked for, and `connection` or `secure connection` for each that was opened at all. */
  heard: string[]
  /** The paths alone. */
  paths(): string[]
  forget(): void
  close(): Promise<void>
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64')

export async function startCanary(): Promise<Canary> {
  const heard: string[] = []
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    heard.push(request.url ?? '')
    response.writeHead(200, { 'content-type': 'image/gif', 'access-control-allow-origin': '*' }).end(PIXEL)
  }
  const { key, certificate } = selfSignedCertificate(['127.0.0.1'], new Date())
  const servers: (Server & { closeAllConnections(): void })[] = [
    createPlain(answer),
    createSecure({ key, cert: certificate }, answer),
  ]
  const ports: number[] = []
  for (const [n, server] of servers.entries()) {
    server.on('connection', () => heard.push(n === 0 ? 'connection' : 'secure connection'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    ports.push((server.address() as AddressInfo).port)
  }
  return {
    url: `http://127.0.0.1:${ports[0]}`,
    secureUrl: `https://127.0.0.1:${ports[1]}`,
    heard,
    paths: () => heard.filter((one) => one.startsWith('/')),
    forget: () => void heard.splice(0),
    async close() {
      for (const server of servers) {
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
    },
  }
}
