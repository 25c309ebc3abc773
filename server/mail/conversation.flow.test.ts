import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { mail as mailOperations, tickets } from '#contract'
import { SYSTEM, transact } from '#platform'
import { startHouse, type TestHouse } from '../../test/support/house.ts'
import { deliverRaw, type FarSide, mailOf, type ReceivedMail, startFarSide } from '../../test/support/smtp.ts'
import { addMailbox, changeMailbox } from './index.ts'

let house: TestHouse
let far: FarSide
let mailboxId: number
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  const mailbox = await transact(house.house, (tx) =>
    addMailbox(tx, SYSTEM, { address: 'support@firma.example', name: 'Støtte' }),
  )
  mailboxId = mailbox.id
})
afterAll(async () => {
  await house?.stop()
  await far?.close()
})
afterEach(() => {
  far.refuse = {}
})

let n = 0
/** A customer writes; the newest ticket is theirs. */
async function write(from: string, more: Record<string, string> = {}, text = 'Hvor er fakturaen?'): Promise<string> {
  const id = `<${++n}@kunde.example>`
  const to = more.To ?? 'support@firma.example'
  const raw = mailOf(
    { From: from, To: to, Subject: 'Faktura', 'Message-ID': id, Date: new Date().toUTCString(), ...more },
    text,
  )
  expect(
    await deliverRaw(house.smtpPort, /<?([^<>\s]+@[^<>\s]+)>?$/.exec(from)![1]!, to.replace(/.*<|>/g, ''), raw),
  ).toMatch(/^250/)
  await house.settle()
  const inbound = await house.house.db
    .selectFrom('inbound_mails')
    .selectAll()
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  if (inbound.ticket_id === null) return ''
  const ticket = await house.house.db
    .selectFrom('tickets')
    .select('number')
    .where('id', '=', inbound.ticket_id)
    .executeTakeFirstOrThrow()
  return ticket.number
}
async function reply(number: string, more: Record<string, unknown> = {}): Promise<ReceivedMail> {
  const before = far.mails.length
  await house.owner.call(tickets.reply, {
    params: { number },
    body: { bodyHtml: '<p>Her er <b>den</b>.</p>', undoSeconds: 0, ...more },
  })
  return far.mail(before)
}
const messages = async (number: string) => (await house.owner.call(tickets.messages, { params: { number } })).items
const get = (number: string) => house.owner.call(tickets.get, { params: { number } })
const lastExplanation = async () =>
  (
    await house.house.db
      .selectFrom('inbound_mails')
      .select('explanation')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).explanation

describe('a conversation', () => {
  it('goes out as a correct multipart mail, and the answer to it joins the same ticket', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const sent = await reply(number)
    expect(sent.to).toEqual(['ola@kunde.example'])
    expect(sent.headers).toMatchObject({
      subject: `Re: [${number}] Faktura`,
      'in-reply-to': `<${n}@kunde.example>`,
      references: `<${n}@kunde.example>`,
      'thread-topic': 'Faktura',
      'content-type': expect.stringMatching(/^multipart\/alternative/),
    })
    expect(sent.headers['reply-to']).toMatch(/^support\+[a-z2-7]{32}@firma\.example$/)
    expect(sent.headers['message-id']).toMatch(/^<t\.[0-9a-z]+\.[a-z2-7]+\.[a-z2-7]{16}@firma\.example>$/)
    expect(sent.headers).not.toHaveProperty('auto-submitted')
    expect(sent.from).toMatch(/^support\+b-[a-z2-7]{24}@firma\.example$/)
    await house.settle()
    expect(await get(number)).toMatchObject({ waitingOn: 'customer' })
    expect((await messages(number)).at(-1)).toMatchObject({
      deliveries: [{ recipient: 'ola@kunde.example', status: 'delivered' }],
    })

    const again = await write(
      'Ola Nordmann <ola@kunde.example>',
      {
        To: sent.headers['reply-to']!,
        Subject: 'SV: Faktura',
        'In-Reply-To': sent.headers['message-id']!,
        References: `${sent.headers.references} ${sent.headers['message-id']}`,
      },
      'Takk!\n\nDen 12. jan. 2026 kl. 10:22 skrev Støtte <support@firma.example>:\n> Her er den.',
    )
    expect(again).toBe(number)
    expect(await get(number)).toMatchObject({ waitingOn: 'us', messageCount: 3 })
    expect((await messages(number)).at(-1)).toMatchObject({ trust: 'verified', replyText: 'Takk!' })
  })

  it('joins by the signed Message-ID alone, when a client drops the reply address', async () => {
    const number = await write('Per <per@kunde.example>')
    const sent = await reply(number)
    expect(await write('Per <per@kunde.example>', { 'In-Reply-To': sent.headers['message-id']! })).toBe(number)
    expect(await lastExplanation()).toMatchObject({ went: 'joined', by: 'message-id' })
  })

  it('begins a new ticket when only the number stands in the subject, and hints at the other', async () => {
    const number = await write('Per <per@kunde.example>')
    const other = await write('Eve <eve@evil.example>', { Subject: `Re: [${number}] Faktura` })
    expect(other).not.toBe(number)
    expect(await lastExplanation()).toMatchObject({ went: 'new', hints: [{ number, why: 'number-in-subject' }] })
  })

  it('lets a stranger with the right address wait in the thread, seen by agents only', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const sent = await reply(number)
    expect(await write('Eve <eve@evil.example>', { To: sent.headers['reply-to']! })).toBe(number)
    expect((await messages(number)).at(-1)).toMatchObject({
      trust: 'quarantined',
      author: { email: 'eve@evil.example' },
    })
    expect(await get(number)).toMatchObject({ waitingOn: 'customer', participants: [] })
  })

  it('carries attachments and inline images along', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const form = new FormData()
    form.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'tilbud æ.pdf')
    const response = await fetch(`${house.url}/api/v1/attachments`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${house.owner.key}` },
    })
    const { id } = (await response.json()) as { id: string }
    const sent = await reply(number, { attachments: [id] })
    expect(sent.headers['content-type']).toMatch(/^multipart\/mixed/)
    expect(sent.raw).toContain(Buffer.from('%PDF-1.4').toString('base64'))
    expect(sent.raw).toMatch(/filename\*0?\*?=/)
  })

  it('is never sent when it was undone in time', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const before = far.mails.length
    const message = await house.owner.call(tickets.reply, {
      params: { number },
      body: { bodyText: 'Angrer', undoSeconds: 30 },
    })
    await house.settle()
    await house.owner.call(tickets.cancelReply, { params: { number, messageId: message.id } })
    const outbound = () =>
      house.house.db
        .selectFrom('outbound_mails')
        .selectAll()
        .where('message_id', '=', message.id)
        .executeTakeFirstOrThrow()
    await house.house.db
      .updateTable('outbound_mails')
      .set({ send_after: new Date() })
      .where('message_id', '=', message.id)
      .execute()
    while ((await outbound()).state !== 'cancelled') await new Promise((resolve) => setTimeout(resolve, 20))
    expect(far.mails.length).toBe(before)
  })
})

describe('what is erased', () => {
  it('is gone from the raw mail and the outbox too; that a mail was here stays', async () => {
    const number = await write('Turid Lie <turid@kunde.example>', {}, 'Mitt nummer er 999-hemmelig.')
    await reply(number)
    await house.settle()
    const sha256 = (
      await house.house.db
        .selectFrom('inbound_mails')
        .select('raw_sha256')
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow()
    ).raw_sha256!
    expect((await house.house.storage.read(sha256)).toString()).toContain('999-hemmelig')
    const messageIds = (await messages(number)).map((message) => message.id)
    await house.owner.call(tickets.redact, { params: { number }, body: { messageIds, reason: 'Bedt om sletting' } })
    await house.settle()
    const kept = await house.house.db
      .selectFrom('inbound_mails')
      .selectAll()
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(kept).toMatchObject({ state: 'processed', raw_sha256: null, envelope_from: null, explanation: {} })
    await expect(house.house.storage.read(sha256)).rejects.toMatchObject({ code: 'ENOENT' })
    const outbound = await house.house.db
      .selectFrom('outbound_mails')
      .innerJoin('outbound_recipients', 'outbound_mail_id', 'id')
      .select(['content', 'address'])
      .where('message_id', 'in', messageIds)
      .execute()
    expect(outbound).toEqual([{ content: {}, address: 'redacted-1' }])
    expect((await house.owner.tell(mailOperations.rawInbound, { params: { id: kept.id } })).status).toBe(404)
  })
})

describe('what cannot be delivered', () => {
  it('is told to the ticket at once when the server will never take it', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    far.refuse.rcpt = () => '550 5.1.1 no such person'
    await house.owner.call(tickets.reply, { params: { number }, body: { bodyText: 'Hei', undoSeconds: 0 } })
    await house.settle()
    expect((await messages(number)).at(-1)!.deliveries).toMatchObject([
      { recipient: 'ola@kunde.example', status: 'failed', error: expect.stringContaining('no such person') },
    ])
    expect(await get(number)).toMatchObject({ waitingOn: 'us' })
  })

  it('is tried again when the server asks for it, with the same Message-ID and only for those who are left', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    far.refuse.rcpt = (address) => (address === 'ola@kunde.example' ? '451 4.7.1 greylisted' : null)
    const sent = await reply(number, { to: ['ola@kunde.example', 'per@kunde.example'] })
    expect(sent.to).toEqual(['per@kunde.example'])
    await house.settle()
    expect(
      (await messages(number))
        .at(-1)!
        .deliveries.map((one) => [one.recipient, one.status])
        .sort(),
    ).toEqual([
      ['ola@kunde.example', 'deferred'],
      ['per@kunde.example', 'delivered'],
    ])
    far.refuse = {}
    const before = far.mails.length
    await house.house.db
      .updateTable('outbound_mails')
      .set({ send_after: new Date() })
      .where('state', '=', 'queued')
      .execute()
    const second = await far.mail(before)
    expect(second.to).toEqual(['ola@kunde.example'])
    expect(second.headers['message-id']).toBe(sent.headers['message-id'])
  })

  it('comes back as a bounce, and is attached to the message that failed', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const sent = await reply(number)
    await house.settle()
    const report = [
      'From: Mail Delivery System <MAILER-DAEMON@mx.kunde.example>',
      `To: ${sent.from}`,
      'Subject: Undelivered Mail Returned to Sender',
      'MIME-Version: 1.0',
      'Message-ID: <bounce1@mx.kunde.example>',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'I am sorry.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.kunde.example',
      '',
      'Final-Recipient: rfc822; ola@kunde.example',
      'Action: failed',
      'Status: 5.2.2',
      'Diagnostic-Code: smtp; 552 5.2.2 mailbox full',
      '--b--',
      '',
    ].join('\r\n')
    expect(await deliverRaw(house.smtpPort, '', sent.from, report)).toMatch(/^250/)
    await house.settle()
    const all = await messages(number)
    expect(all.at(-1)).toMatchObject({
      automatic: 'bounce',
      bounce: { recipient: 'ola@kunde.example', permanent: true },
    })
    expect(all.at(-2)!.deliveries).toMatchObject([
      { recipient: 'ola@kunde.example', status: 'bounced', error: expect.stringContaining('5.2.2') },
    ])
    expect(await get(number)).toMatchObject({ waitingOn: 'us' })
  })

  it('a report about a mail that is not ours still says whom it did not reach', async () => {
    const number = await write(
      'Mail Delivery System <MAILER-DAEMON@mx.kunde.example>',
      { Subject: 'Undelivered Mail Returned to Sender' },
      'Your message could not be delivered to one or more recipients.\n\n<per@annen.example>: host mx.annen.example said: 550 5.1.1 User unknown',
    )
    expect((await messages(number))[0]).toMatchObject({
      automatic: 'bounce',
      bounce: { recipient: 'per@annen.example', permanent: true, reason: expect.stringContaining('5.1.1') },
    })
  })
})

describe('robots', () => {
  it('answering for a customer are kept, folded away, and change nothing', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const sent = await reply(number)
    await house.settle()
    await write(
      'Ola Nordmann <ola@kunde.example>',
      { To: sent.headers['reply-to']!, 'Auto-Submitted': 'auto-replied', Subject: 'Automatisk svar: Faktura' },
      'Jeg er bortreist.',
    )
    expect((await messages(number)).at(-1)).toMatchObject({ autoReply: true, automatic: 'out-of-office' })
    expect(await get(number)).toMatchObject({ waitingOn: 'customer' })
  })

  it('get no acknowledgement, people get one with the number, at most three an hour', async () => {
    await transact(house.house, (tx) => changeMailbox(tx, SYSTEM, mailboxId, { settings: { acknowledge: true } }))
    const before = far.mails.length
    const number = await write('Anna <anna@kunde.example>', {}, 'Hei, jeg lurer på hvor fakturaen min er blitt av.')
    const ack = await far.mail(before)
    expect(ack.to).toEqual(['anna@kunde.example'])
    expect(ack.from).toBe('')
    expect(ack.headers).toMatchObject({
      'auto-submitted': 'auto-replied',
      subject: `[${number}] Vi har mottatt henvendelsen din`,
      'in-reply-to': `<${n}@kunde.example>`,
    })
    expect(ack.raw).not.toContain('fakturaen min')
    for (let i = 0; i < 4; i++) await write('Anna <anna@kunde.example>')
    await write('Robot <noreply@kunde.example>')
    await write('Robot <robot@kunde.example>', { 'Auto-Submitted': 'auto-generated' })
    await write('Liste <liste@kunde.example>', { 'List-Id': '<liste.kunde.example>' })
    await house.settle()
    expect(far.mails.slice(before).map((mail) => mail.to[0])).toEqual([
      'anna@kunde.example',
      'anna@kunde.example',
      'anna@kunde.example',
    ])
    await transact(house.house, (tx) => changeMailbox(tx, SYSTEM, mailboxId, { settings: { acknowledge: false } }))
  })

  it('that send our own mail back to us start no loop', async () => {
    const number = await write('Ola Nordmann <ola@kunde.example>')
    const sent = await reply(number)
    await house.settle()
    const count = async () =>
      (
        await house.house.db
          .selectFrom('tickets')
          .select((eb) => eb.fn.countAll<string>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    const before = await count()
    expect(
      await deliverRaw(
        house.smtpPort,
        'support@firma.example',
        'support@firma.example',
        `Received: from forwarder.example\r\n${sent.raw}`,
      ),
    ).toMatch(/^250/)
    await house.settle()
    expect(await lastExplanation()).toMatchObject({ went: 'ignored', reason: 'own-mail' })
    expect(await count()).toBe(before)
  })
})

describe('an agent who forwards', () => {
  it('opens the ticket for the original sender', async () => {
    const number = await write(
      `Eva <${house.owner.email}>`,
      { Subject: 'Fwd: Vannlekkasje' },
      'Kan dere ta denne?\n\n---------- Forwarded message ---------\nFra: Nils Kunde <nils@kunde.example>\nDate: man. 12. jan. 2026 kl. 10:22\nSubject: Vannlekkasje\nTo: <eva@nordlys.example>\n\nDet lekker under vasken.',
    )
    expect(await get(number)).toMatchObject({
      title: 'Vannlekkasje',
      requester: { email: 'nils@kunde.example', name: 'Nils Kunde' },
    })
  })
})

it('shows administrators what came in, gives the raw mail, and refuses to make a message twice', async () => {
  await write('Ola Nordmann <ola@kunde.example>')
  const { items } = await house.owner.call(mailOperations.inbound, { query: { limit: 1 } })
  expect(items[0]).toMatchObject({
    state: 'processed',
    road: 'smtp',
    explanation: { went: 'new', verdicts: { dmarc: 'none' } },
  })
  const raw = await house.owner.tell(mailOperations.rawInbound, { params: { id: items[0]!.id } })
  expect(raw.headers.get('content-disposition')).toContain('attachment')
  expect((await house.owner.tell(mailOperations.reprocess, { params: { id: items[0]!.id } })).status).toBe(409)
})
