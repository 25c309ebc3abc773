/** Letters as people type them without the right keyboard: å = a = aa, ø = ö = o, æ = ä = ae, case and accents gone. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .replace(/å/g, 'a')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/aa/g, 'a')
    .replace(/ae/g, 'a')
}

/** How well a text answers what was typed: 0 not at all, more is better. Every typed word must begin, or be inside, a word. */
export function matchScore(text: string, typed: string): number {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return 1
  const hay = fold(text)
  let score = 0
  for (const word of words) {
    const at = hay.indexOf(word)
    if (at < 0) return 0
    score +=
      at === 0
        ? 4
        : /[\s\-/(#@.]/.test(hay[at - 1]!)
          ? 3
          : hay.search(new RegExp(`[\\s\\-/(#@.]${escaped(word)}`)) >= 0
            ? 3
            : 1
  }
  return score / words.length
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
