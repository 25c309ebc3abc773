import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMachineAddress, splitAddress, withTag } from './addresses.ts'
import { fromBase32, toBase32 } from './base32.ts'
import {
  bounceToken,
  currentKey,
  isOwnMail,
  loopMark,
  type ReplyKey,
  readBounceToken,
  readReplyToken,
  readTicketMessageId,
  replyToken,
  ticketMessageId,
} from './tokens.ts'

const sign = (purpose: string, text: string) => createHmac('sha256', `key of ${purpose}`).update(text).digest()
const keys: ReplyKey[] = [
  { id: 1, retiredAt: '2025-06-01T00:00:00Z' },
  { id: 2, retiredAt: null },
]
const now = new Date('2026-01-12T09:00:00Z')
const random = Buffer.from('0123456789')

const holders = fc.record({
  ticketId: fc.integer({ min: 1, max: 2 ** 40 - 1 }),
  kind: fc.constantFrom('person' as const, 'agent' as const),
  id: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
})

describe('the signed reply address', () => {
  it('gives back whom it was made for, in any case of letters', () => {
    fc.assert(
      fc.property(holders, (holder) => {
        const token = replyToken(sign, 2, holder)
        expect(token).toMatch(/^[a-z2-7]{32}$/)
        expect(readReplyToken(sign, keys, token.toUpperCase(), now)).toEqual(holder)
      }),
    )
  })

  it('is refused when any one letter of it is another', () => {
    const token = replyToken(sign, 2, { ticketId: 77, kind: 'person', id: 12 })
    for (let at = 0; at < token.length; at++) {
      for (const letter of 'abcdefghijklmnopqrstuvwxyz234567'.replace(token[at]!, '')) {
        expect(readReplyToken(sign, keys, token.slice(0, at) + letter + token.slice(at + 1), now)).toBeNull()
      }
    }
  })

  it('is refused when it is cut, longer, empty or not of the alphabet', () => {
    const token = replyToken(sign, 2, { ticketId: 77, kind: 'person', id: 12 })
    for (const odd of ['', ' ', token.slice(1), `${token}a`, token.replace(/^./, '0'), 'null', '1'.repeat(32)]) {
      expect(readReplyToken(sign, keys, odd, now)).toBeNull()
    }
  })

  it('made with a retired key verifies for two years and no longer, and with an unknown key never', () => {
    const old = replyToken(sign, 1, { ticketId: 5, kind: 'agent', id: 3 })
    expect(readReplyToken(sign, keys, old, now)).not.toBeNull()
    expect(readReplyToken(sign, keys, old, new Date('2027-07-01T00:00:00Z'))).toBeNull()
    expect(readReplyToken(sign, keys, replyToken(sign, 3, { ticketId: 5, kind: 'agent', id: 3 }), now)).toBeNull()
    expect(currentKey(keys)).toBe(2)
  })

  it('is left out when the local part would become longer than mail allows', () => {
    expect(withTag('support@firma.example', 'x'.repeat(32))).toBe(`support+${'x'.repeat(32)}@firma.example`)
    expect(withTag(`${'a'.repeat(40)}@firma.example`, 'x'.repeat(32))).toBeNull()
  })
})

describe('the signed Message-ID', () => {
  it('names its ticket, whatever the domain behind it says', () => {
    const id = ticketMessageId(sign, 2, 123456, random, 'firma.example')
    expect(readTicketMessageId(sign, keys, id, now)).toBe(123456)
    expect(readTicketMessageId(sign, keys, id.toUpperCase().replace('@FIRMA.EXAMPLE', '@relay.example'), now)).toBe(
      123456,
    )
  })

  it('is nothing without its signature: other ticket, other random part, shapes of other programs', () => {
    const id = ticketMessageId(sign, 2, 123456, random, 'firma.example')
    const [, body, rand, mac] = id.slice(1, id.indexOf('@')).split('.') as [string, string, string, string]
    const forged = [
      `<t.${body.slice(0, -1)}0.${rand}.${mac}@firma.example>`,
      `<t.${body}.${rand.slice(1)}a.${mac}@firma.example>`,
      `<t.${body}.${rand}.${'a'.repeat(16)}@firma.example>`,
      `<t.${body}.${rand}@firma.example>`,
      `<notify-123456-1@firma.example>`,
      `<123456@firma.example>`,
      '',
    ]
    for (const one of forged) expect(readTicketMessageId(sign, keys, one, now), one).toBeNull()
  })
})

describe('the marks of our own mail', () => {
  it('know a bounce address that we gave, and no other', () => {
    expect(readBounceToken(sign, bounceToken(sign, 98765))).toBe(98765)
    expect(readBounceToken(sign, `b-${'a'.repeat(24)}`)).toBeNull()
    expect(readBounceToken(sign, bounceToken(sign, 1).slice(0, -1))).toBeNull()
  })

  it('know our own mail when it comes back, not someone who copies the mark to another mail', () => {
    const mark = loopMark(sign, '<t.2a.x@firma.example>')
    expect(isOwnMail(sign, mark, '<t.2a.x@firma.example>')).toBe(true)
    expect(isOwnMail(sign, mark, '<other@firma.example>')).toBe(false)
    expect(isOwnMail(sign, '', '<t.2a.x@firma.example>')).toBe(false)
  })
})

describe('addresses', () => {
  it('are taken apart at the first plus', () => {
    expect(splitAddress('Support+ABC+d@Firma.example')).toEqual({ plain: 'support@firma.example', tag: 'abc+d' })
    expect(splitAddress('support@firma+x.example')).toEqual({ plain: 'support@firma+x.example', tag: null })
  })

  it('of robots are known, people with similar names are not robots', () => {
    for (const robot of [
      'noreply@a.no',
      'No-Reply@a.no',
      'do_not_reply@a.no',
      'MAILER-DAEMON@a.no',
      'bounces+12@a.no',
      'owner-list@a.no',
      'noreply-123@a.no',
      'ikke-svar@a.no',
      'news-noreply@a.no',
    ])
      expect(isMachineAddress(robot), robot).toBe(true)
    for (const person of [
      'nora.reply@a.no',
      'kari@noreply.no',
      'alert.olsen@a.no',
      'post@a.no',
      'bounceman@a.no',
      'owner@a.no',
    ])
      expect(isMachineAddress(person), person).toBe(false)
  })

  it('survive base 32 both ways', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromBase32(toBase32(bytes))).toEqual(Buffer.from(bytes))
      }),
    )
  })
})
