import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  type DraftContent,
  DraftKeeper,
  type DraftPlaces,
  EMPTY,
  isEmpty,
  type KeptDraft,
  SAVE_AFTER,
} from './draft-keeper.ts'

const text = (html: string): DraftContent => ({ ...EMPTY, html: `<p>${html}</p>` })

/** A browser and a house, of which the house may be away. */
function places(kept: KeptDraft | null = null) {
  const house: (string | null)[] = []
  let here = kept
  let away = false
  const places: DraftPlaces = {
    keep: (draft) => {
      here = draft
    },
    kept: () => here,
    forget: () => {
      here = null
    },
    save: async (content) => {
      if (away) throw new Error('away')
      house.push(content.html)
    },
    discard: async () => {
      if (away) throw new Error('away')
      house.push(null)
    },
  }
  return {
    places,
    house,
    here: () => here?.html ?? null,
    goAway: () => {
      away = true
    },
    comeBack: () => {
      away = false
    },
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a draft', () => {
  it('is in this browser at every key, and in the house a second after the last one', async () => {
    const { places: p, house, here } = places()
    const draft = new DraftKeeper(p, null, 0)
    draft.change(text('H'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER - 1)
    draft.change(text('He'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER - 1)
    expect(house).toEqual([])
    expect(here()).toBe('<p>He</p>')
    await vi.advanceTimersByTimeAsync(1)
    expect(house).toEqual(['<p>He</p>'])
    expect(here()).toBeNull()
    expect(draft.state.kind).toBe('saved')
  })

  it('stays in this browser while the house does not answer, and goes to it afterwards', async () => {
    const { places: p, house, here, goAway, comeBack } = places()
    const draft = new DraftKeeper(p, null, 0)
    goAway()
    draft.change(text('Hei'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    expect(draft.state.kind).toBe('local')
    expect(here()).toBe('<p>Hei</p>')
    comeBack()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(house).toEqual(['<p>Hei</p>'])
    expect(here()).toBeNull()
  })

  it('that was never confirmed comes back after a crash of the browser', async () => {
    const { places: p, house } = places({ ...text('Hei igjen'), at: 2_000 })
    const draft = new DraftKeeper(p, text('Hei'), 1_000)
    expect(draft.content.html).toBe('<p>Hei igjen</p>')
    await vi.advanceTimersByTimeAsync(0)
    expect(house).toEqual(['<p>Hei igjen</p>'])
  })

  it('from another machine wins when it is newer', () => {
    const { places: p, here } = places({ ...text('gammelt'), at: 1_000 })
    const draft = new DraftKeeper(p, text('nytt'), 2_000)
    expect(draft.content.html).toBe('<p>nytt</p>')
    expect(here()).toBeNull()
  })

  it('that is emptied is thrown away in the house too', async () => {
    const { places: p, house } = places()
    const draft = new DraftKeeper(p, text('Hei'), 1)
    draft.change({ ...EMPTY, html: '<p></p>' })
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    expect(house).toEqual([null])
  })

  it('that was sent is gone everywhere, and what is typed next is kept', async () => {
    const { places: p, house, here } = places()
    const draft = new DraftKeeper(p, null, 0)
    draft.change(text('svar'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    await draft.clear()
    expect(draft.content).toBe(EMPTY)
    expect(here()).toBeNull()
    draft.change(text('neste'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    expect(house).toEqual(['<p>svar</p>', null, '<p>neste</p>'])
  })

  it('saves what was typed while it was saving', async () => {
    const { places: p, house } = places()
    let release = () => {}
    const slow = { ...p, save: async (c: DraftContent) => new Promise<void>((r) => (release = () => r(p.save(c)))) }
    const draft = new DraftKeeper(slow, null, 0)
    draft.change(text('a'))
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    draft.change(text('ab'))
    release()
    await vi.advanceTimersByTimeAsync(SAVE_AFTER)
    release()
    await vi.advanceTimersByTimeAsync(0)
    expect(house).toEqual(['<p>a</p>', '<p>ab</p>'])
  })

  it('is empty without words, pictures and files; recipients alone are nothing', () => {
    expect(isEmpty({ ...EMPTY, html: '<p>&nbsp;</p><ul><li><p></p></li></ul>', to: ['a@b.example'] })).toBe(true)
    expect(isEmpty({ ...EMPTY, html: '<p><img src="/x"></p>' })).toBe(false)
    expect(isEmpty(text('a'))).toBe(false)
  })
})
