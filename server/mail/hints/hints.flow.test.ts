import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LiveTicket, mail, people, tickets } from '#contract'
import { startHouse, type TestHouse } from '../../../test/support/house.ts'
import { deliverRaw, type FarSide, mailOf, type ReceivedMail, startFarSide } from '../../../test/support/smtp.ts'

const OURS = 'support@firma.example'
const OLA = 'ola@kunde.example'
let house: TestHouse
let far: FarSide
beforeAll(async () => {
  far = await startFarSide()
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  await house.owner.call(mail.addMailbox, { body: { address: OURS, name: 'Støtte' } })
})
afterAll(async () => {
  await house?.stop()
  await far?.close()
})

let n = 0
async function write(from: string, Subject: string, more: Record<string, string> = {}): Promise<string> {
  const headers = { From: from, To: OURS, Subject, 'Message-ID': `<${++n}@kunde.example>`, ...more }
  expect(await deliverRaw(house.smtpPort, from, headers.To, mailOf(headers, 'Hei'))).toMatch(/^250/)
  await house.settle()
  const { number } = await house.house.db
    .selectFrom('inbound_mails as i')
    .innerJoin('tickets as t', 't.id', 'i.ticket_id')
    .select('t.number')
    .orderBy('i.id', 'desc')
    .executeTakeFirstOrThrow()
  return number
}
async function reply(number: string): Promise<ReceivedMail> {
  const before = far.mails.length
  await house.owner.call(tickets.reply, { params: { number }, body: { bodyText: 'Her.', undoSeconds: 0 } })
  return far.mail(before)
}
const hints = (number: string, who = house.owner) => who.call(mail.hints, { params: { number } })
const nothing = { related: [], topicChange: null }

describe('a second mail about the same matter', () => {
  it('is offered for merging, with the reasons, until somebody says not now', async () => {
    const first = await write(OLA, 'Faktura 48213')
    const second = await write(OLA, 'SV: Faktura 48213')
    expect(second).not.toBe(first)
    const found = { number: first, title: 'Faktura 48213', why: ['same-sender', 'same-subject'] }
    expect(await hints(second)).toEqual({ related: [found], topicChange: null })
    expect(await hints(first)).toEqual(nothing)
    const light = await house.makeAgent('light_agent')
    expect((await light.tell(mail.setHintAside, { params: { number: second }, body: { related: first } })).status).toBe(
      403,
    )
    await house.owner.call(mail.setHintAside, { params: { number: second }, body: { related: first } })
    expect(await hints(second)).toEqual(nothing)
    expect((await house.owner.tell(mail.setHintAside, { params: { number: second }, body: {} })).status).toBe(422)
  })

  it('is not offered any more when they are merged, and again when that is undone', async () => {
    const first = await write('kari@kunde.example', 'Retur')
    const second = await write('kari@kunde.example', 'Noe annet')
    expect((await hints(second)).related).toMatchObject([{ number: first, why: ['same-sender'] }])
    await house.owner.call(tickets.merge, { params: { number: second }, body: { into: first } })
    expect(await hints(second)).toEqual(nothing)
    const { items } = await house.owner.call(tickets.events, { params: { number: second } })
    const merged = items.find((e) => e.kind === 'merged')!
    await house.owner.call(tickets.undo, { params: { number: second }, body: { eventId: merged.id } })
    expect((await hints(second)).related).toMatchObject([{ number: first }])
  })

  it('hints at nothing that the reader may not see', async () => {
    const first = await write('per@kunde.example', 'Lønn')
    const second = await write('per@kunde.example', 'Mer om lønn')
    const stranger = await house.makeAgent('agent')
    expect((await hints(second, stranger)).related).toHaveLength(1)
    const team = await house.owner.call(people.addTeam, {
      body: { name: 'Personal', visibility: 'members', memberIds: [] },
    })
    await house.owner.call(tickets.change, { params: { number: first }, body: { teamId: team.id } })
    expect(await hints(second, stranger)).toEqual(nothing)
  })
})

describe('an answer with a subject of its own', () => {
  it('is offered as a ticket of its own, until it is one', async () => {
    const number = await write('nils@kunde.example', 'Levering')
    const sent = await reply(number)
    const answer = { To: sent.headers['reply-to']!, 'In-Reply-To': sent.headers['message-id']! }
    expect(await write('nils@kunde.example', 'SV: Levering', answer)).toBe(number)
    expect(await hints(number)).toEqual(nothing)
    expect(await write('nils@kunde.example', 'Ny kontaktperson', answer)).toBe(number)
    const { topicChange } = await hints(number)
    expect(topicChange).toEqual({ messageId: expect.any(Number), subject: 'Ny kontaktperson' })
    const own = await house.owner.call(tickets.split, {
      params: { number },
      body: { messageIds: [topicChange!.messageId] },
    })
    expect(own.title).toBe('Ny kontaktperson')
    expect(await hints(number)).toEqual(nothing)
  })

  it('stays when somebody says so', async () => {
    const number = await write('siv@kunde.example', 'Levering')
    const sent = await reply(number)
    await write('siv@kunde.example', 'Takk for sist', { To: sent.headers['reply-to']! })
    const { topicChange } = await hints(number)
    await house.owner.call(mail.setHintAside, { params: { number }, body: { messageId: topicChange!.messageId } })
    expect(await hints(number)).toEqual(nothing)
  })
})

it('tells who looks at a ticket that its mail has arrived', async () => {
  const number = await write('liv@kunde.example', 'Live')
  const heard: LiveTicket[] = []
  const me = house.owner
  const stop = house.house.live.subscribe(
    {
      type: 'agent',
      id: me.id,
      name: '',
      email: '',
      role: 'owner',
      language: 'nb',
      teams: [],
      hiddenTeams: [],
    } as never,
    (message) => void (message.kind === 'ticket' && heard.push(message.data)),
  )
  await reply(number)
  await expect.poll(() => heard.some((e) => e.number === number && e.kinds.includes('deliveryChanged'))).toBe(true)
  stop()
  const { items } = await house.owner.call(tickets.messages, { params: { number } })
  expect(items.at(-1)!.deliveries).toMatchObject([{ status: 'delivered' }])
})
