import { createSocket } from 'node:dgram'

/** A name server of our own: TXT and A records by `TYPE name`; everything else does not exist. */
export interface NameServer {
  /** `127.0.0.1:PORT`. */
  address: string
  zone: Record<string, string[]>
  asked: string[]
  close(): Promise<void>
}

const TYPES: Record<number, string> = { 1: 'A', 15: 'MX', 16: 'TXT', 28: 'AAAA' }

export async function startNameServer(zone: Record<string, string[]>): Promise<NameServer> {
  const socket = createSocket('udp4')
  const server: NameServer = {
    address: '',
    zone,
    asked: [],
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  }
  socket.on('message', (query, from) => {
    const labels: string[] = []
    let at = 12
    while (query[at] !== 0) {
      labels.push(query.toString('latin1', at + 1, at + 1 + query[at]!))
      at += 1 + query[at]!
    }
    const type = TYPES[query.readUInt16BE(at + 1)] ?? '?'
    const name = `${type} ${labels.join('.').toLowerCase()}`
    server.asked.push(name)
    const records = server.zone[name] ?? []
    const exists = Object.keys(server.zone).some((key) => key.endsWith(` ${labels.join('.').toLowerCase()}`))
    const head = Buffer.from(query.subarray(0, at + 5))
    head.writeUInt16BE(0x8180 | (records.length > 0 || exists ? 0 : 3), 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(records.length, 6)
    head.writeUInt32BE(0, 8)
    const answers = records.map((text) => {
      const data =
        type === 'A'
          ? Buffer.from(text.split('.').map(Number))
          : Buffer.concat(
              (text.match(/.{1,255}/gs) ?? ['']).map((part) =>
                Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')]),
              ),
            )
      const answer = Buffer.alloc(12)
      answer.writeUInt16BE(0xc00c, 0)
      answer.writeUInt16BE(query.readUInt16BE(at + 1), 2)
      answer.writeUInt16BE(1, 4)
      answer.writeUInt32BE(60, 6)
      answer.writeUInt16BE(data.length, 10)
      return Buffer.concat([answer, data])
    })
    socket.send(Buffer.concat([head, ...answers]), from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  server.address = `127.0.0.1:${socket.address().port}`
  return server
}
