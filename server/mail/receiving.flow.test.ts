import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SYSTEM, transact } from '#platform'
import { startHouse, type TestHouse } from '../../test/support/house.ts'
import { deliverRaw, mailOf, SmtpTalk } from '../../test/support/smtp.ts'
import { addMailbox } from './index.ts'

let it_: TestHouse
beforeAll(async () => {
  it_ = await startHouse({ smtp: true })
  await transact(it_.house, (tx) => addMailbox(tx, SYSTEM, { address: 'support@firma.example', name: 'Støtte' }))
})
afterAll(() => it_?.stop())

const rows = () => it_.house.db.selectFrom('inbound_mails').selectAll().orderBy('id').execute()
const tickets = () => it_.house.db.selectFrom('tickets').selectAll().orderBy('id').execute()
let n = 0
const simple = (text = 'Hei!', more: Record<string, string> = {}) =>
  mailOf(
    {
      From: 'Ola Nordmann <ola@kunde.example>',
      To: 'support@firma.example',
      Subject: 'Hjelp',
      'Message-ID': `<${++n}@kunde.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
      ...more,
    },
    text,
  )

describe('the receiver', () => {
  it('makes a ticket of a mail: sender, subject, text, HTML and attachment kept', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: it_.smtpPort, tls: { rejectUnauthorized: false } })
    await transport.sendMail({
      from: 'Kari Nordmann <kari@kunde.example>',
      to: 'support@firma.example',
      subject: 'Fakturaen mangler, æøå',
      text: 'Hvor er den?',
      html: '<p>Hvor er <b>den</b>?<script>alert(1)</script> <img src="cid:x@y"></p>',
      attachments: [
        { filename: 'ordre.pdf', content: Buffer.from('%PDF-1.4 x') },
        { filename: 'logo.png', content: Buffer.from('png'), cid: 'x@y', contentType: 'image/png' },
      ],
    })
    await it_.settle()
    const [ticket] = await tickets()
    expect(ticket).toMatchObject({ title: 'Fakturaen mangler, æøå', channel: 'email', status: 'new', waiting_on: 'us' })
    const message = await it_.house.db.selectFrom('messages').selectAll().executeTakeFirstOrThrow()
    expect(message).toMatchObject({
      direction: 'in',
      author_name: 'Kari Nordmann',
      author_email: 'kari@kunde.example',
      body_text: 'Hvor er den?',
      trust: 'verified',
    })
    expect(message.body_html).not.toContain('script')
    const files = await it_.house.db.selectFrom('attachments').selectAll().orderBy('id').execute()
    expect(files.map((file) => file.filename).sort()).toEqual(['logo.png', 'ordre.pdf'])
    const inline = files.find((file) => file.filename === 'logo.png')!
    expect(message.body_html).toContain(`src="/api/v1/attachments/${inline.public_id}"`)
    expect((await it_.house.storage.read(files.find((file) => file.filename === 'ordre.pdf')!.sha256)).toString()).toBe(
      '%PDF-1.4 x',
    )
    const [inbound] = await rows()
    expect(inbound).toMatchObject({ state: 'processed', ticket_id: ticket!.id, message_id: message.id })
    expect(inbound!.session).toMatchObject({ tls: expect.stringMatching(/^TLS/) })
  })

  it('keeps the bytes as they came', async () => {
    const raw = simple('En linje\n.med punktum\n..og to\n')
    expect(await deliverRaw(it_.smtpPort, 'ola@kunde.example', 'support@firma.example', raw)).toMatch(/^250 /)
    const kept = await it_.house.storage.read((await rows()).at(-1)!.raw_sha256!)
    expect(kept.toString('latin1')).toBe(raw)
    await it_.settle()
  })

  it('takes every address of a mailbox, plus-addresses included, and refuses others with a clear word', async () => {
    for (const to of ['support@firma.example', 'SUPPORT@Firma.Example', 'support+abc@firma.example']) {
      expect(await deliverRaw(it_.smtpPort, 'ola@kunde.example', to, simple()), to).toMatch(/^250 /)
    }
    for (const to of ['sales@firma.example', 'support@other.example', 'postmaster@firma.example', 'support']) {
      expect(await deliverRaw(it_.smtpPort, 'ola@kunde.example', to, simple()), to).toMatch(/^(550 5\.1\.1 |501)/)
    }
    await it_.settle()
  })

  it('says what it can do', async () => {
    const talk = await SmtpTalk.open(it_.smtpPort)
    const said = await talk.say('EHLO kunde.example')
    for (const word of ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'STARTTLS', `SIZE ${25 * 1024 * 1024}`])
      expect(said).toContain(word)
    expect(said).not.toContain('AUTH')
    talk.close()
  })

  it('refuses what is larger than it says, before and after it came', async () => {
    const talk = await SmtpTalk.open(it_.smtpPort)
    await talk.say('EHLO kunde.example')
    expect(await talk.say(`MAIL FROM:<a@kunde.example> SIZE=${26 * 1024 * 1024}`)).toMatch(/^552/)
    talk.close()
    const before = (await rows()).length
    const line = `${'x'.repeat(990)}\n`
    expect(
      await deliverRaw(it_.smtpPort, 'a@kunde.example', 'support@firma.example', simple(line.repeat(26_600))),
    ).toMatch(/^552/)
    expect((await rows()).length).toBe(before)
  })

  it('makes one ticket of a mail to several of our addresses, and of a mail that came twice', async () => {
    const before = (await tickets()).length
    const raw = simple('to ganger')
    await deliverRaw(it_.smtpPort, 'ola@kunde.example', ['support@firma.example', 'support+x@firma.example'], raw)
    await deliverRaw(
      it_.smtpPort,
      'ola@kunde.example',
      'support@firma.example',
      `Received: from relay.example by mx.example\r\n${raw}`,
    )
    await it_.settle()
    expect((await tickets()).length).toBe(before + 1)
    expect((await rows()).at(-1)).toMatchObject({ state: 'duplicate', message_id: null })
  })

  it('never lets one mail become two: twelve malformed ends of data', async () => {
    const second =
      'MAIL FROM:<evil@kunde.example>\r\nRCPT TO:<support@firma.example>\r\nDATA\r\nSubject: smuggled\r\n\r\nx'
    const ends = [
      '\n.\n',
      '\n.\r\n',
      '\r.\r',
      '\r.\r\n',
      '\r\n.\n',
      '\r\n.\r',
      '\n.\r',
      '\r.\n',
      '\n\n.\r\n',
      '\r\n\0.\r\n',
      '\r\n.\0\r\n',
      '\r\r\n.\r\r\n',
    ]
    for (const end of ends) {
      const before = (await rows()).length
      const talk = await SmtpTalk.open(it_.smtpPort)
      expect(await talk.begin('ola@kunde.example', 'support@firma.example')).toMatch(/^354/)
      talk.write(`${simple().slice(0, -2)}${end}${second}\r\n.\r\n`)
      const said = await talk.answer()
      talk.write('QUIT\r\n')
      const more = await talk.answer()
      talk.close()
      const stored = (await rows()).length - before
      expect(stored, JSON.stringify(end)).toBeLessThanOrEqual(1)
      expect(said.startsWith('250') === (stored === 1), JSON.stringify(end)).toBe(true)
      expect(more, JSON.stringify(end)).toMatch(/^221|^$/)
    }
    await it_.settle()
    expect((await tickets()).some((ticket) => ticket.title === 'smuggled')).toBe(false)
  })
})

describe('a mail that cannot be read', () => {
  it('is kept, shown with the reason, and can be read again', async () => {
    expect(await deliverRaw(it_.smtpPort, 'a@kunde.example', 'support@firma.example', '\r\n\r\n')).toMatch(/^250/)
    await it_.settle()
    const row = (await rows()).at(-1)!
    expect(row).toMatchObject({ state: 'quarantined', error: { code: 'empty' } })
  })
})
