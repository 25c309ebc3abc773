/** What an invitation says, as far as the ticket shows it. */
export interface CalendarSummary {
  /** REQUEST, REPLY, CANCEL …, or null. */
  method: string | null
  summary: string | null
  /** ISO 8601; without `Z` when the invitation gives a local time with a zone name of its own. */
  start: string | null
}

const MAX_LINES = 5_000

/** Reads the first event of an iCalendar text (RFC 5545). */
export function readCalendar(text: string): CalendarSummary | null {
  if (!/BEGIN:VCALENDAR/i.test(text.slice(0, 10_000))) return null
  const found: CalendarSummary = { method: null, summary: null, start: null }
  let inEvent = false
  for (const line of unfold(text)) {
    const colon = valueColon(line)
    if (colon < 0) continue
    const name = line.slice(0, colon).split(';', 1)[0]!.toUpperCase()
    const value = line.slice(colon + 1)
    if (name === 'BEGIN' && /^(VEVENT|VTODO|VJOURNAL)/i.test(value)) inEvent = true
    else if (name === 'END' && /^(VEVENT|VTODO|VJOURNAL)/i.test(value)) break
    else if (name === 'METHOD' && !found.method) found.method = value.trim().toUpperCase().slice(0, 40)
    else if (inEvent && name === 'SUMMARY' && found.summary === null)
      found.summary = value
        .replace(/\\n/gi, ' ')
        .replace(/\\([,;\\])/g, '$1')
        .trim()
        .slice(0, 500)
    else if (inEvent && name === 'DTSTART' && found.start === null) found.start = isoTime(value)
  }
  return found
}

function unfold(text: string): string[] {
  const lines: string[] = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n', MAX_LINES)) {
    if (/^[ \t]/.test(line) && lines.length > 0) lines[lines.length - 1] += line.slice(1)
    else lines.push(line)
  }
  return lines
}

/** The colon outside quotes: parameters may hold one (`TZID="UTC+01:00"`). */
function valueColon(line: string): number {
  let quoted = false
  for (let i = 0; i < Math.min(line.length, 500); i++) {
    if (line[i] === '"') quoted = !quoted
    else if (line[i] === ':' && !quoted) return i
  }
  return -1
}

function isoTime(value: string): string | null {
  const m = /^\s*(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?/.exec(value)
  if (!m) return null
  return m[4] ? `${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6] ?? '00'}${m[7] ?? ''}` : `${m[1]}-${m[2]}-${m[3]}`
}
