import { describe, expect, it } from 'vitest'
import type { Message, Ticket } from '#contract'
import { addressesIn, answeredMessage, isOwnAddress, recipientsOf } from './recipients.ts'

const mailboxes = ['support@brygge.example']
const person = (email: string) => ({ email, name: '' })
const ticket = {
  requester: { id: 1, name: 'Åse', email: 'ase@bodobat.example', phone: null, language: null },
  participants: [{ id: 2, name: 'Per', email: 'per@bodobat.example' }],
} satisfies Pick<Ticket, 'requester' | 'participants'>

function mail(
  direction: Message['direction'],
  from: string,
  to: string[],
  cc: string[] = [],
  more: Partial<Message> = {},
) {
  return {
    id: 1,
    direction,
    author: { type: 'customer', id: 1, name: '', email: from },
    from: person(from),
    to: to.map(person),
    cc: cc.map(person),
    trust: 'verified',
    bounce: null,
    autoReply: false,
    cancelled: false,
    ...more,
  } as Message
}

describe('an answer', () => {
  it('goes to the person who wrote last', () => {
    const last = mail('in', 'ole@bodobat.example', ['support@brygge.example'], ['per@bodobat.example'])
    expect(recipientsOf(ticket, last, mailboxes, false)).toEqual({ to: ['ole@bodobat.example'], cc: [] })
  })

  it('goes to everybody when it answers all: To, Cc, people in copy and the requester, once each', () => {
    const last = mail(
      'in',
      'ole@bodobat.example',
      ['support@brygge.example', 'Kari@bodobat.example'],
      ['PER@bodobat.example'],
    )
    expect(recipientsOf(ticket, last, mailboxes, true)).toEqual({
      to: ['ole@bodobat.example'],
      cc: ['Kari@bodobat.example', 'PER@bodobat.example', 'ase@bodobat.example'],
    })
  })

  it('goes to the same people as our last message when they have not answered yet', () => {
    const last = mail('out', 'support@brygge.example', ['ole@bodobat.example'], ['x@bodobat.example'])
    expect(recipientsOf(ticket, last, mailboxes, false).to).toEqual(['ole@bodobat.example'])
    expect(recipientsOf(ticket, last, mailboxes, true).cc).toContain('x@bodobat.example')
  })

  it('goes to the requester when nobody wrote by mail', () => {
    expect(recipientsOf(ticket, undefined, mailboxes, false)).toEqual({ to: ['ase@bodobat.example'], cc: [] })
  })

  it('never goes to our own mailbox, signed forms included', () => {
    const last = mail('in', 'ole@bodobat.example', ['support+AB23CD@brygge.example', 'Support@Brygge.example'])
    expect(recipientsOf({ requester: null, participants: [] }, last, mailboxes, true).cc).toEqual([])
    expect(isOwnAddress('supporter@brygge.example', mailboxes)).toBe(false)
  })

  it('has nobody when nobody is known', () => {
    expect(recipientsOf({ requester: null, participants: [] }, undefined, mailboxes, true)).toEqual({ to: [], cc: [] })
  })

  it('answers no bounce, no automatic mail, no unverified sender, no note, no undone sending', () => {
    const good = mail('in', 'ole@bodobat.example', [])
    const messages = [
      good,
      mail('in', 'x@evil.example', [], [], { trust: 'quarantined' }),
      mail('in', 'mailer-daemon@x.example', [], [], {
        bounce: { recipient: 'a@b.example', permanent: true, reason: '' },
      }),
      mail('in', 'away@bodobat.example', [], [], { autoReply: true }),
      mail('internal', 'kari@brygge.example', []),
      mail('out', 'support@brygge.example', ['wrong@bodobat.example'], [], { cancelled: true }),
    ]
    expect(answeredMessage(messages)).toBe(good)
  })
})

describe('addresses as people write them', () => {
  it('are read with names, commas, semicolons and spaces', () => {
    expect(addressesIn('Åse <ase@bodobat.example>; per@x.example, kari@y.example\nole@z.example').addresses).toEqual([
      'ase@bodobat.example',
      'per@x.example',
      'kari@y.example',
      'ole@z.example',
    ])
    expect(addressesIn('a@x.example b@y.example').addresses).toEqual(['a@x.example', 'b@y.example'])
  })

  it('leave what is no address to be mended', () => {
    expect(addressesIn('per@x.example, kari')).toEqual({ addresses: ['per@x.example'], rest: 'kari' })
  })
})
