import { describe, expect, it } from 'vitest'
import { nextTry, outcomesOf, outcomesOfFailure } from './outcome.ts'

describe('a try to deliver', () => {
  it('ends for each recipient by the answer it got', () => {
    expect(
      outcomesOf(
        ['a@x.example', 'B@x.example', 'c@x.example'],
        [
          { recipient: 'b@x.example', responseCode: 550, response: '550 5.1.1 unknown' },
          { recipient: 'c@x.example', responseCode: 451, response: '451 4.7.1 greylisted' },
        ],
      ),
    ).toEqual([
      { address: 'a@x.example', kind: 'delivered' },
      { address: 'B@x.example', kind: 'never', reason: '550 5.1.1 unknown' },
      { address: 'c@x.example', kind: 'later', reason: '451 4.7.1 greylisted' },
    ])
  })

  it('that never reached the recipients blames none of them: wrong password, dead server, broken TLS', () => {
    for (const error of [
      { code: 'EAUTH', responseCode: 535, response: '535 bad credentials' },
      { code: 'ECONNECTION', message: 'refused' },
      { code: 'ETIMEDOUT', message: 'too slow' },
      { code: 'ETLS', responseCode: 500, message: 'certificate' },
    ])
      expect(outcomesOfFailure(['a@x.example'], error)).toMatchObject([{ kind: 'later' }])
  })

  it('fails for good when the server will never take the mail', () => {
    expect(
      outcomesOfFailure(['a@x.example'], { code: 'EMESSAGE', responseCode: 554, response: '554 5.7.1 spam' }),
    ).toEqual([{ address: 'a@x.example', kind: 'never', reason: '554 5.7.1 spam' }])
  })
})

it('tries again soon at first, then ever more seldom', () => {
  const now = new Date('2026-01-12T09:00:00Z')
  const waits = [1, 2, 3, 20].map((attempts) => (nextTry(attempts, now).getTime() - now.getTime()) / 60_000)
  expect(waits).toEqual([1, 5, 10, 360])
})
