/** `Åse Kristoffersen` → `ÅK`; `Hansen, Øyvind (HR)` → `ØH`; an address → its first letter. */
export function initialsOf(name: string): string {
  const plain = name.replace(/\(.*?\)/g, ' ').trim()
  const turned = /^([^,]+),\s*(.+)$/.exec(plain)
  const words = (turned ? `${turned[2]} ${turned[1]}` : plain)
    .split('@')[0]!
    .split(/[\s._]+/)
    .filter((w) => /\p{L}|\p{N}/u.test(w))
  const first = words[0]?.match(/\p{L}|\p{N}/u)?.[0] ?? '?'
  const last = words.length > 1 ? (words.at(-1)!.match(/\p{L}|\p{N}/u)?.[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}
