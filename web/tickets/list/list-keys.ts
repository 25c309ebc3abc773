import { useShortcuts } from '../../app/shortcuts.ts'
import { useText } from '../../app/words.ts'

export interface ListKeys {
  numbers: string[]
  /** Where the cursor stands. */
  cursor: string | undefined
  moveTo: (number: string) => void
  open: (number: string) => void
  toggle: (number: string) => void
  selected: ReadonlySet<string>
  clear: () => void
}

/** J, K, Enter, X: the list by keyboard, wherever the focus is. */
export function useListKeys({ numbers, cursor, moveTo, open, toggle, selected, clear }: ListKeys): void {
  const t = useText()
  const at = cursor ? numbers.indexOf(cursor) : -1
  const step = (by: number) => {
    const next = numbers[at < 0 ? 0 : Math.max(0, Math.min(numbers.length - 1, at + by))]
    if (next) moveTo(next)
    return next
  }
  const extend = (by: number) => {
    if (cursor && !selected.has(cursor)) toggle(cursor)
    const next = step(by)
    if (next && next !== cursor && !selected.has(next)) toggle(next)
  }
  const group = 'list' as const
  const repeats = true
  useShortcuts([
    { keys: 'J', label: t('list.nextTicket'), run: () => step(1), group, repeats },
    { keys: 'K', label: t('list.previousTicket'), run: () => step(-1), group, repeats },
    { keys: 'Enter', label: t('list.openTicket'), run: () => cursor && open(cursor), group },
    { keys: 'O', label: t('list.openTicket'), run: () => cursor && open(cursor), group, hidden: true },
    { keys: 'X', label: t('list.select'), run: () => cursor && toggle(cursor), group },
    { keys: 'Shift J', label: t('list.selectNext'), run: () => extend(1), group, repeats },
    { keys: 'Shift K', label: t('list.selectPrevious'), run: () => extend(-1), group, repeats },
    ...(selected.size > 0 ? [{ keys: 'Escape', label: t('list.clearSelection'), run: clear, group }] : []),
  ])
}
