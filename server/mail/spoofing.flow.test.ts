import { afterAll, beforeAll, expect, it } from 'vitest'
import { people, tickets } from '#contract'
import { SYSTEM, transact } from '#platform'
import { startHouse, type TestHouse } from '../../test/support/house.ts'
import { type NameServer, startNameServer } from '../../test/support/names.ts'
import { deliverRaw, type FarSide, mailOf, startFarSide } from '../../test/support/smtp.ts'
import { addMailbox, agentReplyAddress, changeMailbox } from './index.ts'
import { nameServers } from './settings.ts'

/*
 * Everyone who may pretend × every way to name a ticket × what DMARC says × with and without a stranger in copy.
 * Only a participant with a signed mark and without a failed DMARC check speaks in the ticket.
 */

const VERDICTS = ['pass', 'fail', 'none'] as const
const SPEAKERS = [
  'requester',
  'participant',
  'stranger',
  'agent',
  'own mailbox',
  'robot',
  'nobody',
  'two authors',
] as const
const MARKS = [
  'reply address',
  'address of another ticket',
  'forged address',
  'Message-ID',
  'forged Message-ID',
  'number only',
  'plain id address',
] as const

let house: TestHouse
let far: FarSide
let names: NameServer
const made = {} as Record<
  (typeof VERDICTS)[number],
  { number: string; id: number; address: string; messageId: string; other: { number: string; address: string } }
>

beforeAll(async () => {
  far = await startFarSide()
  names = await startNameServer({
    'TXT pass.example': ['v=spf1 ip4:127.0.0.1 -all'],
    'TXT _dmarc.pass.example': ['v=DMARC1; p=reject'],
    'TXT fail.example': ['v=spf1 -all'],
    'TXT _dmarc.fail.example': ['v=DMARC1; p=reject'],
  })
  house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: far.url } })
  await transact(house.house, async (tx) => {
    await house.house.settings.set(tx, SYSTEM, nameServers, [names.address])
    const mailbox = await addMailbox(tx, SYSTEM, { address: 'support@firma.example', name: 'Støtte' })
    // The most that a mailbox can be told to believe.
    await changeMailbox(tx, SYSTEM, mailbox.id, {
      settings: { agentsReplyByMail: true, copiesTakePart: true, acknowledge: false },
    })
  })
  for (const verdict of VERDICTS) {
    await house.owner.call(people.addAgent, {
      body: { email: `agent@${verdict}.example`, name: 'Agent', role: 'agent' },
    })
    const open = async () => {
      const ticket = await house.owner.call(tickets.open, {
        body: { title: 'Hemmelig sak', requester: { email: `ola@${verdict}.example`, name: 'Ola' }, channel: 'email' },
      })
      await house.owner.call(tickets.participants, {
        params: { number: ticket.number },
        body: { add: [{ email: `per@${verdict}.example`, name: 'Per' }] },
      })
      const before = far.mails.length
      await house.owner.call(tickets.reply, {
        params: { number: ticket.number },
        body: { bodyText: 'Hemmelig svar', undoSeconds: 0 },
      })
      const sent = await far.mail(before)
      return { number: ticket.number, address: sent.headers['reply-to']!, messageId: sent.headers['message-id']! }
    }
    const first = await open()
    const { id } = await house.house.db
      .selectFrom('tickets')
      .select('id')
      .where('number', '=', first.number)
      .executeTakeFirstOrThrow()
    made[verdict] = { ...first, id, other: await open() }
  }
  await house.settle()
})
afterAll(async () => {
  await house?.stop()
  await far?.close()
  await names?.close()
})

function fromOf(speaker: (typeof SPEAKERS)[number], verdict: string): { from: string; envelope: string } {
  const at = (name: string) => ({ from: `${name}@${verdict}.example`, envelope: `${name}@${verdict}.example` })
  switch (speaker) {
    case 'requester':
      return at('ola')
    case 'participant':
      return at('per')
    case 'stranger':
      return at('eve')
    case 'agent':
      return at('agent')
    case 'robot':
      return at('noreply')
    case 'own mailbox':
      return { from: 'support@firma.example', envelope: 'support@firma.example' }
    case 'nobody':
      return { from: '', envelope: `eve@${verdict}.example` }
    case 'two authors':
      return { from: `eve@${verdict}.example, ola@${verdict}.example`, envelope: `eve@${verdict}.example` }
  }
}

function flip(text: string): string {
  const at = text.indexOf('+') + 20
  return text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1)
}

it('nobody but a participant with a signed mark and no failed check speaks in a ticket, in 336 ways to try', async () => {
  const cases = VERDICTS.flatMap((verdict) =>
    SPEAKERS.flatMap((speaker) =>
      MARKS.flatMap((mark) => [false, true].map((copy) => ({ verdict, speaker, mark, copy }))),
    ),
  )
  expect(cases).toHaveLength(336)
  const sentBefore = far.mails.length
  for (const [n, one] of cases.entries()) {
    const ticket = made[one.verdict]
    const { from, envelope } = fromOf(one.speaker, one.verdict)
    const to =
      {
        'reply address': ticket.address,
        'address of another ticket': ticket.other.address,
        'forged address': flip(ticket.address),
        'plain id address': `support+${ticket.id}@firma.example`,
      }[one.mark as string] ?? 'support@firma.example'
    const reference = {
      'Message-ID': ticket.messageId,
      'forged Message-ID': `<t.1${ticket.id.toString(36)}.aaaaaaaaaaaaaaaa.aaaaaaaaaaaaaaaa@firma.example>`,
    }[one.mark as string]
    const raw = mailOf(
      {
        ...(from === '' ? {} : { From: from }),
        To: to,
        ...(one.copy ? { Cc: 'spion@evil.example' } : {}),
        Subject: one.mark === 'number only' ? `Re: [${ticket.number}] Hemmelig sak` : 'Re: Hemmelig sak',
        'Message-ID': `<spoof-${n}@x.example>`,
        Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
        ...(reference ? { 'In-Reply-To': reference, References: reference } : {}),
        'X-Reda-Ticket': ticket.number,
      },
      `forsøk ${n}`,
    )
    expect(await deliverRaw(house.smtpPort, envelope, to, raw)).toMatch(/^250/)
  }
  await house.settle()

  const { rows } = await house.house.database.pool.query<{
    n: number
    ticket: string
    trust: string
    direction: string
    author: string
    automatic: string | null
  }>(
    `select substring(body_text from '[0-9]+')::int as n, t.number as ticket, m.trust, m.direction, m.author_type as author, m.automatic
     from messages m join tickets t on t.id = m.ticket_id where body_text like 'forsøk %'`,
  )
  expect(rows).toHaveLength(336)
  let joins = 0
  for (const row of rows) {
    const { verdict, speaker, mark } = cases[row.n]!
    const why = JSON.stringify({ ...cases[row.n], row })
    const secret = [made[verdict].number, made[verdict].other.number]
    expect(row.direction, why).toBe('in')
    expect(row.author, why).toBe('customer')
    const signed = mark === 'reply address' || mark === 'Message-ID' || mark === 'address of another ticket'
    const takesPart = speaker === 'requester' || speaker === 'participant'
    if (signed && takesPart && verdict !== 'fail') {
      expect(secret, why).toContain(row.ticket)
      expect(row.trust, why).toBe('verified')
      joins++
    } else if (signed) {
      expect(secret, why).toContain(row.ticket)
      expect(row.trust, why).toBe('quarantined')
    } else expect(secret, why).not.toContain(row.ticket)
  }
  // The honest ones: 2 speakers × 3 marks × 2 verdicts × with and without copy.
  expect(joins).toBe(24)
  for (const verdict of VERDICTS) {
    for (const number of [made[verdict].number, made[verdict].other.number]) {
      const ticket = await house.owner.call(tickets.get, { params: { number } })
      expect(ticket.participants.map((person) => person.email)).toEqual([`per@${verdict}.example`])
    }
  }
  expect(far.mails.slice(sentBefore)).toEqual([])
}, 240_000)

it('an agent answers by mail through their own address and a passed check, and not a step beyond', async () => {
  const agents = Object.fromEntries(
    await Promise.all(
      VERDICTS.map(async (verdict) => {
        const { id } = await house.house.db
          .selectFrom('agents')
          .select('id')
          .where('email', '=', `agent@${verdict}.example`)
          .executeTakeFirstOrThrow()
        return [verdict, id] as const
      }),
    ),
  )
  const mailbox = await house.house.db.selectFrom('mailboxes').select('id').executeTakeFirstOrThrow()
  const { number, id: ticketId } = made.none
  const answer = async (agent: string, from: string, n: number) => {
    const to = (await agentReplyAddress(house.house, { ticketId, agentId: agents[agent]!, mailboxId: mailbox.id }))!
    const raw = mailOf(
      {
        From: from,
        To: to,
        Subject: 'Re: sak',
        'Message-ID': `<agent-${n}@x.example>`,
        Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
      },
      `Svar ${n} fra meg`,
    )
    expect(await deliverRaw(house.smtpPort, from, to, raw)).toMatch(/^250/)
    await house.settle()
    return (await house.owner.call(tickets.messages, { params: { number } })).items.find((message) =>
      message.bodyText.includes(`Svar ${n} fra meg`),
    )!
  }
  const before = far.mails.length
  expect(await answer('pass', 'agent@pass.example', 1)).toMatchObject({
    direction: 'out',
    author: { type: 'agent', id: agents.pass },
  })
  for (const [n, [agent, from]] of [
    ['fail', 'agent@fail.example'],
    ['none', 'agent@none.example'],
    ['pass', 'agent@none.example'],
    ['none', 'agent@pass.example'],
    ['pass', 'ola@none.example'],
  ].entries()) {
    expect(await answer(agent!, from!, n + 2), `${agent} ${from}`).toMatchObject({
      direction: 'in',
      trust: 'quarantined',
    })
  }
  // The one true answer goes out once its undo window has passed.
  await house.house.db
    .updateTable('messages')
    .set({ send_after: new Date(0) })
    .where('direction', '=', 'out')
    .execute()
  await house.house.db
    .updateTable('outbound_mails')
    .set({ send_after: new Date(0) })
    .where('state', '=', 'queued')
    .execute()
  const sent = await far.mail(before)
  expect(sent.to).toEqual(['ola@none.example', 'per@none.example'])
  expect(sent.raw).toContain('Svar 1 fra meg')
}, 60_000)
