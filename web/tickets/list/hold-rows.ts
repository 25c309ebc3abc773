/** A list that is being read does not move under the reader's eyes. */
export interface Held<R> {
  rows: (R & { gone?: boolean })[]
  /** New ones that wait to be let in. */
  waiting: number
}

/**
 * Keeps the shown rows where they are while their contents follow: rows that no longer belong stay, marked `gone`, unless the
 * reader moved them away (`own`); new rows that come after all the shown ones may stand there at once; others are counted.
 */
export function holdRows<R extends { number: string; gone?: boolean }>(
  shown: R[],
  fresh: R[],
  own: ReadonlySet<string>,
): Held<R> {
  if (shown.length === 0) return { rows: fresh, waiting: 0 }
  const now = new Map(fresh.map((row) => [row.number, row]))
  const known = new Set(shown.map((row) => row.number))
  const kept = shown.flatMap((row) => {
    const newest = now.get(row.number)
    if (newest) return [newest]
    return own.has(row.number) ? [] : [{ ...row, gone: true }]
  })
  const lastShown = fresh.findLastIndex((row) => known.has(row.number))
  const tail = fresh.filter((row, i) => i > lastShown && !known.has(row.number))
  const waiting = fresh.filter((row, i) => i < lastShown && !known.has(row.number)).length
  return { rows: [...kept, ...tail], waiting }
}
