import { X509Certificate } from 'node:crypto'
import { connect, createServer } from 'node:tls'
import { expect, it } from 'vitest'
import { selfSignedCertificate } from './certificate.ts'

const now = new Date('2026-01-12T09:00:00Z')

it('makes a certificate that OpenSSL reads, with its names, its years and its own signature', () => {
  const { certificate } = selfSignedCertificate(['support.firma.example', 'localhost'], now)
  const read = new X509Certificate(certificate)
  expect(read.subject).toBe('CN=support.firma.example')
  expect(read.checkHost('support.firma.example')).toBe('support.firma.example')
  expect(read.checkHost('localhost')).toBe('localhost')
  expect(read.checkHost('other.example')).toBeUndefined()
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.validFromDate.toISOString()).toBe('2026-01-11T09:00:00.000Z')
  expect(read.validToDate.getUTCFullYear()).toBe(2036)
})

it('lets a TLS client in that trusts it by name', async () => {
  const { key, certificate } = selfSignedCertificate(['localhost'], new Date())
  const server = createServer({ key, cert: certificate }, (socket) => socket.end('hei')).listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as { port: number }
  const said = await new Promise<string>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: certificate })
    socket.once('data', (data) => resolve(String(data)))
    socket.once('error', reject)
  })
  server.close()
  expect(said).toBe('hei')
})
