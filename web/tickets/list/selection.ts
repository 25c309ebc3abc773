import { useCallback, useMemo, useState } from 'react'

/** Which tickets of a list are selected; Shift takes all between. Tickets that leave the list leave the selection. */
export function useSelection(numbers: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [last, setLast] = useState<string>()
  const selected = useMemo(() => new Set(numbers.filter((number) => chosen.has(number))), [numbers, chosen])
  const select = useCallback(
    (number: string, extend: boolean) => {
      setChosen((now) => selectOne(now, numbers, number, extend ? last : undefined))
      setLast(number)
    },
    [numbers, last],
  )
  return {
    selected,
    select,
    selectAll: (all: boolean) => setChosen(new Set(all ? numbers : [])),
    clear: useCallback(() => setChosen(new Set()), []),
  }
}

/** Turns one on or off; with `from`, all between become as it becomes. */
export function selectOne(
  now: ReadonlySet<string>,
  numbers: string[],
  number: string,
  from: string | undefined,
): Set<string> {
  const next = new Set(now)
  const on = !next.has(number)
  const a = from === undefined ? -1 : numbers.indexOf(from)
  const b = numbers.indexOf(number)
  const range = a < 0 || b < 0 ? [number] : numbers.slice(Math.min(a, b), Math.max(a, b) + 1)
  for (const one of range) {
    if (on) next.add(one)
    else next.delete(one)
  }
  return next
}
