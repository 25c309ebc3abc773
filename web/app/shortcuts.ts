import { useEffect, useLayoutEffect, useRef } from 'react'
import { matchKeybindingPress, parseKeybinding } from 'tinykeys'
import { storeOf, useStore } from './store.ts'

export interface Shortcut {
  /** As a person reads it: `R`, `Shift R`, `G I`, `Mod K` (Ctrl or ⌘), `?`. Left out: only in the command menu. */
  keys?: string
  label: string
  run: () => void
  /** Where the command menu and the help put it. `ticket` stands first. */
  group?: 'ticket' | 'list' | 'go' | 'general'
  /** Other words that find it in the command menu, in any language. */
  aliases?: string
  /** Says why it cannot be done now; shown in the command menu, the key does nothing. */
  disabledReason?: string | undefined
  /** Works in text fields too (only with Mod or a function key). */
  whileTyping?: boolean
  /** Held down, it repeats (moving in lists). */
  repeats?: boolean
  /** Not in the menu or the help: a second key for something that stands there. */
  hidden?: boolean
}

interface Registered extends Shortcut {
  id: number
  order: number
}

const registered = storeOf<Registered[]>([])
/** Single letters can be turned off (WCAG 2.1.4); combinations with Ctrl or ⌘ stay. */
export const singleKeysOn = storeOf(true)
let ids = 0

/** Keys, entries of the command menu and lines of the help in one: for as long as the component stands. The innermost wins a key. */
export function useShortcuts(shortcuts: Shortcut[]): void {
  const latest = useRef(shortcuts)
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  const shape = JSON.stringify(shortcuts.map((s) => [s.keys, s.label, s.group, s.aliases, s.disabledReason, s.hidden]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shape says when what others see has changed; what runs is always the latest
  useEffect(() => {
    const order = ++ids
    const mine = latest.current.map((shortcut, i) => ({
      ...shortcut,
      id: ++ids,
      order,
      run: () => latest.current[i]?.run(),
    }))
    registered.set([...registered.get(), ...mine])
    return () => registered.set(registered.get().filter((r) => !mine.includes(r)))
  }, [shape])
}

/** What can be done now, for the command menu and the help. */
export function useAllShortcuts(): Shortcut[] {
  return useStore(registered).filter((s) => !s.hidden)
}

/**
 * The presses of a shortcut as tinykeys reads them: `Mod Shift Enter` is one, `G I` two. Signs such as ? and ! need Shift on some
 * keyboards and not on others: it is left open.
 */
export function pressesOf(keys: string): string[] {
  const presses: string[] = []
  let modifiers: string[] = []
  for (const part of keys.split(' ')) {
    if (part === 'Mod') modifiers.push('$mod')
    else if (part === 'Shift') modifiers.push('Shift')
    else {
      if (/^[^\p{L}\p{N}]$/u.test(part) && !modifiers.includes('Shift')) modifiers.push('[Shift]')
      presses.push([...modifiers, part].join('+'))
      modifiers = []
    }
  }
  return presses
}

/** The first key of a sequence, waiting for the second: G, for a second. */
let begun: { press: string; until: number } | undefined

/** Listens for all registered keys on the window, once. */
export function useKeyboard(): void {
  useEffect(() => {
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

function hear(event: KeyboardEvent): void {
  if (!event.key || event.isComposing || event.defaultPrevented || event.getModifierState('AltGraph')) return
  if (['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return
  const first = begun && event.timeStamp < begun.until ? begun.press : undefined
  begun = undefined
  const all = registered
    .get()
    .flatMap((shortcut) => (shortcut.keys ? [{ shortcut, presses: pressesOf(shortcut.keys) }] : []))
  const second =
    first && all.findLast(({ presses }) => presses.length === 2 && presses[0] === first && isPress(event, presses[1]!))
  const found = second || all.findLast(({ presses }) => presses.length === 1 && isPress(event, presses[0]!))
  if (found) {
    press(found.shortcut, event)
    return
  }
  const beginning = all.find(({ presses }) => presses.length === 2 && isPress(event, presses[0]!))
  if (beginning && !isTyping(event.target)) begun = { press: beginning.presses[0]!, until: event.timeStamp + 1_000 }
}

const parsed = new Map<string, ReturnType<typeof parseKeybinding>[number]>()
function isPress(event: KeyboardEvent, binding: string): boolean {
  let known = parsed.get(binding)
  if (!known) {
    known = parseKeybinding(binding)[0]!
    parsed.set(binding, known)
  }
  return matchKeybindingPress(event, known)
}

function press(shortcut: Shortcut, event: KeyboardEvent): void {
  const keys = shortcut.keys!
  if (shortcut.disabledReason) return
  if (event.repeat && !shortcut.repeats) return
  if (isTyping(event.target) && !shortcut.whileTyping) return
  if (dialogWasOpen || dialogIsOpen()) return
  if (!/\bMod\b|^(?:Shift )?(?:Esc|Escape|F\d+)$/.test(keys) && !singleKeysOn.get()) return
  // Enter belongs to what has the focus, when that does something with it.
  if (
    keys === 'Enter' &&
    (event.target as Element | null)?.closest?.('a,button,[role=button],summary,[data-own-enter]')
  )
    return
  event.preventDefault()
  shortcut.run()
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
  return target.matches('textarea,select,[role=textbox],[role=combobox],[role=listbox],[role=menu] *')
}

// Escape closes a dialog before the key comes here; it must not then close what was under it too. The first listener of all sees the page as it was.
let dialogWasOpen = false
if (typeof window === 'object')
  window.addEventListener(
    'keydown',
    () => {
      dialogWasOpen = dialogIsOpen()
    },
    { capture: true },
  )

const dialogIsOpen = () => document.querySelector('[role=dialog][aria-modal=true],[role=alertdialog]') !== null

const IS_MAC = typeof navigator === 'object' && /Mac|iPhone|iPad/.test(navigator.platform)
/** The key as this machine names it, e.g. `Ctrl K` or `⌘ K`. */
export function keyNames(keys: string): string[] {
  return keys
    .split(' ')
    .map((part) =>
      part === 'Mod' ? (IS_MAC ? '⌘' : 'Ctrl') : part === 'Escape' ? 'Esc' : part === 'Enter' ? '⏎' : part,
    )
}
/** For `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys
    .replace(/\bMod\b/g, IS_MAC ? 'Meta' : 'Control')
    .replace(/\bEsc\b/g, 'Escape')
    .replace(/\b(Shift|Meta|Control) /g, '$1+')
}
