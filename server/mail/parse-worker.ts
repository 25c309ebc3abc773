import { createHash, randomBytes } from 'node:crypto'
import { parentPort } from 'node:worker_threads'
import { type ParsedMail, readMail as parse, SANITISER_VERSION, sanitiseHtml } from './parse/index.ts'
import type { KeyRecords } from './trust/dkim-keys.ts'
import type { DkimSignature } from './trust/verdicts.ts'
import { findTicketNumber, stripSubject } from './understanding/index.ts'

export interface ParseTask {
  raw: Uint8Array
  keys: KeyRecords
}
export type ParseAnswer =
  | { mail: ReadMail; error?: undefined }
  | { mail?: undefined; error: { code: string; message: string } }

/** A mail as the pipeline needs it: understood, its HTML made harmless, its signatures checked. */
export interface ReadMail extends ParsedMail {
  safeHtml: string | null
  sanitiserVersion: number
  /** In the order of `attachments`: where their bytes will be found, and what inline images point at. */
  publicIds: string[]
  title: string
  /** A ticket number in the subject: a hint for people. */
  numberInSubject: string | null
  dkim: DkimSignature[]
  /** Null when the mail says nothing that makes it itself (no Message-ID and no date). */
  fingerprint: Buffer | null
}

async function read({ raw, keys }: ParseTask): Promise<ReadMail> {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)
  const parsed = parse(bytes)
  const publicIds = parsed.attachments.map(() => randomBytes(16).toString('base64url'))
  const byContentId = new Map(
    parsed.attachments.flatMap((attachment, n) =>
      attachment.contentId === null ? [] : [[attachment.contentId.replace(/^<|>$/g, ''), publicIds[n]!] as const],
    ),
  )
  const safeHtml =
    parsed.html === null
      ? null
      : sanitiseHtml(parsed.html, (contentId) => {
          const publicId = byContentId.get(contentId)
          return publicId === undefined ? null : `/api/v1/attachments/${publicId}`
        })
  return {
    ...parsed,
    html: null,
    safeHtml,
    sanitiserVersion: SANITISER_VERSION,
    publicIds,
    title: stripSubject(parsed.subject).clean,
    numberInSubject: findTicketNumber(parsed.subject),
    dkim: await signatures(bytes, keys),
    fingerprint: fingerprintOf(parsed, bytes),
  }
}

async function signatures(raw: Buffer, keys: KeyRecords): Promise<DkimSignature[]> {
  if (Object.keys(keys).length === 0) return []
  const { default: dkim } = await import('mailauth/lib/dkim/verify.js')
  const { results } = await dkim.dkimVerify(raw, {
    resolver: async (name) => {
      const known = keys[name.toLowerCase()]
      if (known && 'records' in known) return known.records
      throw Object.assign(new Error(name), { code: known?.code ?? 'ENOTFOUND' })
    },
  })
  return results
    .filter((result) => result.signingDomain)
    .map((result) => ({
      domain: result.signingDomain!.toLowerCase(),
      result: result.status.result,
      underSized: Boolean(result.status.underSized),
    }))
}

/**
 * The same mail by two roads has other trace headers and may be encoded anew on its way, so it is known by what its author's program
 * wrote: Message-ID, date, sender and content. Without a Message-ID only equal bytes with a date count, without both nothing:
 * two tickets are a smaller harm than a lost mail.
 */
function fingerprintOf(mail: ParsedMail, raw: Buffer): Buffer | null {
  const hash = createHash('sha256')
  const add = (part: string | Uint8Array) => hash.update(String(part.length)).update('\0').update(part)
  if (mail.messageId !== null) {
    add(mail.messageId)
    add(mail.date?.toISOString() ?? '')
    add(mail.from?.email.toLowerCase() ?? '')
    add(mail.subject.replace(/\s+/g, ' '))
    add(mail.text.replace(/\s+/g, ' ').trim())
    for (const attachment of mail.attachments) add(createHash('sha256').update(attachment.content).digest())
    return hash.digest()
  }
  if (mail.date === null) return null
  add(raw)
  return hash.digest()
}

/** Attachments are handed over, not copied; small ones share a buffer with others and are copied with it. */
function buffersOf(mail: ReadMail): ArrayBuffer[] {
  const whole = mail.attachments.filter(
    ({ content }) => content.byteLength > 0 && content.byteLength === content.buffer.byteLength,
  )
  return [...new Set(whole.map(({ content }) => content.buffer as ArrayBuffer))]
}

parentPort?.on('message', (task: ParseTask) => {
  read(task).then(
    (mail) => parentPort!.postMessage({ mail } satisfies ParseAnswer, buffersOf(mail)),
    (error: Error & { code?: unknown }) => {
      const code = typeof error.code === 'string' ? error.code : 'unreadable'
      parentPort!.postMessage({ error: { code, message: error.message } } satisfies ParseAnswer)
    },
  )
})
