interface Colleague {
  id: number
  name: string
}

/** What is being typed after an `@` just before the cursor; null when nobody is being named. */
export function mentionBefore(text: string): string | null {
  return /(?:^|[\s(])@([\p{L}\p{N}.'’-]*(?: [\p{L}\p{N}.'’-]*)?)$/u.exec(text)?.[1] ?? null
}

/** Who is named in a note: `@Kari Bråten`, the longest name that fits, whole words only. */
export function mentioned(text: string, colleagues: readonly Colleague[]): number[] {
  const byLength = colleagues.toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<number>()
  for (const { index } of text.matchAll(/@/g)) {
    if (index > 0 && /[\p{L}\p{N}]/u.test(text[index - 1]!)) continue
    const rest = text.slice(index + 1)
    const who = byLength.find(({ name }) => {
      const part = rest.slice(0, name.length)
      return (
        part.localeCompare(name, undefined, { sensitivity: 'accent' }) === 0 &&
        !/^[\p{L}\p{N}]/u.test(rest.slice(name.length))
      )
    })
    if (who) found.add(who.id)
  }
  return [...found]
}
