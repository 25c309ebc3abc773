/** One attempt: HTML that calls `ran(id)` when its script runs, or asks the canary for `/v<id>` when it loads something. */
export interface Vector {
  id: number
  family: string
  wants: 'run' | 'load'
  html: string
  /** It leads its document away or swallows the rest of it: never among others. */
  alone: boolean
}

export interface Attempt {
  family: string
  wants?: 'run' | 'load'
  alone?: boolean
  /** `js`: what should run, without quotes, angle brackets and blanks. `url`: what should be loaded. */
  html(js: string, url: string): string
}

/** Numbers the attempts and fills them in. `canary`: an address without a slash at its end. */
export function vectorsOf(attempts: readonly Attempt[], canary: string): Vector[] {
  return attempts.map(({ family, wants = 'run', alone = false, html }, n) => ({
    id: n + 1,
    family,
    wants,
    alone,
    html: html(`ran(${n + 1})`, `${canary}/v${n + 1}`),
  }))
}

/** Ends whatever a vector left open, so that it does not hide the next one. */
const CLOSE = `<!-- --></xmp></textarea></title></style></script></noscript></noembed></noframes></iframe></template></option></select></button></object></video></audio></canvas></dialog></marquee></details></portal></applet></fencedframe></listing></svg></math></a></td></tr></table></p></b></div>`

/** The vectors as bodies of mails: many in one, those that disturb others by themselves. */
export function bodiesOf(vectors: readonly Vector[], most: number): Vector[][] {
  const together = vectors.filter((vector) => !vector.alone)
  const bodies: Vector[][] = []
  // Dealt out like cards, so that each body holds some of every family.
  const count = Math.ceil(together.length / most)
  for (let n = 0; n < count; n++) bodies.push(together.filter((_, at) => at % count === n))
  for (const vector of vectors) if (vector.alone) bodies.push([vector])
  return bodies
}

export const htmlOf = (vectors: readonly Vector[]) => vectors.map((vector) => `${vector.html}${CLOSE}\n`).join('')
