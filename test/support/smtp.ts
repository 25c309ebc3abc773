import { connect, type Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail by its header lines and its text, with CRLF throughout. */
export function mailOf(headers: Record<string, string>, text: string): string {
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return `${[...head, '', ...text.split('\n')].join('\r\n')}\r\n`
}

/** Speaks SMTP word by word, for what no library would send. */
export class SmtpTalk {
  #socket: Socket
  #received = ''
  #waiting: (() => void) | null = null
  #ended = false

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setEncoding('latin1')
    socket.on('data', (text: string) => {
      this.#received += text
      this.#waiting?.()
    })
    const end = () => {
      this.#ended = true
      this.#waiting?.()
    }
    socket.on('close', end)
    socket.on('error', end)
  }

  static async open(port: number): Promise<SmtpTalk> {
    const talk = new SmtpTalk(connect(port, '127.0.0.1'))
    await talk.answer()
    return talk
  }

  write(text: string | Buffer): void {
    this.#socket.write(text as string, 'latin1')
  }

  /** The next whole answer, or '' when the other side hung up. */
  async answer(): Promise<string> {
    for (;;) {
      const match = /^(?:\d{3}-[^\r\n]*\r\n)*\d{3}(?: [^\r\n]*)?\r\n/.exec(this.#received)
      if (match) {
        this.#received = this.#received.slice(match[0].length)
        return match[0].trimEnd()
      }
      if (this.#ended) return ''
      await new Promise<void>((resolve) => {
        this.#waiting = resolve
      })
    }
  }

  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`)
    return this.answer()
  }

  /** Up to the text: EHLO, MAIL, RCPT, DATA. Answers what DATA got. */
  async begin(from: string, to: string | string[]): Promise<string> {
    await this.say('EHLO kunde.example')
    await this.say(`MAIL FROM:<${from}>`)
    for (const one of [to].flat()) {
      const said = await this.say(`RCPT TO:<${one}>`)
      if (!said.startsWith('250')) return said
    }
    return this.say('DATA')
  }

  close(): void {
    this.#socket.destroy()
  }
}

/** Sends one mail and gives the last answer. */
export async function deliverRaw(port: number, from: string, to: string | string[], raw: string): Promise<string> {
  const talk = await SmtpTalk.open(port)
  try {
    const ready = await talk.begin(from, to)
    if (!ready.startsWith('354')) return ready
    talk.write(raw.replace(/^\./gm, '..'))
    talk.write(raw.endsWith('\r\n') ? '.\r\n' : '\r\n.\r\n')
    return await talk.answer()
  } finally {
    talk.close()
  }
}

export interface ReceivedMail {
  from: string
  to: string[]
  raw: string
  /** Unfolded, by lower-case name. */
  headers: Record<string, string>
}

export interface FarSide {
  port: number
  url: string
  mails: ReceivedMail[]
  /** What the next RCPT or DATA is answered; null: yes. */
  refuse: { rcpt?: (address: string) => string | null; data?: () => string | null }
  /** The mail at this place, as soon as it is there. */
  mail(index: number): Promise<ReceivedMail>
  close(): Promise<void>
}

/** The customer's mail server. */
export async function startFarSide(): Promise<FarSide> {
  const mails: ReceivedMail[] = []
  const waiting: (() => void)[] = []
  const far: FarSide = { mails, refuse: {} } as unknown as FarSide
  const refusal = (said: string) => Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo(address, _session, done) {
      const said = far.refuse.rcpt?.(address.address) ?? null
      done(said === null ? null : refusal(said))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const said = far.refuse.data?.() ?? null
        if (said !== null) return done(refusal(said))
        const raw = Buffer.concat(chunks).toString('latin1')
        const from = session.envelope.mailFrom
        mails.push({
          from: from === false ? '' : from.address,
          to: session.envelope.rcptTo.map((one) => one.address),
          raw,
          headers: headersOf(raw),
        })
        done()
        for (const wake of waiting.splice(0)) wake()
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  far.port = (server.server.address() as { port: number }).port
  far.url = `smtp://127.0.0.1:${far.port}`
  far.mail = async (index) => {
    while (mails.length <= index) await new Promise<void>((resolve) => waiting.push(resolve))
    return mails[index]!
  }
  far.close = () => new Promise((resolve) => server.close(() => resolve()))
  return far
}

export function headersOf(raw: string): Record<string, string> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return Object.fromEntries(
    head
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
}
