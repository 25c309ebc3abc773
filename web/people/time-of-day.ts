/** `HH:MM` of what people type for a time of day: `8`, `0830`, `8.30`, `08:00`, `kl. 8`; undefined when it is none. 24:00 ends a day. */
export function timeOfDay(typed: string): string | undefined {
  const digits = typed
    .trim()
    .toLowerCase()
    .replace(/^(?:klo|kl)\.?\s*/, '')
  const parts = /^(\d{1,2})(?:\s*[:.,]\s*(\d{2}))?$/.exec(digits) ?? /^(\d{1,2})(\d{2})$/.exec(digits)
  if (!parts) return undefined
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return undefined
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
