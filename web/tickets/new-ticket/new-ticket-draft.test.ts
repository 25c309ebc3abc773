import { describe, expect, it } from 'vitest'
import { BLANK, isBlank, missing, type NewTicketDraft } from './new-ticket-draft.ts'

const customer = { id: 3, name: 'Åse', email: 'ase@bodobat.example', phone: null }
const draft = (more: Partial<NewTicketDraft>): NewTicketDraft => ({ ...BLANK, ...more })

describe('a new ticket', () => {
  it('needs a customer and a subject, and a message when one is sent', () => {
    expect(missing(BLANK)).toEqual(['customer', 'title', 'message'])
    expect(missing(draft({ customer, title: 'x', message: 'y' }))).toEqual([])
  })

  it('that is only registered needs no message and no address', () => {
    const called = { id: null, name: 'Ola', email: '', phone: '912 34 567' } as const
    expect(missing(draft({ send: false, title: 'x', customer: called }))).toEqual([])
    expect(missing(draft({ send: true, title: 'x', message: 'y', customer: called }))).toEqual(['email'])
  })

  it('needs something to know a new customer by', () => {
    expect(
      missing(draft({ send: false, title: 'x', customer: { id: null, name: ' ', email: '', phone: '' } })),
    ).toEqual(['customer'])
  })

  it('is blank until something that would be missed is filled in', () => {
    expect(isBlank(draft({ priority: 'high' }))).toBe(true)
    expect(isBlank(draft({ message: 'Hei' }))).toBe(false)
  })
})
