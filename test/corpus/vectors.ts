import { readMail } from '../../server/mail/parse/index.ts'
import {
  findTicketNumber,
  foldText,
  isClientLine,
  stripSubject,
  subjectSays,
  visibleText,
} from '../../server/mail/understanding/index.ts'
import { compareReply, dense } from './compare.ts'

/** A file of vectors: bodies with what must stay visible, and lists of subjects and lines. */
export interface Vectors {
  cases?: { id: string; kind: string; text: string; html?: string; visible: string; forwarded_from?: string }[]
  subjects?: { subject: string; stripped: string }[]
  auto_reply_subjects?: { subject: string; auto: boolean }[]
  sent_from_lines?: { line: string; client_line: boolean }[]
  numbers?: { subject: string; number: string | null }[]
}

export interface VectorResult {
  check: string
  ok: boolean
  label: string
}

/** Runs each vector: a body as a whole mail, what stays visible compared without regard to blanks. */
export function runVectors(file: Vectors): VectorResult[] {
  const out: VectorResult[] = []
  for (const vector of file.cases ?? []) {
    const mail = readMail(asMail(vector.text, vector.kind === 'forward' ? 'Fwd: Faktura' : 'Re: Faktura'))
    // The vectors keep program lines and signatures visible: only quotes and forwards count.
    const visible = visibleText(mail.text, mail.folds, ['quote', 'forward'])
    out.push({
      check: 'vector',
      ok: dense(visible) === dense(vector.visible),
      label: `${vector.id}: ${JSON.stringify(visible.slice(0, 200))}`,
    })
    const plainFold = foldText(vector.text)
    out.push({
      check: 'vector without subject',
      ok: dense(visibleText(vector.text, plainFold.folds, ['quote', 'forward'])) === dense(vector.visible),
      label: vector.id,
    })
    const lines = compareReply(
      { exact: [vector.visible], contains: [], notContains: [], compare: 'lines' },
      visible,
      mail.text,
    )
    out.push({ check: 'vector no-loss', ok: lines['reply no-loss']!, label: vector.id })
    if (vector.forwarded_from)
      out.push({
        check: 'forwarded from',
        ok: mail.forwardedFrom?.email === vector.forwarded_from,
        label: `${vector.id}: ${mail.forwardedFrom?.email}`,
      })
  }
  for (const { subject, stripped } of file.subjects ?? [])
    out.push({ check: 'subject prefix', ok: stripSubject(subject).clean === stripped, label: subject })
  for (const { subject, auto } of file.auto_reply_subjects ?? [])
    out.push({ check: 'automatic subject', ok: (subjectSays(subject) !== null) === auto, label: subject })
  for (const { line, client_line } of file.sent_from_lines ?? [])
    out.push({ check: 'program line', ok: isClientLine(line) === client_line, label: line })
  for (const { subject, number } of file.numbers ?? [])
    out.push({ check: 'number', ok: findTicketNumber(subject) === number, label: subject })
  return out
}

function asMail(text: string, subject: string): Buffer {
  const head = [
    'From: Kari Nordmann <kari@customer.example>',
    'To: Support <support@helpdesk.example>',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    '',
  ]
  return Buffer.from(head.join('\r\n') + text)
}
