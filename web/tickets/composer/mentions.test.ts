import { describe, expect, it } from 'vitest'
import { mentionBefore, mentioned } from './mentions.ts'

const colleagues = [
  { id: 1, name: 'Kari Bråten' },
  { id: 2, name: 'Kari' },
  { id: 3, name: 'Per-Arne Nygård' },
]

describe('a colleague is named', () => {
  it('by their whole name, the longest that fits', () => {
    expect(mentioned('@Kari Bråten, kan du se? (@Per-Arne Nygård)', colleagues)).toEqual([1, 3])
    expect(mentioned('@Kari kan du se?', colleagues)).toEqual([2])
  })

  it('once, however often', () => {
    expect(mentioned('@Kari og @kari', colleagues)).toEqual([2])
  })

  it('never by an address or a part of another name', () => {
    expect(mentioned('post@Kari.example', colleagues)).toEqual([])
    expect(mentioned('@Karin', colleagues)).toEqual([])
    expect(mentioned('@Per', colleagues)).toEqual([])
  })
})

describe('while typing', () => {
  it('the list opens at an @ that begins a word', () => {
    expect(mentionBefore('Hei @')).toBe('')
    expect(mentionBefore('Hei @Ka')).toBe('Ka')
    expect(mentionBefore('@Kari B')).toBe('Kari B')
    expect(mentionBefore('Hei Kari')).toBeNull()
    expect(mentionBefore('ase@bodobat')).toBeNull()
    expect(mentionBefore('@Kari Bråten ser')).toBeNull()
  })
})
