import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem, SYSTEM, transact } from '#platform'
import { addMailbox } from '../../server/mail/index.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { deliverRaw, mailOf, SmtpTalk } from '../support/smtp.ts'

/** `REDA_FAULTS=long` sends 2,000 broken mails. */
const MUTATED = process.env.REDA_FAULTS === 'long' ? 2_000 : 150

let house: TestHouse
beforeAll(async () => {
  house = await startHouse({ smtp: true })
  await transact(house.house, (tx) => addMailbox(tx, SYSTEM, { address: 'support@firma.example', name: 'Støtte' }))
})
afterAll(() => house?.stop())

let n = 0
const aMail = () =>
  mailOf(
    {
      From: 'Ola <ola@kunde.example>',
      To: 'support@firma.example',
      Subject: 'Hjelp',
      'Message-ID': `<fault-${++n}@kunde.example>`,
      Date: 'Mon, 12 Jan 2026 10:22:00 +0100',
    },
    'Hei!',
  )
const send = (raw = aMail()) => deliverRaw(house.smtpPort, 'ola@kunde.example', 'support@firma.example', raw)
const stored = async () => (await house.house.db.selectFrom('inbound_mails').select('id').execute()).length

/** While `fault` holds, the storage cannot keep anything. */
async function during(fault: () => Error, work: () => Promise<void>): Promise<void> {
  const { put } = house.house.storage
  house.house.storage.put = () => Promise.reject(fault())
  try {
    await work()
  } finally {
    house.house.storage.put = put
  }
}

describe('a mail is never acknowledged', () => {
  it('when the disk is full: the sender is asked to come back, and then it is taken', async () => {
    const raw = aMail()
    await during(
      () => new Problem(507, 'storage-full'),
      async () => expect(await send(raw)).toMatch(/^452 /),
    )
    expect(await send(raw)).toMatch(/^250 /)
  })

  it('when writing it down failed, and not afterwards without a new write', async () => {
    const before = await stored()
    const talk = await SmtpTalk.open(house.smtpPort)
    await during(
      () => Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' }),
      async () => {
        for (let tries = 0; tries < 3; tries++) {
          expect(await talk.begin('ola@kunde.example', 'support@firma.example')).toMatch(/^354/)
          talk.write(`${aMail()}.\r\n`)
          expect(await talk.answer()).toMatch(/^451 /)
        }
      },
    )
    expect(await stored()).toBe(before)
    expect(await talk.begin('ola@kunde.example', 'support@firma.example')).toMatch(/^354/)
    talk.write(`${aMail()}.\r\n`)
    expect(await talk.answer()).toMatch(/^250 /)
    talk.close()
    expect(await stored()).toBe(before + 1)
  })

  it('when the database cannot take it', async () => {
    const before = await stored()
    const pool = house.house.database.pool
    await pool.query('alter table inbound_mails rename to away')
    try {
      expect(await send()).toMatch(/^4[25]1 /)
    } finally {
      await pool.query('alter table away rename to inbound_mails')
    }
    expect(await send()).toMatch(/^250 /)
    expect(await stored()).toBe(before + 1)
  })

  it('when its sender goes away in the middle, and nothing of it is kept', async () => {
    const before = await stored()
    const talk = await SmtpTalk.open(house.smtpPort)
    expect(await talk.begin('ola@kunde.example', 'support@firma.example')).toMatch(/^354/)
    talk.write(aMail())
    talk.close()
    expect(await send()).toMatch(/^250 /)
    expect(await stored()).toBe(before + 1)
  })
})

it(
  `of ${MUTATED} broken mails each is answered, each that was taken is a ticket or waits in quarantine, and the web answers all the while`,
  async () => {
    await house.settle()
    const seeds = [
      aMail(),
      mailOf(
        {
          From: '=?utf-8?B?w4Zz?= <a@kunde.example>',
          Subject: '=?iso-8859-1?Q?=E6=F8=E5?=',
          'Content-Type': 'multipart/mixed; boundary="b"',
          'MIME-Version': '1.0',
        },
        '--b\nContent-Type: text/html; charset=utf-8\n\n<p>Hei <b>du</b></p>\n--b\nContent-Type: application/pdf; name="a.pdf"\nContent-Transfer-Encoding: base64\n\nJVBERi0xLjQ=\n--b--',
      ),
      mailOf(
        {
          From: 'MAILER-DAEMON@mx.example',
          Subject: 'Undelivered',
          'Content-Type': 'multipart/report; report-type=delivery-status; boundary=x',
        },
        '--x\n\nsorry\n--x\nContent-Type: message/delivery-status\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n--x\nContent-Type: message/rfc822\n\nSubject: y\n\nz\n--x--',
      ),
      mailOf(
        {
          From: 'Liste <l@kunde.example>',
          'List-Id': '<x>',
          Subject: `Re: ${'Sv: '.repeat(200)}`,
          References: '<a@b> '.repeat(300),
        },
        '> '.repeat(5_000),
      ),
    ]
    const random = randomFrom(20_260_112)
    const before = await stored()
    let taken = 0
    let slowest = 0
    let done = false
    const watching = (async () => {
      while (!done) {
        const at = performance.now()
        expect((await fetch(`${house.url}/healthz`)).status).toBe(200)
        slowest = Math.max(slowest, performance.now() - at)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    const answers = new Set<string>()
    for (let i = 0; i < MUTATED; i++) {
      const said = await send(mutate(seeds[i % seeds.length]!, random))
      answers.add(said.slice(0, 3))
      if (said.startsWith('250')) taken++
    }
    await house.settle()
    done = true
    await watching
    expect([...answers].every((code) => /^[245]\d\d$/.test(code))).toBe(true)
    const { rows } = await house.house.database.pool.query<{ state: string; n: number; lost: number }>(
      `select state, count(*)::int as n, count(*) filter (where state = 'processed' and ticket_id is null)::int as lost from inbound_mails group by 1`,
    )
    const states = Object.fromEntries(rows.map((row) => [row.state, row.n]))
    expect(await stored()).toBe(before + taken)
    expect(rows.reduce((sum, row) => sum + row.lost, 0)).toBe(0)
    // A mutation may leave what makes a mail itself as it was: then it is the same mail again.
    expect((states.processed ?? 0) + (states.quarantined ?? 0) + (states.duplicate ?? 0)).toBe(before + taken)
    for (const { raw_sha256, size } of await house.house.db
      .selectFrom('inbound_mails')
      .select(['raw_sha256', 'size'])
      .execute()) {
      expect((await house.house.storage.read(raw_sha256!)).length).toBe(size)
    }
    // A fact about blocking, not a measurement: anything that holds the house for seconds is seen on the slowest machine.
    expect(slowest).toBeLessThan(5_000)
  },
  MUTATED * 500 + 60_000,
)

/** The same numbers each time (mulberry32), so that a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

function mutate(mail: string, random: (below: number) => number): string {
  let text = mail
  for (let times = random(6) + 1; times > 0; times--) {
    const at = random(text.length)
    const end = Math.min(text.length, at + random(60))
    switch (random(7)) {
      case 0:
        text = text.slice(0, at) + text.slice(end)
        break
      case 1:
        text = text.slice(0, end) + text.slice(at)
        break
      case 2:
        text = text.slice(0, at) + String.fromCharCode(random(256)) + text.slice(at + 1)
        break
      case 3:
        text = `${text.slice(0, at)}\r\n${text.slice(at)}`
        break
      case 4:
        text = text.slice(0, at) + '='.repeat(random(2_000)) + text.slice(at)
        break
      case 5:
        text = text.slice(0, at) + text.slice(random(text.length)).slice(0, 300) + text.slice(at)
        break
      default:
        text = `${text.slice(0, at)}--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${text.slice(at)}`
    }
  }
  // What is left of the line ends is refused by rule; half of the mails are mended to come further.
  return random(2) === 0 ? text : `${text.replace(/\r\n|\r|\n/g, '\r\n').replace(/\r\n$/, '')}\r\n`
}
