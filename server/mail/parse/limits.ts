/** How much of a mail is read. Mail is hostile: each number bounds work or memory, and none of them loses a byte of the raw mail. */
export interface ParseLimits {
  /** Bytes of the whole mail; more is refused. */
  bytes: number
  /** Bytes of one header block; what is beyond is not read. */
  headerBytes: number
  /** Fields of one header block. */
  headerFields: number
  /** Characters of one decoded header value. */
  headerValue: number
  /** MIME parts; what follows stays together in the last one. */
  parts: number
  /** Levels of multiparts; a deeper one is kept as one attachment. */
  depth: number
  /** Characters of text that are kept as body; a longer body is also kept whole as an attachment. */
  text: number
  /** Characters of HTML that are shown; a longer one is also kept whole as an attachment. */
  html: number
}

export const PARSE_LIMITS: ParseLimits = {
  bytes: 64 * 1024 * 1024,
  headerBytes: 512 * 1024,
  headerFields: 1_000,
  headerValue: 32 * 1024,
  parts: 1_000,
  depth: 50,
  text: 2 * 1024 * 1024,
  html: 2 * 1024 * 1024,
}

export type RefusalCode = 'too-large' | 'empty'

/** The mail is over a hard limit. `message` is written for the administrator who reads the quarantine list. */
export class ParseRefused extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'ParseRefused'
    this.code = code
  }
}
