/** The subject without what programs put before it. */
export interface StrippedSubject {
  clean: string
  prefixes: string[]
  /** What the prefixes say; `VS:` alone is a Finnish reply or a Norwegian forward, and says nothing. */
  kind: 'reply' | 'forward' | null
}

const REPLY = new Set(
  're sv aw antw antwort ang angående vedr vedrørende svar res ref rif ynt odp vá ats bls atb 回复 答复 回覆 答覆 返信 rsp r'.split(
    ' ',
  ),
)
const FORWARD = new Set(
  'fw fwd vb vl wg videresend videresendt vidaresend tr rv enc i pd doorst továbbítás ilt 转发 轉寄 転送 välitetty vidarebefordrat weitergeleitet vs.'.split(
    ' ',
  ),
)
const GATEWAY =
  /^(?:\[(?:external|ekstern|extern|ulkoinen|ext|spam|spam\?|suspected spam|bulk|utenfra|warning[^\]]{0,20})\]|\*{3,5} ?(?:spam|possible spam|mulig spam|external) ?\*{3,5}|external:|ekstern:)\s*/i
const PREFIX = /^([\p{L}]{1,14}\.?)\s?(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3}|\d{1,3})?\s?[:：]\s*/u
const NUMBER = /^\[#?(?:\d{6}[0-9A-HJ-NP-Z]{3,4})\]\s*/i

/** Takes reply and forward prefixes, gateway labels and our own `[number]` off the front, as often as they stand there. */
export function stripSubject(subject: string): StrippedSubject {
  let rest = subject.slice(0, 2_000).replace(/\s+/g, ' ').trim()
  const prefixes: string[] = []
  let kind: StrippedSubject['kind'] = null
  // The outermost prefix is what was done last: `VS: SV: …` is no reply.
  let decided = false
  for (let guard = 0; guard < 60; guard++) {
    const label = GATEWAY.exec(rest) ?? NUMBER.exec(rest)
    if (label) {
      prefixes.push(label[0].trim())
      rest = rest.slice(label[0].length)
      continue
    }
    const hit = PREFIX.exec(rest)
    const word = hit?.[1]?.toLowerCase().replace(/\.$/, '') ?? ''
    const meaning = REPLY.has(word) ? 'reply' : FORWARD.has(word) ? 'forward' : word === 'vs' ? null : undefined
    if (!hit || meaning === undefined || !isPrefix(word, hit[0])) break
    if (!decided) kind = meaning
    decided = true
    prefixes.push(hit[0].trim())
    rest = rest.slice(hit[0].length)
  }
  return { clean: rest.trim(), prefixes, kind }
}

/** One letter before a colon is a prefix only in capitals (`R: `, `I: `), never `i: `. */
function isPrefix(word: string, text: string): boolean {
  return word.length > 1 || /^[RI]:/.test(text)
}

/** Our case number in a subject: `[260105001]`, `#260105001`. A hint for the agent, never a key. */
export function findTicketNumber(subject: string): string | null {
  const text = subject.slice(0, 1_000)
  const hit =
    /\[#?(\d{6}[0-9A-HJ-NP-Z]{3,4})\]/i.exec(text) ??
    /(?<![\p{L}\p{N}#])#(\d{6}[0-9A-HJ-NP-Z]{3,4})(?![\p{L}\p{N}])/iu.exec(text)
  if (!hit) return null
  const number = hit[1]!.toUpperCase()
  const month = Number(number.slice(2, 4))
  const day = Number(number.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? number : null
}
