/** Digits and letters without I and O, which people misread. */
const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const LETTERS = SYMBOLS.slice(10)

/**
 * The case number of a day's n-th ticket (n from 1): ÅÅMMDD and 001–999, then A00–ZZZ, then four characters; a letter first, so that
 * it never has ten digits, which is how a Swedish personnummer looks. `day` is YYYY-MM-DD.
 */
export function numberOf(day: string, n: number): string {
  return day.slice(2, 4) + day.slice(5, 7) + day.slice(8, 10) + ordinal(n)
}

function ordinal(n: number): string {
  if (n <= 999) return String(n).padStart(3, '0')
  let rest = n - 1000
  for (const width of [3, 4]) {
    const size = LETTERS.length * SYMBOLS.length ** (width - 1)
    if (rest < size) return lettered(rest, width)
    rest -= size
  }
  throw new RangeError(`No case number is left for the ${n}th ticket of a day`)
}

function lettered(rest: number, width: number): string {
  let text = ''
  for (let place = 1; place < width; place++) {
    text = SYMBOLS[rest % SYMBOLS.length] + text
    rest = Math.floor(rest / SYMBOLS.length)
  }
  return LETTERS[rest] + text
}

/** The calendar day in a time zone, as YYYY-MM-DD. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The day (YYYY-MM-DD, in this century) and the place within it that a case number tells; the other way round of `numberOf`. */
export function placeOf(number: string): { day: string; n: number } {
  const day = `20${number.slice(0, 2)}-${number.slice(2, 4)}-${number.slice(4, 6)}`
  const tail = number.slice(6)
  if (/^\d{3}$/.test(tail)) return { day, n: Number(tail) }
  let rest = LETTERS.indexOf(tail[0]!)
  for (const symbol of tail.slice(1)) rest = rest * SYMBOLS.length + SYMBOLS.indexOf(symbol)
  const shorter = tail.length === 4 ? LETTERS.length * SYMBOLS.length ** 2 : 0
  return { day, n: 1000 + shorter + rest }
}
