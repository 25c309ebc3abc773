import { stripSubject } from '../understanding/index.ts'

/** A subject as people read it: without `Re:` and numbers, whatever the case. */
const plain = (subject: string) => stripSubject(subject).clean.toLowerCase()

/** Mail programs cut long subjects off; what is left still names the same matter. */
const SHORTEST_CUT = 12

/** Whether two subjects name the same matter. An empty one names nothing. */
export function sameSubject(one: string, other: string): boolean {
  const [shorter, longer] = [plain(one), plain(other)].sort((a, b) => a.length - b.length)
  if (!shorter || !longer) return false
  return (
    shorter === longer || (shorter.length >= SHORTEST_CUT && longer.startsWith(shorter.replace(/(?:…|\.{3})$/, '')))
  )
}

/** Whether a mail that came in as an answer speaks of something new: it has a subject, and nobody here has used it before. */
export function changesTopic(subject: string, earlier: readonly string[]): boolean {
  return plain(subject) !== '' && !earlier.some((known) => sameSubject(known, subject))
}
