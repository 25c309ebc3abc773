/** An enhanced status code (RFC 3463), and whether trying again is pointless. */
export interface Verdict {
  status: string | null
  permanent: boolean
}

const ENHANCED = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g
const REPLY_CODE = /(?<![\d./-])(?<!\d:)([45])([0-5]\d)(?=[\s\-:#;,.)\]]|$)/g

/** Phrases of servers that give no code, with the status that RFC 3463 has for them. First match wins. */
const PHRASES: readonly [RegExp, string][] = [
  [
    /over ?quota|quota (?:is )?exceed|exceeded (?:the |its |their )?(?:storage|quota|space|mailbox)|mailbox (?:is )?full|mailbox.{0,20}full|full mailbox|disk quota|out of (?:storage|disk)|insufficient (?:system )?(?:storage|space)|not enough (?:storage )?space|user is over|storage limit|size limit for .{0,30}mailbox|mailbox size limit/i,
    '5.2.2',
  ],
  [
    /message (?:is )?too (?:large|big)|exceeds? (?:the )?(?:maximum |max )?(?:message |fixed )?(?:size|limit)|message size|size of (?:this|the) message|too much (?:mail )?data|larger than/i,
    '5.3.4',
  ],
  [
    /(?:host|domain|server).{0,30}(?:not found|unknown|does not exist|cannot be found|nicht gefunden)|unrouteable|no such (?:domain|host)|couldn'?t find any host|name or service not known|host not found|unknown (?:host|domain)|no (?:mx|a) record|bad destination system|illegal host|dns (?:error|lookup)|domain of sender/i,
    '5.1.2',
  ],
  [
    /user unknown|unknown user|no such (?:user|recipient|mailbox|account|local user|address|person)|(?:user|recipient|mailbox|account|address|address e-mail|email account|box).{0,40}(?:not found|unknown|does(?:n'?t| not) exist|not exist|not listed|invalid|not known|is not valid|not recognized|not available here|nonexistent|rejected|not a valid|has been deleted|no longer)|invalid (?:recipient|mailbox|user|address)|not our customer|unknown (?:recipient|address|local)|not a known user|addressee unknown|no mailbox here|doesn't have a|unrecognized|account (?:has been |is )?(?:closed|disabled|suspended|inactive|expired)|mailbox unavailable|mailbox (?:is )?(?:inactive|disabled|unavailable)|could not be delivered to|bad address|ukjent mottaker|ukendt modtager|okänd mottagare|tuntematon|unbekannt|inconnu|desconocid|宛先|存在しない/i,
    '5.1.1',
  ],
  [
    /spam|blacklist|blocked|block list|blocklist|rejected (?:for|due to|by) (?:policy|content)|content (?:filter|rejected)|policy|denied|refused|not (?:allowed|permitted|authorized|authorised)|relay/i,
    '5.7.1',
  ],
  [/virus|infected|malware/i, '5.7.0'],
  [/too many hops|hop count|mail loop|loops? back|mail forwarding loop/i, '5.4.6'],
  [
    /timed? ?out|connection (?:refused|reset|dropped|lost)|network (?:is )?unreachable|no route|temporar|try (?:again )?later|will (?:be )?retr|deferred|greylist|could not connect|unable to connect|all hosts have been failing|retry (?:time|timeout)|being retried|delayed|delivery time expired|message expired|too long|undeliver.{0,20}for .{0,10}(?:days|hours)|lookup failure/i,
    '4.4.7',
  ],
]

/** The verdict that a piece of a server's words holds; null when it says nothing about success or failure. */
export function verdictOf(text: string): Verdict | null {
  const words = text.slice(0, 4_000)
  const enhanced = [...words.matchAll(ENHANCED)].map((m) => m[0]).filter((code) => !code.startsWith('2'))
  const chosen = enhanced.find((code) => !/\.0\.0$/.test(code)) ?? enhanced[0]
  if (chosen) return { status: chosen, permanent: chosen.startsWith('5') }
  const code = [...words.matchAll(REPLY_CODE)].map((m) => m[0])[0]
  const phrase = PHRASES.find(([pattern]) => pattern.test(words))?.[1] ?? null
  if (code) {
    const status = phrase ? `${code[0]}${phrase.slice(1)}` : `${code[0]}.0.0`
    return { status, permanent: code.startsWith('5') }
  }
  return phrase ? { status: phrase, permanent: phrase.startsWith('5') } : null
}

/** Does the text hold a phrase by which servers say why? */
export function soundsLikeFailure(text: string): boolean {
  return (
    PHRASES.some(([pattern]) => pattern.test(text.slice(0, 2_000))) ||
    /(?<![\d.])[45]\.\d{1,3}\.\d{1,3}(?!\d)/.test(text.slice(0, 2_000))
  )
}
