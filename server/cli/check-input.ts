import type { z } from 'zod'
import { WrongUse } from './command.ts'

/** The options, checked as the API checks the same request. Refuses with a line for each option that is wrong. */
export function checkInput<Schema extends z.ZodType>(
  command: string,
  schema: Schema,
  input: Record<string, unknown>,
  optionOf: Record<string, string> = {},
): z.output<Schema> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map((issue) => {
    const member = String(issue.path[0] ?? '')
    return `--${optionOf[member] ?? member} ${inWords(issue, String(input[member] ?? ''))}`
  })
  throw new WrongUse([...new Set(lines)].join('\n'), `See: reda help ${command}`)
}

function inWords(issue: z.core.$ZodIssue, given: string): string {
  if (issue.code === 'too_small') return `needs at least ${issue.minimum} characters.`
  if (issue.code === 'too_big') return `takes at most ${issue.maximum} characters.`
  if (issue.code === 'invalid_value') return `is one of ${issue.values.join(', ')}; not ${given}.`
  if (issue.code === 'invalid_format') return `is not well formed: ${given}`
  return issue.message
}
