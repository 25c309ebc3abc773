import { z } from 'zod'

export const LANGUAGES = ['nb', 'nn', 'da', 'sv', 'fi', 'en'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** An identifier inside this installation. */
export const Id = z.int().positive()
/** The same where it comes as text: in a path or a query. */
export const IdText = z.coerce.number().int().positive()

/** ISO 8601 in UTC, e.g. `2026-01-12T09:22:00.000Z`. */
export const Time = z.iso.datetime()

/** Case number ÅÅMMDDXXX: the day in the organisation's time zone, then 001–999, then A00–ZZZ, then four characters. */
export const TicketNumber = z.string().regex(/^\d{6}[0-9A-HJ-NP-Z]{3,4}$/)

/** An address as mail knows it. Control characters never pass (header injection). */
export const Email = z
  .string()
  .trim()
  .max(254)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  .regex(/^[^\s@<>(),;:"\u0000-\u001f\u007f]+@[^\s@<>(),;:"\u0000-\u001f\u007f]+$/)

/** RFC 9457. `errors` names each invalid field by its path. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>

/** A page of a list; `nextCursor` is null on the last one. */
export function Page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() })
}
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

export const Empty = z.object({})

export const Named = z.object({ id: Id, name: z.string() })
