import { elementAttempts } from './elements.ts'
import { handlerAttempts, syntaxAttempts } from './handlers.ts'
import { loadAttempts } from './loads.ts'
import { nestingAttempts } from './nestings.ts'
import { schemeAttempts } from './schemes.ts'
import { type Vector, vectorsOf } from './vector.ts'

export { NAMES_IN_BROWSER } from './handlers.ts'
export { bodiesOf, htmlOf, type Vector } from './vector.ts'
export { hostileWords } from './words.ts'

/** All attempts. `names`: the handlers that the running browser knows. */
export function everyVector(names: readonly string[], canary: string): Vector[] {
  return vectorsOf(
    [
      ...elementAttempts,
      ...syntaxAttempts,
      ...nestingAttempts,
      ...schemeAttempts,
      ...loadAttempts,
      ...handlerAttempts(names),
    ],
    canary,
  )
}
