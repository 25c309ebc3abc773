const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ZONES: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  met: 60,
  cest: 120,
  eet: 120,
  eest: 180,
  bst: 60,
  wet: 0,
  jst: 540,
}

/** The instant of a Date header (RFC 5322, 3.3, with the obsolete forms), or null when it cannot be read. */
export function parseMailDate(raw: string | null): Date | null {
  const text = (raw ?? '')
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const m =
    /^(?:[a-z]{2,9}[,.]? ?)?(\d{1,2})[ -]([a-z]{3,9})\.?[ -](\d{2,4})[, ]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\.\d+)?(?: ?([ap]m))? ?(?:(?:gmt|utc)?([+-]\d{1,2}:?\d{2})|([a-z]{1,5}))?/i.exec(
      text,
    )
  if (!m) return iso(text) ?? ctime(text)
  const month = MONTHS.indexOf(m[2]!.slice(0, 3).toLowerCase())
  if (month < 0) return null
  return instant(
    fullYear(m[3]!),
    month,
    Number(m[1]),
    hours(m[4]!, m[7]),
    Number(m[5]),
    Number(m[6] ?? 0),
    zone(m[8], m[9]),
  )
}

function iso(text: string): Date | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?([+-]\d{2}:?\d{2}|z)?/i.exec(text)
  if (!m) return null
  const offset = !m[7] || /z/i.test(m[7]) ? 0 : zone(m[7], undefined)
  return instant(Number(m[1]), Number(m[2]) - 1, Number(m[3]), Number(m[4]), Number(m[5]), Number(m[6] ?? 0), offset)
}

/** `Mon Jan 12 10:22:00 2026`, as Unix programs write it. */
function ctime(text: string): Date | null {
  const m =
    /^(?:[a-z]{3,9},? )?([a-z]{3,9}) (\d{1,2}),? (?:(\d{4}),? )?(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([ap]m))?(?: ([a-z]{1,5}|[+-]\d{4}))?(?: (\d{4}))?(?: ([+-]\d{4}))?/i.exec(
      text,
    )
  const month = m ? MONTHS.indexOf(m[1]!.slice(0, 3).toLowerCase()) : -1
  const year = m?.[3] ?? m?.[9]
  if (!m || month < 0 || !year) return null
  const named = /^[a-z]/i.test(m[8] ?? '') ? m[8] : undefined
  return instant(
    Number(year),
    month,
    Number(m[2]),
    hours(m[4]!, m[7]),
    Number(m[5]),
    Number(m[6] ?? 0),
    zone(m[10] ?? (named ? undefined : m[8]), named),
  )
}

const fullYear = (text: string) => {
  const year = Number(text)
  return text.length === 2 ? (year < 50 ? 2000 + year : 1900 + year) : text.length === 3 ? 1900 + year : year
}

const hours = (text: string, half: string | undefined) =>
  half ? (Number(text) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(text)

function zone(numeric: string | undefined, named: string | undefined): number {
  if (!numeric) return ZONES[(named ?? 'z').toLowerCase()] ?? 0
  const digits = numeric.slice(1).replace(':', '').padStart(4, '0')
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))
  return minutes > 24 * 60 ? 0 : numeric.startsWith('-') ? -minutes : minutes
}

function instant(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  offset: number,
): Date | null {
  if (day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60 || year < 1970 || year > 9999) return null
  const date = new Date(Date.UTC(year, month, day, hour, minute, second) - offset * 60_000)
  return Number.isNaN(date.getTime()) ? null : date
}
