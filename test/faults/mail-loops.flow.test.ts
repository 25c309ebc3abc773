import { afterAll, beforeAll, expect, it } from 'vitest'
import { tickets } from '#contract'
import { SYSTEM, transact } from '#platform'
import { addMailbox } from '../../server/mail/index.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { deliverRaw, type FarSide, mailOf, type ReceivedMail, startFarSide } from '../support/smtp.ts'

/** A house that acknowledges new tickets, and the relay that its mail goes through. */
interface Neighbour {
  address: string
  house: TestHouse
  relay: FarSide
  carried: number
}

/** More than this between two addresses is a loop. */
const MOST_FOR_A_PAIR = 3
/** The test gives up here: a loop that turns has long been seen. */
const MOST_ROUNDS = 25

let a: Neighbour
let b: Neighbour
beforeAll(async () => {
  a = await move('support@a.example')
  b = await move('post@b.example')
})
afterAll(async () => {
  for (const one of [a, b]) {
    await one?.house.stop()
    await one?.relay.close()
  }
})

async function move(address: string): Promise<Neighbour> {
  const relay = await startFarSide()
  const house = await startHouse({ smtp: true, environment: { REDA_OUTBOUND_SMTP_URL: relay.url } })
  await transact(house.house, (tx) =>
    addMailbox(tx, SYSTEM, { address, name: address, settings: { acknowledge: true } }),
  )
  return { address, house, relay, carried: 0 }
}

let ids = 0
const answerTo = (mail: ReceivedMail, headers: Record<string, string>, text: string) =>
  mailOf(
    {
      'Message-ID': `<svar-${++ids}@maskin.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
      Subject: `Sv: ${mail.headers.subject ?? ''}`,
      ...headers,
    },
    text,
  )

type Answer = { from: string; to: string; raw: string } | null
/** Machines that answer everything, as badly as machines do: whom they answer, and with what. */
const MACHINES: Record<string, (mail: ReceivedMail) => Answer> = {
  // Says what it is.
  'ferie@maskin.example': (mail) => ({
    from: 'ferie@maskin.example',
    to: a.address,
    raw: answerTo(
      mail,
      {
        From: 'ferie@maskin.example',
        To: a.address,
        'Auto-Submitted': 'auto-replied',
        'In-Reply-To': mail.headers['message-id']!,
      },
      'Jeg er på ferie.',
    ),
  }),
  // Does not, answers the From address instead of Reply-To, and names no mail.
  'taus@maskin.example': (mail) => ({
    from: 'taus@maskin.example',
    to: a.address,
    raw: answerTo(
      mail,
      { From: 'Taus <taus@maskin.example>', To: a.address },
      `Takk for din henvendelse nummer ${ids}.`,
    ),
  }),
  // The same, into the ticket by its reply address.
  'svarer@maskin.example': (mail) => ({
    from: 'svarer@maskin.example',
    to: /<([^>]+)>|(\S+@\S+)/
      .exec(mail.headers['reply-to'] ?? a.address)!
      .slice(1)
      .find(Boolean)!,
    raw: answerTo(
      mail,
      { From: 'svarer@maskin.example', To: a.address, 'In-Reply-To': mail.headers['message-id']! },
      `Vi har mottatt svaret ditt, nummer ${ids}.`,
    ),
  }),
  // Bounces even what has no return address.
  'borte@maskin.example': (mail) => ({
    from: '',
    to: mail.from || a.address,
    raw: answerTo(
      mail,
      {
        From: 'MAILER-DAEMON@maskin.example',
        To: mail.from || a.address,
        Subject: 'Undelivered Mail Returned to Sender',
        'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
      },
      `--x\n\nNo such user.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; maskin.example\n\nFinal-Recipient: rfc822; borte@maskin.example\nAction: failed\nStatus: 5.1.1\n--x\nContent-Type: message/rfc822\n\n${mail.raw.replaceAll('\r\n', '\n')}\n--x--`,
    ),
  }),
}

/** Carries everything that was sent, and what it is answered, until nobody says anything any more. */
async function carry(): Promise<Map<string, number>> {
  const between = new Map<string, number>()
  const count = (from: string, to: string) => between.set(`${from} → ${to}`, (between.get(`${from} → ${to}`) ?? 0) + 1)
  for (let round = 0; ; round++) {
    expect(round, [...between].join('; ')).toBeLessThan(MOST_ROUNDS)
    await a.house.settle()
    await b.house.settle()
    const fresh = [a, b].flatMap((one) => {
      const mails = one.relay.mails.slice(one.carried).map((mail) => ({ mail, from: one }))
      one.carried = one.relay.mails.length
      return mails
    })
    if (fresh.length === 0) return between
    for (const { mail, from } of fresh) {
      const to = mail.to[0]!.replace(/\+[^@]*/, '')
      count(from.address, to)
      const house = [a, b].find((one) => one.address === to)?.house
      if (house) expect(await deliverRaw(house.smtpPort, mail.from, mail.to[0]!, mail.raw)).toMatch(/^250/)
      const answer = MACHINES[to]?.(mail)
      if (answer) {
        count(to, answer.to.replace(/\+[^@]*/, ''))
        expect(await deliverRaw(a.house.smtpPort, answer.from, answer.to, answer.raw)).toMatch(/^250/)
      }
    }
  }
}

/** An agent writes first. */
async function write(email: string): Promise<void> {
  const { number } = await a.house.owner.call(tickets.open, { body: { title: 'Spørsmål', requester: { email } } })
  await a.house.owner.call(tickets.reply, { params: { number }, body: { bodyText: 'Hører dere?', undoSeconds: 0 } })
}

const ticketsOf = async ({ house }: Neighbour) =>
  (await house.house.db.selectFrom('tickets').select('id').execute()).length

it('two houses that acknowledge each other fall silent', async () => {
  await write(b.address)
  const between = await carry()
  expect(between.get(`${a.address} → ${b.address}`)).toBeGreaterThan(0)
  expect(between.get(`${b.address} → ${a.address}`), 'an acknowledgement came').toBeGreaterThan(0)
  expect(
    (between.get(`${a.address} → ${b.address}`) ?? 0) + (between.get(`${b.address} → ${a.address}`) ?? 0),
  ).toBeLessThanOrEqual(MOST_FOR_A_PAIR)
  const before = [await ticketsOf(a), await ticketsOf(b)]
  expect((await carry()).size).toBe(0)
  expect([await ticketsOf(a), await ticketsOf(b)]).toEqual(before)
})

it.each(Object.keys(MACHINES))('a machine that answers everything gets at most a few words: %s', async (address) => {
  // It begins by itself, as a person would; then we write to it as well.
  const raw = mailOf(
    {
      From: address,
      To: a.address,
      Subject: 'Hei',
      'Message-ID': `<hei-${++ids}@maskin.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
    },
    'Hei!',
  )
  expect(await deliverRaw(a.house.smtpPort, address, a.address, raw)).toMatch(/^250/)
  const between = await carry()
  await write(address)
  for (const [pair, n] of await carry()) between.set(pair, (between.get(pair) ?? 0) + n)
  // The one that an agent sent is no automatic one.
  expect((between.get(`${a.address} → ${address}`) ?? 0) - 1, [...between].join('; ')).toBeLessThanOrEqual(
    MOST_FOR_A_PAIR,
  )
  expect((await carry()).size).toBe(0)
})
