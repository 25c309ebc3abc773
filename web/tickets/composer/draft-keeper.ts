import type { Attachment, Draft } from '#contract'

export type DraftKind = Draft['kind']

/** What someone is writing: enough to go on with it on another machine. */
export interface DraftContent {
  html: string
  to: string[] | null
  cc: string[] | null
  attachments: Attachment[]
}

export const EMPTY: DraftContent = { html: '', to: null, cc: null, attachments: [] }

/** A draft that the house has not confirmed yet. */
export interface KeptDraft extends DraftContent {
  at: number
}

export type DraftState =
  | { kind: 'clean' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** Kept in this browser only, until the house answers again. */
  | { kind: 'local' }

export interface DraftPlaces {
  /** In this browser, at once. */
  keep(draft: KeptDraft): void
  kept(): KeptDraft | null
  forget(): void
  /** In the house. Rejects when it cannot. */
  save(content: DraftContent): Promise<void>
  discard(): Promise<void>
}

/** Milliseconds after the last key. */
export const SAVE_AFTER = 1_000
/** And when the house did not answer. */
const TRY_AGAIN_AFTER = 5_000

/**
 * Keeps one draft of one agent safe: every change in this browser at once, in the house a second after the last key. When the house does
 * not answer it tries again and again; what is newest always goes last.
 */
export class DraftKeeper {
  #places: DraftPlaces
  #content: DraftContent
  #state: DraftState = { kind: 'clean' }
  #timer: ReturnType<typeof setTimeout> | undefined
  #saving: Promise<void> | undefined
  #changedWhileSaving = false
  /** The house holds a draft: an empty one must be thrown away there too. */
  #inHouse: boolean
  #listeners = new Set<() => void>()

  constructor(places: DraftPlaces, fromHouse: DraftContent | null, fromHouseAt: number) {
    this.#places = places
    const kept = places.kept()
    this.#inHouse = fromHouse !== null
    // What this browser kept was never confirmed; it is newer unless the house has heard of a later one from elsewhere.
    if (kept && (!fromHouse || kept.at >= fromHouseAt)) {
      this.#content = contentOf(kept)
      this.#state = { kind: 'local' }
      this.#schedule(0)
    } else {
      this.#content = fromHouse ?? EMPTY
      if (fromHouse) this.#state = { kind: 'saved', at: new Date(fromHouseAt) }
      if (kept) places.forget()
    }
  }

  get content(): DraftContent {
    return this.#content
  }
  get state(): DraftState {
    return this.#state
  }
  watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  change(content: DraftContent): void {
    this.#content = content
    if (isEmpty(content)) this.#places.forget()
    else this.#places.keep({ ...content, at: Date.now() })
    this.#set({ kind: 'unsaved' })
    if (this.#saving) this.#changedWhileSaving = true
    else this.#schedule(SAVE_AFTER)
  }

  /** Now, not in a second: before leaving the ticket, and when the connection is back. */
  flush(): Promise<void> {
    if (this.#saving) return this.#saving.then(() => this.flush())
    if (this.#state.kind !== 'unsaved' && this.#state.kind !== 'local') return Promise.resolve()
    clearTimeout(this.#timer)
    this.#saving = this.#save().finally(() => {
      this.#saving = undefined
      if (!this.#changedWhileSaving) return
      this.#changedWhileSaving = false
      this.#schedule(SAVE_AFTER)
    })
    return this.#saving
  }

  /** It was sent, or thrown away: gone here at once, and in the house as soon as it answers. */
  clear(): Promise<void> {
    this.change(EMPTY)
    return this.flush()
  }

  /** It was sent: the house has made the message of it and thrown the draft away itself. */
  async sent(): Promise<void> {
    clearTimeout(this.#timer)
    const running = this.#saving
    this.#content = EMPTY
    this.#changedWhileSaving = false
    this.#places.forget()
    this.#set({ kind: 'clean' })
    if (!running) {
      this.#inHouse = false
      return
    }
    // A saving under way may land after the sending and bring the draft back to life.
    await running
    if (this.#content === EMPTY) await this.clear()
  }

  /** What the house holds now, put there by itself: a sending that was undone. */
  adopt(content: DraftContent, at: Date): void {
    clearTimeout(this.#timer)
    this.#content = content
    this.#inHouse = true
    this.#places.forget()
    this.#set({ kind: 'saved', at })
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), after)
  }

  async #save(): Promise<void> {
    const content = this.#content
    this.#set({ kind: 'saving' })
    try {
      if (isEmpty(content)) {
        if (this.#inHouse) await this.#places.discard()
        this.#inHouse = false
      } else {
        await this.#places.save(content)
        this.#inHouse = true
      }
      if (this.#content !== content) return
      this.#places.forget()
      this.#set(isEmpty(content) ? { kind: 'clean' } : { kind: 'saved', at: new Date() })
    } catch {
      if (this.#content === content) this.#set({ kind: 'local' })
      this.#schedule(TRY_AGAIN_AFTER)
    }
  }

  #set(state: DraftState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener()
  }
}

/** Nothing that would be missed. Recipients alone are no draft. */
export function isEmpty(content: DraftContent): boolean {
  return content.attachments.length === 0 && !/<img\b/i.test(content.html) && textOf(content.html) === ''
}

/** The words of an editor's HTML; enough to see whether there are any. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .trim()
}

const contentOf = ({ html, to, cc, attachments }: KeptDraft): DraftContent => ({ html, to, cc, attachments })
